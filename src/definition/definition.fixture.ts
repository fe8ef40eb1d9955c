import type { AddressInfo } from 'node:net';
import { type FastifyInstance, fastify } from 'fastify';
import { Type } from 'typebox';
import { decodeRecord, isObject } from '../core/index.ts';
import { emptyMemory, openMemoryState } from '../engine/state/index.ts';
import {
  type ChangeDefinition,
  createChanger,
  createDesk,
  createKinds,
  type DefinitionKind,
  type Definitions,
  type Desk,
  definitionRoutes,
  loadDefinitions,
} from './index.ts';

/** A kind whose documents name others of it, may be of a colour, and have a secret. */
const shapeKind: DefinitionKind = {
  id: 'shape',
  title: 'Shape',
  schema: Type.Object({
    colour: Type.String(),
    inside: Type.Optional(Type.Array(Type.String())),
    secret: Type.Optional(Type.String()),
  }),
  check: (document, others) =>
    namesIn(document)
      .filter((key) => (others.document(key) as { colour?: string } | undefined)?.colour === 'black')
      .map((key) => ({
        severity: 'error',
        code: 'shape.too-dark',
        pointer: '/inside',
        message: `${key} is black.`,
      })),
  dependsOn: namesIn,
  secrets: {
    conceal(document) {
      if (!isObject(document)) return document;
      const { secret: _, ...rest } = document;
      return rest;
    },
    complete(document, present) {
      if (!isObject(document) || document['secret'] !== undefined) return document;
      return { ...document, secret: isObject(present) ? present['secret'] : 'new' };
    },
  },
};

function namesIn(document: unknown): string[] {
  return ((document as { inside?: string[] }).inside ?? []).map((id) => `shape/${id}`);
}

/** A workspace of shapes over a log in memory, with its API over HTTP. */
export interface Workspace {
  readonly definitions: Definitions;
  readonly desk: Desk;
  readonly change: ChangeDefinition;
  readonly server: string;
  /** Asks the API; `version` is sent as If-Match. */
  ask(
    method: string,
    path: string,
    body?: object,
    version?: number | '*',
  ): Promise<{ status: number; etag: string | null; body: unknown }>;
  /** What another process would find: definitions read from what was stored, and from a replay of the log. */
  reloaded(): Promise<Definitions>;
  replayed(): Promise<Definitions>;
  close(): Promise<void>;
}

/** Opens an empty workspace. */
export async function openWorkspace(): Promise<Workspace> {
  const kinds = createKinds([shapeKind]);
  const state = await openMemoryState(emptyMemory());
  const definitions = await loadDefinitions(state, kinds);
  const log: Uint8Array[] = [];
  let now = 1_000;
  const outcomes: unknown[] = [];
  const fold = async (into: Definitions, bytes: Uint8Array): Promise<unknown> => {
    const { header, body } = decodeRecord(bytes);
    if (header.kind !== 'definition') return undefined;
    const { changes, outcome } = into.apply(
      header.key,
      body.length === 0 ? undefined : Buffer.from(body).toString(),
      header,
    );
    if (into === definitions) await state.commit(changes);
    return outcome;
  };
  const change = createChanger({
    clock: { now: () => ++now },
    append: async (bytes) => {
      const position = log.push(bytes) - 1;
      outcomes[position] = fold(definitions, bytes);
      return position;
    },
    folded: async (position) => {
      const outcome = await outcomes[position];
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  });
  const desk = createDesk({ definitions, change });
  const app: FastifyInstance = fastify();
  app.setErrorHandler((error: Error & { status?: number; code?: string; detail?: object }, _request, reply) =>
    reply
      .status(error.status ?? 500)
      .send({ code: error.code, message: error.message, detail: error.detail }),
  );
  definitionRoutes(app, { desk, change });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const server = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    definitions,
    desk,
    change,
    server,
    async ask(method, path, body, version) {
      const response = await fetch(server + path, {
        method,
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(version === undefined ? {} : { 'if-match': version === '*' ? '*' : `"${version}"` }),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, etag: response.headers.get('etag'), body: await response.json() };
    },
    reloaded: () => loadDefinitions(state, kinds),
    async replayed() {
      const again = await loadDefinitions(await openMemoryState(emptyMemory()), kinds);
      for (const bytes of log) await fold(again, bytes);
      return again;
    },
    close: () => app.close(),
  };
}
