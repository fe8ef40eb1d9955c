import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres } from '../../test/postgres.ts';
import { type App, createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { openLmdbState } from '../engine/state/index.ts';
import { openEmbeddedWarehouse } from '../engine/warehouse/index.ts';
import { decodeProfile, encodeProfile, FACT_COLUMNS } from '../profile/index.ts';
import { createLogger } from '../server/index.ts';
import { type Backups, createBackups } from './backups.ts';
import {
  backUpStopped,
  backupCommand,
  restore,
  restoreCommand,
  type Verification,
  verificationText,
  verify,
  verifyCommand,
} from './index.ts';

const SETTLE_MS_MAX = 20_000;
const clock = { now: () => Date.now() };
const about = { version: '0.0.0', clock };

let parent: string;
let running: App[];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'rapport-operate-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((app) => app.close()));
  await rm(parent, { recursive: true, force: true });
});

const folder = (name: string) => join(parent, name);
const dataIn = (name: string, state = 'embedded') => ({
  data: folder(name),
  state,
  warehouse: 'embedded',
});

async function start(name: string, state = 'embedded'): Promise<App> {
  let ids = 0;
  const app = await createApp({
    config: readConfig({ RAPPORT_DATA: folder(name), RAPPORT_STATE: state }),
    clock,
    logger: createLogger('silent'),
    newWriteKey: () => 'a-key-of-the-tests',
    newId: () => `id-${++ids}`,
    version: about.version,
  });
  running.push(app);
  return app;
}

async function stop(app: App): Promise<void> {
  running.splice(running.indexOf(app), 1);
  await app.close();
}

/** Visits of people on devices, some of whom say who they are; `from` numbers the messages. */
async function visit(app: App, from: number, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, i) => ({
    id: `m${from + i}`,
    name: 'Product Viewed',
    identities: { anonymous: `d${(from + i) % 40}`, ...(i % 5 === 0 ? { user: `u${(from + i) % 13}` } : {}) },
  }));
  const answer = await app.server.inject({
    method: 'POST',
    url: '/api/events',
    headers: { authorization: 'Bearer a-key-of-the-tests' },
    payload: { events },
  });
  expect(answer.json()).toEqual({ accepted: count, rejected: [] });
}

/** Until everything is folded and in the warehouse. */
async function settled(app: App): Promise<void> {
  await app.partition.folded(app.log.bounds(0).next - 1);
  await app.partition.flush();
  await app.sink.drained(SETTLE_MS_MAX);
  await app.partition.flush();
}

async function idsIn(app: App): Promise<string[]> {
  const { rows } = await app.warehouse.query<{ id: string }>('select id from events order by place');
  return rows.map((row) => row.id);
}

const messages = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`);

function faultsOf({ findings }: Verification): string[] {
  return findings.flatMap(({ part, faults }) => faults.map((fault) => `${part}: ${fault}`));
}

describe('verify', () => {
  it('finds nothing wrong with what a server left, and says what it looked at', async () => {
    const app = await start('data');
    await visit(app, 0, 300);
    await visit(app, 200, 300);
    await settled(app);
    await stop(app);
    const verification = await verify(dataIn('data'));
    expect(faultsOf(verification)).toEqual([]);
    expect(verificationText(verification)).toMatch(
      /log +ok +(\d+) records[^\n]*\ncheckpoint +ok +folded to \1 of \1; at the next start 0 records again, 0 records anew\nfacts +ok +500 rows in the warehouse, 0 rows on the way\npeople +ok +\d+ people with 500 events, \d+ absorbed\ngraph +ok .*\nverified\n$/,
    );
  });

  it('refuses a folder without data, and leaves none behind', async () => {
    await expect(verify(dataIn('nowhere'))).rejects.toMatchObject({ code: 'operate.no-data' });
    expect(await readdir(parent)).toEqual([]);
  });

  it('refuses the data of a running server and names its process', async () => {
    const app = await start('data');
    await expect(verify(dataIn('data'))).rejects.toMatchObject({ code: 'log.in-use' });
    await visit(app, 0, 10);
  });

  it('finds a lost person, a cut link, a fact that is there twice, and counts that disagree', async () => {
    const app = await start('data');
    await visit(app, 0, 200);
    await settled(app);
    await stop(app);
    const state = await openLmdbState({ folder: join(folder('data'), 'state') });
    const [lost, changed, cut] = await state.range('people', { limit: 3 });
    const alone = decodeProfile(cut![1]);
    alone.links = {};
    const counting = decodeProfile(changed![1]);
    counting.fragments[0]!.count++;
    await state.commit([
      { collection: 'people', key: lost![0], value: undefined },
      { collection: 'people', key: changed![0], value: encodeProfile(counting) },
      { collection: 'people', key: cut![0], value: encodeProfile(alone) },
    ]);
    await state.close();
    const warehouse = await openEmbeddedWarehouse({ folder: join(folder('data'), 'warehouse') });
    const columns = FACT_COLUMNS.filter((column) => column !== 'properties').join(', ');
    await warehouse.command(
      `insert into events (${columns}) select ${columns} from events order by place desc limit 1`,
    );
    await warehouse.close();
    const verification = await verify(dataIn('data'));
    expect(verification.isSound).toBe(false);
    const faults = faultsOf(verification);
    expect(faults).toContainEqual(expect.stringMatching(/^facts: place [\d.]+ \(record 1\) is 2 times/));
    expect(faults).toContainEqual(expect.stringMatching(`^people: person ${counting.id} counts`));
    expect(faults).toContain(`graph: an identity leads to person ${Number(lost![0])}, who does not exist`);
    expect(faults).toContain(`graph: an identity leads to person ${alone.id}, who does not have it`);
    expect(verificationText(verification)).toMatch(/\d+ faults\n$/);
  });
});

describe('backup and restore', () => {
  it('bring the same people and history to another folder, where a server goes on', async () => {
    const app = await start('data');
    await visit(app, 0, 200);
    await settled(app);
    const before = (await app.server.inject('/api/people?identity=user:u0')).json();
    await stop(app);
    await backUpStopped(dataIn('data'), folder('copy'), about);
    await restore(dataIn('second'), folder('copy'));
    expect(faultsOf(await verify(dataIn('second')))).toEqual([]);
    const second = await start('second');
    expect((await second.server.inject('/api/people?identity=user:u0')).json()).toEqual(before);
    await visit(second, 150, 150);
    await settled(second);
    expect(await idsIn(second)).toEqual(messages(300));
    await stop(second);
    expect(faultsOf(await verify(dataIn('second')))).toEqual([]);
  });

  it('are made while the server runs, listed with where they are, and removed', async () => {
    const app = await start('data');
    await visit(app, 0, 50);
    await settled(app);
    const call = async (method: 'GET' | 'POST' | 'DELETE', url: string) => {
      const answer = await app.server.inject({ method, url });
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
    };
    const begun = await call('POST', '/api/backups');
    expect(begun).toMatchObject({ status: 202, body: { state: 'running', stage: 'state' } });
    expect((await call('POST', '/api/backups')).body).toMatchObject({ code: 'operate.backup-running' });
    await expect
      .poll(async () => (await call('GET', '/api/backups')).body.backups, { timeout: SETTLE_MS_MAX })
      .toEqual([
        {
          ...{ id: begun.body.id, path: begun.body.path, state: 'done', version: about.version },
          ...{ startedAt: expect.any(Number), at: expect.any(Number), bytes: expect.any(Number) },
        },
      ]);
    await stop(app);
    await restore(dataIn('second'), begun.body.path);
    expect(faultsOf(await verify(dataIn('second')))).toEqual([]);
    const second = await start('second');
    expect(await idsIn(second)).toEqual(messages(50));
    await stop(second);
    const again = await start('data');
    const remove = (id: string) => again.server.inject({ method: 'DELETE', url: `/api/backups/${id}` });
    expect((await remove('..%2Flog')).json()).toMatchObject({ code: 'operate.backup-unknown' });
    expect((await remove(begun.body.id)).statusCode).toBe(204);
    expect((await again.server.inject('/api/backups')).json()).toEqual({ backups: [] });
  });

  it('leave what stands under their name alone, also where that was in the way', async () => {
    const app = await start('data');
    const at = { now: () => Date.parse('2026-11-22T21:56:31.042Z') };
    const faults: unknown[] = [];
    const engines = { log: app.log, state: app.state, warehouse: app.warehouse };
    const make = (): Backups =>
      createBackups({
        ...engines,
        ...{ folder: folder('copies'), place: 'embedded', version: '0.0.0', clock: at },
        onError: (error) => faults.push(error),
      });
    const first = make();
    const { path } = first.start();
    await first.close();
    expect(await first.list()).toMatchObject([{ path, state: 'done' }]);
    const second = make();
    expect(second.start().path).toBe(path);
    await second.close();
    expect(faults).toMatchObject([{ code: 'operate.folder-not-empty' }]);
    expect((await second.list()).map(({ state }) => state)).toEqual(['failed']);
    expect(await first.list()).toMatchObject([{ path, state: 'done' }]);
  });

  it('of a running server agree though each part is of another moment: what the state lacks is folded again, and no row is twice', async () => {
    const app = await start('data');
    await visit(app, 0, 100);
    await settled(app);
    await visit(app, 100, 100);
    await app.state.backup(join(folder('copy'), 'state'));
    await visit(app, 200, 100);
    await settled(app);
    await app.warehouse.backup(join(folder('copy'), 'warehouse'));
    await visit(app, 300, 100);
    await app.log.backup(join(folder('copy'), 'log'));
    await stop(app);
    const manifest = {
      format: 1,
      version: about.version,
      at: new Date().toISOString(),
      warehouse: 'embedded',
    };
    await writeFile(join(folder('copy'), 'backup.json'), JSON.stringify(manifest));
    await restore(dataIn('second'), folder('copy'));
    expect(faultsOf(await verify(dataIn('second')))).toEqual([]);
    const second = await start('second');
    await settled(second);
    expect(await idsIn(second)).toEqual(messages(400));
    await stop(second);
    expect(faultsOf(await verify(dataIn('second')))).toEqual([]);
  });

  it('are commands that say what they did and end with an exit code', async () => {
    const app = await start('data');
    await visit(app, 0, 10);
    await settled(app);
    await stop(app);
    const said: string[] = [];
    const deps = { ...about, env: {}, out: (text: string) => said.push(text) };
    expect(await backupCommand([folder('copy'), '--data', folder('data')], deps)).toBe(0);
    expect(await restoreCommand([folder('copy'), '--data', folder('second')], deps)).toBe(0);
    expect(await verifyCommand(['--data', folder('second')], deps)).toBe(0);
    expect(said.join('')).toMatch(
      /^backed up .*data to .*copy\nrestored .*second as it was at .*\nlog .*\nverified\n$/s,
    );
    await expect(backupCommand([], deps)).rejects.toThrow('name one folder: rapport backup <folder>');
    const state = await openLmdbState({ folder: join(folder('second'), 'state') });
    const [person] = await state.range('people', { limit: 1 });
    await state.commit([{ collection: 'people', key: person![0], value: undefined }]);
    await state.close();
    expect(await verifyCommand(['--data', folder('second')], deps)).toBe(1);
  });

  it('refuse what would mix data or take half of it for the whole', async () => {
    const app = await start('data');
    await visit(app, 0, 10);
    await stop(app);
    await backUpStopped(dataIn('data'), folder('copy'), about);
    await expect(backUpStopped(dataIn('data'), folder('copy'), about)).rejects.toMatchObject({
      code: 'operate.folder-not-empty',
    });
    await expect(restore(dataIn('data'), folder('copy'))).rejects.toMatchObject({
      code: 'operate.folder-not-empty',
    });
    await expect(restore(dataIn('second'), folder('data'))).rejects.toMatchObject({
      code: 'operate.no-backup',
    });
    await rm(join(folder('copy'), 'log'), { recursive: true });
    await expect(restore(dataIn('second'), folder('copy'))).rejects.toThrow();
    await expect(start('second')).rejects.toMatchObject({ code: 'operate.restore-unfinished' });
  });
});

const postgres = await startPostgres();

describe('with PostgreSQL', () => {
  if ('unavailable' in postgres) {
    it.skip(`all of it (${postgres.unavailable})`, () => undefined);
    return;
  }
  afterAll(() => postgres.stop());

  it('data are verified, backed up, and restored into another database', async () => {
    const first = await postgres.createDatabase('first_state');
    const second = await postgres.createDatabase('second_state');
    const app = await start('data', first);
    await visit(app, 0, 200);
    await settled(app);
    await stop(app);
    expect(faultsOf(await verify(dataIn('data', first)))).toEqual([]);
    await backUpStopped(dataIn('data', first), folder('copy'), about);
    await restore(dataIn('second', second), folder('copy'));
    expect(faultsOf(await verify(dataIn('second', second)))).toEqual([]);
    const again = await start('second', second);
    await visit(again, 100, 200);
    await settled(again);
    expect(await idsIn(again)).toEqual(messages(300));
    await stop(again);
    await expect(restore(dataIn('third', second), folder('copy'))).rejects.toMatchObject({
      code: 'state.not-empty',
    });
  });

  it('a backup moves from one engine of the state to the other', async () => {
    const url = await postgres.createDatabase('other');
    const app = await start('data');
    await visit(app, 0, 50);
    await settled(app);
    await stop(app);
    await backUpStopped(dataIn('data'), folder('copy'), about);
    await restore(dataIn('second', url), folder('copy'));
    expect(faultsOf(await verify(dataIn('second', url)))).toEqual([]);
  });
});
