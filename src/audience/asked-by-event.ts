import { type Event, isObject } from '../core/index.ts';
import type { Fragment } from '../profile/index.ts';
import type { AudienceProgram, LiveLeaf } from './program.ts';

const LOYALTY_ATTRIBUTES = ['loyaltyTier', 'loyaltyPoints'] as const;
const NOTHING: readonly never[] = [];
const CONSENT_EVENTS: ReadonlySet<string> = new Set(['Consent Updated', 'Subscribed', 'Unsubscribed']);

/** The parts of conditions that an event touches otherwise than through traits: by attributes and consents. */
export function askedByEvent(event: Event, program: AudienceProgram): Iterable<LiveLeaf> {
  const { type, name, properties, context } = event;
  const tells = type === 'identify' || properties.loyalty !== undefined || context.consent !== undefined;
  return tells || CONSENT_EVENTS.has(name) ? asked(event, program) : NOTHING;
}

function* asked(event: Event, program: AudienceProgram): Iterable<LiveLeaf> {
  const { properties, context, name } = event;
  if (event.type === 'identify') for (const name in properties) yield* program.askingAttribute(name);
  if (isObject(properties.loyalty))
    for (const name of LOYALTY_ATTRIBUTES) yield* program.askingAttribute(name);
  if (context.consent !== undefined || CONSENT_EVENTS.has(name)) yield* program.askingConsent;
}

/** The parts of conditions that fragments touch when they come to somebody. */
export function* askedByFragments(
  fragments: readonly Fragment[],
  program: AudienceProgram,
): Iterable<LiveLeaf> {
  for (const { traits, attributes, consents } of fragments) {
    if (traits)
      for (const [key, { name }] of program.traits) if (traits.has(name)) yield* program.reading(key);
    for (const name in attributes) yield* program.askingAttribute(name);
    if (Object.keys(consents).length > 0) yield* program.askingConsent;
  }
}
