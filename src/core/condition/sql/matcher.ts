import { INTERACTIVE_CHANNELS } from '../../event.ts';
import { ORDER_RESTATED } from '../facts.ts';
import {
  ANYTHING,
  type EventFilter,
  LINE_AMOUNT,
  type Matcher,
  namesOf,
  type ProductFilter,
  type ValueField,
} from '../matcher.ts';
import { testKind } from '../operators/kinds.ts';
import { numberComparisons } from '../operators/number.ts';
import type { TextTest } from '../operators/text.ts';
import { keysOf } from '../path.ts';
import { comparesDynamically, dynamicColumn, lineColumn, textColumn } from './columns.ts';
import { and, inline, or, type Query } from './query.ts';
import { numberOfDynamic, numberOfRaw, rawAt, scaled, textOfRaw } from './read.ts';
import { testOfNumber, testOfRaw, testOfText } from './tests.ts';

/** Which rows fit a matcher, and what can be read of them. */
export interface Rows {
  /** A test of a row. */
  readonly test: string;
  /** A cheap test in terms of the table's columns that every fitting row passes. */
  readonly names: string;
  /** The typed value of a field of the row: '' or null where it is missing. */
  valueOfRow(field: Exclude<ValueField, { product: string }>, as: 'number' | 'text'): string;
  /** An array with one entry a fitting line: the typed value of a field. */
  valuesOfLines(path: string, as: 'number' | 'text'): string;
  /** An array with one entry a fitting line: the line. */
  lines(): string;
}

/** The rows that a matcher means. Nothing is taken out of the JSON of rows that do not even have the name. */
export function rowsOf(query: Query, matcher: Matcher): Rows {
  const names = nameTest(query, matcher);
  const isNamed = query.row(names);
  const filters = (matcher.where ?? []).map((filter) => filterTest(query, filter, isNamed));
  const allLines: Lines = {
    texts: () => query.row(`if(${isNamed}, ${LINES}, [])`),
    column: (name) => query.row(`if(${isNamed}, ${query.base(name)}, [])`),
  };
  const masks = (matcher.products ?? []).map((filter) => query.row(lineMask(query, filter, allLines)));
  const lines = (): string => fitting(query, allLines.column('product_ids'), masks);
  return {
    names,
    lines,
    test: query.row(and(isNamed, ...filters, ...(matcher.products ? [anyLine(masks, lines)] : []))),
    valueOfRow(field, as) {
      if ('origin' in field) return as === 'text' ? field.origin : 'null';
      const ready = 'property' in field ? readyValue(query, field.property, as) : undefined;
      return ready ?? typed(query, rawOfField(query, field, isNamed), as);
    },
    valuesOfLines: (path, as) => fitting(query, lineValues(query, path, as, allLines), masks),
  };
}

function nameTest(query: Query, matcher: Matcher): string {
  const names = namesOf(matcher);
  const named = `name in ${query.bind('Array(String)', names)}`;
  if (!names.includes(ANYTHING)) return named;
  const channels = query.bind('Array(String)', [...INTERACTIVE_CHANNELS]);
  return or(named, and(`channel in ${channels}`, `name != ${query.bind('String', ORDER_RESTATED)}`));
}

function filterTest(query: Query, filter: EventFilter, isNamed: string): string {
  if ('origin' in filter) return testOfText(query, filter.text, filter.origin);
  const { text, number } = filter;
  if ('property' in filter) {
    const value = text
      ? (textColumn(query, filter.property) ?? dynamicText(query, filter.property, text))
      : number && readyValue(query, filter.property, 'number');
    if (value && text) return testOfText(query, text, value);
    if (value && number) return testOfNumber(query, numberComparisons(number), value);
  }
  return testOfRaw(query, filter, rawOfField(query, filter, isNamed), query.row);
}

/** The text of a property held dynamically, where the test compares it with texts that are held as such. */
function dynamicText(query: Query, path: string, test: TextTest): string | undefined {
  const { is, isNot, anyOf, noneOf, ...others } = test;
  const texts = [...(anyOf ?? []), ...(noneOf ?? []), ...[is, isNot].filter((text) => text !== undefined)];
  if (Object.keys(others).length > 0 || !comparesDynamically(texts)) return undefined;
  const column = dynamicColumn(query, path);
  return column && query.row(`ifNull(${column('String')}, '')`);
}

/** The value of a property from a column of its own; undefined when it must be taken out of the text. */
function readyValue(query: Query, path: string, as: 'number' | 'text'): string | undefined {
  if (as === 'text') return textColumn(query, path);
  const column = dynamicColumn(query, path);
  return column && query.row(numberOfDynamic(column, query.row));
}

function rawOfField(
  query: Query,
  field: { property: string } | { context: string },
  isNamed: string,
): string {
  const [document, path] =
    'context' in field ? ['context_text', field.context] : ['properties_text', field.property];
  return query.row(`if(${isNamed}, ${rawAt(query, document, keysOf(path))}, '')`);
}

function typed(query: Query, raw: string, as: 'number' | 'text'): string {
  return query.row(as === 'text' ? textOfRaw(raw) : numberOfRaw(raw, query.row));
}

/** The product lines of a row as JSON texts, as read-event.ts finds them. */
const LINES = `multiIf(JSONType(properties_text, 'products') = 'Array', arrayFilter(l -> startsWith(l, '{'), arraySlice(JSONExtractArrayRaw(properties_text, 'products'), 1, 500)), JSONHas(properties_text, 'product_id') or JSONHas(properties_text, 'sku'), [properties_text], [])`;

/** The entries of an array over all lines that stand for fitting lines. */
function fitting(query: Query, array: string, masks: readonly string[]): string {
  if (masks.length === 0) return array;
  const names = masks.map((_, i) => `m${i}`);
  return query.row(
    `arrayFilter((v, ${names.join(', ')}) -> ${and(...names)}, ${array}, ${masks.join(', ')})`,
  );
}

/** Whether any line fits. */
function anyLine(masks: readonly string[], lines: () => string): string {
  if (masks.length === 0) return `notEmpty(${lines()})`;
  const names = masks.map((_, i) => `m${i}`);
  return `arrayExists((${names.join(', ')}) -> ${and(...names)}, ${masks.join(', ')})`;
}

/** All lines of the rows that have the name: as JSON texts, or what a column says of each. */
interface Lines {
  texts(): string;
  column(name: string): string;
}

/** Whether each line fits a filter, as an array over all lines. */
function lineMask(query: Query, filter: ProductFilter, lines: Lines): string {
  if ('catalogue' in filter) return catalogueMask(query, filter, lines.column('product_ids'));
  const column = filter.text && lineColumn(filter.product);
  if (column && filter.text)
    return `arrayMap(v -> ${testOfText(query, filter.text, 'v')}, ${lines.column(column)})`;
  return `arrayMap(v -> ${testOfRaw(query, filter, 'v', inline)}, ${rawOfLines(query, filter.product, lines)})`;
}

function lineValues(query: Query, path: string, as: 'number' | 'text', lines: Lines): string {
  const column = as === 'text' ? lineColumn(path) : undefined;
  if (column) return lines.column(column);
  const raw = rawOfLines(query, path, lines);
  return query.row(`arrayMap(v -> ${as === 'text' ? textOfRaw('v') : numberOfRaw('v', inline)}, ${raw})`);
}

/** The raw value of a field of each line. */
function rawOfLines(query: Query, path: string, lines: Lines): string {
  if (path === LINE_AMOUNT) return amounts(query, lines);
  const column = lineColumn(path);
  if (column) return query.row(`arrayMap(v -> if(v = '', '', toJSONString(v)), ${lines.column(column)})`);
  return query.row(`arrayMap(l -> ${rawAt(query, 'l', keysOf(path))}, ${lines.texts()})`);
}

/** Price times quantity of each line, written as JSON; '' without a price. */
function amounts(query: Query, lines: Lines): string {
  const prices = lineValues(query, 'price', 'number', lines);
  const quantities = lineValues(query, 'quantity', 'number', lines);
  const amount = 'floor(toFloat64(p) * toFloat64(ifNull(q, 10000)) / 10000 + 0.5) / 10000';
  return query.row(`arrayMap((p, q) -> ifNull(toString(${amount}), ''), ${prices}, ${quantities})`);
}

type CatalogueFilter = Extract<ProductFilter, { catalogue: string }>;

/** Whether the catalogue says so of each product. A product that it does not hold has no values. */
function catalogueMask(query: Query, filter: CatalogueFilter, products: string): string {
  const test = catalogueTest(query, filter);
  const known = acceptsMissing(filter)
    ? `not in (select product_id from ${query.catalogueTable} where not (${test}))`
    : `in (select product_id from ${query.catalogueTable} where ${test})`;
  return `arrayMap(v -> v ${known}, ${products})`;
}

function catalogueTest(query: Query, filter: CatalogueFilter): string {
  const column = filter.catalogue;
  const isText = column === 'category' || column === 'brand';
  if (testKind(filter) === 'exists') {
    const isThere = isText ? `${column} != ''` : `isNotNull(${column})`;
    return filter.exists ? isThere : `not (${isThere})`;
  }
  if (isText) return testOfText(query, filter.text!, column);
  return testOfNumber(query, numberComparisons(filter.number!), scaled(`toFloat64(${column})`));
}

/** Whether a missing value passes. */
function acceptsMissing({ text, number, exists }: CatalogueFilter): boolean {
  if (exists !== undefined) return !exists;
  const operators = Object.keys(text ?? number ?? {}).filter((key) => key !== 'ignoreCase');
  return operators.every((operator) => ['isNot', 'noneOf', 'lacks'].includes(operator));
}
