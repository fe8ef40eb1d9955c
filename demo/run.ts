import { DEMO_USAGE, readDemoArguments } from './delivery/arguments.ts';
import { createShow } from './delivery/show.ts';
import { runDemo } from './demo.ts';

const COLUMNS = 80;
const PARENT_EVERY_MS = 1_000;

const now = (): number => Date.now();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// npm passes signals on, but kill -9 it cannot: then another process takes its place as our parent (the script says `exec`).
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] !== undefined)
  setInterval(() => {
    if (process.ppid !== parent) stopping.abort();
  }, PARENT_EVERY_MS).unref();

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

async function run(): Promise<number> {
  const given = readDemoArguments(process.argv.slice(2));
  if (given.help) {
    process.stdout.write(DEMO_USAGE);
    return 0;
  }
  const show = createShow({
    write: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    columns: () => process.stderr.columns ?? COLUMNS,
    now,
  });
  return runDemo(given, { now, signal: stopping.signal, show, out: (text) => process.stdout.write(text) });
}
