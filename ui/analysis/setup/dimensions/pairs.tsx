import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import styles from './dimensions.module.css';

type Row = readonly [from: string, to: string];

/** A list of values and what each becomes. Rows are kept as they are typed; of two that are the same the last counts. */
export function Pairs(props: {
  readonly pairs: Readonly<Record<string, string>>;
  readonly isFixed: boolean;
  readonly onChange: (pairs: Record<string, string>) => void;
}): ReactNode {
  const words = useWords().setup;
  const { pairs, isFixed, onChange } = props;
  const [rows, setRows] = useState<readonly Row[]>(() => Object.entries(pairs));
  const set = (next: readonly Row[]): void => {
    setRows(next);
    onChange(Object.fromEntries(next.filter(([from]) => from !== '')));
  };
  return (
    <div className={styles.stack}>
      {rows.map(([from, to], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place while it is typed.
        <div key={i} className={styles.row}>
          <TextInput
            size="xs"
            aria-label={words.dimensions.from}
            placeholder={words.dimensions.from}
            readOnly={isFixed}
            value={from}
            onChange={(event) => set(rows.map((row, j) => (i === j ? [event.currentTarget.value, to] : row)))}
          />
          →
          <TextInput
            size="xs"
            aria-label={words.dimensions.to}
            placeholder={words.dimensions.to}
            readOnly={isFixed}
            value={to}
            onChange={(event) =>
              set(rows.map((row, j) => (i === j ? [from, event.currentTarget.value] : row)))
            }
          />
          {!isFixed && (
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.remove(from)}
              onClick={() => set(rows.filter((_, j) => j !== i))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!isFixed && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set([...rows, ['', '']])}
        >
          {words.dimensions.addPair}
        </Button>
      )}
    </div>
  );
}
