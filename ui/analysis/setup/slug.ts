import { idOf } from '../../parts/id-of.ts';

const LENGTH_MAX = 60;

/** An id made of a name that formulas can name: it begins with a letter, and letters stand without their accents. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
  return idOf(plain)
    .replace(/^[^a-z]+/, '')
    .slice(0, LENGTH_MAX);
}
