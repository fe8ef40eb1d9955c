import type { AudiencesSearch, SortColumn } from '../address.ts';
import type { Audience, Trends } from '../queries.ts';

/** A row of the list: an audience and how it moved, where that is known. */
export interface AudienceRow {
  readonly audience: Audience;
  readonly sizes: readonly number[];
  readonly enteredToday: number;
  readonly leftToday: number;
}

/** Joins audiences with how they moved. */
export function rowsOf(audiences: readonly Audience[], trends: Trends | undefined): AudienceRow[] {
  const known = new Map(trends?.trends.map((trend) => [trend.id, trend]));
  return audiences.map((audience) => {
    const { sizes = [], enteredToday = 0, leftToday = 0 } = known.get(audience.id) ?? {};
    return { audience, sizes, enteredToday, leftToday };
  });
}

/** The rows that the address asks for, in its order. */
export function rowsFor(rows: readonly AudienceRow[], search: AudiencesSearch): AudienceRow[] {
  const words = (search.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const { state = 'current', kind, sort = 'name' } = search;
  const wanted = rows.filter(({ audience }) => {
    if (kind && audience.kind !== kind) return false;
    if (state === 'filling' ? !audience.progress : !isOfState(audience, state)) return false;
    const text = `${audience.name} ${audience.id} ${audience.description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isDown = sort.startsWith('-');
  const column = (isDown ? sort.slice(1) : sort) as SortColumn;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const byName = (a: AudienceRow, b: AudienceRow): number =>
    collator.compare(a.audience.name, b.audience.name);
  const compare =
    column === 'name'
      ? byName
      : (a: AudienceRow, b: AudienceRow): number => weight(a, column) - weight(b, column) || byName(a, b);
  return wanted.sort((a, b) => (isDown ? compare(b, a) : compare(a, b)));
}

function isOfState(audience: Audience, state: string): boolean {
  return state === 'current' ? audience.state !== 'archived' : audience.state === state;
}

function weight({ audience, sizes, enteredToday, leftToday }: AudienceRow, column: SortColumn): number {
  switch (column) {
    case 'size':
      return audience.size;
    case 'change':
      return growthOf(sizes);
    case 'today':
      return enteredToday - leftToday;
    case 'usedIn':
      return audience.usedIn.length;
    case 'cost':
      return audience.cost.touchesPerSecond;
    case 'name':
      return 0;
  }
}

/** By how much it grew over the days, 0.3 for 30 %; what grew from nothing comes after everything. */
export function growthOf(sizes: readonly number[]): number {
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  if (first === 0) return last === 0 ? 0 : Number.MAX_VALUE;
  return (last - first) / first;
}
