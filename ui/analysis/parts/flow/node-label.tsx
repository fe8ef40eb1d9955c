import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { useNames } from '../../model/use-names.ts';
import type { Opened } from '../../part-kind.ts';
import { pivotTo } from './change.ts';
import styles from './flow.module.css';
import type { FlowNode, Measure } from './layout.ts';
import type { FlowProps } from './query.ts';
import { USUAL } from './usual.ts';

const ITEMS_MORE = 10;
const STEPS_MAX = 12;

/** The name and number of a node, as a button over the drawing: texts can be found, and the keyboard gets there. */
export function NodeLabel(
  props: FlowProps & { readonly node: FlowNode; readonly measure: Measure; readonly columns: number },
): ReactNode {
  const words = useWords().diagrams.flow;
  const format = useFormat();
  const names = useNames();
  const { node, query, onOpen, columns } = props;
  const dimension = query.dimension ?? USUAL.dimension;
  const opened = useOpened(props);
  const name =
    node.kind === 'exit'
      ? words.exit
      : node.kind === 'entry'
        ? words.entry
        : node.value === null
          ? words.others(format.number(node.valueCount))
          : names.value(dimension, node.value);
  const left = node.x + node.width + 4;
  const style = {
    left,
    top: node.y + node.height / 2,
    // Neither into the next column nor out of the drawing.
    maxWidth: `min(${100 / columns}% - 20px, 100% - ${left}px)`,
  };
  const text = (
    <>
      <span className={styles.labelName}>{name}</span>{' '}
      <span className={styles.labelCount}>{format.compact(node.count)}</span>
    </>
  );
  if (node.kind !== 'value')
    return (
      <span className={styles.label} data-kind={node.kind} style={style}>
        {text}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.label}
      data-kind={node.kind}
      style={style}
      title={`${node.value === null ? name : names.whole(dimension, node.value)}: ${format.number(node.count)}`}
      onClick={(event) => onOpen(opened(node, name), event.currentTarget)}
    >
      {text}
    </button>
  );
}

/** How a node opens: people and events, and the ways round it. */
function useOpened(props: FlowProps): (node: FlowNode, name: string) => Opened {
  const words = useWords().diagrams.flow;
  const format = useFormat();
  const { query, answer, isFixed, onQuery } = props;
  const dimension = query.dimension ?? USUAL.dimension;
  const steps = answer.steps.map(({ step }) => step);
  return (node, name) => {
    const { value, step } = node;
    const more: { label: string; onClick: () => void }[] = [];
    if (!isFixed && value !== null) {
      more.push({ label: words.startHere, onClick: () => onQuery(pivotTo({ kind: 'starts', value })) });
      more.push({ label: words.throughHere, onClick: () => onQuery(pivotTo({ kind: 'contains', value })) });
      more.push({ label: words.endHere, onClick: () => onQuery(pivotTo({ kind: 'ends', value })) });
    }
    if (!isFixed && step === steps.at(-1) && query.kind !== 'ends' && step < STEPS_MAX)
      more.push({ label: words.oneMore, onClick: () => onQuery((now) => ({ ...now, after: step + 1 })) });
    if (!isFixed && step === steps[0] && step < 0 && -step < STEPS_MAX)
      more.push({ label: words.oneBefore, onClick: () => onQuery((now) => ({ ...now, before: 1 - step })) });
    if (!isFixed && value === null)
      more.push({
        label: words.moreItems,
        onClick: () => onQuery((now) => ({ ...now, items: (now.items ?? USUAL.items) + ITEMS_MORE })),
      });
    return {
      name,
      value: format.number(node.count),
      ...(value === null ? {} : { cell: { step, value }, filter: { dimension, value } }),
      more,
    };
  };
}
