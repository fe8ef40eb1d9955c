import { expect, it } from 'vitest';
import { FUNCTIONS as SERVER } from '../../src/analytics/formula/functions.ts';
import { DerivedSchema } from '../../src/analytics/model/derived/schema.ts';
import { VALUE_KINDS } from '../../ui/analysis/setup/dimensions/kinds.ts';
import { FUNCTIONS } from '../../ui/analysis/setup/metrics/functions.ts';

it('the list of functions of formulas offers every function of the server, and no other', () => {
  const offered = FUNCTIONS.flatMap(({ list }) => list.map(({ name }) => name));
  const named = Object.keys(SERVER).filter((name) => /^[a-z_]+$/.test(name));
  // Operators and signs are typed.
  const typed = ['and', 'or', 'not', 'negative'];
  expect([...offered].sort()).toEqual(named.filter((name) => !typed.includes(name)).sort());
});

it('a derived dimension can be made in every way that the server knows, with the fields of its schema', () => {
  const { anyOf } = DerivedSchema.$defs.Derived;
  const ways = anyOf.map(({ properties }) => Object.keys(properties).sort());
  expect(VALUE_KINDS.map(({ fields }) => fields.map(({ key }) => key).sort()).sort()).toEqual(ways.sort());
});
