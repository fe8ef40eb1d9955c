/** Stands for anything that a person does herself: every event on an interactive channel. */
export const ANYTHING = '*';

/** The names of a matcher. */
export function namesOf(matcher: { readonly event: string | readonly string[] }): readonly string[] {
  return typeof matcher.event === 'string' ? [matcher.event] : matcher.event;
}
