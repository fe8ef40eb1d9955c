import '@mantine/core/styles/NumberInput.css';
import { Button, Menu, NativeSelect, NumberInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import styles from './diagrams.module.css';
import { durationText } from './duration-text.ts';

/** What a choice of a stretch of time is given. */
export interface DurationProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly usual: readonly string[];
  /** What it means when there is none; without it there must be one. */
  readonly none?: string;
  readonly onChange: (value: string | undefined) => void;
  readonly isFixed: boolean;
}

const COUNT_MAX = 999_999;

/** The stretches of time to choose from, open when it appears. */
export function OpenedDuration(props: DurationProps & { readonly target: ReactElement }): ReactNode {
  const { words, language } = useSpeech();
  const { value, usual, none, onChange } = props;
  const [isOpen, setOpen] = useState(true);
  const choices = none === undefined ? usual : [undefined, ...usual];
  return (
    <Menu position="bottom-start" shadow="md" opened={isOpen} onChange={setOpen}>
      <Menu.Target>{props.target}</Menu.Target>
      <Menu.Dropdown>
        {choices.map((each) => (
          <Menu.Item
            key={each ?? ''}
            onClick={() => onChange(each)}
            rightSection={each === value ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {each === undefined ? none : durationText(each, language)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{words.diagrams.otherDuration}</Menu.Label>
        <Other
          value={value}
          onChange={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

function Other({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const words = useSpeech().words.diagrams;
  const [, given = '7', start = 'd'] = /^(\d+)(min|h|d|w|mo|y)$/.exec(value ?? '') ?? [];
  const [count, setCount] = useState<number | string>(Number(given));
  const [unit, setUnit] = useState(start);
  return (
    <form
      className={styles.other}
      onSubmit={(event) => {
        event.preventDefault();
        if (Number(count) >= 1) onChange(`${count}${unit}`);
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
