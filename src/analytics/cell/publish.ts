import type { Condition } from '../../core/condition/index.ts';
import type { Asking, Cell } from '../question.ts';
import { membersSql } from '../segment/apply.ts';
import { compareSets, peopleOf } from './people.ts';

/** What becomes of a number that is published as an audience. */
export type Published =
  /** A condition that is true of just the people behind the number, and live from then on. */
  | { readonly how: 'live'; readonly condition: Condition; readonly people: number }
  /** A list of the people of this moment, because conditions have no words for what the number means. */
  | { readonly how: 'snapshot'; readonly because: string; readonly people: number };

/**
 * How the people behind a number become an audience. A meaning is taken only if it is true of exactly the same people: what the language
 * counts otherwise would be found out later by the wrong ones.
 */
export async function publication(cell: Cell, asking: Asking): Promise<Published> {
  const meaning = await cell.meaning(asking);
  const statement = await cell.people(asking);
  if ('cannot' in meaning) {
    const { total } = await peopleOf(cell, asking, 1, 0);
    return { how: 'snapshot', because: meaning.cannot, people: total };
  }
  const { both, one } = await compareSets(
    statement,
    membersSql(asking.frame, meaning, 'person') as never,
    asking,
  );
  if (one === 0) return { how: 'live', condition: meaning, people: both };
  const { total } = await peopleOf(cell, asking, 1, 0);
  return {
    how: 'snapshot',
    because:
      'the condition would be true of other people: it counts events that conditions leave out, or tells events of one moment apart',
    people: total,
  };
}
