import { ANYTHING, type TraitPlan } from '../core/condition/index.ts';
import {
  type Channel,
  type Event,
  type EventType,
  INTERACTIVE_CHANNELS,
  type JsonObject,
} from '../core/index.ts';
import type { Bindings, CurrentPerson } from '../engine/warehouse/index.ts';
import type { HistoryEvent } from './history.ts';

/** Which events of history some traits need. */
export interface PastQuestion {
  readonly plans: readonly TraitPlan[];
  /** Only events before this place. */
  readonly before: number;
  /** Time of the log there (ms): what no window reaches any more is left out. */
  readonly at: number;
}

/** What has to be read of an event; the rest costs most of the time and is left where it is. */
interface Needs {
  readonly properties: boolean;
  readonly context: boolean;
  readonly origin: boolean;
}

/** A fragment's events, as columns. */
export interface PastRow {
  fragment: number;
  /** Who has the fragment now. */
  holder: number;
  /** Names, or where they stand among those asked for, from 1. */
  names: (string | number)[];
  times: number[];
  channels?: string[];
  sources?: string[];
  types?: string[];
  properties?: string[];
  contexts?: string[];
}

/** Whether a condition over the rows of `events` holds, and its bindings. */
interface Where {
  readonly text: string;
  readonly bindings: Bindings;
}

/** Which rows a question reads. */
export function whereOf({ plans, before, at }: PastQuestion): Where {
  const names = namesOf(plans);
  const since = earliest(plans, at);
  const parts = ['place < {before:UInt64}', 'derived = 0'];
  const named = 'name in {names:Array(String)}';
  parts.push(names.includes(ANYTHING) ? `(${named} or channel in {channels:Array(String)})` : named);
  if (since !== undefined) parts.push('time >= fromUnixTimestamp64Milli({since:Int64})');
  return {
    text: parts.join('\nand '),
    bindings: {
      before,
      names,
      ...(names.includes(ANYTHING) ? { channels: [...INTERACTIVE_CHANNELS] } : {}),
      ...(since === undefined ? {} : { since }),
    },
  };
}

/** The names of the events that traits look at. */
function namesOf(plans: readonly TraitPlan[]): string[] {
  return [...new Set(plans.flatMap((plan) => plan.names))].sort();
}

function isAnything({ plans }: PastQuestion): boolean {
  return plans.some((plan) => plan.names.includes(ANYTHING));
}

/** The time before which no window of any of the traits reaches; undefined when one reaches for ever. */
function earliest(plans: readonly TraitPlan[], at: number): number | undefined {
  const starts = plans.map(
    ({ spec }) => spec.from ?? (spec.keptMs === undefined ? undefined : at - spec.keptMs),
  );
  return starts.includes(undefined) ? undefined : Math.min(...(starts as number[]));
}

function needsOf(plans: readonly TraitPlan[]): Needs {
  const text = JSON.stringify(plans.map(({ spec }) => spec));
  return {
    properties:
      /"(property|product|products|perLine|catalogue)":/.test(text) ||
      plans.some((plan) => plan.asksCatalogue),
    context: /"context":/.test(text),
    origin: /"origin":/.test(text),
  };
}

/** How many events there are to read. */
export function countSql(question: PastQuestion): { sql: string; bindings: Bindings } {
  const { text, bindings } = whereOf(question);
  return { sql: `select count() as count\nfrom events\nwhere ${text}`, bindings };
}

/** The events of the fragments above one id and up to another, a row a fragment. */
export function pastSql(
  question: PastQuestion,
  { from, person }: CurrentPerson,
  above: number,
  upTo: number,
): { sql: string; bindings: Bindings } {
  const { text, bindings } = whereOf(question);
  const needs = needsOf(question.plans);
  const columns = [
    'fragment',
    `any(${person}) as holder`,
    // A number takes a tenth of the time of a name.
    isAnything(question)
      ? 'groupArray(name) as names'
      : 'groupArray(indexOf({names:Array(String)}, name)) as names',
    'groupArray(toUnixTimestamp64Milli(time)) as times',
    ...(needs.origin || isAnything(question) ? ['groupArray(toString(channel)) as channels'] : []),
    ...(needs.origin ? ['groupArray(source) as sources', 'groupArray(toString(type)) as types'] : []),
    ...(needs.properties ? ['groupArray(properties_text) as properties'] : []),
    ...(needs.context ? ['groupArray(context_text) as contexts'] : []),
  ];
  return {
    sql: `select ${columns.join(', ')}
from ${from}
where fragment > {above:Int64} and fragment <= {upTo:Int64}
and ${text}
group by fragment`,
    bindings: { ...bindings, above, upTo },
  };
}

const NOTHING: JsonObject = {};

/** The events of rows, as far as they were read. */
export function* eventsOf({ plans }: PastQuestion, rows: readonly PastRow[]): Iterable<HistoryEvent> {
  const names = namesOf(plans);
  for (const row of rows) yield* eventsOfRow(row, names);
}

function* eventsOfRow(row: PastRow, names: readonly string[]): Iterable<HistoryEvent> {
  for (const [i, name] of row.names.entries()) {
    const event: Event = {
      id: '',
      type: (row.types?.[i] ?? 'track') as EventType,
      name: typeof name === 'number' ? names[name - 1]! : name,
      time: row.times[i]!,
      received: row.times[i]!,
      source: row.sources?.[i] ?? '',
      channel: (row.channels?.[i] ?? 'web') as Channel,
      identities: [],
      properties: row.properties ? (JSON.parse(row.properties[i]!) as JsonObject) : NOTHING,
      context: row.contexts ? (JSON.parse(row.contexts[i]!) as JsonObject) : NOTHING,
    };
    yield { fragment: row.fragment, person: row.holder, event };
  }
}

/** Whether the properties are among what is read, which makes rows ten times as large. */
export function readsProperties(plans: readonly TraitPlan[]): boolean {
  const { properties, context } = needsOf(plans);
  return properties || context;
}
