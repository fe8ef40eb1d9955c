import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from './table.ts';

/** People of the shop: 300,000 for 90 days make some 16 million events. */
const PEOPLE = Number(process.env['DEMO_PEOPLE'] ?? 6_000);
/** Where the loaded shop stays for other benches; without it, nowhere. A shop that is there already is not loaded again. */
const KEEP = process.env['RAPPORT_BENCH_DATA'];
/** The same shop on any day. */
const NOW = '2026-03-31T10:00Z';
const LOOK_EVERY_MS = 500;
const RUN = fileURLToPath(new URL('../demo/run.ts', import.meta.url));
/** Processes of a demo by what stands in their command line. */
const ROLES = { demo: 'demo/run.ts', server: 'src/main.ts', warehouse: 'warehouse/child.ts' } as const;
/** What the bench reads of the summary that `--headless` prints. */
type Figure = 'startSeconds' | 'pastSeconds' | 'deliveredSeconds' | 'loadSeconds' | 'messages' | 'events';
type Role = keyof typeof ROLES;

/** Loads the demo retailer into a server of its own, as `npm run demo` does, and prints speed, memory and disk. */
export async function run(): Promise<void> {
  if (KEEP !== undefined && existsSync(join(KEEP, 'demo.json')))
    throw new Error(`${KEEP} holds a shop already; use it, or name another folder.`);
  const folder = KEEP ?? mkdtempSync(join(tmpdir(), 'rapport-demo-load-'));
  try {
    const args = ['--headless', '--no-answers', '--people', String(PEOPLE), '--now', NOW];
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=64', '--import', 'tsx', RUN, ...args, '--port', '0', '--data', folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const { peaks, text } = await watched(child);
    const summary = JSON.parse(text) as Record<Figure, number>;
    const { startSeconds, pastSeconds, deliveredSeconds, loadSeconds, messages, events } = summary;
    printTable(`The demo retailer with ${PEOPLE.toLocaleString('en')} people, loaded`, [
      {
        'start s': startSeconds,
        'past in s': pastSeconds,
        'all sent s': deliveredSeconds,
        'all in s': loadSeconds,
        messages,
        events,
        'events/s': events / loadSeconds,
        'peak MB demo': peaks.demo / 1e6,
        server: peaks.server / 1e6,
        warehouse: peaks.warehouse / 1e6,
        'disk MB': bytesIn(folder) / 1e6,
      },
    ]);
    if (KEEP !== undefined) console.log(`\nThe shop is in ${KEEP}; copy the folder and open the copy.`);
  } finally {
    if (KEEP === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function watched(child: ChildProcess): Promise<{ peaks: Record<Role, number>; text: string }> {
  const peaks: Record<Role, number> = { demo: 0, server: 0, warehouse: 0 };
  let text = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const timer = setInterval(() => notePeaks(child.pid!, peaks), LOOK_EVERY_MS);
  try {
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`The demo ended with ${code}.`);
    return { peaks, text };
  } finally {
    clearInterval(timer);
  }
}

/** Notes the highest resident memory of a process and those that it started; on Linux, elsewhere nothing. */
function notePeaks(root: number, peaks: Record<Role, number>): void {
  if (!existsSync('/proc')) return;
  const family = new Set([root]);
  // A child has a higher number than its parent, but for the rare turn of the numbers.
  for (const pid of readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => a - b)) {
    const status = read(`/proc/${pid}/status`);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? -1);
    if (!family.has(parent) && pid !== root) continue;
    family.add(pid);
    const command = read(`/proc/${pid}/cmdline`);
    const role = (Object.keys(ROLES) as Role[]).find((one) => command.includes(ROLES[one]));
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    if (role) peaks[role] = Math.max(peaks[role], peak);
  }
}

/** A file of /proc; empty when the process has just gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function bytesIn(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
  return bytes;
}
