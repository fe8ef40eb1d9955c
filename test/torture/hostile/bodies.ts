import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Server } from '../server.ts';
import { readHealth } from '../settled.ts';
import type { Act, Stage } from './stage.ts';

const HUGE_BYTES = 100 * 1024 * 1024;
const CHUNK = Buffer.alloc(256 * 1024, 0x20);
const DEPTH = 100_000;
const gzipAsync = promisify(gzip);

/** Bodies that no client sends by mistake. Every one gets its answer, with the status in the list. */
export const bodies: Act = {
  name: 'huge, packed, deep and broken bodies',
  async run(stage) {
    const faults: string[] = [];
    for (const encoding of ['with a length', 'chunked'] as const) {
      const status = await sendHuge(stage.server, encoding);
      if (status !== 413) faults.push(`100 MB (${encoding}) were answered ${status}, not 413`);
    }
    for (const [name, expected, path, body, headers] of cases(await gzipAsync(Buffer.alloc(HUGE_BYTES)))) {
      const answer = await stage.post(path, body, headers);
      const code = (answer.body as { code?: unknown }).code;
      if (answer.status !== expected) faults.push(`${name}: answered ${answer.status}, not ${expected}`);
      else if (expected >= 400 && typeof code !== 'string') faults.push(`${name}: the answer has no code`);
    }
    await stage.folded();
    const { checks } = await readHealth(stage.server);
    if (checks['pipeline']?.state !== 'green') faults.push('the fold has stopped');
    return [...faults, ...(await deepEvents(stage))];
  },
};

type Case = readonly [
  name: string,
  status: number,
  path: string,
  body: string | Buffer,
  headers?: Readonly<Record<string, string>>,
];

function cases(bomb: Buffer): Case[] {
  const deepList = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
  const invalid = Buffer.concat([
    Buffer.from('{"batch":[{"type":"track","event":"'),
    Buffer.from([0xff, 0xfe, 0xc0]),
    Buffer.from('"}]}'),
  ]);
  return [
    ['a gzip bomb', 413, '/v1/batch', bomb, { 'content-encoding': 'gzip' }],
    ['a bomb that does not say that it is packed', 413, '/v1/batch', bomb],
    ['half a gzip', 400, '/v1/batch', bomb.subarray(0, 15)],
    ['a deep list', 400, '/v1/batch', deepList],
    ['a deep context of a batch', 400, '/v1/batch', `{"batch":[],"context":{"a":${deepList}}}`],
    ['a deep list of events', 400, '/api/events', `{"events":${deepList}}`],
    ['invalid UTF-8', 400, '/v1/batch', invalid],
    ['invalid UTF-8', 400, '/api/events', invalid],
    ['half a JSON', 400, '/v1/batch', '{"batch":['],
    ['null', 400, '/v1/batch', 'null'],
    ['nothing', 400, '/v1/batch', ''],
    ['a batch that is a number', 400, '/v1/batch', '{"batch":1}'],
    ['2,501 events', 400, '/v1/batch', JSON.stringify({ batch: Array.from({ length: 2_501 }, () => ({})) })],
    ['empty events', 200, '/v1/batch', JSON.stringify({ batch: Array.from({ length: 2_500 }, () => ({})) })],
    ['events that are not objects', 200, '/v1/batch', '{"batch":[null,1,"x",[],true]}'],
    [
      'a prototype',
      200,
      '/v1/batch',
      '{"batch":[{"__proto__":{"type":"track"},"userId":"proto","event":"A"}],"__proto__":{"a":1}}',
    ],
    ['a deep event', 200, '/v1/track', `{"userId":"deep","event":"Deep","properties":{"a":${deepList}}}`],
    ['a deep identity', 200, '/v1/track', `{"userId":${deepList},"event":"Deep"}`],
    ['a deep trait', 200, '/v1/identify', `{"userId":"deep","traits":{"a":${deepList}}}`],
    [
      'many keys, which would stop everybody else while they are read',
      400,
      '/v1/track',
      `{"userId":"deep","event":"Keys","properties":{${manyKeys(40_000)}}}`,
    ],
  ];
}

function manyKeys(count: number): string {
  return Array.from({ length: count }, (_, i) => `"k${i}":1`).join(',');
}

const QUARANTINE_MS_MAX = 10_000;

/** Deep events are not lost: they are in the quarantine, where a person can read them, once what is folded is stored. */
async function deepEvents({ server }: Stage): Promise<string[]> {
  const until = performance.now() + QUARANTINE_MS_MAX;
  for (;;) {
    const response = await fetch(`${server.url()}/api/quarantine?limit=100&reason=event.too-deep`);
    const { entries = [] } = (await response.json()) as { entries?: readonly unknown[] };
    if (entries.length >= 2) return [];
    if (performance.now() > until) return [`the quarantine shows ${entries.length} deep events`];
    await wait(100);
  }
}

const HUGE_TRIES = 5;

/** The server answers and closes while we still write; a write that comes too late loses the answer. */
async function sendHuge(server: Server, encoding: Encoding): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const status = await streamHuge(server, encoding);
    if (status !== 0 || attempt === HUGE_TRIES) return status;
  }
}

type Encoding = 'with a length' | 'chunked';

/** Sends 100 MB of spaces; the status, or 0 when the connection was cut before the answer was read. */
function streamHuge(server: Server, encoding: Encoding): Promise<number> {
  const url = new URL('/v1/batch', server.url());
  return new Promise((resolve) => {
    const length = encoding === 'with a length' ? { 'content-length': HUGE_BYTES } : {};
    const call = request(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key()}`, ...length },
    });
    let status = 0;
    let sent = 0;
    const write = (): void => {
      while (status === 0 && sent < HUGE_BYTES) {
        sent += CHUNK.length;
        if (!call.write(CHUNK)) {
          call.once('drain', write);
          return;
        }
      }
      if (status === 0) call.end();
    };
    call.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.resume();
      response.on('close', () => {
        call.destroy();
        resolve(status);
      });
    });
    call.on('error', () => setTimeout(() => resolve(status), 200));
    write();
  });
}
