import { type Static, Type } from 'typebox';
import { NEWEST_MAX } from '../trait/index.ts';
import { Matcher, ValueField } from './matcher.ts';
import { MEASURE_KEYS } from './measure-keys.ts';
import { ConditionWindow } from './window.ts';

/** What of behaviour is measured, in which window: the fields of a trait that people define. */
export const COMPUTED_FIELDS = {
  did: Matcher,
  in: Type.Optional(ConditionWindow),
  measure: Type.Enum(MEASURE_KEYS),
  of: Type.Optional(ValueField),
  as: Type.Optional(Type.Union([Type.Literal('number'), Type.Literal('text')])),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: NEWEST_MAX })),
} as const;

/**
 * A trait that people define: what a behaviour condition measures, without a test. `as` tells how a first or last value is read; all
 * other measures know. `size` is how many values `newest` gives, ten unless said.
 */
export const ComputedTrait = Type.Object(COMPUTED_FIELDS, {
  additionalProperties: false,
  title: 'Computed trait',
});
export type ComputedTrait = Static<typeof ComputedTrait>;
