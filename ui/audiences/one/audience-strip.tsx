import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Format } from '../../language/format.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { FactStrip } from '../../parts/facts.tsx';
import { When } from '../../parts/when.tsx';
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
    <FactStrip
      facts={[
        [words.columns.size, format.number(audience.size)],
        [words.enteredToday, format.number(trend ? trend.enteredToday : null)],
        [words.leftToday, format.number(trend ? trend.leftToday : null)],
        [words.kind, words.kinds[audience.kind]],
        [
          words.columns.evaluated,
          <div key="evaluated">
            {words.evaluated[evaluated]}
            {evaluated === 'not' && audience.notBecause && <div className="small">{audience.notBecause}</div>}
          </div>,
        ],
        [
          words.rankedLast,
          ranking && (
            <div>
              {ranking.asOf === null ? '—' : <When time={ranking.asOf} />}
              <div className="small">{words.interval(intervalText(ranking.every, format))}</div>
            </div>
          ),
        ],
        [words.waiting, waiting !== undefined && format.number(waiting)],
        [
          words.columns.cost,
          words.cost(cost.traits, format.number(Math.round(cost.touchesPerSecond * 100) / 100)),
        ],
      ]}
    />
  );
}
