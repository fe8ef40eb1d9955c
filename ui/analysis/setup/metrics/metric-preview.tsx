import { useQuery } from '@tanstack/react-query';
import type { CSSProperties, ReactNode } from 'react';
import { api, must } from '../../../api/client.ts';
import { useSpeech } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { periodText } from '../../parts/cohort/period-text.ts';
import { valueText } from '../../value-text.ts';
import styles from '../setup.module.css';
import type { MetricDoc } from './document.ts';
import table from './preview.module.css';

const RANGE = { calendar: 'day', back: 0, count: 7 } as const;

/** What the formula says of the last seven days, before anybody saves it. */
export function MetricPreview({ formula, format: kind }: Pick<MetricDoc, 'formula' | 'format'>): ReactNode {
  const { words, language } = useSpeech();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['analysis', 'setup', 'metric', 'preview', formula, kind],
    queryFn: async ({ signal }) =>
      (
        await must(
          api.POST('/api/analytics/table', {
            body: { range: RANGE, levels: [{ dimension: 'day' }], columns: [{ formula, format: kind }] },
            signal,
          }),
        )
      ).answer,
    retry: false,
  });
  return (
    <section className={styles.preview} aria-label={words.setup.metrics.preview}>
      <Loaded query={query}>
        {({ total, rows }) => {
          const values = rows.map(({ values: [value] }) => value ?? 0);
          const most = Math.max(1e-9, ...values.map(Math.abs));
          return (
            <>
              <div className={styles.previewHead}>
                <span className="dimmed">{words.setup.metrics.preview}</span>
                <span className={styles.previewValue}>
                  {valueText(format, kind, rounded(total.values[0]), format.currency)}
                </span>
              </div>
              <ol className={table.days}>
                {rows.map(({ path, values: [value] }) => (
                  <li key={path[0]}>
                    <span className={table.column}>
                      <span
                        className={table.bar}
                        style={{ '--share': Math.abs(value ?? 0) / most } as CSSProperties}
                      />
                    </span>
                    <span className={table.value}>
                      {valueText(format, kind, rounded(value), format.currency)}
                    </span>
                    <span className={table.day}>{periodText(path[0] ?? '', 'day', language)}</span>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}
