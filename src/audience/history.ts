import type { TraitPlan, TraitState } from '../core/condition/index.ts';
import { indexTraits } from '../core/condition/index.ts';
import { type Event, INTERACTIVE_CHANNELS } from '../core/index.ts';
import type { HistoryEntry } from './records.ts';

/** An event of history with the fragment that its row belongs to, and whose that is. */
export interface HistoryEvent {
  readonly fragment: number;
  readonly person: number;
  readonly event: Event;
}

/**
 * What the events of some fragments come to, trait by trait; fragments in the order of their ids. All events of a fragment must be
 * among them. `at` is a moment before which nobody will ask.
 */
export function traitsOfHistory(
  plans: readonly TraitPlan[],
  events: Iterable<HistoryEvent>,
  at: number,
): HistoryEntry[] {
  const index = indexTraits(plans);
  const people = new Map<number, number>();
  const states = new Map<number, Map<TraitPlan, TraitState>>();
  for (const { fragment, person, event } of events) {
    people.set(fragment, person);
    for (const plan of index.touchedBy(event.name, INTERACTIVE_CHANNELS.has(event.channel))) {
      const known = states.get(fragment) ?? new Map<TraitPlan, TraitState>();
      const state = known.get(plan) ?? plan.monoid.empty();
      const said = plan.read(event);
      if (!said) continue;
      plan.put(state, said, at);
      states.set(fragment, known.set(plan, state));
    }
  }
  return [...states]
    .sort(([a], [b]) => a - b)
    .map(([fragment, known]): HistoryEntry => {
      const written: { [trait: string]: string } = {};
      for (const [plan, state] of known) {
        if (!plan.monoid.isEmpty(state)) written[plan.key] = plan.monoid.encode(state);
      }
      return [fragment, people.get(fragment)!, written];
    })
    .filter(([, , written]) => Object.keys(written).length > 0);
}
