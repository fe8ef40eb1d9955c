import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { MenuItem } from '../../parts/menu.tsx';
import styles from './diagrams.module.css';

/** The button of a setting: its label, its value, and that it opens. */
export function Pill({
  label,
  children,
  className,
  ...button
}: ComponentProps<'button'> & { readonly label: string }): ReactNode {
  return (
    // A menu gives its button a class of its own.
    <button type="button" {...button} className={[styles.choice, className].filter(Boolean).join(' ')}>
      <span className="dimmed">{label}</span> {children}
      <IconChevronDown size={14} aria-hidden />
    </button>
  );
}

/** One of the values in the menu of a pill. */
export function PillItem(props: {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <MenuItem
      onClick={props.onChoose}
      // The menu opens at the value of now, as a select does.
      data-autofocus={props.isChosen || undefined}
      rightSection={props.isChosen ? <IconCheck size={14} aria-hidden /> : undefined}
    >
      {props.children}
    </MenuItem>
  );
}
