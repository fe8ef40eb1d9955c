import { type Channel, DEFAULT_SETTINGS, type Event, encodeRecord, type Settings } from '../core/index.ts';
import { type Definitions, loadDefinitions } from '../definition/index.ts';
import { createMemoryLog, type Log } from '../engine/log/index.ts';
import { emptyMemory, type Memory, openMemoryState, type State } from '../engine/state/index.ts';
import { type ProfileView, viewOf } from '../profile/index.ts';
import type { Block } from './outbox.ts';
import { textLines } from './outbox.ts';
import { Partition, type PartitionOptions } from './partition.ts';

/** An event as a native client writes it, with the least it takes. */
export interface Given {
  readonly id: string;
  readonly type?: Event['type'];
  readonly name?: string;
  readonly time?: number;
  readonly identities: Readonly<Record<string, string>>;
  readonly properties?: Event['properties'];
  readonly context?: Event['context'];
}

export const NOON = Date.UTC(2026, 4, 3, 12);
const DAY = 86_400_000;

/** A log record of native events. */
export function record(
  events: readonly Given[],
  channel: Channel = 'web',
  received = NOON + DAY,
): Uint8Array {
  const header = { kind: 'collected', protocol: 'native', source: channel, channel, received } as const;
  return encodeRecord(header, Buffer.from(JSON.stringify({ events: events.map(withDefaults) })));
}

function withDefaults(event: Given): object {
  const type = event.type ?? 'track';
  return {
    ...event,
    type,
    name: event.name ?? (type === 'track' ? 'Product Viewed' : undefined),
    time: event.time ?? NOON,
  };
}

/** A definition record that changes settings. */
export function settingsRecord(settings: Partial<Settings>, received = NOON): Uint8Array {
  const header = { kind: 'definition', key: 'settings', by: 'test', received } as const;
  return encodeRecord(header, Buffer.from(JSON.stringify({ ...DEFAULT_SETTINGS, ...settings })));
}

/** A fold over memory engines, which can die and start again on what it had stored. */
export interface Rig {
  readonly log: Log;
  readonly memory: Memory;
  readonly blocks: Block[];
  partition: Partition;
  append(bytes: Uint8Array): Promise<number>;
  /** Appends and waits until it is folded. */
  send(events: readonly Given[], channel?: Channel): Promise<void>;
  person(identity: string): Promise<ProfileView | undefined>;
  /** Stops as a kill would: nothing more is stored, not even a commit that is under way. */
  die(): Promise<void>;
  /** Starts again on what is stored. */
  restart(): Promise<void>;
  /** Stores everything and gives all records of the state that a replay must give again, byte for byte. */
  stored(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a rig; `log` to fold an existing log again from its beginning. */
export async function openRig(
  log: Log = createMemoryLog({ partitions: 1 }),
  more: Partial<Pick<PartitionOptions, 'happened' | 'limits' | 'pace' | 'clock'>> = {},
): Promise<Rig> {
  const memory = emptyMemory();
  const blocks: Block[] = [];
  let life = await live(log, memory, blocks, more);
  const rig: Rig = {
    log,
    memory,
    blocks,
    partition: life.partition,
    append: (bytes) => log.append(0, bytes),
    async send(events, channel) {
      await rig.partition.folded(await log.append(0, record(events, channel)));
    },
    async person(identity) {
      const node = await rig.partition.workingSet.readNode(identity);
      const person =
        node && node.person !== 0 ? await rig.partition.workingSet.readPerson(node.person) : undefined;
      return person && viewOf(person, rig.partition.settings, rig.partition.rules.namespaces);
    },
    async die() {
      life.kill();
      await rig.partition.close().catch(() => {});
    },
    async restart() {
      life = await live(log, memory, blocks, more);
      rig.partition = life.partition;
    },
    async stored() {
      await caughtUp(rig);
      await rig.partition.flush();
      const kept = ['identities', 'people', 'seen', 'quarantine', 'definitions', 'timers'] as const;
      const entries = kept.flatMap((name) =>
        [...memory.get(name)!.values].map(([key, value]) => `${name} ${key} ${value}`).sort(),
      );
      const audiences = [...memory.get('meta')!.values].filter(([key]) => key.startsWith('audiences/'));
      return [...entries, ...audiences.map(([key, value]) => `${key} ${value}`).sort()];
    },
    close: () => rig.partition.close(),
  };
  return rig;
}

/** Waits until everything in the log is folded. */
export async function caughtUp(rig: Rig): Promise<void> {
  const { next } = rig.log.bounds(0);
  if (next > 0) await rig.partition.folded(next - 1);
}

async function live(
  log: Log,
  memory: Memory,
  blocks: Block[],
  more: Partial<PartitionOptions>,
): Promise<{ partition: Partition; kill: () => void }> {
  const inner = await openMemoryState(memory);
  let isDead = false;
  const state: State = {
    ...inner,
    commit: async (changes) => {
      // A commit takes a moment, in which the process may die.
      await new Promise((resolve) => setImmediate(resolve));
      if (isDead) throw new Error('dead');
      return inner.commit(changes);
    },
  };
  const definitions: Definitions = await loadDefinitions(inner);
  let now = NOON;
  const partition = await Partition.start({
    partition: 0,
    log,
    state,
    clock: { now: () => ++now },
    definitions,
    limits: { peopleMax: 1_000, identitiesMax: 1_000 },
    sink: { offer: (block) => blocks.push(block), delivered: () => [], hasDelivered: () => false },
    happened: () => {},
    onError: (error) => {
      if (!isDead) throw error;
    },
    ...more,
  });
  return {
    partition,
    kill: () => {
      isDead = true;
    },
  };
}

/** The places of all facts, in the order in which they were handed over. */
export function factPlaces(blocks: readonly Block[]): number[] {
  return textLines(blocks, 'events').map((line) => Number(line.slice(0, line.indexOf('\t'))));
}
