import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import diagrams from '../../diagrams/diagrams.module.css';
import { hueOf } from '../../diagrams/hues.ts';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { segmentsText } from '../../diagrams/segments-text.ts';
import { useNames } from '../../model/use-names.ts';
import type { Opened } from '../../part-kind.ts';
import { valueText } from '../../value-text.ts';
import { boxOf, circlesOf, middleOf } from './circles.ts';
import styles from './overlap.module.css';
import type { OverlapProps, Region } from './query.ts';
import { Sets } from './sets.tsx';

const CIRCLES_MAX = 3;
const EDGE = 6;
/** A smaller region has no room for a number that a finger hits; the table has it. */
const ROOM_MIN = 18;

/** Circles for two or three segments, and every combination with its numbers. */
export function OverlapView(props: OverlapProps): ReactNode {
  const { answer, query, onQuery, isFixed, asked, id } = props;
  const opened = useOpened(props);
  const regions = answer.regions.filter(({ sets }) => sets.length > 0);
  return (
    <div>
      <Sets query={query} onQuery={onQuery} isFixed={isFixed} asked={asked} id={id} />
      <div className={styles.both}>
        {query.sets.length <= CIRCLES_MAX && <Circles {...props} regions={regions} opened={opened} />}
        <Combinations {...props} regions={regions} opened={opened} />
      </div>
    </div>
  );
}

type Open = (region: Region, metric: number, isOnly: boolean) => Opened;

function useOpened({ query }: OverlapProps): Open {
  const words = useWords();
  const names = useNames();
  const format = useFormat();
  return (region, metric, isOnly) => {
    const name = region.sets
      .map((i) => segmentsText(query.sets[i] ? [query.sets[i]] : [], names, words))
      .join(' ∩ ');
    const id = query.metrics?.[metric] ?? 'people';
    const value = (isOnly ? region.inOnly : region.inAll)[metric] ?? 0;
    const isAlone = isOnly && region.sets.length < query.sets.length;
    return {
      name: isAlone ? `${name} · ${words.diagrams.overlap.only}` : name,
      value: valueText(format, names.formatOf(id), value, format.currency),
      cell: { sets: region.sets, ...(isOnly ? { isOnly: true } : {}), ...(metric > 0 ? { metric } : {}) },
    };
  };
}

function Circles(
  props: OverlapProps & { readonly regions: readonly Region[]; readonly opened: Open },
): ReactNode {
  const format = useFormat();
  const { query, regions, opened, onOpen } = props;
  const circles = useMemo(() => {
    const sizeOf = (...sets: number[]): number =>
      regions.find(
        (region) => region.sets.length === sets.length && sets.every((set) => region.sets.includes(set)),
      )?.inAll[0] ?? 0;
    return circlesOf(
      query.sets.map((_, i) => sizeOf(i)),
      (i, j) => sizeOf(i, j),
    );
  }, [regions, query.sets]);
  const box = boxOf(circles);
  const [width, height] = [box.width + 2 * EDGE, box.height + 2 * EDGE];
  const place = ({ x, y }: { x: number; y: number }): CSSProperties => ({
    left: `${((x - box.x + EDGE) / width) * 100}%`,
    top: `${((y - box.y + EDGE) / height) * 100}%`,
  });
  return (
    <div className={styles.canvas} style={{ aspectRatio: `${width} / ${height}`, maxWidth: width * 1.4 }}>
      <svg viewBox={`${box.x - EDGE} ${box.y - EDGE} ${width} ${height}`} aria-hidden="true">
        {circles.map(({ x, y, r }, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a circle is known by its place.
            key={i}
            cx={x}
            cy={y}
            r={r}
            className={styles.circle}
            style={{ '--hue': hueOf(i) } as CSSProperties}
          />
        ))}
      </svg>
      {regions.map((region) => {
        const middle = middleOf(circles, region.sets);
        if (!middle || middle.room < ROOM_MIN || (region.inOnly[0] ?? 0) === 0) return null;
        const open = opened(region, 0, true);
        return (
          <span key={region.sets.join()} className={styles.number} style={place(middle)}>
            <OpenNumber opened={open} onOpen={onOpen}>
              {format.compact(region.inOnly[0])}
            </OpenNumber>
          </span>
        );
      })}
    </div>
  );
}

function Combinations(
  props: OverlapProps & { readonly regions: readonly Region[]; readonly opened: Open },
): ReactNode {
  const words = useWords();
  const say = words.diagrams.overlap;
  const names = useNames();
  const format = useFormat();
  const { query, answer, regions, opened, onOpen } = props;
  const total = answer.total[0] ?? 0;
  const metrics = query.metrics ?? ['people'];
  const sorted = [...regions].sort(
    (a, b) => a.sets.length - b.sets.length || (b.inAll[0] ?? 0) - (a.inAll[0] ?? 0),
  );
  return (
    <div className={diagrams.scroll}>
      <table className={diagrams.table}>
        <thead>
          <tr>
            <th scope="col">{say.within}</th>
            {metrics.map((metric) => (
              <th key={metric} scope="col" className="number">
                {names.metric(metric)}
              </th>
            ))}
            <th scope="col" className="number">
              {say.share}
            </th>
            <th scope="col" className="number">
              {say.only}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((region) => (
            <tr key={region.sets.join()}>
              <th scope="row">
                {region.sets.map((set) => (
                  <span
                    key={set}
                    className={diagrams.legendItem}
                    style={{ '--hue': hueOf(set), marginRight: 8 } as CSSProperties}
                  >
                    <span className={diagrams.swatch} aria-hidden />
                    {segmentsText(query.sets[set] ? [query.sets[set]] : [], names, words)}
                  </span>
                ))}
              </th>
              {metrics.map((metric, i) => (
                <td key={metric} className="number">
                  <OpenNumber opened={opened(region, i, false)} onOpen={onOpen} />
                </td>
              ))}
              <td className="number">{format.percent(total > 0 ? (region.inAll[0] ?? 0) / total : null)}</td>
              <td className="number">
                <OpenNumber opened={opened(region, 0, true)} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
