import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/** A title and what it is; nothing, an empty text and false leave the fact out. */
export type Fact = readonly [title: string, value: ReactNode];

/** What is known of one thing: titles on the left, values beside them. */
export function Facts(props: {
  readonly facts: readonly Fact[];
  readonly className?: string | undefined;
}): ReactNode {
  return (
    <dl className={`${styles.facts} ${props.className ?? ''}`}>
      {props.facts.filter(isSaid).map(([title, value]) => (
        <Fragment key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The facts that matter most, in one line across the page. */
export function FactStrip(props: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles.strip}>
      {props.facts.filter(isSaid).map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isSaid([, value]: Fact): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}
