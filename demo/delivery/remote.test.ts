import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRemote } from './remote.ts';

let asked = 0;
/** How many calls in a row find their connection closed. */
let closing = 0;
const server = createServer((request, response) => {
  asked++;
  if (closing-- > 0) request.socket.destroy();
  else response.end('{"taken":true}');
});
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('a call whose connection was closed is made again, as often as a machine that slept needs', async () => {
  closing = 3;
  expect(await openRemote(url).call('POST', '/api/events', { body: {} })).toEqual({ taken: true });
  expect(asked).toBe(4);
});

test('a server that never answers is given up, by its name', async () => {
  closing = Number.POSITIVE_INFINITY;
  await expect(openRemote(url).read('/health')).rejects.toThrow(`${url} does not answer.`);
});
