import type { Define } from './definition/index.ts';
import type { Log } from './engine/log/index.ts';
import { type SourceBook, sourceKey } from './ingest/index.ts';
import type { Partition } from './pipeline/index.ts';

interface Parts {
  readonly log: Log;
  readonly partition: Partition;
  readonly sources: SourceBook;
}

/** After a death in its first second the log knows of a source that the state does not: its key was printed and is in use. */
export async function hasNoSource({ log, partition, sources }: Parts, number: number): Promise<boolean> {
  const { next } = log.bounds(number);
  // A change that was refused has been folded too.
  if (sources.list().length === 0 && next > 0) await partition.folded(next - 1).catch(() => undefined);
  return sources.list().length === 0;
}

/** A new workspace can collect at once: one source for the shop's site, whose key `rapport start` prints. */
export async function defineFirstSource(define: Define, newWriteKey: () => string): Promise<void> {
  const source = { id: 'web', name: 'Web shop', channel: 'web', writeKey: newWriteKey(), enabled: true };
  await define(sourceKey(source.id), source, 'start');
}
