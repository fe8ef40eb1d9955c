import type { ComputedTrait } from './computed.ts';
import type { BehaviourCondition } from './condition.ts';
import { type Question, questionOf } from './question.ts';

/** A measure of behaviour as a question about a number, whatever it is: for putting people in order. */
export function numberQuestion({ did, in: window, measure, of }: ComputedTrait): Question {
  const about = { did, ...(window ? { in: window } : {}) };
  const any = { atLeast: 0 };
  if (measure === 'firstTime' || measure === 'lastTime')
    return questionOf({ ...about, [measure]: { after: '1900-01-01' } });
  if (measure === 'times' || measure === 'lines') return questionOf({ ...about, [measure]: any });
  const test = measure === 'first' || measure === 'last' ? { number: any } : any;
  return questionOf({ ...about, [measure]: { of, ...test } } as BehaviourCondition);
}
