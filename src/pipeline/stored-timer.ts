import type { Change } from '../engine/state/index.ts';
import type { Profile } from '../profile/index.ts';
import { timerKey } from './keys.ts';

// On the person herself and not in a WeakMap: a great one makes every garbage collection slower. JSON leaves symbols out.
const STORED_DUE: unique symbol = Symbol('what collection timers holds for her');

type Remembering = Profile & { [STORED_DUE]?: number | undefined };

function remember(person: Remembering, due: number | undefined): void {
  if (person[STORED_DUE] !== due) person[STORED_DUE] = due;
}

/** She was read from the state, which holds her timer. */
export function timerIsStored(person: Profile): void {
  remember(person, person.due);
}

/** Who was absorbed comes back under her id; what the state holds for it stays known. */
export function inheritTimer(person: Profile, before: Remembering): void {
  remember(person, before[STORED_DUE]);
}

/** What makes the state hold her timer as it is now. It is stored with her, so that the two always agree. */
export function timerChanges(person: Remembering): Change[] {
  const { id, due } = person;
  const stored = person[STORED_DUE];
  if (stored === due) return [];
  remember(person, due);
  const changes: Change[] = [];
  if (stored !== undefined)
    changes.push({ collection: 'timers', key: timerKey(stored, id), value: undefined });
  if (due !== undefined) changes.push({ collection: 'timers', key: timerKey(due, id), value: '' });
  return changes;
}
