import type { AttributeCondition } from '../condition.ts';
import { TIME_ZONE_ATTRIBUTE } from '../facts.ts';
import { valueCheck } from '../operators/value-check.ts';
import { keysOf, readPath } from '../path.ts';
import { type PersonView, zoneOf } from '../person-view.ts';
import type { Compiler, Part } from './part.ts';

/** What is known of the person passes a test. */
export function attributePart(condition: AttributeCondition, compiler: Compiler): Part {
  const [name = '', ...rest] = keysOf(condition.attribute);
  const check = valueCheck(condition, compiler.calendar);
  const read = (person: PersonView) => readPath(person.attribute(name), rest);
  compiler.attribute(name);
  if (condition.date?.timeZone === 'person') compiler.attribute(TIME_ZONE_ATTRIBUTE);
  return {
    holds: (person, at) => check.holds(read(person), at, zoneOf(person)),
    nextChange: (person, at) => check.nextChange(read(person), at, zoneOf(person)),
    found: (person) => ({ kind: 'value', value: read(person) }),
  };
}
