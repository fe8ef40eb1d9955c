import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Format } from '../../language/format.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { When } from '../../parts/when.tsx';
import styles from '../audiences.module.css';
import { type AudienceDetail, trendsQuery } from '../queries.ts';

const UNIT_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `1d` as a reader writes it. */
function intervalText(every: string, format: Format): string {
  const [, count = '', unit = ''] = /^(\d+)([a-z])$/.exec(every) ?? [];
  const ms = UNIT_MS[unit];
  return ms === undefined ? every : format.duration(Number(count) * ms);
}

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
        <Fact title={words.rankedLast}>
          {ranking.asOf === null ? '—' : <When time={ranking.asOf} />}
          <div className={styles.small}>{words.interval(intervalText(ranking.every, format))}</div>
        </Fact>
      )}
      {waiting !== undefined && <Fact title={words.waiting}>{format.number(waiting)}</Fact>}
      <Fact title={words.columns.cost}>
        {words.cost(cost.traits, format.number(Math.round(cost.touchesPerSecond * 100) / 100))}
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
