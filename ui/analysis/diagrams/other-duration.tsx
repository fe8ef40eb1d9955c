import '@mantine/core/styles/NumberInput.css';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useMenuClose } from '../../parts/menu.tsx';
import styles from './diagrams.module.css';

const COUNT_MAX = 999_999;

/** In the menu of stretches of time: any other, by number and unit. */
export function OtherDuration({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const words = useWords().diagrams;
  const close = useMenuClose();
  const [, given = '7', start = 'd'] = /^(\d+)(min|h|d|w|mo|y)$/.exec(value ?? '') ?? [];
  const [count, setCount] = useState<number | string>(Number(given));
  const [unit, setUnit] = useState(start);
  return (
    <form
      className={styles.other}
      onSubmit={(event) => {
        event.preventDefault();
        if (Number(count) < 1) return;
        close();
        onChange(`${count}${unit}`);
      }}
    >
      <NumberInput
        size="xs"
        w={72}
        aria-label={words.count}
        min={1}
        max={COUNT_MAX}
        allowDecimal={false}
        value={count}
        onChange={setCount}
      />
      <NativeSelect
        size="xs"
        w={108}
        aria-label={words.unit}
        data={Object.entries(words.units).map(([id, label]) => ({ value: id, label }))}
        value={unit}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <Button size="xs" type="submit">
        {words.apply}
      </Button>
    </form>
  );
}
