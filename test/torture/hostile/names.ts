import { expectEqual } from './repeats.ts';
import type { Act, NativeEvent } from './stage.ts';

/** Words that mean something to JavaScript, to databases and to terminals. */
const WORDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
  "'; drop table events; --",
  '{{person.email}}',
  '\u0000nul\u0000',
  '\ud800half',
  '\u202eright to left',
  'tab\tand\nline\\N',
  '🛒'.repeat(40),
  '\u2028line',
];

/** Ids, orders, currencies, attributes, products and sources with such names: they are names and nothing else. */
export const names: Act = {
  name: 'names that mean something to the machine',
  async run(stage) {
    const events = WORDS.flatMap((word, i): NativeEvent[] => [
      {
        id: `name-${i}`,
        name: word.trim() || 'x',
        identities: { user: `name-${i}` },
        properties: { product_id: word, coupon: word },
      },
      {
        id: `name-order-${i}`,
        name: 'Order Completed',
        identities: { user: `name-${i}`, loyalty: `card ${word}` },
        properties: {
          order_id: word,
          revenue: 5,
          currency: word,
          products: [{ product_id: word, price: 5, category: word }],
        },
      },
      {
        id: `name-trait-${i}`,
        type: 'identify',
        identities: { user: `name-${i}` },
        properties: word === '__proto__' ? {} : { [word]: word },
      },
    ]);
    await stage.send(events);
    await stage.send([
      { id: 'name-word', name: 'Seen', identities: { user: '__proto__' } },
      { id: 'name-word-2', name: 'Seen', identities: { user: 'constructor' } },
    ]);
    await stage.folded();
    const faults: string[] = [];
    for (const [i, word] of WORDS.entries()) {
      const person = await stage.person(`user:name-${i}`);
      const found = {
        events: person?.events.count,
        orders: person?.purchases.count,
        recent: person?.purchases.recent.length,
      };
      faults.push(
        ...expectEqual(`with the name ${JSON.stringify(word)}`, found, { events: 3, orders: 1, recent: 1 }),
      );
      const sum = Object.values(person?.purchases.revenue ?? {}).reduce((a, b) => a + b, 0);
      faults.push(...expectEqual(`revenue in ${JSON.stringify(word)}`, sum, 5));
    }
    for (const user of ['__proto__', 'constructor'])
      faults.push(...expectEqual(`user ${user}`, (await stage.person(`user:${user}`))?.events.count, 1));
    return faults;
  },
};
