import { expectEqual } from './repeats.ts';
import type { Act, NativeEvent } from './stage.ts';

const LINKS = 10_000;
const IDENTITIES_MAX = 50;
const MINUTE_MS = 60_000;

/** One user on 10,000 devices. */
export const manyDevices: Act = {
  name: '10,000 devices of one user',
  async run(stage) {
    const now = Date.now();
    await stage.send(
      Array.from(
        { length: LINKS },
        (_, i): NativeEvent => ({
          id: `devices-${i}`,
          type: 'identify',
          identities: { anonymous: `devices-${i}`, user: 'many-devices' },
          time: now - (LINKS - i) * 100,
        }),
      ),
    );
    await stage.folded();
    const person = await stage.person('user:many-devices');
    return expectEqual(
      'with 10,000 devices',
      { events: person?.events.count, isBounded: (person?.identities.length ?? 0) <= IDENTITIES_MAX },
      { events: LINKS, isBounded: true },
    );
  },
};

/**
 * 10,000 people chained into one: each event joins the device of the one before with a new one. They come from the newest to
 * the oldest, so that every merge goes into the newcomer.
 */
export const chain: Act = {
  name: '10,000 people chained onto one',
  async run(stage) {
    const now = Date.now();
    const alone = Array.from(
      { length: LINKS },
      (_, i): NativeEvent => ({
        id: `chain-alone-${i}`,
        name: 'Seen',
        identities: { anonymous: `chain-${i}` },
        time: now - MINUTE_MS - i * 1_000,
      }),
    );
    await stage.send(alone);
    const joins = Array.from(
      { length: LINKS - 1 },
      (_, i): NativeEvent => ({
        id: `chain-join-${i}`,
        name: 'Seen',
        identities: [
          { namespace: 'anonymous', value: `chain-${i}` },
          { namespace: 'anonymous', value: `chain-${i + 1}` },
        ],
        time: now - MINUTE_MS + i,
      }),
    );
    await stage.send(joins);
    await stage.folded();
    const person = await stage.person(`anonymous:chain-${LINKS - 1}`);
    const faults: string[] = [];
    if (!person) faults.push('the last link of the chain is nobody');
    if ((person?.identities.length ?? 0) > IDENTITIES_MAX)
      faults.push(`she has ${person?.identities.length} identities`);
    if ((person?.events.count ?? 0) < LINKS) faults.push(`she has only ${person?.events.count} events`);
    return faults;
  },
};

/** 10,000 users who log in on one device, one after the other. */
export const sharedDevice: Act = {
  name: '10,000 users of one device',
  async run(stage) {
    const now = Date.now();
    await stage.send(
      Array.from(
        { length: LINKS },
        (_, i): NativeEvent => ({
          id: `shared-${i}`,
          type: 'identify',
          identities: { anonymous: 'one-device', user: `shared-${i}` },
          time: now - (LINKS - i) * 100,
        }),
      ),
    );
    await stage.folded();
    const owner = await stage.person('anonymous:one-device');
    const last = await stage.person(`user:shared-${LINKS - 1}`);
    return expectEqual('the device belongs to the last one who authenticated', owner?.id, last?.id);
  },
};
