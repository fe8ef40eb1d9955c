import type { Condition } from '../core/condition/index.ts';
import { refusal } from '../core/index.ts';
import { AUDIENCE_KEY, type AudienceContent, conditionOf } from './document.ts';
import type { AudienceDeps } from './route-parts.ts';

/** What somebody is writing: who would be in it. */
export interface Draft {
  readonly condition?: unknown;
  readonly set?: unknown;
}

/**
 * The condition of a draft. Refusal: `definition.not-valid` (422) with the findings of publishing it, each with its place and what to do.
 */
export function checkedContent({ condition, set }: Draft, { desk }: Pick<AudienceDeps, 'desk'>): Condition {
  const { definitions } = desk;
  const content = {
    name: 'draft',
    ...(condition === undefined ? {} : { condition }),
    ...(set === undefined ? {} : { set }),
  };
  const found = definitions.kinds.check(`${AUDIENCE_KEY}/draft`, content, {
    document: (key) => definitions.get(key),
  });
  const findings = found.filter(({ severity }) => severity === 'error');
  const [first] = findings;
  if (first)
    throw refusal('definition.not-valid', 422, `At ${first.pointer || 'the draft'}: ${first.message}`, {
      detail: { findings },
    });
  return conditionOf(content as unknown as AudienceContent) as Condition;
}
