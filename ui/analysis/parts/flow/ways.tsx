import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import diagrams from '../../diagrams/diagrams.module.css';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { useNames } from '../../model/use-names.ts';
import styles from './flow.module.css';
import type { Measure } from './layout.ts';
import type { FlowProps } from './query.ts';
import { USUAL } from './usual.ts';

const SHOWN_MAX = 200;

/** Every band as a row whose number opens: what the drawing shows by its thickness, to read and to reach by keyboard. */
export function Ways(props: FlowProps & { readonly measure: Measure }): ReactNode {
  const words = useWords().diagrams;
  const format = useFormat();
  const names = useNames();
  const { query, answer, measure, onOpen } = props;
  const [isOpen, setOpen] = useState(false);
  const say = words.flow;
  const dimension = query.dimension ?? USUAL.dimension;
  const nameOf = (value: string | null): string =>
    value === null ? say.rest : names.value(dimension, value);
  const titleOf = (value: string | null | undefined): string | undefined =>
    typeof value === 'string' ? names.whole(dimension, value) : undefined;
  const exits = answer.steps.flatMap(({ step, nodes }) =>
    nodes
      .filter(({ exits: count }) => count > 0)
      .map((node) => ({ step, from: node.value, to: undefined, count: node.exits })),
  );
  const rows = [
    ...answer.links.map(({ step, from, to, ...counts }) => ({ step, from, to, count: counts[measure] })),
    ...exits,
  ].sort((a, b) => a.step - b.step || b.count - a.count);
  return (
    <details className={styles.ways} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.asTable(format.number(rows.length))}</summary>
      {isOpen && (
        <table className={diagrams.table}>
          <thead>
            <tr>
              <th>{say.stepHead}</th>
              <th>{say.from}</th>
              <th>{say.to}</th>
              <th className="number">{measure === 'people' ? words.people : say.paths}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_MAX).map(({ step, from, to, count }) => {
              const ends = [nameOf(from), to === undefined ? say.exit : nameOf(to)];
              const cell =
                from === null || to === null
                  ? undefined
                  : { step, value: from, ...(to === undefined ? { isExit: true } : { next: to }) };
              return (
                <tr key={JSON.stringify([step, from, to ?? (to === null ? 0 : 1)])}>
                  <td>{step}</td>
                  <td title={titleOf(from)}>{ends[0]}</td>
                  <td className={to === undefined ? styles.leave : undefined} title={titleOf(to)}>
                    {ends[1]}
                  </td>
                  <td className="number">
                    {cell ? (
                      <OpenNumber
                        opened={{ name: ends.join(' → '), value: format.number(count), cell }}
                        onOpen={onOpen}
                      />
                    ) : (
                      format.number(count)
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </details>
  );
}
