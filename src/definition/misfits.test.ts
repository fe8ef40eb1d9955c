import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { misfits } from './misfits.ts';

const closed = { additionalProperties: false };
const Whom = Type.Cyclic(
  {
    Whom: Type.Union([
      Type.String({ pattern: '^[a-z-]+$' }),
      Type.Object({ union: Type.Array(Type.Ref('Whom'), { minItems: 1, maxItems: 3 }) }, closed),
      Type.Object({ from: Type.Ref('Whom'), exclude: Type.Array(Type.Ref('Whom'), { minItems: 1 }) }, closed),
    ]),
  },
  'Whom',
);
const Document = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 10 }),
    whom: Type.Optional(Whom),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    order: Type.Optional(Type.Union([Type.Literal('most'), Type.Literal('least')])),
    live: Type.Optional(Type.Boolean()),
  },
  closed,
);
const said = (document: unknown): [string, string][] =>
  misfits(Document, document).map(({ pointer, message }) => [pointer, message]);
const FILL_IN = 'This is not filled in yet; fill it in.';

it.each([
  [{}, [['/name', '“name” is missing; give it.']]],
  [{ name: '' }, [['/name', FILL_IN]]],
  [{ name: 'a name that is long' }, [['/name', 'This is too long; at most 10 characters.']]],
  [{ name: 'x', colour: 'red' }, [['/colour', '“colour” is not known here; take it out.']]],
  [{ name: 'x', limit: null }, [['/limit', FILL_IN]]],
  [{ name: 'x', limit: 1.5 }, [['/limit', 'This must be a whole number.']]],
  [{ name: 'x', limit: 0 }, [['/limit', 'There must be at least 1.']]],
  [{ name: 'x', limit: 9 }, [['/limit', 'There may be at most 5.']]],
  [{ name: 'x', order: 'some' }, [['/order', 'This must be one of: most, least.']]],
  [{ name: 'x', live: 'yes' }, [['/live', 'This must be true or false.']]],
  [7, [['', 'This must be an object.']]],
])('%j is refused with what to do, at its place', (document, findings) => {
  expect(said(document)).toEqual(findings);
});

it.each([
  ['', [['/whom', FILL_IN]]],
  ['Two Words', [['/whom', '“Two Words” may not be written so; what fits is ^[a-z-]+$']]],
  [{ union: ['a', ''] }, [['/whom/union/1', FILL_IN]]],
  [{ union: [] }, [['/whom/union', 'There must be at least 1 in this list.']]],
  [{ from: 'a', exclude: [''] }, [['/whom/exclude/0', FILL_IN]]],
  [{ from: 'a' }, [['/whom/exclude', '“exclude” is missing; give it.']]],
  [{ union: ['a', { from: '', exclude: ['b', 'c', 'd'] }] }, [['/whom/union/1/from', FILL_IN]]],
])('of several shapes it speaks of the one that was meant: %j', (whom, findings) => {
  expect(said({ name: 'x', whom })).toEqual(findings);
});

it('says nothing of a document that fits', () => {
  expect(said({ name: 'x', whom: { union: ['a', { from: 'b', exclude: ['c'] }] }, limit: 5 })).toEqual([]);
});
