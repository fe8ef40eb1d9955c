import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { paths } from '../../api/schema.d.ts';

type Answered = paths['/api/analytics/table']['post']['responses'][200]['content']['application/json'];
/** What the catalogue calls values of dimensions: by dimension, then by value. */
export type ValueNames = NonNullable<Answered['names']>;

/** A name, and the text that tells it from others: with the id where several known values of the dimension have the same name. */
interface Called {
  readonly name: string;
  readonly text: string;
}

/** By dimension, then by value. */
export type KnownNames = Readonly<Record<string, Readonly<Record<string, Called>>>>;

/** What answers have called values so far. It is never asked for itself: every answer brings the names of what it speaks of. */
export const knownNamesQuery = queryOptions<KnownNames>({
  queryKey: ['analysis', 'value names'],
  queryFn: skipToken,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** Keeps the names of an answer, the newest where something was called otherwise before. What is known already draws nothing anew. */
export function learnNames(client: QueryClient, learned: ValueNames | undefined): void {
  const known = client.getQueryData<KnownNames>(knownNamesQuery.queryKey) ?? {};
  const fresh = Object.entries(learned ?? {}).filter(([dimension, names]) =>
    Object.entries(names).some(([value, name]) => known[dimension]?.[value]?.name !== name),
  );
  if (fresh.length === 0) return;
  const added = fresh.map(([dimension, names]) => [dimension, withNames(known[dimension], names)]);
  client.setQueryData(knownNamesQuery.queryKey, { ...known, ...Object.fromEntries(added) });
}

/** Known values of a dimension that are called by a text; undefined where its values have no names. */
export function knownAs(client: QueryClient, dimension: string, text: string): string[] | undefined {
  const known = client.getQueryData<KnownNames>(knownNamesQuery.queryKey)?.[dimension];
  const part = text.toLocaleLowerCase();
  return known && Object.keys(known).filter((value) => known[value]!.name.toLocaleLowerCase().includes(part));
}

function withNames(known: KnownNames[string] = {}, learned: ValueNames[string] = {}): Record<string, Called> {
  const names = new Map(Object.entries(known).map(([value, { name }]) => [value, name]));
  for (const [value, name] of Object.entries(learned)) names.set(value, name);
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(
    [...names].map(([value, name]) => [
      value,
      { name, text: counts.get(name) === 1 ? name : `${name} (${value})` },
    ]),
  );
}
