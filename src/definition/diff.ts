import { type Static, Type } from 'typebox';
import { isObject, own, pointerPart } from '../core/index.ts';

/** One place in which two documents differ. */
export const DifferenceSchema = Type.Object(
  {
    pointer: Type.String({ description: 'JSON pointer to the place' }),
    before: Type.Optional(Type.Unknown({ description: 'Absent where something was added' })),
    after: Type.Optional(Type.Unknown({ description: 'Absent where something was removed' })),
  },
  { additionalProperties: false },
);
export type Difference = Static<typeof DifferenceSchema>;

const DIFFERENCES_MAX = 1_000;

/** The places in which two JSON documents differ, in the order of the first one; at most 1,000. */
export function differences(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare(before, after, '', found);
  return found;
}

function compare(before: unknown, after: unknown, pointer: string, found: Difference[]): void {
  if (before === after || found.length >= DIFFERENCES_MAX) return;
  const both = Array.isArray(before) && Array.isArray(after);
  if (both || (isObject(before) && isObject(after))) {
    const [a, b] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      compare(own(a, key), own(b, key), `${pointer}/${pointerPart(key)}`, found);
    return;
  }
  found.push({
    pointer,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}
