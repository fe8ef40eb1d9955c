import type { ConsentCondition } from '../condition.ts';
import { PURPOSE_DEFAULT } from '../facts.ts';
import type { Compiler, Part } from './part.ts';

/** What the person allowed. */
export function consentPart(condition: ConsentCondition, compiler: Compiler): Part {
  const { channel, purpose = PURPOSE_DEFAULT } = condition.consent;
  compiler.consent(channel, purpose);
  return {
    holds: (person) => (person.consent(channel, purpose) ?? 'unknown') === condition.is,
    nextChange: () => undefined,
    found: (person) => ({ kind: 'value', value: person.consent(channel, purpose) }),
  };
}
