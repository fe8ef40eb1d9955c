import type { Json } from '../core/index.ts';

/**
 * Values of which the latest by the time of its event counts, field by field. A value that was taken away stays as null, so
 * that an older statement does not bring it back. Feeds state all fields at once, so the usual time is one for all of them.
 */
export interface Latest {
  readonly values: Readonly<Record<string, Json>>;
  readonly times: number | Readonly<Record<string, number>>;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** What counts after these fields were stated at a moment; the same object when all of it was stated later already. */
export function state(
  latest: Latest | undefined,
  stated: Readonly<Record<string, Json>>,
  at: number,
): Latest {
  if (!latest) return { values: stated, times: at };
  const winners = Object.keys(stated).filter((field) => at >= timeOf(latest, field));
  if (winners.length === 0) return latest;
  const values: Record<string, Json> = { ...latest.values };
  for (const field of winners) values[field] = stated[field]!;
  const fields = Object.keys(values);
  if (latest.times === at || winners.length === fields.length) return { values, times: at };
  const times: Record<string, number> = {};
  for (const field of fields) times[field] = timeOf(latest, field);
  for (const field of winners) times[field] = at;
  return { values, times };
}

/** When a field was stated last. */
export function timeOf({ values, times }: Latest, field: string): number {
  if (!Object.hasOwn(values, field)) return NEVER;
  return typeof times === 'number' ? times : times[field]!;
}

/** The values that are there, without those that were taken away. */
export function present(latest: Latest | undefined): Record<string, Json> {
  return Object.fromEntries(Object.entries(latest?.values ?? {}).filter(([, value]) => value !== null));
}
