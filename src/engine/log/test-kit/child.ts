import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const LINE_WAIT_MS = 55_000;

export interface Child {
  readonly pid: number;
  /** Everything it printed so far, line by line. */
  readonly lines: readonly string[];
  /** Waits for one of these lines and gives it. */
  line(...wanted: string[]): Promise<string>;
  /** Waits until it has printed so many lines. */
  lineCount(count: number): Promise<void>;
  /** Ends it with SIGKILL, unless it is gone already, and waits until all it printed is read. */
  kill(): Promise<void>;
}

/** Runs a script of this folder in a process of its own. */
export function startChild(script: string, args: readonly string[], command: readonly string[] = []): Child {
  const [program, ...before] = [...command, process.execPath];
  const path = new URL(script, import.meta.url).pathname;
  const child = spawn(program!, [...before, '--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const reader = createInterface(child.stdout);
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]);
  reader.on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });

  function until<T>(what: string, find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = () =>
        reject(new Error(`${script} did not print ${what}, but: ${lines.slice(-5).join(' | ')}`));
      const timer = setTimeout(give, LINE_WAIT_MS);
      const look = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    pid: child.pid!,
    lines,
    line: (...wanted) => until(wanted.join(' or '), () => lines.find((line) => wanted.includes(line))),
    lineCount: async (count) => {
      await until(`${count} lines`, () => (lines.length >= count ? true : undefined));
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
