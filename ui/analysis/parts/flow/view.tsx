import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../../language/speech.tsx';
import styles from './flow.module.css';
import { layoutOf, type Measure } from './layout.ts';
import { NodeLabel } from './node-label.tsx';
import type { FlowProps, FlowQuery } from './query.ts';
import { Settings } from './settings.tsx';
import { Ways } from './ways.tsx';

const COLUMN_MIN = 132;
const ROW = 40;
const HEIGHT_MIN = 240;
const HEIGHT_MAX = 900;

/** Ways as bands between steps. A node opens, and from its menu the flow is turned round it or goes on. */
export function FlowView(props: FlowProps): ReactNode {
  const words = useWords().diagrams.flow;
  const { answer, look, query } = props;
  const { ref, width } = useElementSize();
  const measure: Measure = look['counts'] === 'people' ? 'people' : 'paths';
  const columns = answer.steps.length;
  const most = Math.max(1, ...answer.steps.map(({ nodes }) => nodes.length + 1));
  const height = Math.min(HEIGHT_MAX, Math.max(HEIGHT_MIN, most * ROW));
  const size = useMemo(
    () => ({ width: Math.max(width, columns * COLUMN_MIN), height }),
    [width, columns, height],
  );
  const layout = useMemo(() => layoutOf(answer, size, measure), [answer, size, measure]);
  return (
    <div>
      <Settings {...props} measure={measure} />
      {/* What scrolls can be reached by its nodes, which take the focus. */}
      <div ref={ref} className={styles.scroll}>
        <div style={{ width: size.width, position: 'relative' }}>
          <div className={styles.heads}>
            {layout.steps.map(({ step, x }) => (
              <span key={step} className={styles.stepHead} style={{ left: x }}>
                {stepName(step, query, words)}
              </span>
            ))}
          </div>
          <div className={styles.canvas} style={{ height }}>
            <svg width={size.width} height={height} aria-hidden="true" className={styles.svg}>
              {layout.links.map((link) => (
                <path
                  key={link.id}
                  d={link.path}
                  className={styles.link}
                  data-exit={link.isExit}
                  strokeWidth={link.thickness}
                />
              ))}
              {layout.nodes.map(({ id, kind, x, y, width: w, height: h }) => (
                <rect
                  key={id}
                  x={x}
                  y={y}
                  width={w}
                  height={h}
                  rx={2}
                  className={styles.node}
                  data-kind={kind}
                />
              ))}
            </svg>
            {layout.nodes.map((node) => (
              <NodeLabel key={node.id} {...props} node={node} measure={measure} columns={columns} />
            ))}
          </div>
        </div>
      </div>
      <Ways {...props} measure={measure} />
    </div>
  );
}

function stepName(
  step: number,
  { kind, value }: FlowQuery,
  words: {
    readonly begin: string;
    readonly end: string;
    readonly step: (step: string) => string;
    readonly here: string;
  },
): string {
  if (step !== 0) return words.step(step > 0 ? `+${step}` : `−${-step}`);
  if (value !== undefined) return words.here;
  return kind === 'ends' ? words.end : words.begin;
}
