import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { nameOfPerson } from '../person-facts.ts';
import type { Person, Preview } from '../queries.ts';
import { revenueText } from '../revenue-text.ts';
import styles from './joining.module.css';

/** What is and what would be, side by side. */
export function PreviewOf({ preview }: { readonly preview: Preview }): ReactNode {
  const words = useWords().people.joining;
  if (!preview.possible)
    return (
      <Alert color="red" variant="outline" title={words.impossible}>
        {preview.reason}
      </Alert>
    );
  return (
    <div className={styles.sides}>
      <Side title={words.before} people={preview.before} />
      <Side title={words.after} people={preview.after} />
    </div>
  );
}

function Side(props: { readonly title: string; readonly people: readonly Person[] }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  return (
    <section aria-label={props.title}>
      <h3 className={styles.title}>{props.title}</h3>
      {props.people.map((person) => (
        <div key={person.id} className={styles.person}>
          <strong>{nameOfPerson(person) ?? words.stranger}</strong>
          <div className="mono dimmed">{person.id}</div>
          <div>
            {[
              words.joining.identities(person.identities.length),
              words.joining.orders(person.purchases.count),
              words.joining.events(person.events.count),
              revenueText(person.purchases.revenue, format),
            ].join(' · ')}
          </div>
        </div>
      ))}
    </section>
  );
}
