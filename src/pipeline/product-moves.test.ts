import { describe, expect, it } from 'vitest';
import { placeOf } from '../core/index.ts';
import {
  type AudienceRig,
  audienceRecord,
  openAudienceRig,
  plainRecord,
  productsRecord,
} from './audiences.fixture.ts';
import { caughtUp, record } from './partition.fixture.ts';

const START = Date.UTC(2026, 9, 24, 12);
const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;
const PEOPLE = 300;
const inStock = {
  did: {
    event: 'Product Viewed',
    products: [{ catalogue: 'stock' as const, number: { above: 0 } }],
  },
  in: { last: '1h' },
};

/** Everybody looks at a product. */
function allView(rig: AudienceRig, product: string, at: number, people = PEOPLE): Promise<number> {
  const views = Array.from({ length: people }, (_, i) => ({
    id: `${product}-${at}-${i}`,
    identities: { user: `u${i}` },
    time: at,
    properties: { product_id: product },
  }));
  return rig.append(record(views, 'web', at));
}

async function sizeOf(rig: AudienceRig): Promise<number> {
  await caughtUp(rig);
  return rig.partition.book.sizes.get('a') ?? 0;
}

describe('a change of a product', () => {
  it('moves whoever has it in a condition at once, and asks nobody else', async () => {
    const rig = await openAudienceRig();
    await rig.append(audienceRecord('a', START, { condition: inStock }));
    await rig.append(productsRecord(START, { p: { stock: 7 }, q: { stock: 0 } }));
    await rig.work(START);
    await allView(rig, 'p', START, 3);
    await allView(rig, 'q', START, 20);
    expect(await sizeOf(rig)).toBe(3);
    const touches = () => rig.partition.qualifier.touchesOf('a');
    const before = touches();
    await rig.append(productsRecord(START + 1, { p: { stock: 6 } }));
    expect(await sizeOf(rig)).toBe(3);
    expect(touches()).toBe(before);
    await rig.append(productsRecord(START + 2, { p: { stock: 0 } }));
    expect(await sizeOf(rig)).toBe(0);
    expect(touches()).toBe(before + 3);
    await rig.append(productsRecord(START + 3, { q: { stock: 1 } }));
    expect(await sizeOf(rig)).toBe(20);
    expect(await rig.wrong()).toEqual([]);
    await rig.close();
  });

  it('is noted of nobody whose window has passed, however long the product stays as it is', async () => {
    const rig = await openAudienceRig();
    await rig.append(audienceRecord('a', START, { condition: inStock }));
    await rig.append(productsRecord(START, { p: { stock: 1 }, q: { stock: 1 }, r: { stock: 1 } }));
    await rig.work(START);
    await allView(rig, 'p', START);
    await allView(rig, 'q', START + MONTH);
    expect(await sizeOf(rig)).toBe(PEOPLE);
    const noted = async (): Promise<number> => {
      await rig.partition.flush();
      return [...rig.memory.get('catalogue')!.values.keys()].filter((key) => key.startsWith('asked/')).length;
    };
    expect(await noted()).toBe(2 * PEOPLE);
    for (let rounds = 0; rounds < 10; rounds++) await rig.partition.forgetSome();
    expect(await noted()).toBe(PEOPLE);
    // Those who still have it move with it.
    await rig.append(productsRecord(START + MONTH + 1, { q: { stock: 0 } }));
    expect(await sizeOf(rig)).toBe(0);
    expect(await rig.wrong()).toEqual([]);
    await rig.close();
  });

  it('is not seen by what is folded again after a death though it happened later', async () => {
    const rig = await openAudienceRig();
    await rig.append(audienceRecord('a', START, { condition: inStock }));
    await rig.append(productsRecord(START, { p: { stock: 0 }, q: { stock: 3 } }));
    await rig.work(START);
    await rig.partition.flush();
    // Nobody enters by the first product: it comes into stock when it is in nobody's window any more.
    await allView(rig, 'p', START);
    await allView(rig, 'q', START + 30 * MINUTE);
    await allView(rig, 'q', START + 72 * MINUTE);
    await rig.append(plainRecord('tick', START + 119 * MINUTE));
    const position = await rig.append(productsRecord(START + 120 * MINUTE, { p: { stock: 7 } }));
    // The catalogue is stored with the next commit, most people later.
    while (rig.partition.storedPlace < placeOf(position, 0))
      await rig.append(plainRecord('tick', START + 120 * MINUTE));
    expect(rig.memory.get('people')!.values.size).toBeLessThan(PEOPLE / 2);
    await rig.die();
    await rig.restart();
    const stored = await rig.stored();
    const again = await openAudienceRig(rig.log);
    expect(stored).toEqual(await again.stored());
    expect(stored.filter((line) => line.includes(`"a":[${START + 30 * MINUTE}`))).toHaveLength(PEOPLE);
    await Promise.all([rig.close(), again.close()]);
  });
});
