import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryLog } from '../engine/log/index.ts';
import type { ProfileView } from '../profile/index.ts';
import { textLines } from './outbox.ts';
import { caughtUp, factPlaces, type Given, NOON, openRig, type Rig, record } from './partition.fixture.ts';

const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 100);
const MINUTE = 60_000;

/** Events of two shoppers, each with devices of her own, in every mixture of anonymous and known. */
const ownDevices = fc
  .array(
    fc.record({
      who: fc.constantFrom('u1', 'u2'),
      device: fc.constantFrom('phone', 'laptop'),
      says: fc.constantFrom('nothing', 'user', 'email', 'both', 'identify'),
      what: fc.constantFrom('view', 'order', 'refund', 'consent', 'loyalty'),
      minute: fc.integer({ min: 0, max: 300 }),
      value: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((drafts) =>
    drafts.map(({ who, device, says, what, minute, value }, i): Given => {
      const order = { order_id: `${who}-${value}`, revenue: value * 10 };
      const kinds = {
        view: { name: 'Product Viewed', properties: { product_id: `p${value}` } },
        order: { name: 'Order Completed', properties: order },
        refund: { name: 'Order Refunded', properties: { ...order, revenue: value } },
        consent: {
          name: 'Consent Updated',
          properties: { channel: 'email', purpose: 'marketing', state: value > 2 ? 'in' : 'out' },
        },
        loyalty: { name: 'Points Changed', properties: { loyalty: { tier: `t${value}`, points: value } } },
      };
      const identities: Record<string, string> = { anonymous: `${who}-${device}` };
      if (says !== 'nothing' && says !== 'email') identities.user = who;
      if (says === 'email' || says === 'both') identities.email = `${who}@example.com`;
      const base = { id: `m${i}`, identities, time: NOON + minute * MINUTE };
      return says === 'identify'
        ? { ...base, type: 'identify', properties: { size: value, name: who } }
        : { ...base, ...kinds[what] };
    }),
  );

/** Everything about people but their ids and the story of their merges, which tell in which order events came. */
async function people(rig: Rig): Promise<unknown[]> {
  await caughtUp(rig);
  const views: ProfileView[] = [];
  for (const key of [
    'user:u1',
    'user:u2',
    'email:u1@example.com',
    'email:u2@example.com',
    'anonymous:u1-phone',
    'anonymous:u1-laptop',
    'anonymous:u2-phone',
    'anonymous:u2-laptop',
  ]) {
    const view = await rig.person(key);
    if (view && !views.some((other) => other.id === view.id)) views.push(view);
  }
  return views.map(({ id: _id, merges: _merges, ...rest }) => rest);
}

async function foldAll(batches: readonly (readonly Given[])[]): Promise<Rig> {
  const rig = await openRig();
  for (const batch of batches) await rig.append(record(batch));
  await caughtUp(rig);
  return rig;
}

describe('properties of the fold', () => {
  it('any order of arrival of the same events gives the same people', async () => {
    const shuffled = ownDevices.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([inOrder, mixed]) => {
        const a = await foldAll(inOrder.map((event) => [event]));
        const b = await foldAll([mixed]);
        expect(await people(b)).toEqual(await people(a));
        await Promise.all([a.close(), b.close()]);
      }),
      { numRuns: RUNS },
    );
  });

  it('dying at any moments loses nothing, doubles nothing, and ends in the same state, byte for byte', async () => {
    const deaths = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sharedDevices, deaths, async (events, waits) => {
        const log = createMemoryLog({ partitions: 1 });
        const rig = await openRig(log);
        const batches = Array.from({ length: Math.ceil(events.length / 3) }, (_, i) =>
          events.slice(i * 3, i * 3 + 3),
        );
        for (const [i, batch] of batches.entries()) {
          await rig.append(record(batch));
          const wait = waits[i];
          if (wait === undefined) continue;
          for (let turn = 0; turn < wait; turn++) await new Promise((resolve) => setImmediate(resolve));
          await rig.die();
          await rig.restart();
        }
        const straight = await openRig(log);
        expect(await rig.stored()).toEqual(await straight.stored());
        expect(factPlaces(rig.blocks)).toEqual(factPlaces(straight.blocks));
        expect(textLines(rig.blocks, 'events')).toEqual(textLines(straight.blocks, 'events'));
        await Promise.all([rig.close(), straight.close()]);
      }),
      { numRuns: RUNS },
    );
  });

  it('merge then un-merge gives back both people', async () => {
    await fc.assert(
      fc.asyncProperty(ownDevices, async (events) => {
        const rig = await foldAll([events]);
        const [a, b] = [await rig.person('anonymous:u1-phone'), await rig.person('anonymous:u2-phone')];
        if (!a || !b || (a.known && b.known)) return rig.close();
        const before = [a, b].sort((x, y) => x.id - y.id);
        const merged = await rig.partition.folded(await rig.append(order('merge', { people: [a.id, b.id] })));
        const survivor = merged!.people[0]!;
        const absorbed = survivor === a.id ? b.id : a.id;
        expect((await rig.partition.workingSet.readPerson(absorbed))?.id).toBe(survivor);
        const parted = await rig.partition.folded(
          await rig.append(order('unmerge', { person: survivor, absorbed })),
        );
        expect(new Set(parted!.people)).toEqual(new Set([a.id, b.id]));
        const after = [await rig.person('anonymous:u1-phone'), await rig.person('anonymous:u2-phone')];
        expect(after.sort((x, y) => x!.id - y!.id)).toEqual(before);
        return rig.close();
      }),
      { numRuns: RUNS },
    );
  });
});

function order(kind: 'merge' | 'unmerge', body: object): Uint8Array {
  const header = { kind, by: 'test', received: NOON };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Buffer.from(JSON.stringify(body))]);
}

/** Events in which everything may conflict: shared devices, e-mail addresses that change hands, resent messages. */
const sharedDevices = fc.array(
  fc
    .record({
      id: fc.integer({ min: 0, max: 60 }),
      user: fc.option(fc.constantFrom('u1', 'u2', 'u3')),
      email: fc.option(fc.constantFrom('a@example.com', 'b@example.com')),
      loyalty: fc.option(fc.constantFrom('l1', 'l2'), { freq: 4 }),
      device: fc.option(fc.constantFrom('d1', 'd2', 'd3')),
      ecid: fc.option(fc.constantFrom('e1', 'e2'), { freq: 4 }),
      identify: fc.boolean(),
      minute: fc.integer({ min: 0, max: 120 }),
    })
    .map(({ id, user, email, loyalty, device, ecid, identify, minute }): Given => {
      const identities: Record<string, string> = {};
      if (device) identities.anonymous = device;
      if (ecid) identities.ecid = ecid;
      if (user) identities.user = user;
      if (email) identities.email = email;
      if (loyalty) identities.loyalty = loyalty;
      const base = { id: `m${id}`, identities, time: NOON + minute * MINUTE };
      return identify
        ? { ...base, type: 'identify', properties: { minute } }
        : { ...base, name: 'Order Completed', properties: { order_id: `o${id % 9}`, revenue: id } };
    }),
  { minLength: 1, maxLength: 40 },
);
