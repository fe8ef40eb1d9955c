import { expect, it } from 'vitest';
import { countFields } from './fields.ts';

it('fields are told by use, with what they hold and the values that several share', () => {
  const count = countFields(new Set(['products']));
  const documents = [
    { city: 'Bern', email: 'a@shop.example', points: 5, since: '2026-05-03', products: [{ sku: 'x' }] },
    { city: 'Bern', email: 'b@shop.example', points: 12.5, tags: ['yoga', 'run'], address: { zip: '3000' } },
    {
      city: 'Basel',
      email: 'c@shop.example',
      vip: true,
      tags: ['yoga'],
      address: { zip: '3000' },
      'odd~key': 1,
    },
    { city: '', email: 'd@shop.example', points: null },
  ];
  for (const document of documents) count.note(document);
  expect(count.fields()).toEqual([
    // Everybody has an address of her own: none is shown.
    { path: 'email', kind: 'text', share: 1, values: [] },
    { path: 'city', kind: 'text', share: 0.75, values: ['Bern'] },
    { path: 'address.zip', kind: 'text', share: 0.5, values: ['3000'] },
    { path: 'points', kind: 'number', share: 0.5, values: [], range: [5, 12.5] },
    { path: 'tags', kind: 'list', share: 0.5, values: ['yoga'] },
    { path: 'since', kind: 'date', share: 0.25, values: [] },
    { path: 'vip', kind: 'truth', share: 0.25, values: [] },
  ]);
});
