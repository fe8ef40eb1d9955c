import { type Event, INTERACTIVE_CHANNELS } from '../event.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Calendar, numberOf, SCALE, wordOf } from '../trait/index.ts';
import {
  ANYTHING,
  asksCatalogue,
  type EventFilter,
  LINE_AMOUNT,
  type Matcher,
  namesOf,
  type ProductFilter,
  type ValueField,
} from './matcher.ts';
import { valueCheck } from './operators/value-check.ts';
import { keysOf, readPath } from './path.ts';
import type { CatalogueProduct } from './person-view.ts';

/** What a line is worth when it states no quantity. */
const ONE = SCALE;

/** A compiled matcher, without what it asks of the catalogue. */
export interface EventReader {
  /** Whether the event counts. */
  fits(event: Event): boolean;
  /** The product lines that fit of an event that does; none only where no line is asked for. */
  linesOf(event: Event): readonly JsonObject[];
}

type Test<T> = (value: T) => boolean;

/** Compiles which events count. Its tests do not move with time. */
export function compileMatcher(matcher: Matcher, calendar: Calendar): EventReader {
  const names = new Set(namesOf(matcher));
  const filters = (matcher.where ?? []).map((filter) => eventTest(filter, calendar));
  const lineTests = (matcher.products ?? []).flatMap((filter) => lineTest(filter, calendar));
  const needsLine = matcher.products !== undefined;
  const isForAll = names.has(ANYTHING);
  const fitsLine = (line: JsonObject): boolean => lineTests.every((test) => test(line));
  return {
    fits(event) {
      if (!names.has(event.name) && !(isForAll && INTERACTIVE_CHANNELS.has(event.channel))) return false;
      for (const filter of filters) if (!filter(event)) return false;
      return !needsLine || allLines(event.properties).some(fitsLine);
    },
    linesOf: ({ properties }) => allLines(properties).filter(fitsLine),
  };
}

function eventTest(filter: EventFilter, calendar: Calendar): Test<Event> {
  const check = valueCheck('origin' in filter ? { text: filter.text } : filter, calendar);
  const read = fieldReader(filter);
  return (event) => check.holds(read(event), 0, 'UTC');
}

function lineTest(filter: ProductFilter, calendar: Calendar): Test<JsonObject>[] {
  if ('catalogue' in filter) return [];
  const check = valueCheck(filter, calendar);
  const read = lineReader(filter.product);
  return [(line) => check.holds(read(line), 0, 'UTC')];
}

/** Reads a field of the event itself. */
export function fieldReader(
  field: Exclude<ValueField, { product: string }>,
): (event: Event) => Json | undefined {
  if ('origin' in field) return (event) => event[field.origin];
  if ('context' in field) {
    const keys = keysOf(field.context);
    return (event) => readPath(event.context, keys);
  }
  const keys = keysOf(field.property);
  return (event) => readPath(event.properties, keys);
}

/** Reads a field of a product line. Some are words, some are reckoned; all others are read as they stand. */
export function lineReader(path: string): (line: JsonObject) => Json | undefined {
  if (path === 'product_id') return productIdOf;
  if (path === 'category' || path === 'brand') return (line) => wordOf(line[path]);
  if (path === LINE_AMOUNT) return amountOf;
  const keys = keysOf(path);
  return (line) => readPath(line, keys);
}

/** Price times quantity (1 where it does not say), in units with four decimals. */
function amountOf(line: JsonObject): number | undefined {
  const price = numberOf(line.price);
  if (price === undefined) return undefined;
  return Math.floor((price * (numberOf(line.quantity) ?? ONE)) / SCALE + 0.5) / SCALE;
}

/** Lines of one event beyond these are not looked at. */
const LINES_MAX = 500;

/** The lines of an event: its `products`, or itself when it names a product. */
export function allLines(properties: JsonObject): readonly JsonObject[] {
  const { products, product_id: id, sku } = properties;
  if (Array.isArray(products)) return products.slice(0, LINES_MAX).filter(isObject);
  return id === undefined && sku === undefined ? [] : [properties];
}

/** The product of a line: its `product_id`, else its `sku`. */
export function productIdOf(line: JsonObject): string | undefined {
  return wordOf(line.product_id) ?? wordOf(line.sku);
}

/** Compiles what a matcher asks of the catalogue; undefined when it asks nothing. A product it does not hold has no values. */
export function compileCatalogueTests(
  matcher: Matcher,
  calendar: Calendar,
): Test<CatalogueProduct | undefined> | undefined {
  if (!asksCatalogue(matcher)) return undefined;
  const tests = (matcher.products ?? []).flatMap((filter) => {
    if (!('catalogue' in filter)) return [];
    const check = valueCheck(filter, calendar);
    const field = filter.catalogue;
    return [(product: CatalogueProduct | undefined) => check.holds(product?.[field], 0, 'UTC')];
  });
  return (product) => tests.every((test) => test(product));
}
