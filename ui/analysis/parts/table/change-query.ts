import type { Segment } from '../../api-types.ts';
import type { Column, Level, TableQuery } from './query.ts';

type Change = (query: TableQuery) => TableQuery;

/** Sorts the first level by a column, or by its values; the same again turns it round. */
export function sortBy(column: number | 'value', on: Level['sortOn'] = 'value'): Change {
  return (query) => {
    const [first, ...deeper] = query.levels;
    if (!first) return query;
    const { sortBy: _, sortOn: __, order: ___, ...level } = first;
    const sorted = sortOf(query);
    const isSame = sorted.by === column && sorted.on === on;
    const usual = column === 'value' ? 'ascending' : 'descending';
    const order = isSame ? (sorted.order === 'ascending' ? 'descending' : 'ascending') : usual;
    const sort = { sortBy: column, ...(on === 'value' ? {} : { sortOn: on }), order } as const;
    return { ...query, levels: [{ ...level, ...sort }, ...deeper] };
  };
}

/** How the first level stands: by its first column unless said otherwise, time by itself. */
export function sortOf({ levels }: TableQuery): {
  by: number | 'value';
  on: NonNullable<Level['sortOn']>;
  order: 'ascending' | 'descending';
} {
  const { dimension = '', sortBy: by, sortOn: on = 'value', order } = levels[0] ?? {};
  const usual = TIME.includes(dimension) ? 'value' : 0;
  const found = by ?? usual;
  return { by: found, on, order: order ?? (found === 'value' ? 'ascending' : 'descending') };
}

const TIME = ['hour', 'day', 'week', 'month', 'quarter', 'year'];
/** Whether a dimension is steps of time. */
export function isTime(dimension: string): boolean {
  return TIME.includes(dimension);
}

/** Puts another dimension in the place of a level; sorting stays, pages and values do not. */
export function setLevel(at: number, dimension: string): Change {
  return (query) => ({
    ...query,
    levels: query.levels.map((level, i) => {
      if (i !== at) return level;
      const { limit, sortBy: by, sortOn, order } = level;
      const isSorted = typeof by === 'number' && !isTime(dimension);
      return {
        dimension,
        ...(limit === undefined || isTime(dimension) ? {} : { limit }),
        ...(isSorted ? { sortBy: by, ...(sortOn ? { sortOn } : {}), ...(order ? { order } : {}) } : {}),
      };
    }),
  });
}

/** Adds a level below the last: every row is broken down by it. */
export function addLevel(dimension: string): Change {
  return (query) => ({
    ...query,
    levels: [...query.levels, { dimension, ...(query.levels.length > 0 ? { limit: 5 } : {}) }],
  });
}

/** Takes a level out. */
export function removeLevel(at: number): Change {
  return (query) => ({ ...query, levels: query.levels.filter((_, i) => i !== at) });
}

/** Adds a column at the end. */
export function addColumn(column: Column): Change {
  return (query) => ({ ...query, columns: [...query.columns, column] });
}

/** Puts another column in the place of one. */
export function setColumn(at: number, column: Column): Change {
  return (query) => ({ ...query, columns: query.columns.map((each, i) => (i === at ? column : each)) });
}

/** Takes a column out; what was sorted by it stands by the first. */
export function removeColumn(at: number): Change {
  return (query) => ({
    ...query,
    columns: query.columns.filter((_, i) => i !== at),
    levels: query.levels.map((level) => {
      if (typeof level.sortBy !== 'number' || level.sortBy < at) return level;
      const { sortBy: by, ...rest } = level;
      return by === at ? rest : { ...rest, sortBy: by - 1 };
    }),
  });
}

/** Moves a column to the left (-1) or right (1). */
export function moveColumn(at: number, by: number): Change {
  return (query) => {
    const to = at + by;
    const columns = [...query.columns];
    const [moved] = columns.splice(at, 1);
    if (!moved || to < 0 || to > columns.length) return query;
    columns.splice(to, 0, moved);
    const levels = query.levels.map((level) =>
      level.sortBy === at ? { ...level, sortBy: to } : level.sortBy === to ? { ...level, sortBy: at } : level,
    );
    return { ...query, columns, levels };
  };
}

/** Adds a segment to one column. */
export function addSegment(at: number, segment: Segment): Change {
  return (query) => ({
    ...query,
    columns: query.columns.map((column, i) => {
      if (i !== at || 'attribution' in column) return column;
      return { ...column, segments: [...(column.segments ?? []), segment] };
    }),
  });
}
