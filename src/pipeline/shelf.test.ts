import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

const KEYS = 6;
const key = fc.nat(KEYS - 1);
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), key }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('letGo' as const), key }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), key }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), count: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('takeNamed' as const), key }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('stored' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('turn' as const) }) },
);

it('gives every record as it was left, whatever is stored, let go or makes room in between', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { size: 'large', maxLength: 200 }), (steps) => {
      const shelf = new Shelf<number, { n: number }>(2);
      const store = new Map<number, number>();
      const expected = new Map<number, number>();
      let onTheWay: [number, number][] = [];
      /** As the fold does before it needs one. */
      const load = (key: number): { n: number } => {
        for (const id of shelf.missing([key])) shelf.put(id, { n: store.get(id) ?? 0 });
        return shelf.get(key)!;
      };
      const taken = (records: readonly [number, { n: number }][]): void => {
        onTheWay.push(...records.map(([id, { n }]): [number, number] => [id, n]));
      };
      for (const [place, step] of steps.entries()) {
        if (step.kind === 'change') {
          load(step.key).n = place;
          shelf.mark(step.key, place);
          expected.set(step.key, place);
        } else if (step.kind === 'letGo') shelf.letGo([step.key]);
        else if (step.kind === 'look') expect(load(step.key).n).toBe(expected.get(step.key) ?? 0);
        else if (step.kind === 'turn') shelf.turn();
        else if (step.kind === 'stored') {
          for (const [id, n] of onTheWay) store.set(id, n);
          onTheWay = [];
          shelf.stored();
          // One commit after the other.
        } else if (onTheWay.length === 0)
          taken(step.kind === 'take' ? shelf.take(step.count) : shelf.takeNamed([step.key]));
      }
      for (let id = 0; id < KEYS; id++) expect(load(id).n).toBe(expected.get(id) ?? 0);
    }),
    { numRuns: 500 },
  );
});

it('has no room for what was let go, once it is stored and unless somebody asked for it again', () => {
  const shelf = new Shelf<number, string>(100);
  for (const id of [1, 2, 3, 4]) shelf.put(id, 'x');
  shelf.mark(2, 1);
  shelf.mark(3, 1);
  shelf.letGo([1, 2, 3]);
  expect(shelf.missing([1])).toEqual([1]);
  expect(shelf.size).toBe(3);
  shelf.take(10);
  expect(shelf.missing([3])).toEqual([]);
  shelf.stored();
  expect(shelf.missing([1, 2, 3, 4])).toEqual([1, 2]);
});
