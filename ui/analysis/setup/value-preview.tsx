import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { CSSProperties, ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import type { QueryOf } from '../api-types.ts';
import diagrams from '../diagrams/diagrams.module.css';
import styles from './setup.module.css';

type PreviewBody = QueryOf<'/api/analytics/preview'>;
type Body = { readonly dimension: object } | { readonly channels: object };
const RANGE = { last: '30d' } as const;
const PAUSE_MS = 400;
const SHOWN = 15;

/** The values that a document would give of the last 30 days, with their numbers, before anybody saves it. */
export function ValuePreview({ of, isRight }: { readonly of: Body; readonly isRight: boolean }): ReactNode {
  const words = useWords();
  const say = words.setup;
  const format = useFormat();
  const written = JSON.stringify(of);
  const [asked] = useDebouncedValue(written, PAUSE_MS);
  const query = useQuery({
    queryKey: ['analysis', 'setup', 'preview', asked],
    queryFn: ({ signal }) => previewOf(JSON.parse(asked) as Body, signal),
    enabled: isRight,
    retry: false,
  });
  return (
    <section className={styles.preview} aria-label={say.preview}>
      <div className={styles.previewHead}>
        <span className="dimmed">{say.preview}</span>
      </div>
      {!isRight && query.data === undefined ? (
        <span className="dimmed">{say.unfinished}</span>
      ) : (
        <Loaded query={query}>
          {({ answer: { rows, total, rowCount }, names = {} }) => {
            // It is a dimension of one, called what nobody has saved yet.
            const [called = {}] = Object.values(names);
            const all = total.values[0] ?? 0;
            return (
              <table className={diagrams.table}>
                <thead>
                  <tr>
                    <th scope="col">{say.valueHead}</th>
                    <th scope="col" className="number">
                      {say.events}
                    </th>
                    <th scope="col" className="number">
                      {words.diagrams.people}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(0, SHOWN).map(({ path: [value = ''], values: [events, people] }) => (
                    <tr key={value}>
                      <th scope="row" title={value}>
                        {value === '' ? (
                          <span className="dimmed">{say.nothing}</span>
                        ) : (
                          (called[value] ?? value)
                        )}
                      </th>
                      <td className="number">
                        {format.number(events)}
                        <span
                          className={diagrams.bar}
                          style={{ '--share': all > 0 ? (events ?? 0) / all : 0 } as CSSProperties}
                        />
                      </td>
                      <td className="number">{format.number(people)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{say.valuesInAll(format.number(rowCount))}</th>
                    <td className="number">{format.number(all)}</td>
                    <td className="number">{format.number(total.values[1])}</td>
                  </tr>
                </tfoot>
              </table>
            );
          }}
        </Loaded>
      )}
    </section>
  );
}

async function previewOf(of: Body, signal: AbortSignal) {
  const body = { range: RANGE, of } as unknown as PreviewBody;
  return must(api.POST('/api/analytics/preview', { body, signal }));
}
