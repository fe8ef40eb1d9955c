import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { When } from '../../parts/when.tsx';
import styles from '../audiences.module.css';
import { type AudienceDetail, trendsQuery } from '../queries.ts';

/** The figures of an audience at a glance. */
export function AudienceStrip({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const { data: trends } = useQuery(trendsQuery);
  const trend = trends?.trends.find(({ id }) => id === audience.id);
  const { ranking, waiting, cost, evaluated } = audience;
  return (
    <dl className={styles.strip}>
      <Fact title={words.columns.size}>{format.number(audience.size)}</Fact>
      <Fact title={words.enteredToday}>{format.number(trend ? trend.enteredToday : null)}</Fact>
      <Fact title={words.leftToday}>{format.number(trend ? trend.leftToday : null)}</Fact>
      <Fact title={words.kind}>{words.kinds[audience.kind]}</Fact>
      <Fact title={words.columns.evaluated}>
        {words.evaluated[evaluated]}
        {evaluated === 'not' && audience.notBecause !== undefined && (
          <div className={styles.small}>{audience.notBecause}</div>
        )}
      </Fact>
      {ranking && (
        <Fact title={words.rankedLast(ranking.every)}>
          {ranking.asOf === null ? '—' : <When time={ranking.asOf} />}
          {ranking.tookMs !== null && ` · ${format.duration(ranking.tookMs)}`}
        </Fact>
      )}
      {waiting !== undefined && <Fact title={words.waiting}>{format.number(waiting)}</Fact>}
      <Fact title={words.columns.cost}>
        {words.cost(format.number(cost.traits), format.number(Math.round(cost.touchesPerSecond * 100) / 100))}
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
