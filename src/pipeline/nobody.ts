import { check } from '../ingest/index.ts';
import { factLine } from '../profile/index.ts';
import type { NobodyWork, Work } from './judge.ts';
import { checkAgain, type Outputs, type StepOutcome, type Surroundings, step, stepAgain } from './step.ts';
import type { WorkingSet } from './working-set.ts';

const NO_SESSION = { session: 0, absorbedSession: 0 };

/**
 * Folds an event into the person it is about, or into nobody.
 * @param isAgain whether an earlier run folded it and stored what came of it
 */
export function foldWork(
  work: Work | NobodyWork,
  around: Surroundings,
  outputs: Outputs,
  isAgain: boolean,
): StepOutcome {
  if (!('evidence' in work)) return foldNobody(work, around.set, outputs, isAgain);
  return isAgain ? stepAgain(work, around) : step(work, around, outputs);
}

/** It counts once, and becomes a row with person and fragment 0. */
function foldNobody(
  work: NobodyWork,
  set: WorkingSet,
  outputs: Pick<Outputs, 'fact'>,
  isAgain: boolean,
): StepOutcome {
  const { event, place, sender } = work;
  set.at(place);
  if (isAgain) {
    const verdict = checkAgain(work, set);
    if (verdict === 'new') set.markSeen(sender);
    return verdict === 'again' ? 'duplicate' : 'folded';
  }
  if (check(set.seen(sender), event.id, place, event.received) === 'again') return 'duplicate';
  set.markSeen(sender);
  const { currency } = event.properties;
  const line = factLine(event, {
    place,
    person: 0,
    fragment: 0,
    folded: NO_SESSION,
    revenue: 0,
    orderCount: 0,
    isOrder: false,
    currency: typeof currency === 'string' ? currency.slice(0, 3) : '',
    keys: [],
  });
  outputs.fact(line, place);
  return 'folded';
}
