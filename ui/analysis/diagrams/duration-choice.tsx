import { Button, Menu, NumberInput, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Said } from './choice.tsx';
import styles from './diagrams.module.css';
import { durationText } from './duration-text.ts';
import { Pill, PillItem } from './pill.tsx';

const COUNT_MAX = 999_999;

/** A stretch of time as a pill: some that are usual, any other by number and unit, and perhaps none. */
export function DurationChoice(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly usual: readonly string[];
  /** What it means when there is none; without it there must be one. */
  readonly none?: string;
  readonly onChange: (value: string | undefined) => void;
  readonly isFixed: boolean;
}): ReactNode {
  const { words, language } = useSpeech();
  const { label, value, usual, none, onChange, isFixed } = props;
  const [isOpen, setOpen] = useState(false);
  const said = value === undefined ? (none ?? '') : durationText(value, language);
  if (isFixed) return <Said label={label}>{said}</Said>;
  const choices = none === undefined ? usual : [undefined, ...usual];
  return (
    <Menu position="bottom-start" shadow="md" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Pill label={label}>{said}</Pill>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((each) => (
          <PillItem key={each ?? ''} isChosen={each === value} onChoose={() => onChange(each)}>
            {each === undefined ? none : durationText(each, language)}
          </PillItem>
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
      <Select
        size="xs"
        w={108}
        aria-label={words.unit}
        data={Object.entries(words.units).map(([id, label]) => ({ value: id, label }))}
        value={unit}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => setUnit(next ?? unit)}
      />
      <Button size="xs" type="submit">
        {words.apply}
      </Button>
    </form>
  );
}
