import {
  type AudienceDocument,
  type HistoryEntry,
  type HistoryEvent,
  isBegun,
  standsUntil,
  traitsOfHistory,
} from '../audience/index.ts';
import {
  type CatalogueProduct,
  type ComputedTrait,
  holdsByReference,
  LIST_CHANGED,
} from '../core/condition/index.ts';
import { factsOf, type PlacedEvent } from '../core/condition/person.fixture.ts';
import { AUDIENCES, CATALOGUE, TRAITS } from '../core/condition/random.fixture.ts';
import { type Event, encodeRecord, placeOf } from '../core/index.ts';
import { createCalendar } from '../core/trait/index.ts';
import type { Log } from '../engine/log/index.ts';
import type { Profile } from '../profile/index.ts';
import { textLines } from './outbox.ts';
import { caughtUp, openRig, type Rig, record } from './partition.fixture.ts';
import type { PartitionOptions } from './partition.ts';
import type { TimerPace } from './timer-pace.ts';

const calendar = createCalendar();

/** A record of a kind without events. */
export function plainRecord(
  kind: 'tick' | 'listed' | 'traits' | 'filled' | 'sweep' | 'merge' | 'unmerge',
  received: number,
  body: object = {},
): Uint8Array {
  const header = { kind, by: 'test', received };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Buffer.from(JSON.stringify(body))]);
}

/** Publishes an audience; without a document it is archived. */
export function audienceRecord(
  id: string,
  received: number,
  document: Partial<AudienceDocument> | undefined,
): Uint8Array {
  const header = { kind: 'definition', key: `audience/${id}`, by: 'test', received } as const;
  const body = document === undefined ? '' : JSON.stringify({ name: id, ...document });
  return encodeRecord(header, Buffer.from(body));
}

/** What the catalogue says of the products of random conditions. */
export function productsRecord(
  received: number,
  products: Readonly<Record<string, CatalogueProduct>> = CATALOGUE,
): Uint8Array {
  const events = Object.entries(products).map(([id, product]) => ({
    id: `${id}-${received}-${JSON.stringify(product)}`,
    name: 'Product Updated',
    identities: {},
    time: received,
    properties: { product_id: id, ...product },
  }));
  return record(events, 'catalogue', received);
}

/** Defines a trait; without one it is archived. */
export function traitRecord(id: string, received: number, trait: ComputedTrait | undefined): Uint8Array {
  const header = { kind: 'definition', key: `trait/${id}`, by: 'test', received } as const;
  const body = trait === undefined ? '' : JSON.stringify({ name: id, ...trait });
  return encodeRecord(header, Buffer.from(body));
}

/** The traits and the audiences that random conditions name. */
export function namedDefinitions(received: number): Uint8Array[] {
  return [
    ...Object.entries(TRAITS).map(([id, trait]) => traitRecord(id, received, trait)),
    ...Object.entries(AUDIENCES).map(([id, audience]) => audienceRecord(id, received, audience)),
  ];
}

/** A rig that remembers every event that was folded, and who was seen. */
export interface AudienceRig extends Rig {
  readonly events: Map<number, Event>;
  people(): Promise<Profile[]>;
  /** What the job has read and not appended yet. */
  readonly toAppend: Uint8Array[];
  /** Goes on bringing the past of what waits for it and looking at everybody; so many records at most. */
  work(received: number, countMax?: number): Promise<void>;
  /** Lets everybody who is due have her turn. */
  fire(): Promise<void>;
  /** Memberships that are not as the whole history says; empty when all are. */
  wrong(): Promise<string[]>;
}

/** Nobody is before her turn, and few come to it. */
export const SLOWEST: TimerPace = { perTick: 1, perEvent: 0, perEventLate: 2, lateMs: 6 * 3_600_000 };

export async function openAudienceRig(
  log?: Log,
  more: Partial<Pick<PartitionOptions, 'pace' | 'clock'>> = {},
): Promise<AudienceRig> {
  const events = new Map<number, Event>();
  const ids = new Set<number>();
  const limits = { peopleMax: 1_000, identitiesMax: 1_000 };
  const rig = await openRig(log, {
    limits,
    ...more,
    happened: (event, person, place) => {
      ids.add(person.id);
      if (event.source !== 'audience' || event.name === LIST_CHANGED) events.set(place, event);
    },
  });
  const people = async (): Promise<Profile[]> => {
    await caughtUp(rig);
    const found = await Promise.all([...ids].map((id) => rig.partition.workingSet.readPerson(id)));
    return [...new Map(found.flatMap((person) => (person ? [[person.id, person]] : []))).values()];
  };
  const own = Object.assign(rig, { events, people, toAppend: [] }) as unknown as AudienceRig;
  own.work = (received, countMax = 100_000) => work(own, received, countMax);
  own.fire = () => fire(own);
  own.wrong = () => wrong(own);
  return own;
}

/** Which fragment each event went to, from the rows. */
async function fragmentsOf(rig: AudienceRig): Promise<Map<number, number>> {
  await caughtUp(rig);
  await rig.partition.flush();
  const fragments = new Map<number, number>();
  for (const line of textLines(rig.blocks, 'events')) {
    const [place, derived, , , fragment] = line.split('\t');
    if (derived === '0') fragments.set(Number(place), Number(fragment));
  }
  return fragments;
}

/** Reads what the job would read next, into the records that it would append. */
async function readPast(rig: AudienceRig, received: number): Promise<void> {
  const fragments = await fragmentsOf(rig);
  const { book } = rig.partition;
  const holders = await rig.people();
  const [fill] = book.fills.values();
  const [sweep] = book.sweeps.values();
  // Nothing joins what is begun; what is read before that could miss who comes until then.
  if (fill && !isBegun(fill))
    rig.toAppend.push(plainRecord('traits', received, { fill: fill.since, upTo: 0, entries: [] }));
  else if (!fill && sweep && !isBegun(sweep))
    rig.toAppend.push(plainRecord('sweep', received, { sweep: sweep.since, people: [], upTo: 0 }));
  else if (fill) {
    const past = [...fragments].flatMap(([place, fragment]): HistoryEvent[] => {
      const event = rig.events.get(place);
      const holder = holders.find((person) => ownsFragment(person, fragment));
      if (!event || place >= placeOf(fill.since, 0)) return [];
      return [{ fragment, person: holder?.id ?? 1, event }];
    });
    const ids = holders.map(({ id }) => id).sort((a, b) => a - b);
    let asked = 0;
    const end = (upTo: number, entries: readonly HistoryEntry[]): void => {
      const people = ids.filter((id) => id > asked && id <= upTo);
      rig.toAppend.push(plainRecord('traits', received, { fill: fill.since, upTo, entries, people }));
      asked = upTo;
    };
    for (const entry of traitsOfHistory(book.plansOf(fill), past, fill.at)) end(entry[0], [entry]);
    end(Number.MAX_SAFE_INTEGER, []);
    rig.toAppend.push(plainRecord('filled', received, { fill: fill.since }));
  } else if (sweep) {
    const { since, changedSince } = sweep;
    const changed = changedSince === undefined ? undefined : rig.partition.changedSince(changedSince);
    for (const id of changed ?? holders.map(({ id }) => id).sort((a, b) => a - b))
      rig.toAppend.push(plainRecord('sweep', received, { sweep: since, people: [id], upTo: id }));
    rig.toAppend.push(plainRecord('sweep', received, { sweep: since, people: [], upTo: null }));
  }
}

/** Does as much as it may of what the job does with the warehouse, from the rows at hand. */
async function work(rig: AudienceRig, received: number, countMax: number): Promise<void> {
  for (let count = 0; count < countMax; count++) {
    await caughtUp(rig);
    if (rig.toAppend.length === 0) await readPast(rig, received);
    const bytes = rig.toAppend.shift();
    if (!bytes) return;
    await rig.append(bytes);
  }
}

async function fire(rig: AudienceRig): Promise<void> {
  for (;;) {
    await caughtUp(rig);
    const { timers, at } = rig.partition;
    if ((timers.next() ?? Number.POSITIVE_INFINITY) > at) break;
    await rig.append(plainRecord('tick', at));
  }
  for (const { id, due } of await rig.people())
    if (due !== undefined && due <= rig.partition.at) throw new Error(`person ${id} is overdue`);
}

function ownsFragment(person: Profile, fragment: number): boolean {
  return person.fragments.some((each) => each.id === fragment || each.also?.some(([id]) => id === fragment));
}

async function wrong(rig: AudienceRig): Promise<string[]> {
  const fragments = await fragmentsOf(rig);
  const { book, at, catalogue, settings } = rig.partition;
  const { attributePolicy: policy } = settings;
  const sources = policy.kind === 'source-precedence' ? policy.sources : [];
  const around = { audiences: (id: string) => AUDIENCES[id], catalogue: catalogue.lookup, calendar };
  const found: string[] = [];
  const sizes = new Map<string, number>();
  for (const person of await rig.people()) {
    for (const id in person.audiences) sizes.set(id, (sizes.get(id) ?? 0) + 1);
    const events: PlacedEvent[] = [...fragments].flatMap(([place, fragment]) => {
      const event = rig.events.get(place);
      return event && ownsFragment(person, fragment) ? [{ ...event, place }] : [];
    });
    const asOf = standsUntil(person, at);
    for (const { id, inForce, paused } of book.audiences.values()) {
      const isSwept = ![...book.sweeps.values()].some((sweep) => sweep.audiences.includes(id));
      if (!inForce || paused !== undefined || !isSwept) continue;
      const history = { ...factsOf(events, asOf, sources, person.id), events };
      const expected = holdsByReference(inForce.condition, history, asOf, around);
      if (expected !== (person.audiences?.[id] !== undefined))
        found.push(
          `person ${person.id} should ${expected ? '' : 'not '}be in ${id} ${JSON.stringify(inForce.condition)} at ${asOf}`,
        );
    }
  }
  for (const id of new Set([...sizes.keys(), ...book.sizes.keys()]))
    if (sizes.get(id) !== book.sizes.get(id))
      found.push(`${id} has ${sizes.get(id)} members and not ${book.sizes.get(id)}`);
  return found;
}
