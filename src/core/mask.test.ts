import { expect, it } from 'vitest';
import { createMask, HIDDEN, hiddenFieldIn } from './mask.ts';

const mask = createMask({ namespaces: ['email', 'phone'], fields: ['email', 'phone', 'shipping_address'] })!;

it('a mask hides fields by their name at any depth, however they are written', () => {
  const given = {
    Email: 'sarah@example.com',
    tier: 'gold',
    nested: [{ shippingAddress: { street: 'Long Lane 1' }, phone: null, shipping: 4.95 }],
  };
  expect(mask.json(given)).toEqual({
    Email: HIDDEN,
    tier: 'gold',
    nested: [{ shippingAddress: HIDDEN, phone: null, shipping: 4.95 }],
  });
});

it('a mask hides addresses and numbers within texts and URLs, and leaves other texts alone', () => {
  const texts = [
    ['write to sarah.keller+x@mail.example.com, please', `write to ${HIDDEN}, please`],
    [
      'https://shop.example/?email=sarah%40example.com&page=2',
      `https://shop.example/?email=${HIDDEN}&page=2`,
    ],
    ['call +49 (151) 234-56789 now', `call ${HIDDEN} now`],
    ['0049 151 2345678', HIDDEN],
    ['order 100245, 4.95 EUR on 2026-05-03', 'order 100245, 4.95 EUR on 2026-05-03'],
    ['SKU 1234567890123', 'SKU 1234567890123'],
    ['a @ b', 'a @ b'],
  ];
  expect(texts.map(([given]) => mask.text(given!))).toEqual(texts.map(([, masked]) => masked));
});

it('nothing hidden needs no mask', () => {
  expect(createMask({ namespaces: [], fields: [] })).toBeUndefined();
});

it('a condition that names a hidden field is found out, wherever it does', () => {
  const asks = (document: unknown) => hiddenFieldIn(document, mask);
  expect(asks({ attribute: 'email', text: { is: 'sarah@example.com' } })).toBe('email');
  expect(asks({ not: { all: [{ attribute: ['contact', 'phone'] }] } })).toBe('phone');
  expect(asks({ did: { where: [{ property: 'traits.email', exists: true }] } })).toBe('email');
  expect(asks({ did: { where: [{ origin: 'channel', text: { is: 'email' } }] } })).toBeUndefined();
  expect(asks({ rows: [{ dimension: 'property:customer.email' }] })).toBe('email');
  expect(asks({ rows: [{ dimension: 'property:coupon', label: 'email' }] })).toBeUndefined();
});
