import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import styles from '../people.module.css';
import type { Person } from '../queries.ts';

/** What was said about her, by whom and when. */
export function TraitsPanel({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people.person;
  const known: Readonly<Record<string, string>> = words.attributes;
  const format = useFormat();
  const now = useNow();
  const attributes = Object.entries(person.attributes);
  return (
    <Panel title={words.traits}>
      {attributes.length === 0 ? (
        <Empty why={words.noTraits} />
      ) : (
        <ul className={styles.list}>
          {attributes.map(([name, { value, time, source }]) => (
            <li key={name}>
              <div className="small" title={name}>
                {known[name.replaceAll('_', '').toLowerCase()] ?? name} ·{' '}
                {words.said(source, format.ago(time, now))}
              </div>
              <div className={styles.value}>{textOf(value)}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Texts and numbers as they are, what is nested as its values one after the other. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join(', ');
}
