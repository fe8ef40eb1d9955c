/** What analysts set up, each at an address of its own. */
export const SECTIONS = ['metrics', 'dimensions', 'lookups', 'channels', 'segments'] as const;
export type Section = (typeof SECTIONS)[number];
