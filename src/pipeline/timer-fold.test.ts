import { describe, expect, it } from 'vitest';
import { START_MS } from '../core/condition/random.fixture.ts';
import { type Clock, placeOf } from '../core/index.ts';
import {
  type AudienceRig,
  audienceRecord,
  openAudienceRig,
  plainRecord,
  productsRecord,
  SLOWEST,
} from './audiences.fixture.ts';
import type { Checkpoint } from './checkpoint.ts';
import { textLines } from './outbox.ts';
import { caughtUp, type Given, record } from './partition.fixture.ts';
import { TIMER_PACE, type TimerPace } from './timer-pace.ts';

const HOUR = 3_600_000;
const START = START_MS;
const END = START + HOUR;
const CROWD = 1_300;

/** A clock by which the fold commits often: few people at a time. */
function hasty(): Clock {
  let now = START;
  return { now: () => (now += 200) };
}

/** Somebody looks at a product. */
function view(user: string, id: string, more: Partial<Given> = {}): Given {
  return { id: `${id}-${user}`, name: 'Product Viewed', identities: { user }, time: START, ...more };
}

/** A rig in which whoever viewed something (that is in stock) is in an audience for an hour. */
async function openShop(pace: TimerPace = TIMER_PACE): Promise<AudienceRig> {
  const rig = await openAudienceRig(undefined, { pace, clock: hasty() });
  const products = [{ catalogue: 'stock' as const, number: { above: 0 } }];
  await rig.append(productsRecord(START, { p: { stock: 7 } }));
  const condition = { did: { event: 'Product Viewed', products }, in: { last: '1h' } };
  await rig.append(audienceRecord('a', START, { condition }));
  await rig.work(START);
  return rig;
}

/** So many people view the product at once; nobody is changed when it is done. */
async function crowdViews(rig: AudienceRig, count: number): Promise<void> {
  for (let from = 0; from < count; from += 130) {
    const users = Array.from({ length: Math.min(130, count - from) }, (_, i) => `u${from + i}`);
    const views = users.map((user) => view(user, 'first', { properties: { product_id: 'p' } }));
    await rig.append(record(views, 'web', START));
  }
  await caughtUp(rig);
  await rig.partition.flush();
  expect(sizeOf(rig)).toBe(count);
}

function sizeOf(rig: AudienceRig): number {
  return rig.partition.book.sizes.get('a') ?? 0;
}

/** The rows of people who left, in order. */
async function leavings(rig: AudienceRig): Promise<string[]> {
  await caughtUp(rig);
  await rig.partition.flush();
  return textLines(rig.blocks, 'events').filter((line) => line.includes('Audience Left'));
}

/** Whether what is stored ends in the middle of what may fire before a record. */
function isWithinShare(rig: AudienceRig): boolean {
  const { fired } = JSON.parse(rig.memory.get('meta')!.values.get('checkpoint/0')!) as Checkpoint;
  return (fired?.[3] ?? 0) > 0;
}

/** Why each of them left. */
async function whys(rig: AudienceRig): Promise<(string | undefined)[]> {
  return (await leavings(rig)).map((line) => /"how":"([a-z-]+)"/.exec(line)?.[1]);
}

describe('timers that are due at one moment', () => {
  it('leave room for events: as many fire before those of a record as it has', async () => {
    const rig = await openShop();
    await crowdViews(rig, CROWD);
    const others = Array.from({ length: 40 }, (_, i) => view(`other${i}`, 'x'));
    await rig.append(record(others, 'web', END));
    await caughtUp(rig);
    expect(sizeOf(rig)).toBe(CROWD - 40);
    expect(rig.partition.timers.countBy(END)).toBe(CROWD - 40);
    // Who waits is as she was until she became due.
    expect(await rig.wrong()).toEqual([]);
    await rig.append(record(others.slice(0, 1), 'web', END));
    await rig.append(plainRecord('tick', END));
    await caughtUp(rig);
    expect(sizeOf(rig)).toBe(CROWD - 40 - 1 - 250);
    // Nobody waits for ever, however many events come.
    await rig.append(record(others.slice(0, 2), 'web', END + 11_000));
    await caughtUp(rig);
    expect(sizeOf(rig)).toBe(CROWD - 40 - 1 - 250 - 16);
    await rig.fire();
    expect(sizeOf(rig)).toBe(0);
    await rig.close();
  });

  it('have all fired before an audience is asked anew', async () => {
    const rig = await openShop(SLOWEST);
    await crowdViews(rig, 30);
    await rig.append(audienceRecord('b', END, { condition: { not: { did: { event: 'Nothing' } } } }));
    await caughtUp(rig);
    expect(sizeOf(rig)).toBe(0);
    expect(await whys(rig)).toEqual(Array(30).fill('time'));
    await rig.close();
  });

  it('fire for whoever does something before she has done it, though it is not her turn', async () => {
    const rig = await openShop(SLOWEST);
    await crowdViews(rig, 30);
    const again = Array.from({ length: 30 }, (_, i) => view(`u${i}`, 'again', { name: 'Something Else' }));
    await rig.append(record(again, 'web', END));
    await caughtUp(rig);
    expect(sizeOf(rig)).toBe(0);
    expect(await whys(rig)).toEqual(Array(30).fill('time'));
    expect(await rig.wrong()).toEqual([]);
    await rig.close();
  });

  it('fire for whoever had the device of a late event', async () => {
    const rig = await openShop(SLOWEST);
    const at = (time: number, user?: string): Given =>
      view('d1', `${time}`, {
        type: user === undefined ? 'track' : 'identify',
        identities: user === undefined ? { anonymous: 'd1' } : { anonymous: 'd1', user },
        time,
        properties: { product_id: 'p' },
      });
    await rig.append(record([at(START - 10, 'first'), at(START - 5, 'heir')], 'web', START));
    const users = ['first', 'heir', 'x', 'y', 'z'];
    const views = users.map((user) => view(user, 'first', { properties: { product_id: 'p' } }));
    await rig.append(record(views, 'web', START));
    await caughtUp(rig);
    expect(sizeOf(rig)).toBe(5);
    await rig.append(record([{ ...at(START - 8), name: 'Something Else' }], 'web', END));
    await caughtUp(rig);
    const left = (await rig.people()).filter(({ audiences }) => audiences?.['a'] === undefined);
    const keys = left.flatMap(({ links }) => Object.keys(links));
    expect(keys).toEqual(expect.arrayContaining(['user:first', 'user:heir']));
    expect(await rig.wrong()).toEqual([]);
    await rig.close();
  });

  it('fire for whoever has a product that changes before she is asked because of it', async () => {
    const rig = await openShop(SLOWEST);
    await crowdViews(rig, 30);
    await rig.append(productsRecord(END, { p: { stock: 0 } }));
    expect(await whys(rig)).toEqual(Array(30).fill('time'));
    await rig.close();
  });

  it('have all fired in what a version without turns stored, though most people are not', async () => {
    const rig = await openShop({ ...TIMER_PACE, perTick: Number.POSITIVE_INFINITY });
    await crowdViews(rig, CROWD);
    await rig.append(plainRecord('tick', END));
    const position = await rig.append(record([view('other', 'x')], 'web', END));
    while (rig.partition.storedPlace < placeOf(position, 0))
      await new Promise((resolve) => setImmediate(resolve));
    await rig.die();
    const meta = rig.memory.get('meta')!.values;
    const { fired, ...checkpoint } = JSON.parse(meta.get('checkpoint/0')!) as Checkpoint;
    expect(fired).toHaveLength(2);
    meta.set('checkpoint/0', JSON.stringify({ ...checkpoint, format: 1 }));
    await rig.restart();
    expect(await rig.wrong()).toEqual([]);
    expect(sizeOf(rig)).toBe(0);
    expect(await leavings(rig)).toHaveLength(CROWD);
    await rig.close();
  });

  const isStored = (rig: AudienceRig, position: number): boolean =>
    rig.partition.storedPlace >= placeOf(position, 0) - 1;
  const lives: [string, TimerPace, (rig: AudienceRig, position: number) => boolean][] = [
    ['as they usually fire', TIMER_PACE, isStored],
    ['with a small share for each record', { ...SLOWEST, perTick: 20 }, isStored],
    ['within a large share', { ...SLOWEST, perTick: 900 }, isWithinShare],
  ];
  for (const [how, pace, isToDie] of lives)
    it(`are neither lost nor repeated by a death in the middle, ${how}`, async () => {
      for (const deathAt of isToDie === isStored ? [1, 3, 5, 9] : [1]) {
        const rig = await openShop(pace);
        await crowdViews(rig, CROWD);
        let position = 0;
        const goOn = async (from: number, to: number): Promise<void> => {
          for (let i = from; i <= to; i++) {
            const users = Array.from({ length: 50 }, (_, k) => `u${(i * 250 + k * 7) % CROWD}`);
            const events = users.map((user) => view(user, `again${i}`, { name: 'Something Else' }));
            await rig.append(plainRecord('tick', END + i));
            position = await rig.append(record(events, 'web', END + i));
          }
        };
        await goOn(0, deathAt);
        // Most people are not stored at that moment, and the others as they were then.
        while (!isToDie(rig, position - 1) && !isStored(rig, position + 1))
          await new Promise((resolve) => setImmediate(resolve));
        await rig.die();
        await rig.restart();
        await goOn(deathAt + 1, 10);
        await rig.fire();
        expect(await rig.wrong()).toEqual([]);
        expect(sizeOf(rig)).toBe(0);
        const again = await openAudienceRig(rig.log, { pace });
        expect(await again.stored()).toEqual(await rig.stored());
        expect(await leavings(rig)).toEqual(await leavings(again));
        expect(await leavings(rig)).toHaveLength(CROWD);
        await Promise.all([rig.close(), again.close()]);
      }
    }, 60_000);
});
