import { expect, test } from 'vitest';
import { attributeFindings, conditionKeysIn, createKnownAttributes, referencesIn } from './index.ts';

const document = {
  name: 'Lapsed',
  condition: {
    all: [
      { attribute: 'city', text: { is: 'Berlin' } },
      {
        not: { any: [{ member: 'staff' }, { member: 'staff' }, { attribute: 'adress.city', exists: true }] },
      },
    ],
  },
};

test('audiences and attributes are found wherever conditions stand', () => {
  expect(referencesIn(document).attributes).toEqual([
    { name: 'city', pointer: '/condition/all/0/attribute' },
    { name: 'adress', pointer: '/condition/all/1/not/any/2/attribute' },
  ]);
  expect(conditionKeysIn(document)).toEqual(['audience/staff']);
});

test('an attribute that nobody has is warned of, unless it is not known who has what', () => {
  const others = { document: () => undefined };
  expect(attributeFindings(document, { ...others, attributes: new Set(['city']) })).toMatchObject([
    {
      severity: 'warning',
      code: 'definition.unknown-attribute',
      pointer: '/condition/all/1/not/any/2/attribute',
    },
  ]);
  expect(attributeFindings(document, others)).toEqual([]);
});

test('a document that is deep without end ends the walk, not the process', () => {
  let deep: object = { member: 'far' };
  for (let i = 0; i < 100_000; i++) deep = { not: deep };
  expect(conditionKeysIn(deep)).toEqual([]);
});

test('known attributes are asked for once a minute, and are not known while the warehouse is away', async () => {
  const clock = { at: 0, now: () => clock.at };
  let asked = 0;
  const query = () => {
    asked++;
    if (asked === 1) return Promise.reject(new Error('away'));
    return Promise.resolve({
      rows: [{ name: `a${asked}` }] as never[],
      statistics: { rowsRead: 1, bytesRead: 1, elapsedMs: 1 },
    });
  };
  const known = createKnownAttributes({ query }, clock);
  expect(await known()).toBeUndefined();
  expect(await known()).toEqual(new Set(['a2']));
  clock.at = 59_999;
  expect(await known()).toEqual(new Set(['a2']));
  clock.at = 60_000;
  expect(await known()).toEqual(new Set(['a3']));
});
