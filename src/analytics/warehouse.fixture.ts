import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ConditionSql } from '../core/condition/index.ts';
import { type Event, toMoney } from '../core/index.ts';
import { createCalendar } from '../core/trait/index.ts';
import {
  countOverrides,
  currentPerson,
  migrateWarehouse,
  openEmbeddedWarehouse,
  type Warehouse,
} from '../engine/warehouse/index.ts';
import { FACT_COLUMNS, factLine } from '../profile/index.ts';
import type { Frame } from './frame.ts';
import { type Happened, NOW } from './history.fixture.ts';
import type { Asking, Cell, Question } from './question.ts';
import type { Statement } from './rows/events.ts';
import { membersSql } from './segment/apply.ts';

/** The row that the program writes for it. */
function lineOf(happened: Happened): string {
  const { place, derived = 0, time, person, session, name, channel, orderId, lines } = happened;
  const written = happened.writtenFor ?? person;
  const event: Event = {
    id: `e${place}`,
    type: 'track',
    name,
    time,
    received: time,
    source: 'shop',
    channel,
    identities: [],
    properties: {
      ...happened.properties,
      ...(orderId === '' ? {} : { order_id: orderId }),
      ...(lines.length === 0
        ? {}
        : {
            products: lines.map(({ product, ...line }) => ({ ...line, product_id: product, brand: 'Brand' })),
          }),
    },
    context: {
      campaign: { name: happened.campaign },
      page: { path: happened.page },
      location: { country: happened.country },
    },
  };
  return factLine(event, {
    place,
    derived,
    person: written,
    fragment: written * 10,
    folded: { session, absorbedSession: 0 },
    revenue: toMoney(happened.revenue) ?? 0,
    orderCount: happened.orderCount,
    isOrder: orderId !== '',
    currency: happened.currency,
    keys: [],
  });
}

/** A warehouse of a test: empty until it is filled, gone when it is closed. */
export interface TestWarehouse {
  readonly warehouse: Warehouse;
  /** Forgets what it holds and takes these events, with the merges that they tell of. */
  fill(events: readonly Happened[]): Promise<void>;
  /** A frame over what it holds. */
  frame(change?: Partial<Frame>): Promise<Frame>;
  /** What a question works with. */
  asking(change?: Partial<Frame>): Promise<Asking>;
  run<Row>(statement: Statement): Promise<Row[]>;
  /** The answer to a question, as its schema says it. */
  ask<Answer>(question: Question, query: unknown, change?: Partial<Frame>): Promise<Answer>;
  /** Who is behind a number, in order of their ids. */
  peopleBehind(cell: Cell): Promise<number[]>;
  /** Who is meant by a number that a condition can say; what the condition lacks otherwise. */
  peopleMeant(cell: Cell): Promise<number[] | string>;
  /** The places of the events behind a number, in order. */
  placesBehind(cell: Cell): Promise<number[]>;
  close(): Promise<void>;
}

/** Opens a warehouse for the tests of a file, and closes it after the last of them. */
export function useTestWarehouse(): TestWarehouse {
  let opened: TestWarehouse | undefined;
  beforeAll(async () => {
    opened = await openTestWarehouse();
  });
  afterAll(() => opened?.close());
  return new Proxy({} as TestWarehouse, {
    get: (_, name) => opened![name as keyof TestWarehouse],
  });
}

const calendar = createCalendar();

/** A frame of a workspace in which nothing is set up. */
export function frameOf(change: Partial<Frame> = {}): Frame {
  return {
    at: NOW,
    zone: 'UTC',
    weekStart: 1,
    currency: 'EUR',
    rates: [],
    calendar,
    events: currentPerson(0),
    sourcePrecedence: undefined,
    mask: undefined,
    audiences: () => undefined,
    definition: () => undefined,
    ...change,
  };
}

/** Opens an embedded warehouse in a folder of its own. */
async function openTestWarehouse(): Promise<TestWarehouse> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-analytics-'));
  const warehouse = await openEmbeddedWarehouse({ folder });
  await migrateWarehouse(warehouse, 'migrations/warehouse');
  const run = async <Row>({ sql, bindings }: Statement): Promise<Row[]> => {
    try {
      return (await warehouse.query<Row>(sql, bindings)).rows;
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${sql}\n${JSON.stringify(bindings)}`, { cause: error });
    }
  };
  const frame = async (change: Partial<Frame> = {}): Promise<Frame> =>
    frameOf({ events: currentPerson(await countOverrides(warehouse)), ...change });
  const asking = async (change?: Partial<Frame>): Promise<Asking> => ({ frame: await frame(change), run });
  const peopleOf = async (statement: Statement | ConditionSql): Promise<number[]> =>
    (await run<{ person: number }>(statement as Statement)).map(({ person }) => person).sort((a, b) => a - b);
  return {
    warehouse,
    run,
    frame,
    asking,
    ask: async <Answer>(question: Question, query: unknown, change?: Partial<Frame>) =>
      (await question.ask(query, await asking(change))) as Answer,
    peopleBehind: async (cell) => peopleOf(await cell.people(await asking())),
    async peopleMeant(cell) {
      const asked = await asking();
      const meaning = cell.meaning(asked);
      return 'cannot' in meaning ? meaning.cannot : peopleOf(membersSql(asked.frame, meaning, 'person'));
    },
    async placesBehind(cell) {
      const rows = await run<{ place: number }>((await cell.events!(await asking())) as Statement);
      return rows.map(({ place }) => place).sort((a, b) => a - b);
    },
    async fill(events) {
      await warehouse.command('truncate table events');
      await warehouse.command('truncate table person_overrides');
      await warehouse.insert('events', FACT_COLUMNS, events.map(lineOf));
      const merged = new Map(
        events.flatMap(({ writtenFor, person }) => (writtenFor ? [[writtenFor, person]] : [])),
      );
      const overrides = [...merged].map(([from, to]) => `${from * 10}\t${from}\t${to}\t1\n`);
      await warehouse.insert(
        'person_overrides',
        ['fragment', 'written_person', 'person', 'place'],
        overrides,
      );
    },
    async close() {
      await warehouse.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
