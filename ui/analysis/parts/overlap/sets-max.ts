/** As many as a question takes. */
export const SETS_MAX = 5;
