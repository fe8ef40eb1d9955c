import { type CatalogueChange, readCatalogueEvent } from '../catalog/index.ts';
import { AUDIENCE_ENTERED, AUDIENCE_LEFT, LIST_CHANGED } from '../core/condition/index.ts';
import { DEFAULT_SETTINGS, type Event, hash53, placeOf, type Settings } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import {
  type Evidence,
  type IdentityKey,
  type JudgedIdentity,
  namespacesOf,
  normalise,
  type Rules,
  rulesOf,
} from '../identity/index.ts';
import { type CollectedHeader, type DecodedEvent, type Reject, rejectEvent } from '../ingest/index.ts';

/** The settings as the fold uses them, prepared once per change. */
export interface Program {
  readonly settings: Settings;
  readonly rules: Rules;
}

/** Prepares the settings for the fold. */
export function programOf(settings: Settings): Program {
  return { settings, rules: rulesOf(settings, namespacesOf(settings)) };
}

/** An event with its place and its identities judged, ready to be folded. */
export interface Work {
  readonly event: Event;
  readonly place: number;
  readonly evidence: Evidence;
  /** The first identity that counts; remembers the message ids of its events and owns a fragment. */
  readonly sender: IdentityKey;
}

/** An event that is about nobody: it changes the catalogue. */
export interface CatalogueWork {
  readonly event: DecodedEvent;
  readonly place: number;
  readonly change: CatalogueChange;
  readonly header: CollectedHeader;
}

/** An event that is about nobody: a fact without a person. */
export interface NobodyWork {
  readonly event: DecodedEvent;
  readonly place: number;
  /** Where its message id is remembered. */
  readonly sender: IdentityKey;
}

/** A source is one sender to whom millions of reports may belong; its message ids are remembered in so many parts. */
const MEMORIES_PER_SOURCE = 64;

/** Prepares an event about nobody for the fold. No namespace is called like that, so no person has the key. */
export function workOfNobody(event: DecodedEvent, position: number): NobodyWork {
  const part = hash53(event.id) % MEMORIES_PER_SOURCE;
  return { event, place: placeOf(position, event.ordinal), sender: `*:${event.source}/${part}` };
}

/** Reads an event of the catalogue; a reject when it cannot be taken. */
export function readForCatalogue(
  event: DecodedEvent,
  position: number,
  header: CollectedHeader,
): CatalogueWork | Reject {
  const change = readCatalogueEvent(event);
  if ('refused' in change) return rejectEvent(event, change.refused, change.message);
  return { event, place: placeOf(position, event.ordinal), change, header };
}

/** What the program says of audiences: a client that could say it would put people into them. */
const OWN_EVENTS: ReadonlySet<string> = new Set([AUDIENCE_ENTERED, AUDIENCE_LEFT, LIST_CHANGED]);

/** Judges the identities of an event; a reject when none of them can stand for anybody. */
export function judge(
  event: DecodedEvent,
  position: number,
  country: string | undefined,
  program: Program,
): Work | Reject {
  if (OWN_EVENTS.has(event.name))
    return rejectEvent(
      event,
      'event.reserved',
      'Events of this name are said by Rapport alone; change audiences by its API.',
    );
  const identities: JudgedIdentity[] = [];
  let authenticated = event.type === 'identify' || event.type === 'alias';
  for (const given of event.identities) {
    const identity = normalise(given, program.rules.namespaces, country ?? program.settings.country);
    if (!identity || identities.some((other) => other.key === identity.key)) continue;
    // An event that names two users is about the first; the second would tear people apart.
    if (identity.namespace.unique && identities.some((other) => other.namespace === identity.namespace))
      continue;
    identities.push(identity);
    authenticated ||= identity.namespace.name === 'user';
  }
  const sender = identities[0];
  if (!sender)
    return rejectEvent(
      event,
      'event.no-usable-identity',
      'None of the identities can stand for anybody: they are blank, placeholders, malformed or of unknown namespaces.',
    );
  const place = placeOf(position, event.ordinal);
  const why =
    event.type === 'identify' ? 'identify call' : event.type === 'alias' ? 'alias call' : 'same event';
  const evidence = { identities, time: event.time, place, source: event.source, authenticated, why };
  return { event, place, evidence, sender: sender.key };
}

/** The settings among the definitions, or what a new workspace starts with. */
export function settingsOf(definitions: Definitions): Settings {
  return { ...DEFAULT_SETTINGS, ...(definitions.get('settings') as Partial<Settings> | undefined) };
}
