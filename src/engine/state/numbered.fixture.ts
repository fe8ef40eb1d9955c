import { expect } from 'vitest';
import type { Change, State } from './state.ts';

const PEOPLE = 50;
const SEEN = 100;
const FILLER = 'x'.repeat(1500);

/** Commit number n of a series that touches four collections: it shows whether all of it happened, and nothing twice. */
export function numberedChanges(n: number): Change[] {
  return [
    { collection: 'people', key: `p${n % PEOPLE}`, value: `${n} ${FILLER}` },
    { collection: 'seen', key: `s${n}`, value: `${n}` },
    { collection: 'seen', key: `s${n - SEEN}`, value: undefined },
    { collection: 'timers', key: 'next', value: `${n}` },
    { collection: 'meta', key: 'position', value: `${n}` },
  ];
}

/** Number of the last commit of the series that a state holds; 0 when it is empty. */
export async function lastNumber(state: State): Promise<number> {
  const [position] = await state.getMany('meta', ['position']);
  return Number(position ?? 0);
}

/** Expects exactly what commits 1 to n leave behind. */
export async function expectNumbered(state: State, n: number): Promise<void> {
  const numbers = Array.from({ length: n }, (_, index) => index + 1);
  const people = new Map(numbers.map((number) => [`p${number % PEOPLE}`, `${number} ${FILLER}`]));
  const seen = numbers.slice(-SEEN).map((number) => [`s${number}`, `${number}`]);
  expect(await lastNumber(state)).toBe(n);
  expect(await state.getMany('timers', ['next'])).toEqual([n === 0 ? undefined : `${n}`]);
  expect(new Map(await state.range('people', { limit: 10_000 }))).toEqual(people);
  expect(new Map(await state.range('seen', { limit: 10_000 }))).toEqual(new Map(seen as [string, string][]));
}
