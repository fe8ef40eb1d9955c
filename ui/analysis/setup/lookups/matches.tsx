import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { api, must } from '../../../api/client.ts';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { DimensionSelect } from '../../diagrams/dimension-select.tsx';
import styles from '../setup.module.css';
import type { LookupDoc } from './document.ts';

const RANGE = { last: '30d' } as const;
/** So many values are compared, those of the most events first. */
const COMPARED_MAX = 10_000;

/** How many values of a dimension of the last days the lookup knows: whether its ids are written as the events write them. */
export function Matches({ values }: { readonly values: LookupDoc['values'] }): ReactNode {
  const words = useWords().setup;
  const say = words.lookups;
  const format = useFormat();
  const [dimension, setDimension] = useState('product');
  const queryKey = ['analysis', 'setup', 'matches', dimension];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const body = {
        range: RANGE,
        levels: [{ dimension, limit: COMPARED_MAX }],
        columns: [{ metric: 'events' }],
      };
      const { answer } = await must(api.POST('/api/analytics/table', { body, signal }));
      return answer.rows
        .map(({ path: [value = ''], values: [events = 0] }) => ({ value, events: events ?? 0 }))
        .filter(({ value }) => value !== '');
    },
    retry: false,
  });
  const { data } = query;
  const found = useMemo(
    () => (data ?? []).filter(({ value }) => Object.hasOwn(values, value)),
    [data, values],
  );
  const sum = (rows: readonly { readonly events: number }[]): number =>
    rows.reduce((all, { events }) => all + events, 0);
  return (
    <section className={styles.matches} aria-label={say.matches}>
      <DimensionSelect label={say.comparedWith} value={dimension} onChange={setDimension} />
      <Loaded query={query} queryKey={queryKey}>
        {(rows) => (
          <p aria-live="polite">
            {rows.length === 0
              ? say.nothingToMatch
              : say.matched(
                  format.number(found.length),
                  format.number(rows.length),
                  format.percent(sum(found) / Math.max(1, sum(rows)), 0),
                )}
            {rows.length > found.length &&
              ` ${say.unmatched(
                rows
                  .filter(({ value }) => !Object.hasOwn(values, value))
                  .slice(0, 3)
                  .map(({ value }) => value)
                  .join(', '),
              )}`}
          </p>
        )}
      </Loaded>
    </section>
  );
}
