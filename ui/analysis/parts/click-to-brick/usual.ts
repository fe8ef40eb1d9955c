/** What the server does where the query does not say. */
export const USUAL = { days: 14, by: 'marketing-channel' } as const;
