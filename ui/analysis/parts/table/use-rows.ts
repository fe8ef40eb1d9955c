import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { useModel, useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { asRead } from './as-read.ts';
import type { TableAnswer, TableLook, TableQuery } from './query.ts';
import { type BrokenRows, flatRows, type Pending, type Row } from './rows.ts';

/** Rows that one page and one breakdown read. */
export const PAGE = 100;

/** All rows that are shown: the pages read so far, the rows below broken ones, and a way to read on. */
export function useRows(props: PartViewProps<TableQuery, TableAnswer>): {
  readonly rows: readonly (Row | Pending)[];
  readonly more: () => void;
  readonly isComplete: boolean;
  readonly toggle: (key: string) => void;
} {
  const { query, answer, asked, ask } = props;
  const [pageCount, setPageCount] = useState(1);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [level] = query.levels;
  // A level with a limit of its own shows so many rows and no more.
  const isCut = level?.limit !== undefined;
  const read = answer.rows.filter(({ path }) => path.length === 1).length;
  const most = isCut || read === 0 ? 1 : Math.ceil(answer.rowCount / read);
  const wanted = Math.min(pageCount, most);
  const pages = useQueries({
    queries: Array.from({ length: wanted - 1 }, (_, i) => {
      const [top, ...deeper] = query.levels;
      const page = { ...query, levels: [{ ...top!, limit: read, offset: (i + 1) * read }, ...deeper] };
      return {
        queryKey: ['analysis', 'table page', page, asked],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask(page, signal),
      };
    }),
  });
  const broken = useBroken(props);
  const data = pages.map((page) => page.data);
  const { levels } = query;
  const { language } = useSpeech();
  const names = useNames();
  const model = useModel();
  const first = useMemo(
    () => ({ ...answer, rows: asRead(query, answer, { names, model, language }) }),
    [query, answer, names, model, language],
  );
  // When each page came; a list of dependencies may not change its length.
  const came = pages.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `data` is made anew each time; `came` says when it changes.
  const rows = useMemo(
    () => flatRows(levels, [first, ...data], broken, closed),
    [levels, first, broken, closed, came],
  );
  return {
    rows,
    more: () => {
      if (pages.every(({ data: there }) => there !== undefined))
        setPageCount((count) => Math.min(most, count + 1));
    },
    isComplete: wanted >= most,
    toggle: (key) =>
      setClosed((old) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
  };
}

/** Reads the rows below the rows that are broken down, each with a question of its own. */
function useBroken({ query, look, asked, ask }: PartViewProps<TableQuery, TableAnswer>): BrokenRows {
  const wanted = Object.entries((look as TableLook).broken ?? {});
  const answers = useQueries({
    queries: wanted.map(([key, dimension]) => {
      const [dimensions, path] = JSON.parse(key) as [string[], string[]];
      const inner: TableQuery = {
        ...query,
        levels: [
          ...dimensions.map((each, i) => ({ dimension: each, only: [path[i]!] })),
          { dimension, ...sortOf(query), limit: PAGE },
        ],
      };
      return {
        queryKey: ['analysis', 'table below', inner, asked],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask(inner, signal),
      };
    }),
  });
  const data = answers.map((answer) => answer.data);
  const keys = JSON.stringify(wanted);
  const came = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `data` and `wanted` are made anew each time; `keys` and `came` say when they change.
  return useMemo(
    () =>
      new Map(
        wanted.map(([key, dimension], i) => {
          const depth = (JSON.parse(key) as [string[], string[]])[1].length + 1;
          return [
            key,
            { dimension, rows: data[i]?.rows.filter(({ path }) => path.length === depth) },
          ] as const;
        }),
      ),
    [keys, came],
  );
}

/** Rows below stand in the order of the rows above, unless that is the order of their values. */
function sortOf({ levels }: TableQuery): object {
  const { sortBy, sortOn, order } = levels[0] ?? {};
  if (typeof sortBy !== 'number') return {};
  return { sortBy, ...(sortOn ? { sortOn } : {}), ...(order ? { order } : {}) };
}
