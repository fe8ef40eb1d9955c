/** A value made of values of dimensions, as the server keeps it: one key says what is done. */
export type Derived = { readonly [key: string]: unknown };

/** What a field of a kind of value takes. */
export type Field = {
  readonly key: string;
  readonly takes:
    | 'dimension'
    | 'text'
    | 'integer'
    | 'value'
    | 'values'
    | 'cases'
    | 'pairs'
    | 'choice'
    | 'table'
    | 'column'
    | 'part';
  readonly choices?: readonly string[];
  readonly isOptional?: true;
};

/** A way to make a value; its first field has its name. The server's schema (`GET /api/definition-kinds`) knows the same ways. */
export interface ValueKind {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly blank: Derived;
}

const DIMENSION: Derived = { dimension: 'page' };
const value = (key: string): Field => ({ key, takes: 'value' });
const text = (key: string): Field => ({ key, takes: 'text' });
const otherwise: Field = { key: 'otherwise', takes: 'value', isOptional: true };
const within: Field = { key: 'within', takes: 'choice', choices: ['session', 'person'] };

/** Every kind, the plainest first. */
export const VALUE_KINDS: readonly ValueKind[] = [
  { id: 'dimension', fields: [{ key: 'dimension', takes: 'dimension' }], blank: DIMENSION },
  { id: 'constant', fields: [text('constant')], blank: { constant: '' } },
  {
    id: 'case',
    fields: [{ key: 'case', takes: 'cases' }, otherwise],
    blank: { case: [{ when: [{ of: DIMENSION, text: { anyOf: [] } }], value: { constant: '' } }] },
  },
  {
    id: 'classify',
    fields: [value('classify'), { key: 'values', takes: 'pairs' }, otherwise],
    blank: { classify: DIMENSION, values: {} },
  },
  {
    id: 'concatenate',
    fields: [
      { key: 'concatenate', takes: 'values' },
      { ...text('separator'), isOptional: true },
    ],
    blank: { concatenate: [DIMENSION, { dimension: 'device' }], separator: ' / ' },
  },
  {
    id: 'merge',
    fields: [{ key: 'merge', takes: 'values' }],
    blank: { merge: [DIMENSION, { constant: '' }] },
  },
  {
    id: 'replace',
    fields: [value('replace'), text('find'), text('with')],
    blank: { replace: DIMENSION, find: '', with: '' },
  },
  {
    id: 'regex',
    fields: [value('regex'), text('find'), text('with')],
    blank: { regex: DIMENSION, find: '^/([^/]*).*$', with: '\\1' },
  },
  {
    id: 'split',
    fields: [value('split'), text('by'), { key: 'part', takes: 'integer' }],
    blank: { split: DIMENSION, by: '/', part: 2 },
  },
  {
    id: 'url',
    fields: [value('url'), { key: 'part', takes: 'part' }],
    blank: { url: { dimension: 'context:page.url' }, part: 'path' },
  },
  { id: 'lower', fields: [value('lower')], blank: { lower: DIMENSION } },
  { id: 'trim', fields: [value('trim')], blank: { trim: DIMENSION } },
  {
    id: 'lookup',
    fields: [
      value('lookup'),
      { key: 'table', takes: 'table' },
      { key: 'column', takes: 'column', isOptional: true },
      otherwise,
    ],
    blank: { lookup: DIMENSION, table: '' },
  },
  { id: 'next', fields: [value('next'), within], blank: { next: DIMENSION, within: 'session' } },
  { id: 'previous', fields: [value('previous'), within], blank: { previous: DIMENSION, within: 'session' } },
  {
    id: 'math',
    fields: [
      { key: 'math', takes: 'choice', choices: ['+', '-', '*', '/'] },
      { key: 'of', takes: 'values' },
    ],
    blank: { math: '*', of: [{ dimension: 'property:quantity' }, { constant: '1' }] },
  },
  {
    id: 'summarize',
    fields: [
      value('summarize'),
      within,
      {
        key: 'by',
        takes: 'choice',
        choices: [
          'first',
          'last',
          'least',
          'greatest',
          'sum',
          'mean',
          'median',
          'count',
          'distinct',
          'most-common',
          'least-common',
        ],
      },
    ],
    blank: { summarize: DIMENSION, within: 'session', by: 'first' },
  },
];

/** The kind of a value. */
export function kindOfValue(derived: Derived): ValueKind {
  return VALUE_KINDS.find(({ id }) => id in derived) ?? VALUE_KINDS[0]!;
}
