import type { Item } from '../stage.ts';
import { MINUTE_MS } from '../time.ts';

/** When items of the shop's time are to be sent in real time. */
export interface Pace {
  /** The moment of the shop's time that it is at a real moment. */
  shopTime(real: number): number;
  /** When to send an item, ms of real time. Ask for items in order of delivery. */
  dueAt(item: Item): number;
}

/** A longer pause on a device ends a visit, as it ends a session. */
const VISIT_PAUSE_MS = 30 * MINUTE_MS;
/** A device that is busy all day (a machine) falls behind no further than this. */
const BEHIND_MS_MAX = 30 * MINUTE_MS;
const LANES_MAX = 10_000;

/** What a device is doing: when its last message was in the shop's time, and when it was sent. */
interface Lane {
  readonly at: number;
  readonly due: number;
}

/**
 * The pace of a shop that lives `speed` times as fast as we do: people come that much more often, but a visit takes as long
 * as it takes. Otherwise pages would be read in half a second, and every report on sessions would look wrong.
 */
export function createPace(speed: number, shopStart: number, realStart: number): Pace {
  let lanes = new Map<string, Lane>();
  const linear = (at: number): number => realStart + (at - shopStart) / speed;
  return {
    shopTime: (real) => shopStart + (real - realStart) * speed,
    dueAt({ at, message }) {
      const device = 'identities' in message ? undefined : message.anonymousId;
      if (device === undefined || device === '') return linear(at);
      const lane = lanes.get(device);
      let due = linear(at);
      if (lane) {
        const isSameVisit = at - lane.at < VISIT_PAUSE_MS;
        const natural = isSameVisit ? lane.due + (at - lane.at) : lane.due;
        due = Math.max(due, natural - due > BEHIND_MS_MAX ? lane.due : natural);
      }
      lanes.set(device, { at, due });
      if (lanes.size > LANES_MAX)
        lanes = new Map([...lanes].filter(([, other]) => at - other.at < VISIT_PAUSE_MS * speed));
      return due;
    },
  };
}
