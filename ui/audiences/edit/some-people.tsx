import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { nameOfPerson } from '../../people/person-facts.ts';
import { personQuery } from '../../people/queries.ts';
import styles from './edit.module.css';

/** Some people by name, each with the way to her page. */
export function SomePeople({ people }: { readonly people: readonly number[] }): ReactNode {
  const words = useWords().audienceEdit.estimate;
  const queries = useQueries({ queries: people.map((id) => personQuery(id, undefined)) });
  return (
    <ul className={styles.some}>
      {people.map((id, i) => {
        const person = queries[i]?.data;
        return (
          <li key={id}>
            <Link to="/people/$id" params={{ id: String(id) }} target="_blank">
              {(person && nameOfPerson(person)) ?? words.person(id)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
