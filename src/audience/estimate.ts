import {
  ANYTHING,
  type CompiledCondition,
  type Condition,
  compileCondition,
  conditionsSql,
  NOBODY,
  type SqlSurroundings,
} from '../core/condition/index.ts';
import { INTERACTIVE_CHANNELS } from '../core/index.ts';
import type { Purposes } from '../privacy/index.ts';
import { inTime } from './in-time.ts';
import { type Asking, surroundingsOf } from './people-query.ts';
import { CHANNELS, reachOn } from './reach.ts';
import { QUESTION_LIMITS } from './reports.ts';
import { SAMPLE_SHARE_MAX, type Sample, upToPersonOf } from './sample.ts';

/** What is to be estimated: a condition with those of other audiences in their place, and parts of it to be counted by themselves. */
export interface EstimateOrder {
  readonly condition: Condition;
  readonly parts: readonly { readonly pointer: string; readonly condition: Condition }[];
  /** What consent is asked for, to count who may be contacted, channel by channel; undefined not to. */
  readonly reach: Purposes | undefined;
  /** `exact` reads everything, `sample` the sample if there is one, `auto` what answers soon. */
  readonly mode: 'auto' | 'exact' | 'sample';
}

/** A number of people: counted, or estimated with the bounds of its 95 % confidence interval. */
export interface Count {
  readonly people: number;
  readonly low: number;
  readonly high: number;
}

/** What a condition comes to. */
export interface Estimate extends Count {
  /** Everybody. */
  readonly of: number;
  readonly isExact: boolean;
  /** The share of people looked at; 1 when exact. */
  readonly sampleShare: number;
  /** As of when (ms). */
  readonly asOf: number;
  readonly elapsedMs: number;
  /** Ids of some of the people. */
  readonly sample: number[];
  readonly parts: readonly (Count & { readonly pointer: string })[];
  readonly reach: Readonly<Record<keyof typeof CHANNELS, Count>> | undefined;
  /** How often the events that it looks at came in the last week, per second: what it would cost. */
  readonly touchesPerSecond: number;
}

/** Up to so many events everything is read: it takes no longer than a sample. */
const EXACT_EVENTS_MAX = 300_000;
/** Events of a sample that answers while somebody types. */
const SAMPLED_EVENTS = 400_000;
/** What an estimate may take in all, and what to do when that is not enough. */
const SOON = [
  10,
  'Ask again in a moment; the first answers over many events wait for the sample to be made.',
] as const;
const EXACT = [
  20,
  'Ask with `mode: "auto"`, which reads a sample, or ask again when less is going on.',
] as const;
const PEOPLE_SHOWN = 5;
const WEEK_MS = 7 * 86_400_000;
const LISTS = () => ({ list: true }) as const;

/** Where the events are read. */
interface Source {
  readonly table: string;
  readonly share: number;
  readonly asOf: number;
}

/**
 * Counts people of whom a condition is true, by SQL over everything that happened, or by a sample where that would take long.
 * Refusal: `audience.no-time` (503) when the warehouse is too busy to answer while somebody waits.
 */
export async function estimate(
  asked: Asking,
  sample: Pick<Sample, 'asOf'>,
  order: EstimateOrder,
): Promise<Estimate> {
  const startedAt = performance.now();
  const [seconds, advice] = order.mode === 'exact' ? EXACT : SOON;
  const asking = { ...asked, warehouse: inTime(asked.warehouse, seconds, advice) };
  const source = await sourceOf(asking, sample, order.mode);
  const { condition, parts } = order;
  const channels = order.reach ? reachedOn(order.reach) : [];
  const conditions = [
    condition,
    ...parts.map((part) => part.condition),
    ...channels.map(([, reached]): Condition => ({ all: [condition, reached] })),
  ];
  const compiled = conditions.map((each) => compileCondition(each, { audiences: LISTS }));
  const surroundings = await surroundingsOf(asking);
  const events = source.share === 1 ? surroundings.events : { from: source.table, person: 'person' };
  const around = { ...surroundings, events };
  const [{ hits, shown }, { people, touchesPerSecond }] = await Promise.all([
    countHits(asking, around, source.share, conditions, compiled),
    aroundOf(asking, around, source.share, compiled[0]!),
  ]);
  const counts = hits.map((hit) =>
    countOf(hit.opposite ? Math.max(0, people - hit.people) : hit.people, source.share),
  );
  const [whole, ...others] = counts;
  return {
    ...whole!,
    of: Math.round(people / source.share),
    isExact: source.share === 1,
    sampleShare: source.share,
    asOf: source.asOf,
    elapsedMs: Math.round(performance.now() - startedAt),
    sample: shown,
    parts: parts.map(({ pointer }, i) => ({ pointer, ...others[i]! })),
    reach: order.reach
      ? {
          ...UNREACHED,
          ...Object.fromEntries(channels.map(([channel], i) => [channel, others[parts.length + i]!])),
        }
      : undefined,
    touchesPerSecond,
  };
}

const NOBODY_COUNTED: Count = { people: 0, low: 0, high: 0 };
const UNREACHED = {
  email: NOBODY_COUNTED,
  sms: NOBODY_COUNTED,
  push: NOBODY_COUNTED,
} as const satisfies Record<keyof typeof CHANNELS, Count>;

/** The channels on which anybody may be contacted, with who that is. */
function reachedOn(purposes: Purposes): (readonly [channel: string, condition: Condition])[] {
  return (Object.keys(CHANNELS) as (keyof typeof CHANNELS)[]).flatMap((channel) => {
    const reached = reachOn(channel, purposes);
    return reached ? [[channel, reached] as const] : [];
  });
}

async function sourceOf(
  { warehouse, at }: Asking,
  sample: Pick<Sample, 'asOf'>,
  mode: EstimateOrder['mode'],
): Promise<Source> {
  const everything = { table: 'events', share: 1, asOf: at };
  if (mode === 'exact') return everything;
  const { rows } = await warehouse.query<{ count: number }>('select count() as count from events');
  const count = rows[0]?.count ?? 0;
  if (mode === 'auto' && count <= EXACT_EVENTS_MAX) return everything;
  const asOf = await sample.asOf();
  if (asOf === undefined) return everything;
  return { table: 'sampled_events', share: Math.min(SAMPLE_SHARE_MAX, SAMPLED_EVENTS / count), asOf };
}

interface Hits {
  readonly people: number;
  /** It was counted of whom the condition is not true, because it is true of people without any event that matters. */
  readonly opposite: boolean;
}

async function countHits(
  asking: Asking,
  around: SqlSurroundings,
  share: number,
  asked: readonly Condition[],
  compiled: readonly CompiledCondition[],
): Promise<{ hits: Hits[]; shown: number[] }> {
  const opposites = compiled.map((each) => each.holds(NOBODY, asking.at));
  const conditions = asked.map((each, i): Condition => (opposites[i] ? { not: each } : each));
  const { sql, bindings } = conditionsSql(conditions, asking.at, {
    ...around,
    ...(share === 1 ? {} : { upToPerson: upToPersonOf(share) }),
  });
  const counts = conditions.map((_, i) => `countIf(c${i}) as n${i}`);
  const isShown = opposites[0] ? 'not c0' : 'c0';
  const { rows } = await asking.warehouse.query<Record<string, number> & { shown: number[] }>(
    `select ${counts.join(', ')}, arraySort(groupArraySampleIf(${PEOPLE_SHOWN}, 1)(person, ${isShown})) as shown\nfrom (\n${sql}\n)`,
    bindings,
    QUESTION_LIMITS,
  );
  const row = rows[0];
  return {
    hits: conditions.map((_, i) => ({ people: row?.[`n${i}`] ?? 0, opposite: opposites[i]! })),
    shown: row?.shown ?? [],
  };
}

/** How many people there are in the source, and how often events come that the condition looks at. */
async function aroundOf(
  { warehouse, at }: Asking,
  { events = { from: 'events', person: 'person' } }: SqlSurroundings,
  share: number,
  { traits }: CompiledCondition,
): Promise<{ people: number; touchesPerSecond: number }> {
  const names = [...new Set(traits.flatMap((trait) => trait.names))];
  const isTouching = names.includes(ANYTHING)
    ? '(name in {names:Array(String)} or toString(channel) in {channels:Array(String)})'
    : 'name in {names:Array(String)}';
  const sampled = share === 1 ? '1' : 'person <= {upTo:Int64}';
  const { rows } = await warehouse.query<{ people: number; touches: number }>(
    `select uniqExact(${events.person}) as people,
  countIf(time >= fromUnixTimestamp64Milli({since:Int64}) and ${isTouching}) as touches
from ${events.from}
where person != 0
and ${sampled}
and time <= fromUnixTimestamp64Milli({at:Int64})`,
    {
      ...{ names, at, since: at - WEEK_MS },
      ...(names.includes(ANYTHING) ? { channels: [...INTERACTIVE_CHANNELS] } : {}),
      ...(share === 1 ? {} : { upTo: upToPersonOf(share) }),
    },
    QUESTION_LIMITS,
  );
  const { people = 0, touches = 0 } = rows[0] ?? {};
  return { people, touchesPerSecond: touches / share / (WEEK_MS / 1_000) };
}

/** The normal deviate that leaves 2.5 % beyond it. */
const Z = 1.96;

/**
 * The number of people behind a number of hits in a sample. Hits of a small sample are as good as Poisson; the bounds are Garwood's
 * (1936) in the approximation of Wilson and Hilferty, narrowed by what of the people was looked at.
 */
export function countOf(hits: number, share: number): Count {
  if (share === 1) return { people: hits, low: hits, high: hits };
  const unseen = Math.sqrt(1 - share);
  const bound = (events: number, z: number): number =>
    events === 0 ? 0 : events * (1 - 1 / (9 * events) + z / (3 * Math.sqrt(events))) ** 3;
  const low = hits - (hits - bound(hits, -Z)) * unseen;
  const high = hits + (bound(hits + 1, Z) - hits) * unseen;
  return {
    people: Math.round(hits / share),
    low: Math.max(hits, Math.floor(low / share)),
    high: Math.ceil(high / share),
  };
}
