import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpuUsage } from 'node:process';
import {
  createHistogram,
  createLive,
  createLogger,
  createMetrics,
  createServer,
} from '../src/server/index.ts';
import { printTable, quantile, type Row } from './table.ts';

const SECONDS = Number(process.env['RAPPORT_BENCH_SECONDS'] ?? 3);
const CONNECTIONS = 8;
const BATCH_EVENTS = 100;
const CALLS = 5_000_000;

/** Prints what a request costs before anything is done with it, and what counting and showing an event costs. */
export async function run(): Promise<void> {
  printTable('Requests over HTTP; the load generator is in the same process and in the CPU figure', [
    await measureRequests('a batch of 100 events, not parsed', batch()),
    await measureRequests('a body of 20 bytes', Buffer.from('{"type":"track" }   ')),
  ]);
  const live = createLive({ topics: ['events'] });
  const histogram = createHistogram([0.001, 0.01, 0.1, 1, 10]);
  const item = { name: 'Page Viewed' };
  printTable('Per call', [
    measureCalls('live.publish while nobody follows', () => live.publish('events', item)),
    measureCalls('histogram.observe', () => histogram.observe(0.05)),
  ]);
}

function batch(): Buffer {
  const event = {
    type: 'track',
    event: 'Product Viewed',
    userId: 'u1',
    properties: { note: 'x'.repeat(700) },
  };
  return Buffer.from(JSON.stringify({ batch: new Array(BATCH_EVENTS).fill(event) }));
}

async function measureRequests(what: string, body: Buffer): Promise<Row> {
  const app = createServer({
    host: '127.0.0.1',
    logger: createLogger('warn'),
    metrics: createMetrics({ process: false }),
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, given, done) =>
    done(null, given),
  );
  app.post('/bench', { schema: { hide: true }, config: { permission: 'collect' } }, async () => ({
    success: true,
  }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ms: number[] = [];
  const cpu = cpuUsage();
  const start = performance.now();
  const send = async (): Promise<void> => {
    while (performance.now() - start < SECONDS * 1_000) {
      const sentAt = performance.now();
      await post(agent, port, body);
      ms.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, send));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = cpuUsage(cpu);
  agent.destroy();
  await app.close();
  return {
    what,
    'requests/s': ms.length / seconds,
    'p50 ms': quantile(ms, 0.5),
    'p99 ms': quantile(ms, 0.99),
    'CPU us/request': (user + system) / ms.length,
  };
}

function post(agent: Agent, port: number, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/octet-stream', 'content-length': body.length };
    const sent = request(
      { agent, host: '127.0.0.1', port, path: '/bench', method: 'POST', headers },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`)),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function measureCalls(what: string, call: () => void): Row {
  const start = performance.now();
  for (let i = 0; i < CALLS; i++) call();
  return { what, ns: ((performance.now() - start) * 1e6) / CALLS };
}
