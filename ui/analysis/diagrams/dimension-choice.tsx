import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNames } from '../model/use-names.ts';
import { Pick } from '../pick/pick.tsx';
import { Said } from './choice.tsx';
import styles from './diagrams.module.css';

const DIMENSIONS = ['dimension'] as const;
const METRICS = ['metric'] as const;

/** A dimension as a pill that opens the list of all. */
export function DimensionChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (dimension: string) => void;
  readonly isFixed: boolean;
}): ReactNode {
  const names = useNames();
  const { label, value, onChange, isFixed } = props;
  if (isFixed) return <Said label={label}>{names.dimension(value)}</Said>;
  return (
    <Pick
      kinds={DIMENSIONS}
      label={label}
      onPick={(component) => component.kind === 'dimension' && onChange(component.id)}
    >
      {(button) => (
        <button type="button" className={styles.choice} {...button}>
          <span className="dimmed">{label}</span> {names.dimension(value)}
          <IconChevronDown size={14} aria-hidden />
        </button>
      )}
    </Pick>
  );
}

/** A metric as a pill that opens the list of all. */
export function MetricChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (metric: string) => void;
  readonly isFixed: boolean;
}): ReactNode {
  const names = useNames();
  const { label, value, onChange, isFixed } = props;
  if (isFixed) return <Said label={label}>{names.metric(value)}</Said>;
  return (
    <Pick
      kinds={METRICS}
      label={label}
      onPick={(component) => component.kind === 'metric' && onChange(component.id)}
    >
      {(button) => (
        <button type="button" className={styles.choice} {...button}>
          <span className="dimmed">{label}</span> {names.metric(value)}
          <IconChevronDown size={14} aria-hidden />
        </button>
      )}
    </Pick>
  );
}
