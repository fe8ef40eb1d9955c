import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createGate } from '../access/index.ts';
import { judgeRoom, lagCheck, warehouseCheck } from './checks.ts';
import { examine, type HealthCheck } from './health.ts';
import { createHistogram } from './histogram.ts';
import { type RunningServer, startServer, until } from './http.fixture.ts';
import { createMetrics } from './metrics.ts';

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.app.close();
  server = undefined;
});

const finding = (name: string, state: 'green' | 'yellow' | 'red'): HealthCheck => ({
  name,
  check: () => ({ state, backlogCount: 3 }),
});

describe('health', () => {
  it('is as good as the worst part, and only red is not served', async () => {
    const checks = [finding('log', 'green'), finding('sink', 'yellow')];
    server = await startServer({ checks });
    const yellow = await server.ask('/health');
    expect([yellow.status, yellow.json]).toEqual([
      200,
      {
        state: 'yellow',
        checks: { log: { state: 'green', backlogCount: 3 }, sink: { state: 'yellow', backlogCount: 3 } },
      },
    ]);
    checks.push(finding('disk', 'red'));
    const red = await server.ask('/health');
    expect([red.status, (red.json as { state: string }).state]).toEqual([503, 'red']);
  });

  it('shows strangers the state alone', async () => {
    const gate = createGate({ host: '127.0.0.1', token: 'secret' });
    server = await startServer({ checks: [finding('log', 'green')], gate });
    expect((await server.ask('/health')).json).toEqual({ state: 'green' });
    const known = await server.ask('/health', { headers: { authorization: 'Bearer secret' } });
    expect(known.json).toMatchObject({ checks: { log: { backlogCount: 3 } } });
  });

  it('counts a check that throws as red, with its reason', async () => {
    const broken: HealthCheck = { name: 'state', check: () => Promise.reject(new Error('no such folder')) };
    expect(await examine([broken])).toEqual({
      state: 'red',
      checks: { state: { state: 'red', code: 'health.check-failed', reason: 'no such folder' } },
    });
  });

  it('counts a check that does not answer as red', async () => {
    const stuck: HealthCheck = { name: 'state', check: () => new Promise(() => {}) };
    expect(await examine([stuck])).toMatchObject({
      state: 'red',
      checks: { state: { code: 'health.no-answer', reason: 'no answer within 2000 ms' } },
    });
  });
});

describe('the check of a stage', () => {
  it('turns yellow and red as the oldest waits, and green when nothing does', async () => {
    let now = 100_000;
    let backlogCount = 2;
    const check = lagCheck('fold', { now: () => now }, { yellowMs: 5_000, redMs: 60_000 }, () => ({
      backlogCount,
      oldestAt: 99_000,
    }));
    expect(await check.check()).toEqual({ state: 'green', lagMs: 1_000, backlogCount: 2 });
    now = 104_000;
    expect(await check.check()).toEqual({
      state: 'yellow',
      lagMs: 5_000,
      backlogCount: 2,
      code: 'health.late',
      reason: 'the oldest of 2 has waited 5 s',
    });
    now = 159_000;
    expect(await check.check()).toMatchObject({ state: 'red', lagMs: 60_000 });
    backlogCount = 0;
    expect(await check.check()).toEqual({ state: 'green', lagMs: 0, backlogCount: 0 });
  });
});

describe('the check of the disk', () => {
  const GB = 1024 ** 3;
  it('judges small and large disks by what can still be written', () => {
    expect(judgeRoom(3 * GB, 10 * GB).state).toBe('green');
    expect(judgeRoom(1.9 * GB, 10 * GB)).toMatchObject({
      state: 'yellow',
      code: 'health.disk-low',
      reason: '1945 MB are left on the disk of the data folder',
    });
    expect(judgeRoom(19 * GB, 10_000 * GB).state).toBe('yellow');
    expect(judgeRoom(21 * GB, 10_000 * GB).state).toBe('green');
    expect(judgeRoom(0.4 * GB, 10 * GB).state).toBe('red');
  });
});

describe('the check of the warehouse', () => {
  it('forgives a restart and no long absence', async () => {
    const down = (sinceMs: number) =>
      warehouseCheck({
        health: async () => ({ state: 'down', reason: 'the child ended', sinceMs, restarts: 1 }),
      }).check();
    expect(await down(1_000)).toEqual({
      state: 'yellow',
      code: 'health.warehouse-away',
      reason: 'the child ended',
      downMs: 1_000,
      restartsCount: 1,
    });
    expect(await down(60_000)).toMatchObject({ state: 'red' });
    expect(await warehouseCheck({ health: async () => ({ state: 'up', version: '26.7' }) }).check()).toEqual({
      state: 'green',
      version: '26.7',
    });
  });
});

describe('metrics', () => {
  it('are read when somebody asks: counters, gauges and histograms', async () => {
    const metrics = createMetrics({ process: false });
    const stage = { events: 0, waiting: 0 };
    const seconds = createHistogram([0.1, 1]);
    metrics.counter('rapport_events_total', 'Events', () => stage.events);
    metrics.gauge('rapport_waiting', 'Waiting', () => [[{ stage: 'fold' }, stage.waiting]]);
    metrics.histogram('rapport_seconds', 'Time', seconds);
    stage.events += 3;
    stage.waiting = 2;
    for (const value of [0.1, 0.5, 7]) seconds.observe(value);
    expect((await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual(
      [
        'rapport_events_total 3',
        'rapport_waiting{stage="fold"} 2',
        'rapport_seconds_bucket{le="0.1"} 1',
        'rapport_seconds_bucket{le="1"} 2',
        'rapport_seconds_bucket{le="+Inf"} 3',
        'rapport_seconds_sum 7.6',
        'rapport_seconds_count 3',
      ],
    );
  });

  it('tell what goes over the wire by route, never by URL', async () => {
    server = await startServer({ metrics: createMetrics({ process: true }) }, (app) => {
      app.get(
        '/v1/projects/:key/settings',
        { schema: { hide: true }, config: { permission: 'open' } },
        async () => ({}),
      );
    });
    await server.ask('/v1/projects/wk_secret/settings?email=sarah@example.com');
    await server.ask('/nothing/wk_secret');
    const { ask } = server;
    await until(
      async () =>
        (await ask('/metrics')).text.includes('rapport_http_requests_total{method="GET",status="404"'),
      'both counts',
    );
    const { text, headers } = await ask('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=0.0.4/);
    expect(text).toContain(
      'rapport_http_requests_total{method="GET",status="200",route="/v1/projects/:key/settings"} 1',
    );
    expect(text).toContain('rapport_http_requests_total{method="GET",status="404",route="(none)"} 1');
    expect(text).toMatch(/^rapport_http_seconds_count [1-9]/m);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text + JSON.stringify(server.log)).not.toMatch(/wk_secret|sarah/);
  });
});

describe('a request whose client goes away', () => {
  it('is counted as aborted and not as running', async () => {
    let finish: (() => void) | undefined;
    server = await startServer({ metrics: createMetrics({ process: false }) }, (app) => {
      app.get('/slow', { schema: { hide: true }, config: { permission: 'open' } }, () => {
        return new Promise((resolve) => {
          finish = () => resolve({});
        });
      });
    });
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n'),
    );
    await until(() => finish !== undefined, 'the slow request');
    socket.destroy();
    const { ask } = server;
    await until(
      async () => (await ask('/metrics')).text.includes('status="aborted",route="/slow"} 1'),
      'the count',
    );
    finish?.();
    expect((await ask('/metrics')).text).toContain('rapport_http_requests_running 1');
  });
});

describe('a stop', () => {
  it('finishes running requests, and answers 503 to those that arrive on open connections meanwhile', async () => {
    let finish: (() => void) | undefined;
    const running = await startServer({}, (app) => {
      app.get('/slow', { schema: { hide: true }, config: { permission: 'open' } }, () => {
        return new Promise((resolve) => {
          finish = () => resolve({ done: true });
        });
      });
    });
    const slow = running.ask('/slow');
    await until(() => finish !== undefined, 'the slow request');
    // Half a request keeps its connection from being idle.
    let late = '';
    const socket = connect(running.port, '127.0.0.1', () => socket.write('GET /health HTTP/1.1\r\n'));
    socket.on('data', (chunk) => {
      late += chunk;
    });
    await until(async () => (await connectionsOf(running)) === 2, 'two connections');
    const closed = running.app.close();
    await until(() => !running.app.server.listening, 'the end of listening');
    socket.write('host: localhost\r\n\r\n');
    await until(() => late.includes('server.stopping'), 'the late answer');
    expect(late).toMatch(/^HTTP\/1.1 503 .*retry-after: 5/s);
    finish?.();
    expect((await slow).json).toEqual({ done: true });
    await closed;
    await expect(running.ask('/slow')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('cuts off what does not end in time', async () => {
    let isAsked = false;
    const running = await startServer({ stopMs: 20 }, (app) => {
      app.get('/endless', { schema: { hide: true }, config: { permission: 'open' } }, () => {
        isAsked = true;
        return new Promise(() => {});
      });
    });
    const endless = expect(running.ask('/endless')).rejects.toThrow(/socket hang up|ECONNRESET/);
    await until(() => isAsked, 'the endless request');
    await running.app.close();
    await endless;
  });
});

function connectionsOf({ app }: RunningServer): Promise<number> {
  return new Promise((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
