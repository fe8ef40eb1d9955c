import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Delta } from '../parts/delta.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import styles from './home.module.css';
import { type Overview, overviewQuery } from './queries.ts';

const FIGURES = ['people', 'orders', 'revenue', 'sessions', 'events'] as const;
/** In full up to six figures, compact beyond. */
const FULL_MAX = 999_999;

/** Five figures, each with how it moved and its days. */
export function Tiles(props: { readonly query: UseQueryResult<Overview>; readonly days: number }): ReactNode {
  const words = useWords().home;
  const format = useFormat();
  const write = (figure: (typeof FIGURES)[number], value: number): string => {
    const isLarge = Math.abs(value) > FULL_MAX;
    if (figure === 'revenue') return isLarge ? format.compactMoney(value) : format.money(value);
    return isLarge ? format.compact(value) : format.number(value);
  };
  const skeleton = (
    <div className={styles.tiles}>
      {FIGURES.map((figure) => (
        <div key={figure} className={styles.tile}>
          <span className={styles.label}>{words.tiles[figure]}</span>
          <Skeleton height={28} width="60%" my={2} />
          <Skeleton height={36} />
        </div>
      ))}
    </div>
  );
  return (
    <Loaded query={props.query} queryKey={overviewQuery(props.days).queryKey} skeleton={skeleton}>
      {({ current, previous, days }) => (
        <dl className={styles.tiles} style={{ margin: 0 }}>
          {FIGURES.map((figure) => (
            <div key={figure} className={styles.tile}>
              <dt className={styles.label}>{words.tiles[figure]}</dt>
              <dd className={styles.value} title={format.number(current[figure])}>
                {write(figure, current[figure])}
              </dd>
              <dd className={styles.delta} style={{ margin: 0 }}>
                <Delta now={current[figure]} before={previous[figure]} basis={words.basis(props.days)} />
              </dd>
              <dd style={{ margin: 0, height: 24 }}>
                <Sparkline values={days.map((day) => day[figure])} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  );
}
