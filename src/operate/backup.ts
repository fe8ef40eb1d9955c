import { join, resolve } from 'node:path';
import type { Clock } from '../core/index.ts';
import { type Log, openLmdbLog } from '../engine/log/index.ts';
import type { State } from '../engine/state/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { makeEmptyFolder, writeManifest } from './manifest.ts';
import { type DataConfig, foldersOf, openState, openWarehouse, refuseWithoutLog } from './stopped.ts';

/** What a backup is made of. */
export interface Engines {
  readonly log: Log;
  readonly state: State;
  readonly warehouse: Warehouse;
}

/** The parts of a backup, each in a folder of its own. */
export const PARTS = { log: 'log', state: 'state', warehouse: 'warehouse' } as const;

/** The copy that is being written. */
export type Stage = keyof typeof PARTS;

/** Enough to open a log for copying; nothing is appended. */
const LOG_LIMITS = { waitingBytesMax: 1024 ** 2, recordBytesMax: 1024 ** 2, roomBytesMin: 0 };

/**
 * Copies the state, then the warehouse, then the log into an empty folder. In this order a copy of a running system is
 * consistent too: the log holds whatever the state lacks, it is folded again, and rows that the warehouse has already
 * are skipped. Refuses with `operate.folder-not-empty` (409).
 */
export async function backUp(
  engines: Engines,
  folder: string,
  about: {
    readonly version: string;
    readonly clock: Clock;
    readonly warehouse: 'embedded' | 'server';
    readonly onStage?: (stage: Stage) => void;
  },
): Promise<void> {
  const { version, clock, warehouse, onStage = () => undefined } = about;
  await makeEmptyFolder(folder);
  onStage('state');
  await engines.state.backup(join(folder, PARTS.state));
  onStage('warehouse');
  // The engine itself writes this folder, and names it absolutely.
  await engines.warehouse.backup(resolve(folder, PARTS.warehouse));
  onStage('log');
  await engines.log.backup(join(folder, PARTS.log));
  await writeManifest(folder, { format: 1, version, at: new Date(clock.now()).toISOString(), warehouse });
}

/** Backs up the data of a stopped server. Refuses as `backUp` and `verify` do. */
export async function backUpStopped(
  config: DataConfig,
  folder: string,
  about: { readonly version: string; readonly clock: Clock },
): Promise<void> {
  await refuseWithoutLog(config);
  const log = await openLmdbLog({ folder: foldersOf(config).log, partitions: 1, ...LOG_LIMITS });
  try {
    const state = await openState(config);
    try {
      const warehouse = await openWarehouse(config);
      try {
        await backUp({ log, state, warehouse }, folder, {
          ...about,
          warehouse: config.warehouse === 'embedded' ? 'embedded' : 'server',
        });
      } finally {
        await warehouse.close();
      }
    } finally {
      await state.close();
    }
  } finally {
    await log.close();
  }
}
