import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readDemoArguments } from './delivery/arguments.ts';
import { refuseTakenPort } from './delivery/port.ts';
import { forget, readSaved } from './delivery/saved.ts';

const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));
const MADE_OF = ['--people', '20', '--days', '20', '--now', '2026-03-31T10:00Z'];
/** A run starts two processes and an engine; on a busy machine that takes its time. */
const RUN_MS_MAX = 180_000;
const root = mkdtempSync(join(tmpdir(), 'rapport-demo-run-'));
const folder = join(root, 'demo');

/** Everything that a run wrote. */
interface Run {
  readonly child: ChildProcess;
  out: string;
  err: string;
  readonly ended: Promise<number>;
}

function start(...args: string[]): Run {
  const given = [...['--import', 'tsx', RUN], ...['--data', folder, '--port', '0'], ...args];
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('RAPPORT_')),
  );
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const run: Run = { child, out: '', err: '', ended: once(child, 'exit').then(([code]) => code as number) };
  child.stdout.on('data', (chunk: Buffer) => {
    run.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    run.err += chunk.toString();
  });
  return run;
}

/** Resolves when a run has written this; rejects when it ended without. */
function said(run: Run, text: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    run.child.stderr!.on('data', () => {
      if (text.test(run.err)) resolve();
    });
    run.ended.then((code) => reject(new Error(`ended with ${code}: ${run.err}`)), reject);
  });
}

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run demo', { timeout: RUN_MS_MAX }, () => {
  it('loads a shop without a head and tells what came of it as JSON', async () => {
    const run = start('--headless', ...MADE_OF);
    expect([await run.ended, run.err]).toEqual([0, expect.any(String)]);
    const summary = JSON.parse(run.out) as Record<string, unknown>;
    expect(summary).toMatchObject({
      people: 20,
      days: 20,
      now: '2026-03-31T10:00:00.000Z',
      audiences: 30,
    });
    // Orders of which something was learned later have rows more.
    expect(summary['rows']).toBeGreaterThanOrEqual(summary['events'] as number);
    expect(summary['quarantined']).toBe(0);
    expect(summary['messages']).toBeGreaterThan(100);
    expect(readSaved(folder)?.deliveredUntil).toBe(Date.UTC(2026, 2, 31, 10));
    expect(existsSync(join(folder, 'answers.json'))).toBe(true);
  });

  it('is not made anew with other people', async () => {
    const run = start('--headless', '--people', '21');
    expect(await run.ended).toBe(1);
    expect(run.err).toContain('was made with --people 20; --reset begins anew');
  });

  it('goes on living from where it stopped, until Ctrl-C', async () => {
    const run = start('--speed', '5000');
    await said(run, /It goes on at 5000 times the speed of life/);
    const [, link, url, secret] = /((http:\S+)\/link#(\S+)) makes you its owner/.exec(run.err)!;
    expect(link).toBe(`${url}/link#${secret}`);
    const found = await fetch(`${url}/api/people?identity=email:sarah.keller@example.com`);
    expect(found.status).toBe(200);
    await found.body?.cancel();
    // From now on the server asks who calls; the demo has a token.
    const owner = { secret, name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' };
    const claimed = await fetch(`${url}/api/links/redeem`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(owner),
    });
    expect(claimed.status).toBe(200);
    await claimed.body?.cancel();
    const openedAt = Date.now();
    run.child.kill('SIGINT');
    expect([await run.ended, run.err]).toEqual([0, expect.stringContaining('Stopping')]);
    expect(readSaved(folder)!.deliveredUntil).toBeGreaterThanOrEqual(openedAt - 60_000);
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  });

  it('takes its server along when it is killed', async () => {
    const run = start('--speed', '5000');
    await said(run, /is open again/);
    const url = /listens on (http:[^;\s]+)/.exec(run.err)![1]!;
    expect(run.err).not.toContain('/link#');
    expect((await fetch(`${url}/api/sources`)).status).toBe(401);
    run.child.kill('SIGKILL');
    await run.ended;
    const isUp = (): Promise<boolean> =>
      fetch(`${url}/health`).then(
        (answer) => answer.body?.cancel().then(() => true) ?? true,
        () => false,
      );
    await expect.poll(isUp, { timeout: RUN_MS_MAX / 2, interval: 100 }).toBe(false);
  });

  it('says so when its port is taken, before it touches anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(refuseTakenPort(port)).rejects.toThrow(
      `Port ${port} is in use by another program; choose another with --port.`,
    );
    other.close();
    await once(other, 'close');
    await refuseTakenPort(port);
  });
});

describe('the arguments of the demo', () => {
  it('are a whole demo on port 8080 when nothing is said', () => {
    expect(readDemoArguments([])).toEqual({
      folder: './data/demo',
      port: 8080,
      speed: 60,
      reset: false,
      headless: false,
      answers: true,
      help: false,
    });
  });

  it('are refused when they make no sense', () => {
    expect(() => readDemoArguments(['--speed', 'fast'])).toThrow('--speed must be a number');
    expect(() => readDemoArguments(['--now', 'yesterday'])).toThrow('is not a moment');
    expect(() => readDemoArguments(['--persons', '5'])).toThrow("Unknown option '--persons'");
  });
});

describe('--reset', () => {
  it('empties the folder of a demo and no other', () => {
    const other = mkdtempSync(join(root, 'other-'));
    writeFileSync(join(other, 'thesis.txt'), 'all of it');
    expect(() => forget(other)).toThrow('holds something else than a demo');
    expect(readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('all of it');
    forget(folder);
    expect(existsSync(folder)).toBe(false);
    forget(folder);
  });
});
