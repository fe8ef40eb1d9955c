import { type Doc, isDoc } from './json.ts';
import { MEASURES, measureOf } from './measures.ts';
import { kindOf, OPERATORS, OPTIONS, type TEST_KINDS, type ValueShape } from './operators.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
/** null is a number that is still to be filled in. */
const isNumber: Check = (value) => value === null || typeof value === 'number';
const isDuration: Check = (value) => typeof value === 'string' && /^\d{0,6}(min|h|d|w|mo|y)$/.test(value);
const COUNT_KEYS = { exactly: isNumber, atLeast: isNumber, atMost: isNumber };
/** One bound, or from and to. */
const isBounded = (value: Doc): boolean =>
  !('exactly' in value) || !('atLeast' in value || 'atMost' in value);
const isCounts: Check = (value) => has(value, {}, COUNT_KEYS) && isBounded(value as Doc);

/** Whether a document has the required keys and no unknown ones, all of them as they should be. */
function has(
  value: unknown,
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>>,
): boolean {
  if (!isDoc(value)) return false;
  const known = { ...required, ...optional };
  return (
    Object.keys(required).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(
      ([key, each]) => each === undefined || (Object.hasOwn(known, key) && known[key]!(each)),
    )
  );
}

const SHAPES: Readonly<Record<ValueShape, Check>> = {
  text: isText,
  texts: isTexts,
  number: isNumber,
  count: isNumber,
  bound: isText,
  day: isText,
  duration: isDuration,
  days: isNumber,
  counts: isCounts,
  none: (value) => typeof value === 'boolean',
};

/** Whether exactly one test is there and the controls of tests can show all of it. `rest` is what stands beside it. */
function hasTest(part: Doc, rest: Readonly<Record<string, Check>>): boolean {
  const kind = kindOf(part);
  if (!kind || !has(part, { ...rest, [kind]: () => true }, {})) return false;
  return isTest(kind, part[kind]);
}

function isTest(kind: (typeof TEST_KINDS)[number], test: unknown): boolean {
  if (kind === 'truth' || kind === 'exists') return typeof test === 'boolean';
  const shapes: Readonly<Record<string, ValueShape>> = OPERATORS[kind];
  const optional: Record<string, Check> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const [key = '', inner] = name.split('.');
    if (inner === undefined) optional[key] = SHAPES[shape];
    else optional[key] = (value) => has(value, {}, { next: isNumber, last: isNumber });
  }
  for (const option of OPTIONS[kind] ?? []) optional[option] = (value) => isText(value) || value === true;
  return has(test, {}, optional);
}

const FIELD_KEYS = ['property', 'context', 'origin', 'product'] as const;
const isField: Check = (value) => isDoc(value) && FIELD_KEYS.some((key) => has(value, { [key]: isText }, {}));
const isEventFilter: Check = (value) =>
  isDoc(value) &&
  (['property', 'context', 'origin'] as const).some(
    (key) => key in value && hasTest(value, { [key]: isText }),
  );
const isProductFilter: Check = (value) =>
  isDoc(value) &&
  (['product', 'catalogue'] as const).some((key) => key in value && hasTest(value, { [key]: isText }));
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** Whether the controls of events can show a matcher. */
export const isMatcher: Check = (value) =>
  has(
    value,
    { event: (event) => isText(event) || isTexts(event) },
    { where: isListOf(isEventFilter), products: isListOf(isProductFilter) },
  );

/** Whether the controls of windows can show one. */
export const isWindow: Check = (value) =>
  has(value, { last: isDuration }, {}) ||
  (isDoc(value) &&
    Object.keys(value).length > 0 &&
    has(value, {}, { from: isText, to: isText, timeZone: isText })) ||
  has(value, { calendar: isText }, { back: isNumber, timeZone: isText }) ||
  has(value, { since: isMatcher }, {});

function isMeasured(part: Doc): boolean {
  const key = measureOf(part);
  const value = part[key];
  if (value === undefined) return true;
  const shape = MEASURES[key];
  if (shape.test === 'counts')
    return has(value, shape.of === 'none' ? {} : { of: isField }, COUNT_KEYS) && isBounded(value as Doc);
  if (key === 'firstTime' || key === 'lastTime') return isTest('date', value);
  if (!isDoc(value) || !isField(value['of'])) return false;
  const { of: _, ...rest } = value;
  if (shape.test === 'number') return isTest('number', rest);
  if (shape.test === 'value') return hasTest(rest, {});
  const { size, ...test } = rest;
  return isOptional(isNumber)(size) && hasTest(test, {});
}

const isWrittenTrait: Check = (value) =>
  has(
    value,
    { did: isMatcher, measure: (measure) => isText(measure) && Object.hasOwn(MEASURES, String(measure)) },
    { in: isWindow, of: isField, as: isText, size: isNumber },
  );

const isStep: Check = (value) =>
  has(value, { did: isMatcher }, { within: isDuration, after: isDuration, without: isListOf(isMatcher) });

/** Whether the controls can show all that a part says. What they cannot is shown in words and as JSON. */
export function isShown(part: Doc): boolean {
  if ('attribute' in part) return hasTest(part, { attribute: isText });
  if ('did' in part) {
    const key = measureOf(part);
    return has(part, { did: isMatcher }, { in: isWindow, [key]: () => true }) && isMeasured(part);
  }
  if ('sequence' in part)
    return has(
      part,
      { sequence: isListOf(isStep) },
      {
        in: isWindow,
        afterwards: (value) => has(value, { without: isListOf(isMatcher) }, { for: isDuration }),
      },
    );
  if ('trait' in part) return hasTest(part, { trait: (trait) => isText(trait) || isWrittenTrait(trait) });
  if ('member' in part) return has(part, { member: isText }, {});
  if ('consent' in part)
    return has(
      part,
      { consent: (value) => has(value, { channel: isText }, { purpose: isText }), is: isText },
      {},
    );
  if ('reachable' in part) return has(part, { reachable: isText }, {});
  if ('score' in part) return hasTest(part, { score: isText }) && part['number'] !== undefined;
  if ('split' in part) return has(part, { split: isText, from: isNumber, to: isNumber }, {});
  return false;
}
