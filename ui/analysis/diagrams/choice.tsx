import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Menu } from '../../parts/menu.tsx';
import styles from './diagrams.module.css';
import { Pill, PillItem } from './pill.tsx';

/** Something that can be chosen. */
export interface Option<T> {
  readonly value: T;
  readonly label: string;
}

/** A setting of a diagram as a pill that says its value and opens a menu; plain words where nothing may be changed. */
export function Choice<T extends string | number | boolean>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly isFixed: boolean;
}): ReactNode {
  const { label, value, options, onChange, isFixed } = props;
  const said = options.find((option) => option.value === value)?.label ?? String(value);
  if (isFixed) return <Said label={label}>{said}</Said>;
  return (
    <Menu position="bottom-start" shadow="md" target={<Pill label={label}>{said}</Pill>}>
      {options.map((option) => (
        <PillItem
          key={String(option.value)}
          isChosen={option.value === value}
          onChoose={() => onChange(option.value)}
        >
          {option.label}
        </PillItem>
      ))}
    </Menu>
  );
}

/** A setting in plain words. */
export function Said({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={styles.said}>
      <span className="dimmed">{label}</span> {children}
    </span>
  );
}

/** A setting that is on or off. */
export function Toggle(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isFixed: boolean;
}): ReactNode {
  const { label, isOn, onChange, isFixed } = props;
  if (isFixed) return isOn ? <span className={styles.said}>{label}</span> : null;
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={isOn}
      data-on={isOn}
      onClick={() => onChange(!isOn)}
    >
      {isOn && <IconCheck size={14} aria-hidden />}
      {label}
    </button>
  );
}
