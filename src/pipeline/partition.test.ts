import { describe, expect, it } from 'vitest';
import { FACT_COLUMNS } from '../profile/index.ts';
import { textLines } from './outbox.ts';
import {
  caughtUp,
  factPlaces,
  type Given,
  NOON,
  openRig,
  record,
  settingsRecord,
} from './partition.fixture.ts';

const MINUTE = 60_000;

describe('the fold', () => {
  it('joins anonymous behaviour to the person who logs in on the device', async () => {
    const rig = await openRig();
    await rig.send([{ id: '1', identities: { anonymous: 'a' } }]);
    await rig.send([
      {
        id: '2',
        type: 'identify',
        identities: { anonymous: 'a', user: 'u1', email: 'Sarah@Example.com ' },
        properties: { firstName: 'Sarah' },
      },
    ]);
    const sarah = await rig.person('email:sarah@example.com');
    expect(sarah?.events.count).toBe(2);
    expect(sarah?.identities.map((each) => `${each.namespace}:${each.value}`)).toEqual([
      'anonymous:a',
      'email:sarah@example.com',
      'user:u1',
    ]);
    expect(sarah?.attributes.firstName?.value).toBe('Sarah');
    expect(await rig.person('anonymous:a')).toEqual(sarah);
    await rig.close();
  });

  it('counts an event once, however often it is sent', async () => {
    const rig = await openRig();
    const order: Given = {
      id: 'm1',
      name: 'Order Completed',
      identities: { user: 'u1' },
      properties: { order_id: 'o1', revenue: 50 },
    };
    await rig.send([order, order]);
    await rig.send([order]);
    await rig.partition.flush();
    await rig.die();
    await rig.restart();
    await rig.send([order]);
    const person = await rig.person('user:u1');
    expect(person?.events.count).toBe(1);
    expect(person?.purchases).toMatchObject({ count: 1, revenue: { EUR: 50 } });
    await rig.partition.flush();
    expect(factPlaces(rig.blocks)).toHaveLength(1);
    await rig.close();
  });

  it('counts an order once though the site and the order system both report it', async () => {
    const rig = await openRig();
    await rig.send([{ id: '1', type: 'identify', identities: { anonymous: 'a', user: 'u1' } }]);
    const properties = {
      order_id: 'o1',
      revenue: 80,
      currency: 'EUR',
      products: [{ product_id: 'p', price: 40, quantity: 2 }],
    };
    await rig.send([
      { id: '2', name: 'Order Completed', identities: { anonymous: 'a', user: 'u1' }, properties },
    ]);
    await rig.send(
      [{ id: '3', name: 'Order Completed', identities: { user: 'u1' }, properties, time: NOON + MINUTE }],
      'order',
    );
    await rig.send(
      [
        {
          id: '4',
          name: 'Order Refunded',
          identities: { user: 'u1' },
          properties: { order_id: 'o1', total: 30 },
        },
      ],
      'order',
    );
    expect((await rig.person('user:u1'))?.purchases).toMatchObject({
      count: 1,
      units: 2,
      revenue: { EUR: 50 },
    });
    await rig.partition.flush();
    const revenues = textLines(rig.blocks, 'events').map((line) =>
      Number(line.split('\t')[FACT_COLUMNS.indexOf('revenue')]),
    );
    expect(revenues).toEqual([0, 80, 0, -30]);
    await rig.close();
  });

  it('gives a shared device to whoever authenticated on it last, and each event to whoever had it then', async () => {
    const rig = await openRig();
    await rig.send([{ id: '1', type: 'identify', identities: { anonymous: 'tablet', user: 'jane' } }]);
    await rig.send([{ id: '2', identities: { anonymous: 'tablet' }, time: NOON + MINUTE }]);
    await rig.send([
      {
        id: '3',
        type: 'identify',
        identities: { anonymous: 'tablet', user: 'john' },
        time: NOON + 2 * MINUTE,
      },
    ]);
    await rig.send([{ id: '4', identities: { anonymous: 'tablet' }, time: NOON + 3 * MINUTE }]);
    await rig.send([{ id: 'late', identities: { anonymous: 'tablet' }, time: NOON + MINUTE + 1 }]);
    expect((await rig.person('user:jane'))?.events.count).toBe(3);
    expect((await rig.person('user:john'))?.events.count).toBe(2);
    expect((await rig.person('anonymous:tablet'))?.id).toBe((await rig.person('user:john'))?.id);
    await rig.close();
  });

  it('takes an event that names two devices as evidence for both, in any order of arrival', async () => {
    const visits: Given[] = [
      { id: '1', identities: { anonymous: 'a' } },
      { id: '2', identities: { ecid: 'e' }, time: NOON + MINUTE },
      { id: '3', identities: { anonymous: 'a', ecid: 'e' }, time: NOON + 2 * MINUTE },
    ];
    const [there, back] = [await openRig(), await openRig()];
    for (const visit of visits) await there.send([visit]);
    for (const visit of visits.toReversed()) await back.send([visit]);
    const identities = (await there.person('ecid:e'))?.identities;
    expect(identities?.map(({ last }) => last)).toEqual([NOON + 2 * MINUTE, NOON + 2 * MINUTE]);
    expect((await back.person('ecid:e'))?.identities).toEqual(identities);
    await Promise.all([there.close(), back.close()]);
  });

  it('moves the rows of a long chain of people a few times each, though every newcomer is known longer', async () => {
    const rig = await openRig();
    const people = 600;
    const alone = Array.from(
      { length: people },
      (_, i): Given => ({
        id: `alone${i}`,
        identities: { anonymous: `d${i}` },
        time: NOON - i * MINUTE,
      }),
    );
    const joined = Array.from(
      { length: people - 1 },
      (_, i): Given => ({
        id: `joined${i}`,
        identities: { anonymous: `d${i}`, ecid: `e${i}` },
        time: NOON + i,
      }),
    );
    const onwards = joined.map(
      ({ time }, i): Given => ({
        id: `onwards${i}`,
        identities: { ecid: `e${i}`, anonymous: `d${i + 1}` },
        time: time! + 1,
      }),
    );
    await rig.send(alone);
    await rig.send(joined.flatMap((event, i) => [event, onwards[i]!]));
    await rig.partition.flush();
    expect((await rig.person(`anonymous:d${people - 1}`))?.events.count).toBe(people + 2 * (people - 1));
    const overrides = textLines(rig.blocks, 'overrides');
    expect(overrides.length).toBeGreaterThan(people - 2);
    expect(overrides.length).toBeLessThan(2 * people);
    await rig.close();
  });

  it('puts an event that stands for nobody into the quarantine', async () => {
    const rig = await openRig();
    await rig.send([{ id: '1', identities: { user: 'null', email: 'no address' } }]);
    await rig.partition.flush();
    const entries = [...rig.memory.get('quarantine')!.values.values()].map((text) => JSON.parse(text));
    expect(entries).toMatchObject([{ reason: 'event.no-usable-identity', source: 'web' }]);
    await rig.close();
  });

  it('follows changed settings from their place in the log on', async () => {
    const rig = await openRig();
    await rig.append(settingsRecord({ joinPolicy: 'never' }));
    await rig.send([{ id: '1', identities: { anonymous: 'a' } }]);
    await rig.send([{ id: '2', type: 'identify', identities: { anonymous: 'a', user: 'u1' } }]);
    expect((await rig.person('user:u1'))?.events.count).toBe(1);
    expect((await rig.person('anonymous:a'))?.known).toBe(false);
    await rig.die();
    await rig.restart();
    await caughtUp(rig);
    expect(rig.partition.settings.joinPolicy).toBe('never');
    await rig.close();
  });

  it('folds one record a slice and many records alike', async () => {
    const events: Given[] = Array.from({ length: 3_000 }, (_, i) => ({
      id: `e${i}`,
      identities: { anonymous: `a${i % 50}`, ...(i % 7 === 0 ? { user: `u${i % 20}` } : {}) },
      time: NOON + i * 1_000,
    }));
    const one = await openRig();
    for (let i = 0; i < events.length; i += 100) await one.append(record(events.slice(i, i + 100)));
    await caughtUp(one);
    const again = await openRig(one.log);
    expect(await again.stored()).toEqual(await one.stored());
    await one.close();
    await again.close();
  });
});
