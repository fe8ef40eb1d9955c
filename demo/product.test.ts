import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeRecord } from '../src/core/index.ts';
import { loadDefinitions } from '../src/definition/index.ts';
import { createMemoryLog } from '../src/engine/log/index.ts';
import { emptyMemory, openMemoryState } from '../src/engine/state/index.ts';
import { type Block, Partition, textLines } from '../src/pipeline/index.ts';
import { FACT_COLUMNS, type ProfileView, viewOf } from '../src/profile/index.ts';
import type { Answers } from './answers.ts';
import { openRetailer } from './retailer.ts';
import { SOURCES, type SourceId } from './wire/sources.ts';

const NOW = Date.UTC(2026, 2, 31, 10);
const PEOPLE = Number(process.env['DEMO_TEST_PEOPLE'] ?? 200);
/** A small cache makes the fold read people back again and again. */
const CACHED_PEOPLE = Number(process.env['DEMO_TEST_CACHE'] ?? 100_000);
const BODY_MESSAGES = 50;
/** So many records are appended before the fold is waited for: a collector would be slowed down likewise. */
const RECORDS_AHEAD = 200;

describe('the product agrees with the answer sheet', () => {
  const blocks: Block[] = [];
  let partition: Partition;
  let answers: Answers;
  let start = 0;

  beforeAll(async () => {
    const log = createMemoryLog({ partitions: 1 });
    partition = await openPartition(log, blocks);
    const retailer = openRetailer({ now: NOW, people: PEOPLE, seed: 7 });
    start = retailer.world.start;
    let body: unknown[] = [];
    let source: SourceId = 'web';
    let position = -1;
    let records = 0;
    const append = async (received: number): Promise<void> => {
      if (body.length === 0) return;
      const { id, channel, protocol } = SOURCES.find((one) => one.id === source)!;
      const header = { kind: 'collected', protocol, source: id, channel, received, country: 'DE' } as const;
      const text = JSON.stringify(protocol === 'segment' ? { batch: body } : { events: body });
      position = await log.append(0, encodeRecord(header, Buffer.from(text)));
      body = [];
      if (++records % RECORDS_AHEAD === 0) await partition.folded(position);
    };
    let last = 0;
    for (const item of retailer.items) {
      if (item.source !== source || body.length >= BODY_MESSAGES) await append(last);
      source = item.source;
      last = item.at;
      body.push(item.message);
    }
    await append(last);
    await partition.folded(position);
    await partition.flush();
    answers = retailer.answers();
  });
  afterAll(() => partition.close());

  const viewByKey = async (key: string): Promise<ProfileView | undefined> => {
    const node = await partition.workingSet.readNode(key);
    const person = node && node.person !== 0 ? await partition.workingSet.readPerson(node.person) : undefined;
    return person && viewOf(person, partition.settings, partition.rules.namespaces);
  };

  it('joins exactly the identities that can be joined (precision and recall against the whole truth printed)', async () => {
    const figures = { joined: 0, right: 0, true: 0 };
    for (const person of answers.people) {
      const view = await viewByKey(person.key);
      const keys = (view?.identities ?? []).map(({ namespace, value }) => `${namespace}:${value}`).sort();
      expect(keys, person.key).toEqual([...person.identities].sort());
      const truth = new Set([...person.identities, ...person.strays.map((stray) => `anonymous:${stray}`)]);
      figures.joined += keys.length;
      figures.right += keys.filter((key) => truth.has(key)).length;
      figures.true += truth.size;
    }
    const { joined, right } = figures;
    console.log(
      `people ${answers.people.length}: precision ${(right / joined).toFixed(4)}, recall ${(right / figures.true).toFixed(4)}`,
    );
  });

  it('knows the orders of every person, and what is left of their revenue', async () => {
    for (const { key } of answers.people) {
      const kept = answers.orders.filter((order) => order.person === key && !order.isCancelled);
      const purchases = (await viewByKey(key))?.purchases;
      expect(purchases?.count ?? 0, key).toBe(kept.length);
      const told = kept.reduce((sum, { revenue, refunded }) => sum + revenue - refunded, 0);
      const found = Object.values(purchases?.revenue ?? {}).reduce((sum, revenue) => sum + revenue, 0);
      expect(found, key).toBeCloseTo(told, 2);
    }
  });

  it('counts the sessions of the window', () => {
    const [time, session] = [FACT_COLUMNS.indexOf('time'), FACT_COLUMNS.indexOf('session')];
    const sessions = new Set<string>();
    for (const line of textLines(blocks, 'events')) {
      const cells = line.split('\t');
      if (cells[session] !== '0' && Number(cells[time]) * 1000 >= start) sessions.add(cells[session]!);
    }
    expect(sessions.size).toBe(answers.sessionCount);
  });
});

async function openPartition(log: ReturnType<typeof createMemoryLog>, blocks: Block[]): Promise<Partition> {
  const state = await openMemoryState(emptyMemory());
  let now = NOW;
  return Partition.start({
    partition: 0,
    log,
    state,
    clock: { now: () => ++now },
    definitions: await loadDefinitions(state),
    limits: { peopleMax: CACHED_PEOPLE, identitiesMax: 2 * CACHED_PEOPLE },
    sink: { offer: (block) => blocks.push(block), delivered: () => [], hasDelivered: () => false },
    happened: () => {},
    onError: (error) => {
      throw error;
    },
  });
}
