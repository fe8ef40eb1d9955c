import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A real server in processes of its own, started as a user would. */
export interface BenchServer {
  readonly url: string;
  readonly key: string;
  /** The path that makes its owner; a server that has one prints none. */
  readonly ownerLink: string | undefined;
  readonly folder: string;
  /** User plus system time so far, in ms: the server and its warehouse child. */
  cpu(): { main: number; child: number };
  /** Resident memory in MB. */
  memory(): { main: number; mainAnonymous: number; child: number };
  startedInMs: number;
  stop(keep?: boolean): Promise<void>;
  /** Ends the program by SIGKILL; its launcher and its warehouse follow. The folder stays. */
  kill(): Promise<void>;
}

const LAUNCHER = fileURLToPath(new URL('../bin/rapport.mjs', import.meta.url));
const READY_MS = 60_000;
const TICK_MS = 10;

/** Starts a server on a free port, in a new folder unless one is given. */
export async function startServer(folder?: string, env: Record<string, string> = {}): Promise<BenchServer> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'rapport-bench-')));
  const began = performance.now();
  const launcher = spawn(
    process.execPath,
    [LAUNCHER, 'start', '--port', '0', '--data', data, '--log-level', 'warn'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  // A bench that is stopped half-way leaves nothing running.
  const end = (): void => {
    launcher.kill('SIGTERM');
    process.exit(1);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('exit', () => launcher.kill('SIGTERM'));
  const text = await ready(launcher);
  const startedInMs = performance.now() - began;
  const main = (await childrenOf(launcher.pid!))[0]!;
  const child = (await childrenOf(main)).find((pid) => isWarehouse(pid)) ?? 0;
  return {
    url: /listens on (\S+)/.exec(text)![1]!,
    key: /write key of source web \(web\): (\S+)/.exec(text)![1]!,
    ownerLink: /\/link#\S+/.exec(text)?.[0],
    folder: data,
    cpu: () => ({ main: cpuOf(main), child: cpuOf(child) }),
    memory: () => ({
      main: memoryOf(main, 'VmRSS'),
      mainAnonymous: memoryOf(main, 'RssAnon'),
      child: memoryOf(child, 'VmRSS'),
    }),
    startedInMs,
    async kill() {
      process.off('SIGTERM', end);
      process.off('SIGINT', end);
      const ended = new Promise((resolve) => launcher.once('exit', resolve));
      process.kill(main, 'SIGKILL');
      await ended;
    },
    async stop(keep = false) {
      process.off('SIGTERM', end);
      process.off('SIGINT', end);
      const ended = new Promise((resolve) => launcher.once('exit', resolve));
      launcher.kill('SIGTERM');
      await ended;
      if (!keep) await rm(data, { recursive: true, force: true });
    },
  };
}

function ready(launcher: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${text}`)), READY_MS);
    launcher.once('exit', () => reject(new Error(`the server ended: ${text}`)));
    launcher.stdout!.on('data', (chunk) => {
      text += chunk;
      if (!/write key of source web/.test(text)) return;
      clearTimeout(timer);
      resolve(text);
    });
  });
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return pids.filter((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}

/** The TypeScript loader has a helper process too. */
function isWarehouse(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('warehouse/child');
}

function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

function memoryOf(pid: number, figure: 'VmRSS' | 'RssAnon'): number {
  try {
    return (
      Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
    );
  } catch {
    return 0;
  }
}
