import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { decodeRecord, type Event, encodeRecord, Refusal } from '../../core/index.ts';
import { createMemoryLog, type Log } from '../../engine/log/index.ts';
import { emptyMemory, openMemoryState, type State } from '../../engine/state/index.ts';
import { eventsOf, NOW } from './import.fixture.ts';
import { createImports, type Imports, type ImportsDeps } from './imports.ts';
import type { Job } from './job.ts';
import { importRoutes } from './routes.ts';

/** A server that imports, with a log and a state in memory that outlive its restarts. */
export interface ImportServer {
  readonly app: FastifyInstance;
  readonly imports: Imports;
  readonly state: State;
  readonly log: Log;
  readonly url: string;
  /** The next append waits until the returned function is called. */
  holdAppends(): () => void;
  events(): Promise<Event[]>;
  /** Files in the spool. */
  spooled(): string[];
  /** Polls a job until it is in one of the states. */
  reaches(id: string, ...states: Job['status']['state'][]): Promise<Job>;
  /** Stops as a kill would: without a word to what runs. */
  restart(): Promise<ImportServer>;
  close(): Promise<void>;
}

const WAIT_MS = 20_000;

/** Starts one on a free port of this machine. */
export async function startImportServer(): Promise<ImportServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-import-'));
  return open({ folder, memory: emptyMemory(), log: createMemoryLog({ partitions: 1 }), ids: { next: 1 } });
}

interface Lasting {
  readonly folder: string;
  readonly memory: ReturnType<typeof emptyMemory>;
  readonly log: Log;
  readonly ids: { next: number };
}

async function open(lasting: Lasting): Promise<ImportServer> {
  const { folder, log, ids } = lasting;
  const state = await openMemoryState(lasting.memory);
  let gate = Promise.resolve();
  let isDead = false;
  const deps: ImportsDeps = {
    state,
    folder,
    clock: { now: () => NOW },
    newId: () => `job${ids.next++}`,
    async append(header, body) {
      await gate;
      if (isDead) throw new Error('The process was killed.');
      return log.append(0, encodeRecord(header, body));
    },
    source: (id) => (id === undefined || id === 'shop' ? { id: 'shop', channel: 'order' } : undefined),
  };
  const imports = await createImports(deps);
  const app = fastify();
  answerErrors(app);
  await app.register(importRoutes, { imports });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const stop = async () => {
    isDead = true;
    app.server.closeAllConnections();
    await app.close();
  };
  return {
    app,
    imports,
    state,
    log,
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    holdAppends() {
      let letGo = () => {};
      gate = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
    async events() {
      const records = await log.read(0, 0, 10_000, Number.MAX_SAFE_INTEGER);
      return eventsOf(
        records.map(({ bytes }) => decodeRecord(bytes) as Parameters<typeof eventsOf>[0][number]),
      );
    },
    spooled: () => readdirSync(folder),
    async reaches(id, ...states) {
      const deadline = Date.now() + WAIT_MS;
      for (;;) {
        const job = await imports.get(id);
        if (states.includes(job.status.state)) return job;
        if (Date.now() > deadline)
          throw new Error(`Waited in vain: the job is ${JSON.stringify(job.status)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async restart() {
      // First the state: whatever the dying process still tries is written nowhere.
      await state.close();
      await stop();
      void imports.close();
      return open(lasting);
    },
    async close() {
      await imports.close();
      await stop();
      await log.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const [status, detail] =
      error instanceof Refusal ? [error.status, error.detail] : [error.statusCode ?? 500, {}];
    return reply
      .code(status)
      .serializer((problem: unknown) => JSON.stringify(problem))
      .send({ ...detail, status, code: error.code, detail: error.message });
  });
}
