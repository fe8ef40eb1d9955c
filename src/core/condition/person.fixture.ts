import { type Event, INTERACTIVE_CHANNELS } from '../event.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { PersonView, TraitState } from './person-view.ts';
import { indexTraits, type TraitPlan } from './traits.ts';

/** An event with its place in the log. */
export interface PlacedEvent extends Event {
  readonly place: number;
}

type Facts = Pick<PersonView, 'id' | 'attribute' | 'consent'>;

/**
 * Attributes and consents as the profile keeps them: the newest statement by event time counts, or, where sources have precedence,
 * that of the strongest source; null takes an attribute away.
 */
export function factsOf(
  events: readonly PlacedEvent[],
  at: number,
  precedence: readonly string[] = [],
  id = 1,
): Facts {
  const past = events.filter((event) => event.time <= at);
  const rank = ({ source }: Event): number =>
    precedence.includes(source) ? precedence.indexOf(source) : precedence.length;
  return {
    id,
    attribute(name) {
      const said = past.flatMap((event) => {
        const value = attributesOf(event)[name];
        return value === undefined ? [] : [{ event, value, text: JSON.stringify(value) }];
      });
      said.sort(
        (a, b) => rank(a.event) - rank(b.event) || b.event.time - a.event.time || (a.text > b.text ? -1 : 1),
      );
      return said[0]?.value ?? undefined;
    },
    consent(channel, purpose) {
      const statements = past.flatMap((event) =>
        consentsOf(event)
          .filter((said) => (said.channel === channel || said.channel === 'any') && said.purpose === purpose)
          .map(({ state }) => ({ state, time: event.time })),
      );
      const newest = Math.max(...statements.map(({ time }) => time));
      const last = statements.filter(({ time }) => time === newest);
      if (last.length === 0) return undefined;
      return last.some(({ state }) => state === 'out') ? 'out' : 'in';
    },
  };
}

function attributesOf(event: Event): JsonObject {
  if (event.type === 'identify') return event.properties;
  const { loyalty } = event.properties;
  if (!isObject(loyalty)) return {};
  const { tier, points } = loyalty;
  return {
    ...(tier === undefined ? {} : { loyaltyTier: tier }),
    ...(points === undefined ? {} : { loyaltyPoints: points }),
  };
}

interface Statement {
  readonly channel: Json;
  readonly purpose: Json;
  readonly state: 'in' | 'out';
}

/** The rule of privacy/consent.ts, said again: core may not look up to it. */
function consentsOf(event: Event): Statement[] {
  const said: Statement[] = [];
  const say = ({ channel = 'any', purpose = 'marketing' }: JsonObject, state: Json | undefined): void => {
    if (state === 'in' || state === true) said.push({ channel, purpose, state: 'in' });
    if (state === 'out' || state === false) said.push({ channel, purpose, state: 'out' });
  };
  const { consents } = event.properties;
  if (event.name === 'Consent Updated')
    for (const item of Array.isArray(consents) ? consents : [event.properties])
      if (isObject(item)) say(item, item.state);
  if (event.name === 'Subscribed') say({ channel: 'email', ...event.properties }, true);
  if (event.name === 'Unsubscribed') say({ channel: 'email', ...event.properties }, false);
  const preferences = isObject(event.context.consent) ? event.context.consent.categoryPreferences : undefined;
  if (isObject(preferences))
    for (const [purpose, state] of Object.entries(preferences)) say({ purpose }, state);
  return said;
}

/** The traits of one fragment, fed event by event in the order of arrival. */
export interface Fragment {
  readonly states: Map<string, TraitState>;
  feed(event: Event): void;
  settle(at: number): void;
}

/** A fragment of a program's traits. */
export function newFragment(plans: readonly TraitPlan[]): Fragment {
  const index = indexTraits(plans);
  const states = new Map<string, TraitState>();
  return {
    states,
    feed(event) {
      for (const plan of index.touchedBy(event.name, INTERACTIVE_CHANNELS.has(event.channel))) {
        const state = states.get(plan.key) ?? plan.monoid.empty();
        const said = plan.read(event);
        if (!said) continue;
        plan.put(state, said, Number.NEGATIVE_INFINITY);
        states.set(plan.key, state);
      }
    },
    settle(at) {
      for (const plan of plans) {
        const state = states.get(plan.key);
        if (state) plan.monoid.settle(state, at);
      }
    },
  };
}

/** A person of several fragments, written out and read back on the way as a checkpoint does. */
export function viewOver(
  plans: readonly TraitPlan[],
  fragments: readonly Fragment[],
  facts: Facts,
): PersonView {
  const merged = new Map<string, TraitState>();
  for (const plan of plans)
    for (const fragment of fragments) {
      const state = fragment.states.get(plan.key);
      if (!state) continue;
      const stored = plan.monoid.decode(plan.monoid.encode(state));
      const known = merged.get(plan.key);
      merged.set(plan.key, known ? plan.monoid.merge(known, stored) : stored);
    }
  return { ...facts, trait: (key) => merged.get(key) };
}
