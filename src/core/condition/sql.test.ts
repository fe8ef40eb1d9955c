import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'chdb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../trait/index.ts';
import { compileCondition } from './compile.ts';
import type { Condition } from './condition.ts';
import { factsOf, newFragment, type PlacedEvent, viewOver } from './person.fixture.ts';
import { AUDIENCES, anyCondition, anyEvent, anyMoment, CATALOGUE } from './random.fixture.ts';
import { holdsByReference } from './reference.ts';
import { conditionSql } from './sql.ts';
import { warehouseRow } from './warehouse-row.fixture.ts';

const calendar = createCalendar();
const around = {
  audiences: (id: string) => AUDIENCES[id],
  catalogue: (id: string) => CATALOGUE[id],
  calendar,
};

/** Conditions asked of every person; more with RAPPORT_RUNS=20000 npx vitest run src/core/condition. */
const CONDITIONS = Math.ceil(Number(process.env.RAPPORT_RUNS ?? 1_500) / 10);
const PEOPLE = 60;
const SEED = Number(process.env.RAPPORT_SEED ?? 1);

const folder = mkdtempSync(join(tmpdir(), 'rapport-condition-'));
let session: Session;

beforeAll(() => {
  session = new Session(folder);
  const migration = readFileSync('migrations/warehouse/0001_events.sql', 'utf8');
  for (const statement of migration.split(/;\s*\n/)) if (statement.trim() !== '') session.query(statement);
  session.query(
    'create table catalogue (product_id String, category String, brand String, price Nullable(Float64), stock Nullable(Float64)) engine = Memory',
  );
  const products = Object.entries(CATALOGUE).map(([product_id, product]) => ({ product_id, ...product }));
  insert('catalogue', products);
});

afterAll(() => {
  session.cleanup();
  rmSync(folder, { recursive: true, force: true });
});

function insert(table: string, rows: readonly object[]): void {
  session.query(
    `insert into ${table} format JSONEachRow ${rows.map((row) => JSON.stringify(row)).join('\n')}`,
  );
}

/** The people of whom SQL says that the condition is true. */
function peopleBySql(condition: Condition, at: number): number[] {
  const { sql, bindings } = conditionSql(condition, at, around);
  try {
    const answer = session.queryBind(sql, bindings, 'JSONCompactEachRow');
    return answer
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Number(JSON.parse(line)[0]))
      .sort((a, b) => a - b);
  } catch (error) {
    throw new Error(`${JSON.stringify(condition)}\n${sql}\n${JSON.stringify(bindings).slice(0, 2_000)}`, {
      cause: error,
    });
  }
}

describe('conditions as SQL', () => {
  it('find the people whom the live closures and the whole history find', () => {
    const histories = fc.sample(fc.array(anyEvent, { minLength: 1, maxLength: 20, size: 'max' }), {
      numRuns: PEOPLE,
      seed: SEED,
    });
    const people = histories.map((events, i): [number, PlacedEvent[]] => [
      i + 1,
      events.map((event, place) => ({ ...event, id: `${i}-${place}`, place: i * 100 + place })),
    ]);
    insert(
      'events',
      people.flatMap(([person, events]) => events.map((event) => warehouseRow(event, person))),
    );

    const questions = fc.sample(fc.tuple(anyCondition, anyMoment), { numRuns: CONDITIONS, seed: SEED });
    for (const [condition, at] of questions) {
      const compiled = compileCondition(condition, around);
      const expected: number[] = [];
      for (const [person, events] of people) {
        const facts = factsOf(events, at);
        const fragments = [0, 1, 2].map(() => newFragment(compiled.traits));
        for (const event of events) fragments[event.place % 3]!.feed(event);
        const live = compiled.holds(viewOver(compiled.traits, fragments, facts), at);
        const byReference = holdsByReference(condition, { ...facts, events }, at, around);
        expect(live, JSON.stringify(condition)).toBe(byReference);
        // Nobody is known before her first event.
        if (byReference && events.some((event) => event.time <= at)) expected.push(person);
      }
      expect(peopleBySql(condition, at), `${JSON.stringify(condition)} at ${at}`).toEqual(expected);
    }
  });
});
