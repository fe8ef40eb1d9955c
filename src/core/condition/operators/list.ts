import { type Static, Type } from 'typebox';

const LIST_VALUES_MAX = 1_000;

const Values = Type.Array(Type.String({ minLength: 1, maxLength: 256 }), {
  minItems: 1,
  maxItems: LIST_VALUES_MAX,
});
const Size = Type.Integer({ minimum: 0, maximum: 10_000 });

/** What a list of texts must hold. A missing list is empty, a single value is a list of one. */
export const ListTest = Type.Object(
  {
    /** At least one of these. */
    includes: Type.Optional(Values),
    includesAll: Type.Optional(Values),
    includesNone: Type.Optional(Values),
    sizeAtLeast: Type.Optional(Size),
    sizeAtMost: Type.Optional(Size),
  },
  { additionalProperties: false, minProperties: 1, title: 'List' },
);
export type ListTest = Static<typeof ListTest>;

/** Whether a list passes. */
export function listHolds(test: ListTest, list: readonly string[]): boolean {
  const { includes, includesAll, includesNone, sizeAtLeast, sizeAtMost } = test;
  const has = (value: string): boolean => list.includes(value);
  return (
    (!includes || includes.some(has)) &&
    (!includesAll || includesAll.every(has)) &&
    !includesNone?.some(has) &&
    (sizeAtLeast === undefined || list.length >= sizeAtLeast) &&
    (sizeAtMost === undefined || list.length <= sizeAtMost)
  );
}
