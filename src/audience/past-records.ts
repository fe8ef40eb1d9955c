import type { HistoryEntry, TraitsBody } from './records.ts';

/** Bounds of one record: the fold takes it in one piece. */
const ENTRIES_MAX = 400;
const CHARS_MAX = 500_000;
export const PEOPLE_AT_ONCE = 400;

/** Records of entries and people, both in the order of their ids; together they contain all up to an id. */
export function bodiesOf(
  fill: number,
  entries: readonly HistoryEntry[],
  people: readonly number[],
  upTo: number,
): TraitsBody[] {
  const bodies: TraitsBody[] = [];
  let piece: HistoryEntry[] = [];
  let chars = 0;
  let asked = 0;
  const end = (until: number): void => {
    const count = countUpTo(people, until, asked);
    bodies.push({ fill, upTo: until, entries: piece, people: people.slice(asked, asked + count) });
    asked += count;
    piece = [];
    chars = 0;
  };
  for (const entry of entries) {
    const size = Object.values(entry[2]).reduce((sum, text) => sum + text.length, 0);
    if (piece.length > 0 && (piece.length === ENTRIES_MAX || chars + size > CHARS_MAX)) end(piece.at(-1)![0]);
    piece.push(entry);
    chars += size;
  }
  end(upTo);
  return bodies;
}

/** How many ids of a list, from a place in it on, are not greater than this one. */
export function countUpTo(ids: readonly number[], most: number, from: number): number {
  let next = from;
  while (next < ids.length && ids[next]! <= most) next++;
  return next - from;
}

/** Pieces of a list, of so many each but the last. */
export function piecesOf<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) =>
    list.slice(i * length, (i + 1) * length),
  );
}
