import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { SmallChoice } from './choice.tsx';
import { NumberField } from './typed-fields.tsx';

const UNITS = ['min', 'h', 'd', 'w', 'mo', 'y'] as const;

/** A length of time as conditions write it: `90d`. */
export function DurationField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly at?: string | undefined;
}): ReactNode {
  const words = useWords().conditions;
  const { value, onChange, at } = props;
  const count = Number.parseInt(value, 10);
  const unit = value.replace(/^\d+/, '') || 'd';
  return (
    <span className={styles.unbroken}>
      <NumberField
        label={words.duration}
        value={Number.isNaN(count) ? null : count}
        isWhole
        least={1}
        at={at}
        onChange={(number) => onChange(`${number}${unit}`)}
      />
      <SmallChoice
        label={words.unit}
        value={unit}
        choices={UNITS.map((each) => ({ value: each, label: words.units[each] }))}
        onChange={(other) => onChange(`${Number.isNaN(count) ? 1 : count}${other}`)}
      />
    </span>
  );
}
