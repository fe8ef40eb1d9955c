import { type Doc, isDoc, withKeys } from './json.ts';

/** What stands behind an operator. */
export type ValueShape =
  | 'text'
  | 'texts'
  | 'number'
  | 'count'
  | 'bound'
  | 'day'
  | 'duration'
  | 'days'
  | 'counts'
  | 'none';

/** The types of tests, in the order in which a document is looked through. */
export const TEST_KINDS = ['text', 'number', 'date', 'list', 'truth', 'exists'] as const;
export type TestKind = (typeof TEST_KINDS)[number];

/** Operators by type: `anniversary.next` is the key `next` of `anniversary`, `truth.true` stands for its value. */
export const OPERATORS = {
  text: {
    is: 'text',
    isNot: 'text',
    anyOf: 'texts',
    noneOf: 'texts',
    contains: 'text',
    lacks: 'text',
    starts: 'text',
    ends: 'text',
    like: 'text',
  },
  number: {
    atLeast: 'number',
    atMost: 'number',
    above: 'number',
    below: 'number',
    is: 'number',
    isNot: 'number',
  },
  date: {
    withinLast: 'duration',
    longerAgo: 'duration',
    withinNext: 'duration',
    furtherAhead: 'duration',
    on: 'day',
    before: 'bound',
    after: 'bound',
    'anniversary.next': 'days',
    'anniversary.last': 'days',
    fullYears: 'counts',
  },
  list: {
    includes: 'texts',
    includesAll: 'texts',
    includesNone: 'texts',
    sizeAtLeast: 'count',
    sizeAtMost: 'count',
  },
  truth: { true: 'none', false: 'none' },
  exists: { true: 'none', false: 'none' },
} as const satisfies Readonly<Record<TestKind, Readonly<Record<string, ValueShape>>>>;

/** An operator with its type: `text:is`, `date:anniversary.next`, `exists:true`. */
export type OperatorId = {
  [Kind in TestKind]: `${Kind}:${Extract<keyof (typeof OPERATORS)[Kind], string>}`;
}[TestKind];

/** Every operator there is. */
export const OPERATOR_IDS = TEST_KINDS.flatMap((kind) =>
  Object.keys(OPERATORS[kind]).map((name) => `${kind}:${name}` as OperatorId),
);

/** Keys beside the operators that change how they are read. */
export const OPTIONS: Readonly<Partial<Record<TestKind, readonly string[]>>> = {
  text: ['ignoreCase'],
  date: ['timeZone', 'leapDay'],
};

/** Type and name of an operator. */
export function partsOf(id: OperatorId): { readonly kind: TestKind; readonly name: string } {
  const at = id.indexOf(':');
  return { kind: id.slice(0, at) as TestKind, name: id.slice(at + 1) };
}

/** What stands behind an operator. */
export function shapeOf(id: OperatorId): ValueShape {
  const { kind, name } = partsOf(id);
  return (OPERATORS[kind] as Readonly<Record<string, ValueShape>>)[name] ?? 'none';
}

/** One operator of a test and its value. */
export interface Row {
  readonly id: OperatorId;
  readonly value: unknown;
}

/** The type of test that a part holds; undefined when it holds none. */
export function kindOf(part: Doc): TestKind | undefined {
  return TEST_KINDS.find((kind) => part[kind] !== undefined);
}

/** The operators that a part holds, in the order of its document. */
export function rowsOf(part: Doc): Row[] {
  const kind = kindOf(part);
  const test = kind && part[kind];
  if (kind === 'truth' || kind === 'exists')
    return typeof test === 'boolean' ? [{ id: `${kind}:${test}` as OperatorId, value: test }] : [];
  if (!kind || !isDoc(test)) return [];
  return Object.entries(test).flatMap(([key, value]): Row[] => {
    if (key === 'anniversary' && isDoc(value))
      return Object.entries(value).map(([name, days]) => ({
        id: `date:anniversary.${name}` as OperatorId,
        value: days,
      }));
    const id = `${kind}:${key}` as OperatorId;
    return OPERATOR_IDS.includes(id) ? [{ id, value }] : [];
  });
}

const EMPTY: Readonly<Record<ValueShape, unknown>> = {
  text: '',
  texts: [],
  number: null,
  count: null,
  bound: '',
  day: '',
  duration: '30d',
  days: 7,
  counts: { atLeast: null },
  none: true,
};

/** What a value becomes when its operator changes: kept where it fits, else what is to be filled in. */
export function valueFor(id: OperatorId, value: unknown): unknown {
  const shape = shapeOf(id);
  if (shape === 'text')
    return typeof value === 'string' ? value : Array.isArray(value) ? (value[0] ?? '') : '';
  if (shape === 'texts')
    return Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [];
  if (shape === 'number' || shape === 'count' || shape === 'days')
    return typeof value === 'number' ? value : EMPTY[shape];
  if (shape === 'duration')
    return typeof value === 'string' && /^\d+[a-z]+$/.test(value) ? value : EMPTY[shape];
  if (shape === 'day') return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : '';
  if (shape === 'bound') return typeof value === 'string' && /^\d{4}-/.test(value) ? value : '';
  if (shape === 'counts') return isDoc(value) ? value : EMPTY[shape];
  return true;
}

/** A part with an operator set: in place of `before`, or beside those that are there. */
export function setOperator(part: Doc, before: OperatorId | undefined, { id, value }: Row): Doc {
  const { kind, name } = partsOf(id);
  const old = kindOf(part);
  const base = old === undefined ? part : withKeys(part, { [old]: undefined });
  if (kind === 'truth' || kind === 'exists') return { ...base, [kind]: name === 'true' };
  const test = old === kind && isDoc(part[kind]) ? part[kind] : {};
  const written = operatorDoc(name, value);
  const [key] = Object.keys(written);
  const gone = before === undefined ? undefined : keyOf(before);
  // In place of the old one, so that what is on screen stays in its order.
  const entries = Object.entries(test).filter(([each]) => each !== key || each === gone);
  const at = gone === undefined ? -1 : entries.findIndex(([each]) => each === gone);
  const changed = entries.flatMap((entry, i) => (i === at ? Object.entries(written) : [entry]));
  return {
    ...base,
    [kind]: Object.fromEntries(at >= 0 ? changed : [...entries, ...Object.entries(written)]),
  };
}

/** A part without an operator. */
export function dropOperator(part: Doc, id: OperatorId): Doc {
  const { kind } = partsOf(id);
  const test = part[kind];
  return isDoc(test) ? { ...part, [kind]: withKeys(test, { [keyOf(id)]: undefined }) } : part;
}

/** The key in the document: `anniversary` of `anniversary.next`. */
export function keyOf(id: OperatorId): string {
  return partsOf(id).name.split('.', 1)[0]!;
}

function operatorDoc(name: string, value: unknown): Doc {
  const [key = '', inner] = name.split('.');
  return inner === undefined ? { [key]: value } : { [key]: { [inner]: value } };
}

/** The operator that a new test of a type begins with. */
export const FIRST_OPERATOR: Readonly<Record<TestKind, OperatorId>> = {
  text: 'text:is',
  number: 'number:atLeast',
  date: 'date:withinLast',
  list: 'list:includes',
  truth: 'truth:true',
  exists: 'exists:true',
};

/** A new test of a type, to be filled in. */
export function newTest(kind: TestKind): Doc {
  const id = FIRST_OPERATOR[kind];
  return setOperator({}, undefined, { id, value: valueFor(id, undefined) });
}
