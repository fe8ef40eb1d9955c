import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from './definition.fixture.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const at = expect.any(Number);
const shape = (id: string): string => `/api/definitions/shape/${id}`;
const publish = (id: string, document: object, version?: number | '*') =>
  workspace.ask('POST', `${shape(id)}/publish`, { document }, version);

describe('the life of a definition', () => {
  test('a draft changes nothing that is live, and every change is a version', async () => {
    await publish('a', { colour: 'red' });
    const saved = await workspace.ask(
      'PUT',
      `${shape('a')}/draft`,
      { document: { colour: 'blue' }, note: 'try blue' },
      1,
    );
    expect(saved).toMatchObject({ status: 200, etag: '"2"' });
    expect(workspace.definitions.get('shape/a')).toEqual({ colour: 'red', secret: 'new' });
    expect((await workspace.ask('GET', shape('a'))).body).toEqual({
      key: 'shape/a',
      kind: 'shape',
      id: 'a',
      state: 'live',
      version: 2,
      published: 1,
      draft: 2,
      at,
      by: 'api',
      note: 'try blue',
      created: { at, by: 'api' },
      document: { colour: 'red' },
      draftDocument: { colour: 'blue' },
    });
    await workspace.ask('POST', `${shape('a')}/publish`, {}, 2);
    expect(workspace.definitions.get('shape/a')).toEqual({ colour: 'blue', secret: 'new' });
    const { body } = await workspace.ask('GET', `${shape('a')}/versions`);
    expect(body).toEqual({
      versions: [
        { version: 3, action: 'publish', state: 'live', at, by: 'api' },
        { version: 2, action: 'draft', state: 'live', at, by: 'api', note: 'try blue' },
        { version: 1, action: 'publish', state: 'live', at, by: 'api' },
      ],
    });
    expect((await workspace.ask('GET', `${shape('a')}/diff?from=1&to=3`)).body).toEqual({
      differences: [{ pointer: '/colour', before: 'red', after: 'blue' }],
    });
  });

  test('paused and archived ones are not worked by, and come back', async () => {
    await publish('a', { colour: 'red' });
    await workspace.ask('POST', `${shape('a')}/pause`, {}, 1);
    expect(workspace.definitions.get('shape/a')).toBeUndefined();
    await workspace.ask('POST', `${shape('a')}/publish`, {}, 2);
    expect(workspace.definitions.get('shape/a')).toMatchObject({ colour: 'red' });
    await workspace.ask('POST', `${shape('a')}/archive`, { note: 'done' }, 3);
    expect((await workspace.ask('GET', shape('a'))).body).toMatchObject({
      state: 'archived',
      version: 4,
      note: 'done',
      document: { colour: 'red' },
    });
    await workspace.ask('POST', `${shape('a')}/restore`, { version: 1 }, 4);
    expect((await workspace.ask('GET', shape('a'))).body).toMatchObject({
      state: 'draft',
      version: 5,
      note: 'restored from version 1',
      draftDocument: { colour: 'red' },
    });
  });

  test('a restart and a replay of the log find the same, byte for byte', async () => {
    await publish('a', { colour: 'red' });
    await publish('b', { colour: 'red', inside: ['a'] });
    await workspace.ask('PUT', `${shape('c')}/draft`, { document: 7 });
    await workspace.ask('POST', `${shape('a')}/archive`, { force: true }, 1);
    const [reloaded, replayed] = [await workspace.reloaded(), await workspace.replayed()];
    for (const other of [reloaded, replayed]) {
      expect(JSON.stringify(other.heads())).toBe(JSON.stringify(workspace.definitions.heads()));
      expect(other.list('')).toEqual(workspace.definitions.list(''));
    }
    expect(await reloaded.history.read('shape/c', 1)).toMatchObject({ document: 7 });
  });

  test('a record without a word of its state publishes, and an empty one archives', async () => {
    workspace.definitions.apply('shape/a', '{"colour":"red"}', { by: 'test', received: 5 });
    expect(workspace.definitions.head('shape/a')).toMatchObject({ state: 'live', version: 1, by: 'test' });
    workspace.definitions.apply('shape/a', undefined);
    expect(workspace.definitions.head('shape/a')).toMatchObject({ state: 'archived', version: 2 });
    expect(workspace.definitions.apply('shape/z', undefined)).toEqual({ changes: [], outcome: undefined });
  });
});

describe('two people at one definition', () => {
  test('who looked at an older version is refused, with the current one', async () => {
    await publish('a', { colour: 'red' });
    expect(await publish('a', { colour: 'blue' }, 1)).toMatchObject({ status: 200, etag: '"2"' });
    expect(await publish('a', { colour: 'green' }, 1)).toMatchObject({
      status: 412,
      body: { code: 'definition.changed', detail: { current: 2, expected: 1 } },
    });
    // Without a version it is taken to be new.
    expect(await publish('a', { colour: 'green' })).toMatchObject({ status: 412 });
    expect(await publish('a', { colour: 'green' }, '*')).toMatchObject({ status: 200 });
  });

  test('of many edits at once exactly one wins', async () => {
    await publish('a', { colour: 'red' });
    for (let version = 1; version < 6; version++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          i % 3 === 0
            ? workspace.ask('PUT', `${shape('a')}/draft`, { document: { colour: `${i}` } }, version)
            : publish('a', { colour: `${i}` }, version),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
    }
  });

  test('a header that is no version is refused', async () => {
    const response = await fetch(`${workspace.server}${shape('a')}/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': '"latest"' },
      body: '{"document":{"colour":"red"}}',
    });
    expect(response.status).toBe(400);
  });
});

describe('what builds on what', () => {
  test('preflight says what is wrong: the shape, what is missing, circles', async () => {
    const ask = async (document: unknown) =>
      (await workspace.ask('POST', `${shape('a')}/preflight`, { document })).body as { findings: object[] };
    expect((await ask({ colour: 5 })).findings).toMatchObject([
      { severity: 'error', code: 'document.misfit', pointer: '/colour' },
    ]);
    expect((await ask({ colour: 'red', inside: ['b'] })).findings).toMatchObject([
      { severity: 'error', code: 'definition.dependency-not-live' },
    ]);
    await publish('a', { colour: 'red' });
    await publish('b', { colour: 'red', inside: ['a'] });
    expect((await ask({ colour: 'red', inside: ['b'] })).findings).toMatchObject([
      { severity: 'error', code: 'definition.cycle' },
    ]);
    expect(await publish('a', { colour: 'red', inside: ['b'] }, 1)).toMatchObject({
      status: 422,
      body: { code: 'definition.not-valid' },
    });
  });

  test('what others build on is not archived silently; with force they are paused, all the way, with the reason', async () => {
    await publish('a', { colour: 'red' });
    await publish('b', { colour: 'red', inside: ['a'] });
    await publish('c', { colour: 'red', inside: ['b'] });
    expect(await workspace.ask('POST', `${shape('a')}/archive`, {}, 1)).toMatchObject({
      status: 409,
      body: {
        code: 'definition.in-use',
        detail: { breaks: [{ key: 'shape/b' }, { key: 'shape/c' }] },
      },
    });
    await workspace.ask('POST', `${shape('a')}/archive`, { force: true }, 1);
    expect(workspace.definitions.list('shape/')).toEqual([]);
    expect((await workspace.ask('GET', shape('c'))).body).toMatchObject({
      state: 'paused',
      by: 'rapport',
      reason: { code: 'definition.dependency-not-live', message: expect.stringContaining('shape/b') },
    });
  });

  test('an edit that makes a dependant fail its check pauses it', async () => {
    await publish('a', { colour: 'red' });
    await publish('b', { colour: 'red', inside: ['a'] });
    expect(await publish('a', { colour: 'black' }, 1)).toMatchObject({ status: 409 });
    const changed: string[] = [];
    workspace.definitions.onChange((key) => changed.push(key));
    // Whoever sets it by a bare record (an older log, a program) was not asked.
    workspace.definitions.apply('shape/a', '{"colour":"black"}');
    expect(workspace.definitions.head('shape/b')).toMatchObject({
      state: 'paused',
      reason: { code: 'shape.too-dark' },
    });
    expect(changed).toEqual(['shape/a', 'shape/b']);
  });

  test('strange names and documents are kept or refused, never taken for something else', async () => {
    expect(await publish('__proto__', { colour: 'red' })).toMatchObject({ status: 200 });
    expect((await workspace.ask('GET', shape('__proto__'))).body).toMatchObject({ id: '__proto__' });
    expect(await publish('constructor', { colour: 'x'.repeat(600_000) })).toMatchObject({ status: 413 });
    expect(await workspace.ask('GET', '/api/definitions/nothing/a')).toMatchObject({
      status: 404,
      body: { code: 'definition.unknown-kind' },
    });
    expect(workspace.definitions.apply('shape/d', '{ broken').outcome).toBeInstanceOf(Error);
  });
});
