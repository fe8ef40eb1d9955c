import { and, numberComparisons, testOfNumber, testOfText } from '../../../core/condition/index.ts';
import { isObject, refusal } from '../../../core/index.ts';
import type { Events } from '../../rows/events.ts';
import { type Find, textOf } from '../dimension.ts';
import { columnOf, type Lookup } from './lookup-kind.ts';
import type { Derived } from './schema.ts';
import { summarySql } from './summary.ts';

/** A derived value as a SQL text, '' where there is none. Refusals: `analytics.unknown-dimension`, `analytics.unknown-lookup`, `analytics.unknown-column` (422). */
export function derivedSql(derived: Derived, events: Events, find: Find): string {
  const inner = (part: Derived): string => derivedSql(part, events, find);
  const text = (value: string): string => events.bind('String', value);
  const named = (sql: string): string => events.name(sql);
  if ('dimension' in derived) return dimensionValue(derived.dimension, events, find);
  if ('constant' in derived) return text(derived.constant);
  if ('case' in derived) {
    const cases = derived.case.map(
      ({ when, value }) => `${and(...when.map((test) => testSql(test, events, find)))}, ${inner(value)}`,
    );
    return named(`multiIf(${cases.join(', ')}, ${derived.otherwise ? inner(derived.otherwise) : "''"})`);
  }
  if ('classify' in derived)
    return looked(
      inner(derived.classify),
      derived.values,
      derived.otherwise && inner(derived.otherwise),
      events,
    );
  if ('lookup' in derived)
    return looked(
      inner(derived.lookup),
      tableOf(derived, events),
      derived.otherwise ? inner(derived.otherwise) : "''",
      events,
    );
  if ('concatenate' in derived) {
    const parts = derived.concatenate.map(inner);
    return named(
      `arrayStringConcat(arrayFilter(v -> v != '', [${parts.join(', ')}]), ${text(derived.separator ?? '')})`,
    );
  }
  if ('replace' in derived)
    return named(`replaceAll(${inner(derived.replace)}, ${text(derived.find)}, ${text(derived.with)})`);
  if ('lower' in derived) return named(`lowerUTF8(${inner(derived.lower)})`);
  if ('trim' in derived) return named(`trim(both ' ' from ${inner(derived.trim)})`);
  if ('merge' in derived) return named(`arrayFirst(v -> v != '', [${derived.merge.map(inner).join(', ')}])`);
  if ('next' in derived) return beside('lead', inner(derived.next), derived.within, events);
  if ('previous' in derived) return beside('lag', inner(derived.previous), derived.within, events);
  if ('regex' in derived)
    return named(`replaceRegexpAll(${inner(derived.regex)}, ${text(derived.find)}, ${text(derived.with)})`);
  if ('split' in derived)
    return named(
      `splitByString(${text(derived.by)}, ${inner(derived.split)})[${derived.part === 0 ? 1 : derived.part}]`,
    );
  if ('url' in derived) return named(urlSql(inner(derived.url), derived.part, text));
  if ('math' in derived) {
    const [a, b] = derived.of.map((part) => `toFloat64OrNull(${inner(part)})`);
    const divisor = derived.math === '/' ? `nullIf(${b}, 0)` : b;
    return named(`ifNull(toString(${a} ${derived.math} ${divisor}), '')`);
  }
  return summarySql(derived, events, find, derivedSql);
}

function dimensionValue(id: string, events: Events, find: Find): string {
  const dimension = find(id);
  if (!dimension)
    throw refusal('analytics.unknown-dimension', 422, `There is no dimension “${id}”.`, {
      detail: { dimension: id },
    });
  return events.name(textOf(dimension, dimension.read(events), events));
}

type Test = Extract<Derived, { case: unknown }>['case'][number]['when'][number];

/** Conditions compare numbers in ten-thousandths. */
const SCALE = 10_000;

function testSql(test: Test, events: Events, find: Find): string {
  const value = derivedSql(test.of, events, find);
  if (test.text) return testOfText(events.query, test.text, value);
  const number = events.name(`toInt64OrNull(toString(round(toFloat64OrNull(${value}) * ${SCALE})))`);
  return testOfNumber(events.query, numberComparisons(test.number ?? {}), number);
}

/** A value by a table of values; what it does not hold stays, or is `otherwise`. */
function looked(
  value: string,
  table: Readonly<Record<string, string>>,
  otherwise: string | undefined,
  events: Events,
): string {
  const [from, to] = [
    events.bind('Array(String)', Object.keys(table)),
    events.bind('Array(String)', Object.values(table)),
  ];
  return events.name(`transform(${value}, ${from}, ${to}, ${otherwise ?? value})`);
}

function tableOf(
  { table, column }: Extract<Derived, { lookup: unknown }>,
  { frame }: Events,
): Readonly<Record<string, string>> {
  const document = frame.definition(`lookup/${table}`) as Lookup | undefined;
  if (!isObject(document?.values as never))
    throw refusal('analytics.unknown-lookup', 422, `There is no live lookup “${table}”.`, {
      detail: { lookup: table },
    });
  const found = columnOf(document!, column);
  if (!found)
    throw refusal('analytics.unknown-column', 422, `The lookup “${table}” has no column “${column}”.`, {
      detail: { lookup: table, column: column! },
    });
  return found;
}

/** The value of the event after, or before, of the same session or person. Its neighbours must be read, whatever is counted. */
function beside(side: 'lead' | 'lag', value: string, within: 'session' | 'person', events: Events): string {
  events.needs('1');
  events.looksBeside();
  const of = within === 'session' ? 'who, session' : 'who';
  const window = `partition by ${of} order by time, place, derived rows between unbounded preceding and unbounded following`;
  const found = events.name(`${side}InFrame(${value}) over (${window})`);
  return within === 'session' ? events.name(`if(session = 0, '', ${found})`) : found;
}

function urlSql(
  url: string,
  part: Extract<Derived, { url: unknown }>['part'],
  text: (value: string) => string,
): string {
  if (typeof part !== 'string')
    return `decodeURLComponent(extractURLParameter(${url}, ${text(part.parameter)}))`;
  const functions = {
    protocol: 'protocol',
    host: 'domain',
    path: 'path',
    query: 'queryString',
    fragment: 'fragment',
  } as const;
  return `${functions[part]}(${url})`;
}
