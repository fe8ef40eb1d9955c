import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What is killed: the program, the process of its warehouse, both at the same moment, or the launcher, which the program follows. */
export const VICTIMS = ['main', 'warehouse', 'both', 'launcher'] as const;
export type Victim = (typeof VICTIMS)[number];

/** A real server, started as a user would, that can be killed and started again on the same data. */
export interface Server {
  readonly folder: string;
  /** Address of the present life; clients read it before every try. */
  url(): string;
  /** Write key of the first source. */
  key(): string;
  /** Starts it and resolves with the ms until it listened; rejects when it ends before. */
  start(): Promise<number>;
  isUp(): boolean;
  /** Ends processes by SIGKILL; resolves when the program is gone (at once when only the warehouse was the victim). */
  kill(victim: Victim): Promise<void>;
  /** Stops it in order and resolves with its exit code. */
  stop(): Promise<number>;
  /** What it wrote since its last start. */
  output(): string;
}

const LAUNCHER = fileURLToPath(new URL('../../bin/rapport.mjs', import.meta.url));
const READY_MS_MAX = 60_000;
const GONE_MS_MAX = 30_000;
const OUTPUT_CHARACTERS = 100_000;

/** A server on a data folder; `start` starts it. */
export function createServer(folder: string, env: Readonly<Record<string, string>> = {}): Server {
  let launcher: ChildProcess | undefined;
  let output = '';
  let url = '';
  let key = '';
  let isUp = false;

  const ready = (child: ChildProcess): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no server after a minute: ${output}`)), READY_MS_MAX);
      child.once('exit', () => {
        clearTimeout(timer);
        isUp = false;
        reject(new Error(`the server ended: ${output}`));
      });
      const hear = (chunk: Buffer): void => {
        // What a killed one wrote may be read after its end, and is nothing about the next one.
        if (child !== launcher || child.exitCode !== null || child.signalCode !== null) return;
        output = (output + chunk.toString()).slice(-OUTPUT_CHARACTERS);
        if (isUp) return;
        const address = /listens on (\S+)\n/.exec(output)?.[1];
        const found = /write key of source web \(web\): (\S+)\n/.exec(output)?.[1];
        if (address === undefined || found === undefined) return;
        [url, key, isUp] = [address, found, true];
        clearTimeout(timer);
        resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
    });

  return {
    folder,
    url: () => url,
    key: () => key,
    isUp: () => isUp,
    output: () => output,
    async start() {
      const began = performance.now();
      output = '';
      isUp = false;
      const args = [LAUNCHER, 'start', '--port', '0', '--data', folder, '--log-level', 'warn'];
      launcher = spawn(process.execPath, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...withoutSettings(process.env), ...env },
      });
      endWithUs(launcher);
      await ready(launcher);
      return performance.now() - began;
    },
    async kill(victim) {
      // Held still, a launcher that is just starting cannot bear the program behind our back.
      signal(launcher?.pid, 'SIGSTOP');
      const main = childOf(launcher?.pid);
      const warehouse = childOf(main);
      // Both at once: the program must not have the time to notice that its child is gone.
      if (victim === 'warehouse' || victim === 'both') signal(warehouse, 'SIGKILL');
      if (victim === 'warehouse') {
        signal(launcher?.pid, 'SIGCONT');
        return;
      }
      isUp = false;
      if (victim !== 'launcher') signal(main, 'SIGKILL');
      if (victim === 'launcher' || main === undefined) signal(launcher?.pid, 'SIGKILL');
      else signal(launcher?.pid, 'SIGCONT');
      await ended(launcher);
      await gone(main);
    },
    async stop() {
      isUp = false;
      launcher?.kill('SIGTERM');
      return ended(launcher);
    },
  };
}

/** A torture that is interrupted leaves no server behind. */
function endWithUs(launcher: ChildProcess): void {
  const end = (): void => void launcher.kill('SIGTERM');
  process.once('exit', end);
  launcher.once('exit', () => process.off('exit', end));
}

/** Settings of whoever runs the torture must not reach the servers that it starts. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('RAPPORT_')));
}

async function ended(child: ChildProcess | undefined): Promise<number> {
  if (!child) return 0;
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? 1;
}

function signal(pid: number | undefined, name: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, name);
  } catch (error) {
    // It went by itself in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}

/** Waits for the end of a process that is not our child. */
async function gone(pid: number | undefined): Promise<void> {
  const until = performance.now() + GONE_MS_MAX;
  while (signal(pid, 0)) {
    if (performance.now() > until) throw new Error(`process ${pid} outlived its launcher`);
    await wait(20);
  }
}

/** The first child of a process. */
function childOf(parent: number | undefined): number | undefined {
  if (parent === undefined) return undefined;
  return processes().find(({ ppid }) => ppid === parent)?.pid;
}

function processes(): { pid: number; ppid: number }[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([pid = 0, ppid = 0]) => ({ pid, ppid }));
  }
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // pid (name, which may hold anything) state ppid …
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return [{ pid: Number(name), ppid: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
    } catch {
      return [];
    }
  });
}
