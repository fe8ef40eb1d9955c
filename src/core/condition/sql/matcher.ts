import { INTERACTIVE_CHANNELS } from '../../event.ts';
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
import { keysOf } from '../path.ts';
import { and, inline, or, type Query } from './query.ts';
import { numberOfRaw, rawAt, scaled, textOfRaw } from './read.ts';
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
  const raw = (field: { property: string } | { context: string }): string => {
    const [document, path] =
      'context' in field ? ['context_text', field.context] : ['properties_text', field.property];
    return query.row(`if(${isNamed}, ${rawAt(query, document, keysOf(path))}, '')`);
  };
  const filters = (matcher.where ?? []).map((filter: EventFilter) =>
    'origin' in filter
      ? testOfText(query, filter.text, filter.origin)
      : testOfRaw(query, filter, raw(filter), query.row),
  );
  const allLines = (): string => query.row(`if(${isNamed}, ${linesOf(query)}, [])`);
  const masks = (matcher.products ?? []).map((filter) => query.row(lineMask(query, filter, allLines())));
  const lines = (): string => fitting(query, allLines(), masks);
  return {
    names,
    lines,
    test: query.row(and(isNamed, ...filters, ...(matcher.products ? [`notEmpty(${lines()})`] : []))),
    valueOfRow(field, as) {
      if ('origin' in field)
        return as === 'text'
          ? field.origin
          : query.row(numberOfRaw(`toJSONString(${field.origin})`, query.row));
      return typed(query, raw(field), as);
    },
    valuesOfLines: (path, as) => fitting(query, lineValues(query, path, as, allLines()), masks),
  };
}

function typed(query: Query, raw: string, as: 'number' | 'text'): string {
  return query.row(as === 'text' ? textOfRaw(raw) : numberOfRaw(raw, query.row));
}

function nameTest(query: Query, matcher: Matcher): string {
  const names = namesOf(matcher);
  const named = `name in ${query.bind('Array(String)', names)}`;
  if (!names.includes(ANYTHING)) return named;
  return or(named, `channel in ${query.bind('Array(String)', [...INTERACTIVE_CHANNELS])}`);
}

/** The product lines of a row: its `products`, or itself when it is about one product. */
function linesOf(query: Query): string {
  const [id, sku] = ['product_id', 'sku'].map((key) =>
    query.row(`JSONExtractRaw(properties_text, '${key}')`),
  );
  const isProduct = query.row(or(`${textOfRaw(id!)} != ''`, `${textOfRaw(sku!)} != ''`));
  const listed = `arrayFilter(l -> startsWith(l, '{'), JSONExtractArrayRaw(properties_text, 'products'))`;
  return `multiIf(JSONType(properties_text, 'products') = 'Array', ${listed}, ${isProduct}, [properties_text], [])`;
}

/** The entries of an array over all lines that stand for fitting lines. */
function fitting(query: Query, array: string, masks: readonly string[]): string {
  if (masks.length === 0) return array;
  const names = masks.map((_, i) => `m${i}`);
  return query.row(
    `arrayFilter((v, ${names.join(', ')}) -> ${and(...names)}, ${array}, ${masks.join(', ')})`,
  );
}

/** Whether each line fits a filter, as an array over all lines. */
function lineMask(query: Query, filter: ProductFilter, lines: string): string {
  if ('catalogue' in filter) return catalogueMask(query, filter, productIds(query, lines));
  const raw =
    filter.product === LINE_AMOUNT ? amounts(query, lines) : rawOfLines(query, filter.product, lines);
  return `arrayMap(v -> ${testOfRaw(query, filter, 'v', inline)}, ${raw})`;
}

function lineValues(query: Query, path: string, as: 'number' | 'text', lines: string): string {
  const raw = path === LINE_AMOUNT ? amounts(query, lines) : rawOfLines(query, path, lines);
  return query.row(`arrayMap(v -> ${as === 'text' ? textOfRaw('v') : numberOfRaw('v', inline)}, ${raw})`);
}

function rawOfLines(query: Query, path: string, lines: string): string {
  return query.row(`arrayMap(l -> ${rawAt(query, 'l', keysOf(path))}, ${lines})`);
}

/** Price times quantity of each line, written as JSON; '' without a price. */
function amounts(query: Query, lines: string): string {
  const prices = lineValues(query, 'price', 'number', lines);
  const quantities = lineValues(query, 'quantity', 'number', lines);
  const amount = 'floor(toFloat64(p) * toFloat64(ifNull(q, 10000)) / 10000 + 0.5) / 10000';
  return query.row(`arrayMap((p, q) -> ifNull(toString(${amount}), ''), ${prices}, ${quantities})`);
}

/** The product of each line: its `product_id`, else its `sku`, else ''. */
function productIds(query: Query, lines: string): string {
  const [ids, skus] = ['product_id', 'sku'].map((key) => lineValues(query, key, 'text', lines));
  return query.row(`arrayMap((id, sku) -> if(id != '', id, sku), ${ids}, ${skus})`);
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
