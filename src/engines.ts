import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type Log, openLmdbLog } from './engine/log/index.ts';
import { openLmdbState, openPostgresState, type State } from './engine/state/index.ts';
import { openClickHouse, openEmbeddedWarehouse, type Warehouse } from './engine/warehouse/index.ts';
import { refuseUnfinished } from './operate/index.ts';

/** The engines of a program. */
export interface Engines {
  readonly log: Log;
  readonly state: State;
  readonly warehouse: Warehouse;
}

const RECORD_BYTES_MAX = 4 * 1024 * 1024;

/** Opens the engines that the configuration names; those given are taken instead. */
export async function openEngines(config: Config, given: Partial<Engines> = {}): Promise<Engines> {
  await mkdir(config.data, { recursive: true });
  await refuseUnfinished(config.data);
  const log =
    given.log ??
    (await openLmdbLog({
      folder: join(config.data, 'log'),
      partitions: 1,
      waitingBytesMax: config.waitingBytesMax,
      recordBytesMax: RECORD_BYTES_MAX,
    }));
  const state =
    given.state ??
    (config.state === 'embedded'
      ? await openLmdbState({ folder: join(config.data, 'state') })
      : await openPostgresState({ url: config.state }));
  const warehouse =
    given.warehouse ??
    (config.warehouse === 'embedded'
      ? await openEmbeddedWarehouse({ folder: join(config.data, 'warehouse') })
      : await openClickHouse({ url: config.warehouse }));
  return { log, state, warehouse };
}
