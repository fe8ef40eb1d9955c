import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-durable-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/**
 * Power cannot be cut here; what can be shown is which system calls ran before an append was acknowledged. The child
 * prints `begin` before an append and `done` after it.
 */
test.skipIf(!canTrace())(
  'an append is acknowledged after its pages were synced and the root was written through a synchronous descriptor (needs strace)',
  async () => {
    const trace = join(folder, 'trace');
    const script = new URL('./test-kit/appender.ts', import.meta.url).pathname;
    const calls = 'openat,write,writev,pwrite64,pwritev,fsync,fdatasync';
    execFileSync('strace', [
      ...['-f', '-e', `trace=${calls}`, '-s', '16', '-o', trace],
      ...[process.execPath, '--import', 'tsx', script, join(folder, 'log')],
    ]);

    const lines = finished(await readFile(trace, 'utf8'));
    const data = descriptor(lines, /data\.mdb", O_RDWR.* = (\d+)/);
    const root = descriptor(lines, /data\.mdb", O_WRONLY\|O_DSYNC.* = (\d+)/);
    const appends = lines
      .join('\n')
      .split('"begin\\n"')
      .slice(1)
      .map((part) => part.split('"done\\n"')[0]!);
    expect(appends).toHaveLength(5);
    for (const append of appends) {
      const wrote = append.search(new RegExp(`pwritev?(64)?\\(${data},`));
      const synced = append.search(new RegExp(`fdatasync\\(${data}\\) += 0`));
      const rooted = append.search(new RegExp(`pwrite64\\(${root},.* = 1\\d\\d`));
      expect([wrote >= 0, synced > wrote, rooted > synced]).toEqual([true, true, true]);
    }
  },
);

/** Lines of a trace with calls that other threads interrupted put together where they end. */
function finished(trace: string): string[] {
  const begun = new Map<string, string>();
  const lines: string[] = [];
  for (const line of trace.split('\n')) {
    const [thread = ''] = line.split(' ', 1);
    const [before, isUnfinished] = [line.split(' <unfinished ...>')[0]!, line.includes('<unfinished ...>')];
    if (isUnfinished) begun.set(thread, before);
    else lines.push(line.includes(' resumed>') ? begun.get(thread) + line.split(' resumed>')[1]! : line);
  }
  return lines;
}

/** The last one that was opened: LMDB looks at a file before it opens it to stay. */
function descriptor(lines: readonly string[], pattern: RegExp): string {
  const found = lines.findLast((line) => pattern.test(line));
  return pattern.exec(found!)![1]!;
}

function canTrace(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}
