import { describe, expect, it } from 'vitest';
import { createMemoryLog } from '../engine/log/index.ts';
import { SEEN_MAX } from '../ingest/index.ts';
import { type Given, NOON, openRig, record } from './partition.fixture.ts';

/** More than one commit stores, so that a death finds people whose identities are stored and who are not. */
const PEOPLE = 400;
const TURNS = [2, 4, 6, 8, 12, 20];

/** Everybody comes three times; the second time most say who they are, in an event that names the device first. */
function visits(): Given[] {
  return Array.from({ length: PEOPLE * 3 }, (_, i): Given => {
    const person = i % PEOPLE;
    const visit = Math.floor(i / PEOPLE);
    const known = { user: `u${person}`, email: `${person}@example.com` };
    return {
      id: `m${i}`,
      type: visit === 1 ? 'identify' : 'track',
      identities: { anonymous: `d${person}`, ...(person % 3 > 0 || visit === 1 ? known : {}) },
      time: NOON + i * 1_000,
    };
  });
}

/** Dies some turns of the event loop after the fold has come to a record. */
async function expectSameAfterDeath(
  events: readonly Given[],
  batch: number,
  turns: number,
  folded = -1,
): Promise<void> {
  const log = createMemoryLog({ partitions: 1 });
  const rig = await openRig(log);
  for (let from = 0; from < events.length; from += batch)
    await rig.append(record(events.slice(from, from + batch)));
  await rig.partition.folded(folded);
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  await rig.die();
  await rig.restart();
  const straight = await openRig(log);
  expect(await rig.stored()).toEqual(await straight.stored());
  await Promise.all([rig.close(), straight.close()]);
}

/** A till that reports more messages than are remembered of one sender, amid all the others. */
function busySender(): Given[] {
  const others = visits();
  return Array.from({ length: SEEN_MAX + 3_000 }, (_, i): Given[] => [
    { id: `busy${i}`, identities: { user: 'till' }, time: NOON + i },
    ...(i % 20 === 0 ? others.slice(i / 20, i / 20 + 1) : []),
  ]).flat();
}

describe('a start after a death', () => {
  it.for(TURNS)(
    'bears people again whose identities were stored and who were not (death %i turns on)',
    (turns) => expectSameAfterDeath(visits(), 50, turns),
  );

  it.for([11, 12])(
    'remembers the same messages of a sender whose oldest were crowded out (death after %i)',
    (folded) => expectSameAfterDeath(busySender(), 2_000, 3, folded),
  );
});
