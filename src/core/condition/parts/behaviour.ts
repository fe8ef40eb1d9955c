import { listOf, type Measured, SCALE, truthOf } from '../../trait/index.ts';
import type { BehaviourCondition } from '../condition.ts';
import { TIME_ZONE_ATTRIBUTE } from '../facts.ts';
import { listHolds } from '../operators/list.ts';
import { countRange } from '../operators/number.ts';
import { textHolds } from '../operators/text.ts';
import { type Check, numberCheck, timeCheck, valueCheck } from '../operators/value-check.ts';
import { type MeasureTest, type Question, questionOf } from '../question.ts';
import { isInPersonZone } from './bounds.ts';
import type { Compiler, Found, Part } from './part.ts';
import { readMeasure } from './reading.ts';

/** What the person did passes a test. */
export function behaviourPart(condition: BehaviourCondition, compiler: Compiler): Part {
  return questionPart(questionOf(condition), compiler);
}

/** A measure of what the person did passes a test. */
export function questionPart(question: Question, compiler: Compiler): Part {
  const { measure, test, window } = question;
  const isDate = test.kind === 'date' || test.kind === 'time';
  const isPersonal = isInPersonZone(window) || (isDate && test.date.timeZone === 'person');
  if (isPersonal) compiler.attribute(TIME_ZONE_ATTRIBUTE);
  const range = measure === 'count' && test.kind === 'number' ? countRange(test.comparisons) : undefined;
  const reading = readMeasure(question, compiler, checkOf(test, compiler), isPersonal, range);
  return {
    holds: reading.holds,
    nextChange: reading.nextChange,
    found: (person, at) => foundOf(question, reading.valueAt(person, at)),
  };
}

/** Compiles the test of what was measured. */
function checkOf(test: MeasureTest, { calendar }: Compiler): Check<Measured> {
  switch (test.kind) {
    case 'number':
      return numberCheck(test.comparisons);
    case 'time':
      return timeCheck(test.date, calendar);
    case 'date':
      return valueCheck({ date: test.date }, calendar);
    case 'list':
      return { holds: (value) => listHolds(test.list, listOf(value)), nextChange: () => undefined };
    case 'exists':
      return { holds: (value) => (value !== undefined) === test.exists, nextChange: () => undefined };
    case 'truth':
      return { holds: (value) => truthOf(value) === test.truth, nextChange: () => undefined };
    case 'text': {
      const holds = textHolds(test.text);
      return {
        holds: (value) => holds(value === undefined ? undefined : String(value)),
        nextChange: () => undefined,
      };
    }
  }
}

/** A measured value as people read it: numbers in units, not in ten-thousandths. */
function foundOf({ measure, as }: Pick<Question, 'measure' | 'as'>, value: Measured): Found {
  if (measure === 'firstTime' || measure === 'lastTime')
    return { kind: 'time', ms: value as number | undefined };
  return { kind: 'value', value: as === 'number' && typeof value === 'number' ? value / SCALE : value };
}
