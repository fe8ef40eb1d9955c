import type { Config } from './config.ts';
import type { Clock } from './core/index.ts';
import type { Log } from './engine/log/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import { type Partition, type Sink, startChores, startTicks } from './pipeline/index.ts';

interface Parts {
  readonly log: Log;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
}

/** Starts what a partition needs without being asked: trimming, tidying, ticks. Gives what stops it. */
export function startUpkeep(
  parts: Parts,
  number: number,
  { config, clock }: { readonly config: Config; readonly clock: Clock },
  onError: (error: unknown) => void,
): () => void {
  const { retentionMs: ageMsMax, retentionBytes: bytesMax } = config;
  const { log, warehouse, partition, sink } = parts;
  const limits = { ageMsMax, bytesMax };
  const stopChores = startChores({ log, warehouse, sink, number, partition, clock, limits, onError });
  const stopTicks = startTicks({ log, number, partition, clock, onError });
  return () => {
    stopChores();
    stopTicks();
  };
}
