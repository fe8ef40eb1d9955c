import type { Warehouse } from '../engine/warehouse/index.ts';
import { rowKey } from './outbox.ts';

/** The newest place from one on; -1 when there is none. The index of places makes it cheap where there are few. */
export async function newestFrom(warehouse: Warehouse, from: number): Promise<number> {
  const { rows } = await warehouse.query<{ count: number; newest: number }>(
    'select count() as count, max(place) as newest\nfrom events\nwhere place >= {from:UInt64}',
    { from },
  );
  return rows[0] && rows[0].count > 0 ? rows[0].newest : -1;
}

/** Which rows of a stretch the warehouse has already. */
export async function rowsPresent(warehouse: Warehouse, from: number, to: number): Promise<Set<string>> {
  const { rows } = await warehouse.query<{ place: number; derived: number }>(
    'select place, derived\nfrom events\nwhere place between {from:UInt64} and {to:UInt64}',
    { from, to },
  );
  return new Set(rows.map(({ place, derived }) => rowKey(place, derived)));
}
