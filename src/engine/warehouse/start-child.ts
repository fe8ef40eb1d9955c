import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants, getPriority, setPriority } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { refusal } from '../../core/index.ts';
import type { ChildMessage } from './child.ts';

/** Loading the library and opening 10 million rows takes about a second; a disk under load may need much longer. */
const START_MS_MAX = 60_000;
/** How long a child gets to end in order before it is killed. */
const END_MS_MAX = 5_000;
/** What the engine last wrote about its troubles, kept for the reason of its end. */
const STDERR_CHARACTERS = 2_000;

const CHILD_ENV = {
  NODE_OPTIONS: '',
  // Queries hold threads of the pool for their whole run; with the default of 4 a fifth would wait.
  UV_THREADPOOL_SIZE: '16',
  // Every block takes the same memory again. By default it is given back to the system after each, and fetched anew page by page:
  // 2 of 19 us a row. The engine has an allocator of its own; what Node takes comes from the system's.
  JE_MALLOC_CONF: 'dirty_decay_ms:30000,oversize_threshold:0',
  MALLOC_MMAP_THRESHOLD_: '134217728',
  MALLOC_TRIM_THRESHOLD_: '134217728',
};

/** Steps of priority below the program's own: of two that want the same core it gets a quarter. */
const POLITENESS = 5;

/** How a child ended: by itself, or killed. */
export interface ChildEnd {
  readonly reason: string;
}

/** A running engine process. */
export interface WarehouseChild {
  readonly pid: number;
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<ChildEnd>;
  /** Ends it in order, by force when it does not listen. */
  end(): Promise<void>;
}

/** Starts the engine's process on a folder and waits until it listens on the socket. */
export async function startChild(folder: string, socketPath: string): Promise<WarehouseChild> {
  const require = createRequire(import.meta.url);
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, script, folder, socketPath], {
    // stdin closed: the engine reads what it finds there as the data of an insert.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...CHILD_ENV },
  });
  giveWay(child.pid);
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-STDERR_CHARACTERS);
  });
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('close', (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      resolve({ reason: `the engine's process ended (${how})${complaint && `: ${complaint.trim()}`}` });
    });
  });
  const state = await Promise.race([firstMessage(child), ended, deadline()]);
  if (state === 'ready') return { pid: child.pid ?? 0, ended, end: () => end(child, ended) };
  child.kill('SIGKILL');
  const { reason } = await ended;
  const why = typeof state === 'string' ? state : state.reason;
  throw startFailure(folder, why, reason);
}

/**
 * Lets the program itself run first where there are more to run than cores: questions to everything that happened otherwise make whoever
 * sends events wait. The engine gets all that is left over, which is nearly everything.
 */
function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + POLITENESS));
  } catch {
    // It is gone already, or the system has no priorities: the engine works all the same.
  }
}

function startFailure(folder: string, why: string, reason: string) {
  if (/Cannot lock file/.test(reason)) {
    const message = `Another process has the warehouse in ${folder}: stop it first, or choose another folder.`;
    return refusal('warehouse.locked', 503, message, { retryAfterSeconds: 5 });
  }
  return refusal(
    'warehouse.unavailable',
    503,
    `The warehouse in ${folder} did not start: ${why}; ${reason}`,
    {
      retryAfterSeconds: 5,
    },
  );
}

/** `ready`, or why not. */
function firstMessage(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('message', (message: ChildMessage) =>
      resolve(message.state === 'ready' ? 'ready' : message.reason),
    );
  });
}

function deadline(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`no answer within ${START_MS_MAX / 1000} s`), START_MS_MAX).unref();
  });
}

async function end(child: ChildProcess, ended: Promise<ChildEnd>): Promise<void> {
  if (child.connected) child.send('end');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_MS_MAX);
  await ended;
  clearTimeout(timer);
}
