import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from './frame.module.css';

const NAME_MAX = 200;

/** A name that becomes a field when it is clicked; Enter and leaving keep what was written, Escape does not. */
export function Renamed(props: {
  readonly name: string;
  readonly isFixed: boolean;
  readonly onName: (name: string) => void;
}): ReactNode {
  const words = useWords().analysis;
  const [typed, setTyped] = useState<string>();
  if (props.isFixed) return props.name;
  if (typed === undefined)
    return (
      <button type="button" className={styles.name} title={words.rename} onClick={() => setTyped(props.name)}>
        {props.name}
      </button>
    );
  const keep = (): void => {
    if (typed.trim() !== props.name) props.onName(typed.trim());
    setTyped(undefined);
  };
  return (
    <TextInput
      size="xs"
      aria-label={words.name}
      value={typed}
      maxLength={NAME_MAX}
      autoFocus
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(undefined);
      }}
    />
  );
}
