import { type Static, Type } from 'typebox';
import { DateTest } from './date.ts';
import { ListTest } from './list.ts';
import { NumberTest } from './number.ts';
import { TextTest } from './text.ts';

/** The typed tests of a value, by the key under which a condition writes them. A condition has exactly one. */
export const VALUE_TESTS = {
  text: TextTest,
  number: NumberTest,
  date: DateTest,
  list: ListTest,
  /** True or false. */
  truth: Type.Boolean(),
  /** Whether there is anything at all. */
  exists: Type.Boolean(),
} as const;

export type ValueTestKind = keyof typeof VALUE_TESTS;

export const VALUE_TEST_KINDS = Object.keys(VALUE_TESTS) as readonly ValueTestKind[];

/** The tests as optional keys of an object, of which exactly one is given. */
export const ValueTestFields = {
  text: Type.Optional(TextTest),
  number: Type.Optional(NumberTest),
  date: Type.Optional(DateTest),
  list: Type.Optional(ListTest),
  truth: Type.Optional(VALUE_TESTS.truth),
  exists: Type.Optional(VALUE_TESTS.exists),
} as const;

const ValueTest = Type.Object(ValueTestFields);
export type ValueTest = Static<typeof ValueTest>;

/** The kind of test that a value is put to. */
export function testKind(test: ValueTest): ValueTestKind {
  return VALUE_TEST_KINDS.find((kind) => test[kind] !== undefined) ?? 'exists';
}
