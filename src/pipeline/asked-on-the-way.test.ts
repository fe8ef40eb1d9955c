import { describe, expect, it } from 'vitest';
import type { Condition } from '../core/condition/index.ts';
import { START_MS } from '../core/condition/random.fixture.ts';
import { audienceRecord, openAudienceRig, productsRecord } from './audiences.fixture.ts';
import { textLines } from './outbox.ts';
import { record, settingsRecord } from './partition.fixture.ts';

describe('new audiences', () => {
  it('ask people on the way through their past, and at its end only those who changed meanwhile', async () => {
    const rig = await openAudienceRig();
    const { book } = rig.partition;
    const did = (name: string, from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => ({
        id: `${name}${from + i}`,
        name,
        identities: { user: `u${from + i}` },
        time: START_MS,
      }));
    await rig.append(record(did('Shop Visited', 0, 300), 'web', START_MS));
    await rig.append(audienceRecord('a', START_MS, { condition: { did: { event: 'Shop Visited' } } }));
    await rig.work(START_MS, 150);
    const early = book.sizes.get('a') ?? 0;
    expect(early).toBeGreaterThan(100);
    expect(book.audiences.get('a')?.inForce).toBeUndefined();

    await rig.append(record(did('Something Else', 0, 20), 'web', START_MS));
    await rig.append(record(did('Shop Visited', 300, 310), 'web', START_MS));
    while (book.fills.size > 0) await rig.work(START_MS, 1);
    const [sweep] = book.sweeps.values();
    const changed = rig.partition.changedSince(sweep!.changedSince!)!;
    expect(changed.length).toBeGreaterThanOrEqual(20);
    expect(changed.length).toBeLessThan(40);
    await rig.work(START_MS);
    expect(await rig.wrong()).toEqual([]);
    expect(book.sizes).toEqual(new Map([['a', 310]]));
    // Nobody is noted for ever.
    expect(rig.partition.workingSet.people.watched).toBeUndefined();
    await rig.close();
  });

  it('let go whom they asked on the way when they are taken back before they are in force', async () => {
    const rig = await openAudienceRig();
    const visits = Array.from({ length: 100 }, (_, i) => ({
      id: `m${i}`,
      name: 'Shop Visited',
      identities: { user: `u${i}` },
      time: START_MS,
    }));
    await rig.append(record(visits, 'web', START_MS));
    await rig.append(audienceRecord('a', START_MS, { condition: { did: { event: 'Shop Visited' } } }));
    await rig.work(START_MS, 50);
    expect(rig.partition.book.sizes.get('a')).toBeGreaterThan(20);
    await rig.append(audienceRecord('a', START_MS, undefined));
    await rig.work(START_MS);
    expect(rig.partition.book.sizes).toEqual(new Map());
    expect(rig.partition.book.audiences).toEqual(new Map());
    expect(rig.partition.workingSet.people.watched).toBeUndefined();
    expect((await rig.people()).filter(({ audiences, dues }) => audiences ?? dues)).toEqual([]);
    await rig.close();
  });

  it('ask nobody before all of her past is there: a part of it would let people in who do not belong', async () => {
    const rig = await openAudienceRig();
    const each = (id: string, name: string, identities: (i: number) => Record<string, string>) =>
      Array.from({ length: 60 }, (_, i) => ({
        id: `${id}${i}`,
        name,
        identities: identities(i),
        time: START_MS,
      }));
    const both = (i: number) => ({ user: `u${i}`, anonymous: `d${i}` });
    await rig.append(
      record(
        each('a', 'Shop Visited', (i) => ({ anonymous: `d${i}` })),
        'web',
        START_MS,
      ),
    );
    await rig.append(
      record(
        each('b', 'Signed In', (i) => ({ user: `u${i}` })),
        'app',
        START_MS,
      ),
    );
    await rig.append(record(each('c', 'Something Else', both), 'web', START_MS));
    expect((await rig.people()).length).toBe(60);
    const condition = { all: [{ did: { event: 'Signed In' } }, { not: { did: { event: 'Shop Visited' } } }] };
    await rig.append(audienceRecord('a', START_MS, { condition }));
    await rig.work(START_MS);
    expect(await rig.wrong()).toEqual([]);
    await rig.partition.flush();
    expect(textLines(rig.blocks, 'events').filter((line) => /Audience (Entered|Left)/.test(line))).toEqual(
      [],
    );
    await rig.close();
  });

  it('ask everybody again at the end of the past when what they are asked by changed meanwhile', async () => {
    const viewed = {
      event: 'Product Viewed',
      products: [{ catalogue: 'stock', number: { above: 0 } } as const],
    };
    const stories: [Condition, Uint8Array][] = [
      [
        { all: [{ did: { event: 'Product Viewed' } }, { attribute: 'tier', text: { is: 'gold' } }] },
        settingsRecord({ attributePolicy: { kind: 'source-precedence', sources: ['web'] } }, START_MS),
      ],
      [{ did: viewed }, productsRecord(START_MS, { p1: { stock: 5 } })],
    ];
    for (const [condition, change] of stories) {
      const rig = await openAudienceRig();
      const said = (id: string, tier: string, time: number) =>
        record(
          [{ id, type: 'identify', identities: { user: 'u' }, time, properties: { tier } }],
          id as 'web',
          START_MS,
        );
      await rig.append(productsRecord(START_MS, { p1: { stock: 0 } }));
      await rig.append(said('web', 'gold', START_MS - 1_000));
      await rig.append(said('app', 'silver', START_MS));
      const properties = { product_id: 'p1' };
      await rig.append(
        record([{ id: 'v', identities: { user: 'u' }, time: START_MS, properties }], 'web', START_MS),
      );
      await rig.append(audienceRecord('a', START_MS, { condition }));
      await rig.people();
      // Everybody was asked, and the past is not declared complete.
      const [fill] = rig.partition.book.fills.values();
      while (fill!.upTo < Number.MAX_SAFE_INTEGER) {
        await rig.work(START_MS, 1);
        await rig.people();
      }
      expect(rig.partition.book.audiences.get('a')?.inForce).toBeUndefined();
      expect(rig.partition.book.sizes).toEqual(new Map());
      await rig.append(change);
      await rig.work(START_MS);
      expect(await rig.wrong()).toEqual([]);
      expect(rig.partition.book.sizes).toEqual(new Map([['a', 1]]));
      await rig.close();
    }
  });
});
