import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeEntry } from '../quarantine-entry.ts';
import { NOW, streamOf } from './import.fixture.ts';
import type { Job } from './job.ts';
import { type ImportServer, startImportServer } from './server.fixture.ts';

const MAP = {
  preset: 'events',
  event: 'what',
  time: 'at',
  identities: [{ namespace: 'user', value: 'who' }],
};
const content = (rows: number) =>
  Buffer.from(
    `what,at,who\n${Array.from({ length: rows }, (_, i) => `seen ${i},${i % 1_000 === 5 ? 'soon' : '2024-03-13'},u${i % 700}`).join('\n')}\n`,
  );
const FILE = content(20_000);
const order = { file: 'history.csv', sizeBytes: FILE.length, map: MAP, fingerprint: 'abc' };

let server: ImportServer;
beforeEach(async () => {
  server = await startImportServer();
});
afterEach(() => server.close());

const create = async (more: object = {}) => {
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/imports',
    payload: { ...order, ...more },
  });
  return {
    status: response.statusCode,
    body: response.json() as Job & { code: string; receivedBytes: number },
  };
};
const put = async (
  id: string,
  offset: number,
  payload: Buffer,
  headers: object = { 'content-type': 'text/csv' },
) => {
  const url = `/api/imports/${id}/content`;
  const response = await server.app.inject({
    method: 'PUT',
    url,
    payload,
    headers: { 'upload-offset': String(offset), ...headers },
  });
  return {
    status: response.statusCode,
    body: response.json() as Job & { code: string; receivedBytes: number },
  };
};

describe('an import over HTTP', () => {
  test('is created, gets its file, and is done: events in the log, rejects in the quarantine, nothing left on the disk', async () => {
    const { status, body: job } = await create();
    expect(status).toBe(201);
    expect(job).toMatchObject({
      source: 'shop',
      dryRun: false,
      createdAt: NOW,
      status: { state: 'uploading', receivedBytes: 0 },
    });
    expect((await put(job.id, 0, FILE)).body.status.state).toBe('waiting');
    const done = await server.reaches(job.id, 'done');
    expect(done.status).toMatchObject({
      state: 'done',
      progress: {
        totals: {
          rows: 20_000,
          events: 19_980,
          rejected: { 'value.not-a-time': 20 },
          bytesRead: FILE.length,
        },
      },
    });
    expect(await server.events()).toHaveLength(19_980);
    await expect.poll(() => server.spooled()).toEqual([]);
    const entries = await server.state.range('quarantine', { limit: 100 });
    expect(entries).toHaveLength(20);
    expect(decodeEntry(entries[0]![1])).toEqual({
      reason: 'value.not-a-time',
      message:
        'history.csv, line 7, column at: The cell is no time in the given format; see "timeFormat" in the map.',
      source: 'shop',
      channel: 'order',
      protocol: 'import',
      received: NOW,
      clipped: true,
      event: { file: 'history.csv', line: 7, column: 'at', row: 'seen 5,soon,u5' },
    });
  });

  test('takes the file in pieces, with or without a content type; a wrong offset is told the right one', async () => {
    const { body: job } = await create();
    const half = Math.floor(FILE.length / 2);
    expect((await put(job.id, 0, FILE.subarray(0, half), {})).body.status).toEqual({
      state: 'uploading',
      receivedBytes: half,
    });
    const wrong = await put(job.id, 0, FILE);
    expect([wrong.status, wrong.body.code, wrong.body.receivedBytes]).toEqual([409, 'import.offset', half]);
    expect(
      (await put(job.id, half, FILE.subarray(half), { 'content-type': 'application/json' })).status,
    ).toBe(200);
    await server.reaches(job.id, 'done');
  });

  test('keeps what arrived when an upload breaks off', async () => {
    const { body: job } = await create();
    async function* breaking() {
      yield FILE.subarray(0, 1_000);
      throw new Error('connection reset');
    }
    await expect(server.imports.receive(job.id, 0, breaking())).rejects.toThrow('connection reset');
    expect((await server.imports.get(job.id)).status).toEqual({ state: 'uploading', receivedBytes: 1_000 });
    await server.imports.receive(job.id, 1_000, streamOf(FILE.subarray(1_000)));
    expect((await server.reaches(job.id, 'done')).status).toMatchObject({
      progress: { totals: { rows: 20_000 } },
    });
  });

  test('a file of more than the announced bytes is refused', async () => {
    const { body: job } = await create({ sizeBytes: 10 });
    expect((await put(job.id, 0, FILE)).body).toMatchObject({ status: 413, code: 'import.too-much' });
  });

  test('a large body is never held in memory: it may be larger than any body limit', async () => {
    const large = content(60_000);
    const { body: job } = await create({ sizeBytes: large.length });
    const response = await fetch(`${server.url}/api/imports/${job.id}/content`, {
      method: 'PUT',
      body: new Uint8Array(large),
    });
    expect(response.status).toBe(200);
    await server.reaches(job.id, 'done');
    expect(large.length).toBeGreaterThan(1_048_576);
  });

  test('the same order while it is unfinished gives the same job; later it is a new one', async () => {
    const { body: first } = await create();
    await put(first.id, 0, FILE.subarray(0, 100));
    expect((await create()).body).toEqual({ ...first, status: { state: 'uploading', receivedBytes: 100 } });
    expect((await create({ fingerprint: 'other' })).body.id).not.toBe(first.id);
    await put(first.id, 100, FILE.subarray(100));
    await server.reaches(first.id, 'done');
    expect((await create()).body.id).not.toBe(first.id);
  });

  test.each([
    ['a wrong map', { map: { preset: 'order' } }, 422, 'import.map-invalid'],
    ['an unknown source', { source: 'elsewhere' }, 404, 'import.source-unknown'],
    ['a file beyond all measure', { sizeBytes: 2 ** 40 }, 413, 'import.too-large'],
    ['no size', { sizeBytes: undefined }, 400, 'FST_ERR_VALIDATION'],
  ])('%s is refused before anything is sent', async (_name, more, status, code) => {
    expect((await create(more)).body).toMatchObject({ status, code });
  });

  test('unknown imports are 404, whatever is asked of them', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/start'],
      ['PUT', '/content'],
    ] as const) {
      const response = await server.app.inject({
        method,
        url: `/api/imports/none${path}`,
        ...(method === 'POST' ? { payload: {} } : {}),
      });
      expect(response.json()).toMatchObject({ status: 404, code: 'import.unknown' });
    }
  });
});

describe('a dry run over HTTP', () => {
  test('waits with its report; then it is imported, with a corrected map', async () => {
    const { body: job } = await create({ dryRun: true });
    await put(job.id, 0, FILE);
    const checked = await server.reaches(job.id, 'checked');
    expect(checked.status).toMatchObject({
      report: { rows: 20_000, events: 19_980, rejects: [{ code: 'value.not-a-time', rows: 20 }] },
    });
    expect(await server.events()).toEqual([]);
    const payload = { map: { ...MAP, rename: { 'seen 0': 'Product Viewed' } } };
    const started = await server.app.inject({ method: 'POST', url: `/api/imports/${job.id}/start`, payload });
    expect(started.json()).toMatchObject({ dryRun: false, status: { state: 'waiting' } });
    await server.reaches(job.id, 'done');
    expect((await server.events())[0]!.name).toBe('Product Viewed');
  });
});

describe('writing a map', () => {
  test('the presets come with their schemas, and a map is guessed from the first lines', async () => {
    const listed = await server.app.inject({ url: '/api/imports/presets' });
    const { presets } = listed.json() as { presets: { id: string; schema: { required: string[] } }[] };
    expect(presets.map(({ id }) => id)).toEqual([
      'order-lines',
      'events',
      'people',
      'products',
      'stores',
      'ad-costs',
    ]);
    expect(presets[0]!.schema.required).toContain('order');
    const guess = (head: string) =>
      server.app.inject({ method: 'POST', url: '/api/imports/guess', payload: { head } });
    expect((await guess('sku;price\n1;2')).json()).toEqual({
      columns: ['sku', 'price'],
      map: { preset: 'products', product_id: 'sku', properties: { price: 'price' }, rest: true },
      notes: [],
    });
    expect((await guess('a;b\n1;2')).json()).toEqual({ columns: ['a', 'b'], notes: [] });
  });
});

describe('what goes wrong', () => {
  test('a map that does not fit fails with the places, and goes on after the fix without a new upload', async () => {
    const { body: job } = await create({ map: { ...MAP, time: 'ad' } });
    await put(job.id, 0, FILE);
    const failed = await server.reaches(job.id, 'failed');
    expect(failed.status).toMatchObject({
      code: 'import.map-unfit',
      detail: { problems: [{ place: '/time' }] },
    });
    await server.imports.start(job.id, MAP);
    await server.reaches(job.id, 'done');
    expect(await server.events()).toHaveLength(19_980);
  });

  test('killed while it runs, it goes on after the restart and every event counts once', async () => {
    const { body: job } = await create();
    const letGo = server.holdAppends();
    await put(job.id, 0, FILE);
    await server.reaches(job.id, 'running');
    server = await server.restart();
    letGo();
    await server.imports.resume();
    const done = await server.reaches(job.id, 'done');
    expect(done.status).toMatchObject({ progress: { totals: { rows: 20_000, events: 19_980 } } });
    const ids = (await server.events()).map((event) => event.id);
    expect(new Set(ids).size).toBe(19_980);
  });

  test('killed with the last byte on the disk and the answer not given, it starts by itself', async () => {
    const { body: job } = await create();
    await put(job.id, 0, FILE.subarray(0, FILE.length - 1));
    // The last byte reaches the disk, and then the process dies.
    const dying = server.imports.receive(job.id, FILE.length - 1, streamOf(FILE.subarray(-1)));
    await dying;
    await server.state.commit([{ collection: 'jobs', key: `import/${job.id}`, value: JSON.stringify(job) }]);
    server = await server.restart();
    await server.imports.resume();
    await server.reaches(job.id, 'done');
  });

  test('cancelled while it runs, it stops and its file is gone', async () => {
    const { body: job } = await create();
    const letGo = server.holdAppends();
    await put(job.id, 0, FILE);
    await server.reaches(job.id, 'running');
    const cancelling = server.app.inject({ method: 'DELETE', url: `/api/imports/${job.id}` });
    letGo();
    expect((await cancelling).json()).toMatchObject({ status: { state: 'cancelled' } });
    expect(server.spooled()).toEqual([]);
    await expect(server.imports.start(job.id)).rejects.toMatchObject({ code: 'import.state' });
  });

  test('closed while it runs, it waits with its progress', async () => {
    const { body: job } = await create();
    const letGo = server.holdAppends();
    await put(job.id, 0, FILE);
    await server.reaches(job.id, 'running');
    const closing = server.imports.close();
    letGo();
    await closing;
    expect((await server.imports.get(job.id)).status.state).toBe('waiting');
  });

  test('imports are done one after the other, and listed newest first', async () => {
    const letGo = server.holdAppends();
    const { body: first } = await create();
    const { body: second } = await create({ fingerprint: 'other' });
    await put(first.id, 0, FILE);
    await put(second.id, 0, FILE);
    await server.reaches(first.id, 'running');
    expect((await server.imports.get(second.id)).status.state).toBe('waiting');
    letGo();
    await server.reaches(second.id, 'done');
    const listed = await server.app.inject({ url: '/api/imports?limit=1' });
    expect((listed.json() as { imports: Job[] }).imports.map((job) => job.id)).toEqual([second.id]);
    const below = await server.app.inject({ url: `/api/imports?below=${second.id}` });
    expect((below.json() as { imports: Job[] }).imports.map((job) => job.id)).toEqual([first.id]);
  });
});
