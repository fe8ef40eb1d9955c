import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { refusal } from '../core/index.ts';
import { openLmdbState, openPostgresState, type State } from '../engine/state/index.ts';
import { openClickHouse, openEmbeddedWarehouse, type Warehouse } from '../engine/warehouse/index.ts';

/** Where the engines are: the part of the configuration that the commands about data need. */
export type DataConfig = Pick<Config, 'data' | 'state' | 'warehouse'>;

/** The folders of the embedded engines within the data folder. */
export function foldersOf({ data }: Pick<Config, 'data'>): { log: string; state: string; warehouse: string } {
  return { log: join(data, 'log'), state: join(data, 'state'), warehouse: join(data, 'warehouse') };
}

/** Refuses with `operate.no-data` (404) when the data folder holds no log: a mistyped path must not make an empty one. */
export async function refuseWithoutLog(config: DataConfig): Promise<void> {
  try {
    await access(foldersOf(config).log);
  } catch (cause) {
    throw refusal(
      'operate.no-data',
      404,
      `There is no data of Rapport in ${config.data}; see RAPPORT_DATA.`,
      {
        cause,
      },
    );
  }
}

/** Opens the state; refuses with `state.in-use` (503) while a server has it. */
export function openState(config: DataConfig): Promise<State> {
  return config.state === 'embedded'
    ? openLmdbState({ folder: foldersOf(config).state })
    : openPostgresState({ url: config.state });
}

/** Opens the warehouse; refuses with `warehouse.locked` (503) while a server has it. */
export async function openWarehouse(config: DataConfig): Promise<Warehouse> {
  return config.warehouse === 'embedded'
    ? openEmbeddedWarehouse({ folder: foldersOf(config).warehouse })
    : openClickHouse({ url: config.warehouse });
}
