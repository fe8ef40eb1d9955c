import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRecord } from '../core/index.ts';
import type { Head } from '../definition/index.ts';
import { textLines } from './outbox.ts';
import { caughtUp, NOON, openRig, type Rig, record } from './partition.fixture.ts';

const RUNS = 15;

const change = fc.record({
  name: fc.constantFrom(
    'Product Updated',
    'Stock Changed',
    'Price Changed',
    'Product Removed',
    'Store Updated',
  ),
  product: fc.constantFrom('p', 'q', 'r'),
  store: fc.constantFrom('s', 't'),
  price: fc.nat({ max: 5 }),
  ago: fc.nat({ max: 20 }),
  dies: fc.constantFrom(false, false, false, true),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function eventOf({ name, product, store, price, ago }: Change, i: number) {
  const properties = { product_id: product, store_id: store, price, stock: price, name: `${i}` };
  return { id: `c${i}`, name, time: NOON - ago, identities: {}, properties };
}

function kept(rig: Rig): string[] {
  return [...rig.memory.get('catalogue')!.values].map(([key, value]) => `${key} ${value}`).sort();
}

function linesOf(rig: Rig): Set<string> {
  return new Set(textLines(rig.blocks, 'catalogue'));
}

test('dying at any moments gives the same catalogue, byte for byte, and every change is in the warehouse', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const rig = await openRig();
      for (const [i, each] of changes.entries()) {
        await rig.append(record([eventOf(each, i)], 'catalogue'));
        if (i % 3 === 0) await rig.append(record([{ id: `v${i}`, identities: { user: 'u' } }]));
        if (each.dies) {
          await rig.die();
          await rig.restart();
        }
      }
      await caughtUp(rig);
      await rig.partition.flush();
      const again = await openRig(rig.log);
      await caughtUp(again);
      await again.partition.flush();
      expect(kept(rig)).toEqual(kept(again));
      expect(linesOf(rig)).toEqual(linesOf(again));
      expect(linesOf(rig).size).toBe(changes.length);
      expect(rig.memory.get('quarantine')!.values.size).toBe(0);
      expect(rig.memory.get('people')!.values.size).toBe(1);
      await rig.close();
      await again.close();
    }),
    { numRuns: RUNS },
  );
});

test('of two edits of a definition in the log the first wins, also after a replay, and the other is told', async () => {
  const rig = await openRig();
  const edit = (value: string, expected: number) => {
    const change = { action: 'publish', expected } as const;
    const header = { kind: 'definition', key: 'shape/a', by: 'test', received: NOON, change } as const;
    return rig.append(encodeRecord(header, Buffer.from(JSON.stringify(value))));
  };
  const [first, second, third] = [await edit('one', 0), await edit('two', 0), await edit('three', 1)];
  await expect(rig.partition.folded<Head>(third)).resolves.toMatchObject({ version: 2, state: 'live' });
  await expect(rig.partition.folded<Head>(second)).rejects.toMatchObject({
    code: 'definition.changed',
    detail: { current: 1 },
  });
  await expect(rig.partition.folded<Head>(first)).resolves.toMatchObject({ version: 1 });
  const again = await openRig(rig.log);
  const stored = async (each: Rig): Promise<unknown> => {
    await caughtUp(each);
    await each.partition.flush();
    return [...each.memory.get('versions')!.values].sort();
  };
  expect(await stored(again)).toEqual(await stored(rig));
  await rig.close();
  await again.close();
});
