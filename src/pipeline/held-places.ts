import type { Warehouse } from '../engine/warehouse/index.ts';

/** The newest place from one on; -1 when there is none. The index of places makes it cheap where there are few. */
export async function newestFrom(warehouse: Warehouse, from: number): Promise<number> {
  const { rows } = await warehouse.query<{ count: number; newest: number }>(
    'select count() as count, max(place) as newest\nfrom events\nwhere place >= {from:UInt64}',
    { from },
  );
  return rows[0] && rows[0].count > 0 ? rows[0].newest : -1;
}

/** Which places of a stretch the warehouse has already. */
export async function placesPresent(warehouse: Warehouse, from: number, to: number): Promise<Set<number>> {
  const { rows } = await warehouse.query<{ place: number }>(
    'select place\nfrom events\nwhere place between {from:UInt64} and {to:UInt64}',
    { from, to },
  );
  return new Set(rows.map((row) => row.place));
}
