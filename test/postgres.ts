import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian keeps every major version beside the others; other systems have the programs in the path. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const VERSION_MIN = 15;
const START_SECONDS_MAX = 30;

/** A real PostgreSQL server of a test's own: data in a temporary folder, reachable from this machine only. */
export interface TestPostgres {
  /** Connection string of an empty database. */
  readonly url: string;
  /** Makes another empty database and gives its connection string. */
  createDatabase(name: string): Promise<string>;
  /** Process id of the server that runs now; its sessions are its children. */
  pid(): number;
  /** Stops the server (`fast` cuts connections, `immediate` is a crash) and keeps its data. */
  halt(mode?: 'fast' | 'immediate'): Promise<void>;
  /** Starts the server again on the same port and data. */
  resume(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server with fsync on, or says why there is none. initdb refuses to run as root,
 * so for root everything runs as the user `postgres`.
 */
export async function startPostgres(): Promise<TestPostgres | { readonly unavailable: string }> {
  const bin = findPrograms();
  if (bin === undefined) return { unavailable: `PostgreSQL ${VERSION_MIN} or newer is not installed` };
  const owner = await findOwner();
  if (owner === 'missing')
    return { unavailable: 'PostgreSQL does not run as root and there is no user postgres' };

  // Unix socket paths end at 107 bytes, so the folder stands directly in the temporary folder.
  const folder = await mkdtemp(join(tmpdir(), 'rapport-pg-'));
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const pgCtl = (args: string[]): Promise<void> => runDetached(join(bin, 'pg_ctl'), args, owner, folder);

  await run(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'rapport',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { ...owner, cwd: folder },
  );
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=40`;
  const start = (): Promise<void> =>
    pgCtl([
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-w',
      '-t',
      String(START_SECONDS_MAX),
      '-o',
      settings,
      'start',
    ]);
  const halt = (mode: 'fast' | 'immediate' = 'fast'): Promise<void> =>
    pgCtl(['-D', data, '-w', '-t', String(START_SECONDS_MAX), '-m', mode, 'stop']);
  const createDatabase = async (name: string): Promise<string> => {
    await run(join(bin, 'createdb'), ['-h', folder, '-p', String(port), '-U', 'rapport', name], {
      cwd: folder,
    });
    return `postgres://rapport@127.0.0.1:${port}/${name}`;
  };

  await start();
  const url = await createDatabase('first');
  return {
    url,
    createDatabase,
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]),
    halt,
    resume: start,
    stop: async () => {
      if (existsSync(join(data, 'postmaster.pid'))) await halt('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).map(Number) : [];
  const newest = Math.max(0, ...versions.filter((version) => version >= VERSION_MIN));
  const folders =
    newest > 0 ? [join(DEBIAN_FOLDER, String(newest), 'bin')] : (process.env['PATH'] ?? '').split(':');
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

async function findOwner(): Promise<Owner | undefined | 'missing'> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const id = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    // No such user: the caller tells the test to skip.
    return 'missing';
  }
}

/** pg_ctl leaves the server behind with our pipes open, so it gets none. */
function runDetached(program: string, args: string[], owner: Owner | undefined, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...owner, cwd, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
