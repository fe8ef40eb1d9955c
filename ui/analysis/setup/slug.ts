import { idOf } from '../../parts/id-of.ts';

const LENGTH_MAX = 60;

/** An id made of a name that formulas can name: it begins with a letter. */
export function slugOf(name: string): string {
  return idOf(name)
    .replace(/^[^a-z]+/, '')
    .slice(0, LENGTH_MAX);
}
