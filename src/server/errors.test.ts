import { connect } from 'node:net';
import type { FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import { type RunningServer, startServer } from './http.fixture.ts';
import { createValidatorCompiler } from './validation.ts';

const Body = Type.Object({
  name: Type.String(),
  size: Type.Optional(Type.Integer({ minimum: 1 })),
  mode: Type.Optional(Type.Union([Type.Literal('add'), Type.Literal('replace')])),
  lines: Type.Optional(Type.Array(Type.Object({ sku: Type.String() }, { additionalProperties: false }))),
});
const Query = Type.Object({
  limit: Type.Integer({ default: 10, maximum: 100 }),
  name: Type.Optional(Type.Array(Type.String())),
});

let server: RunningServer;
const json = { 'content-type': 'application/json' };
const post = (body: string | Buffer, headers = json) =>
  server.ask('/api/things', { method: 'POST', headers, body });

beforeAll(async () => {
  server = await startServer({ bodyBytesMax: 1_000 }, (app) => {
    const routes = app.withTypeProvider<TypeBoxTypes>();
    const config = { permission: 'open' } as const;
    const meta = { operationId: 'x', summary: 'x', tags: ['x'] };
    routes.post('/api/things', { config, schema: { ...meta, body: Body } }, async ({ body }) => ({
      name: body.name,
      size: body.size,
    }));
    routes.get(
      '/api/things',
      { config, schema: { ...meta, querystring: Query } },
      async ({ query }) => query,
    );
    app.get('/api/things/:id', { schema: { hide: true }, config: { permission: 'open' } }, () => {
      throw refusal('thing.unknown', 404, 'There is no such thing.', { detail: { id: 'a', status: 'gone' } });
    });
    app.get('/api/busy', { schema: { hide: true }, config: { permission: 'open' } }, () => {
      throw refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 1.2 });
    });
    app.get('/api/broken', { schema: { hide: true }, config: { permission: 'open' } }, () => {
      const driver = Object.assign(new Error('duplicate key'), {
        detail: 'Key (email)=(sarah@example.com) exists',
      });
      throw new Error('cannot save /x?email=sarah@example.com', { cause: driver });
    });
    const Answer = { 200: Type.Object({ name: Type.String() }) };
    app.get(
      '/api/untrue',
      { schema: { hide: true, response: Answer }, config: { permission: 'open' } },
      () => ({ name: 7 }),
    );
  });
});
afterAll(() => server.app.close());

describe('an error answer', () => {
  it('refuses a body that is nested deeper than anything that means something', async () => {
    const nested = (levels: number) => `{"name":"a","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect((await post(nested(99))).status).toBe(200);
    expect((await post(nested(100))).json).toMatchObject({ status: 400, code: 'request.too-deep' });
    expect((await post(nested(400))).json).toMatchObject({ status: 400, code: 'request.too-deep' });
  });

  it('is a problem document with the code, the detail and the request id', async () => {
    const answer = await server.ask('/api/things/7');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json).toEqual({
      type: 'urn:rapport:problem:thing.unknown',
      title: 'Not Found',
      status: 404,
      detail: 'There is no such thing.',
      code: 'thing.unknown',
      id: 'a',
      requestId: answer.headers['x-request-id'],
    });
  });

  it('tells when to come back', async () => {
    const answer = await server.ask('/api/busy');
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '2']);
  });

  it('hides what went wrong inside, while the log shows it with its cause and without the rows of the database', async () => {
    const answer = await server.ask('/api/broken');
    expect(answer.json).toEqual({
      type: 'urn:rapport:problem:server.failed',
      title: 'Internal Server Error',
      status: 500,
      detail: 'The server made a mistake; its log names this request.',
      code: 'server.failed',
      requestId: answer.headers['x-request-id'],
    });
    const line = server.log.find(
      (each) => each['requestId'] === answer.headers['x-request-id'] && each['level'] === 50,
    );
    expect(line).toMatchObject({
      route: '/api/broken',
      err: { message: 'cannot save /x?…', cause: { message: 'duplicate key' } },
    });
    expect(JSON.stringify(line)).not.toContain('sarah');
  });

  it('is given for an answer that does not fit its own schema', async () => {
    expect((await server.ask('/api/untrue')).status).toBe(500);
  });
});

describe('a request that does not fit the schema', () => {
  const places = async (body: string) => {
    const answer = await post(body);
    expect(answer.json).toMatchObject({ status: 400, code: 'request.invalid' });
    return (answer.json as { errors: unknown }).errors;
  };

  it('is told the place of the fault as a JSON pointer', async () => {
    const body = JSON.stringify({ name: 'a', lines: [{ sku: 'a' }, { sku: 1 }] });
    expect(await places(body)).toEqual([{ part: 'body', pointer: '/lines/1/sku', detail: 'must be string' }]);
  });

  it('is told which property is missing or too much', async () => {
    expect(await places('{}')).toEqual([
      { part: 'body', pointer: '/name', detail: "must have required property 'name'" },
    ]);
    const surplus = JSON.stringify({ name: 'a', lines: [{ sku: 'a', 'x/y~': 1 }] });
    expect(await places(surplus)).toMatchObject([{ pointer: '/lines/0/x~1y~0' }]);
  });

  it('is told what may stand where only some values may', async () => {
    expect(await places('{"name":"a","mode":"zap"}')).toEqual([
      { part: 'body', pointer: '/mode', detail: 'must be one of: "add", "replace"' },
    ]);
  });

  it('is refused when a number comes as a text, for bodies are not coerced', async () => {
    expect(await places('{"name":"a","size":"1"}')).toMatchObject([
      { pointer: '/size', detail: 'must be integer' },
    ]);
  });

  it('keeps unknown properties of an open object', async () => {
    expect((await post('{"name":"a","size":2,"more":true}')).json).toEqual({ name: 'a', size: 2 });
  });

  it('may be a query string whose texts become numbers and lists', async () => {
    expect((await server.ask('/api/things?limit=5&name=a')).json).toEqual({ limit: 5, name: ['a'] });
    expect((await server.ask('/api/things')).json).toEqual({ limit: 10 });
    for (const limit of ['many', '101', 'NaN', 'Infinity', '-Infinity', '1e999'])
      expect((await server.ask(`/api/things?limit=${limit}`)).json, limit).toMatchObject({
        errors: [{ part: 'querystring', pointer: '/limit' }],
      });
  });
});

describe('a day', () => {
  it('is one that there is', () => {
    const schema = { type: 'string', format: 'date' };
    const fits = createValidatorCompiler()({
      schema: schema as FastifySchema,
      method: 'POST',
      url: '/',
      httpPart: 'body',
    }) as (value: unknown) => boolean;
    const days = ['2028-02-29', '2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-2-1'];
    expect(days.filter((day) => fits(day))).toEqual(['2028-02-29']);
  });
});

describe('a request that cannot be read', () => {
  const codeOf = async (answer: Promise<{ status: number; json: unknown }>) => {
    const { status, json } = await answer;
    return [status, (json as { code: string }).code];
  };

  it('is refused by kind: broken JSON, no JSON, poisoned JSON, a wrong content type, too large', async () => {
    expect(await codeOf(post('{"name":'))).toEqual([400, 'request.not-json']);
    expect(await codeOf(post(''))).toEqual([400, 'request.not-json']);
    expect(await codeOf(post(Buffer.from('{"name":"Zürich"}', 'latin1')))).toEqual([400, 'request.not-utf8']);
    expect(await codeOf(post('{"__proto__":{"isAdmin":true}}'))).toEqual([400, 'request.not-json']);
    expect(await codeOf(post('a', { 'content-type': 'application/xml' }))).toEqual([
      415,
      'request.media-type',
    ]);
    expect(await codeOf(post(JSON.stringify({ name: 'a'.repeat(1_000) })))).toEqual([
      413,
      'request.too-large',
    ]);
  });

  it('is told apart: a path that is unknown, and a method that the path does not take', async () => {
    expect(await codeOf(server.ask('/api/nothing'))).toEqual([404, 'request.unknown-route']);
    const wrong = await server.ask('/api/things/7', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(await codeOf(server.ask('/api/%zz'))).toEqual([400, 'request.bad-url']);
    expect(await codeOf(server.ask(`/api/things/${'a'.repeat(600)}`))).toEqual([
      414,
      'request.path-too-long',
    ]);
  });

  it('is answered even when it is not HTTP, or its headers are too large', async () => {
    expect(await sendRaw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*"code":"request.not-http"/s);
    expect(await sendRaw(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 .*headers-too-large/s,
    );
  });

  it('gets its answer although it goes on sending 100 MB', async () => {
    const answer = await server.ask('/api/things', {
      method: 'POST',
      headers: json,
      body: Buffer.alloc(100_000_000, 'a'),
    });
    expect(answer.status).toBe(413);
  });
});

function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
