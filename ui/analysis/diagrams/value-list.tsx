import { Combobox, ScrollArea, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Range } from '../api-types.ts';
import { useNames } from '../model/use-names.ts';
import { valuesQuery } from './values.ts';

const PAUSE_MS = 250;
/** Before its name, a text that is taken as it was typed. */
const TYPED = 'typed:';

/** A list of the values of a dimension, ranked by people, with a search; what is typed can be taken too. */
export function ValueList(props: {
  readonly dimension: string;
  readonly range: Range;
  readonly label: string;
  readonly onPick: (value: string) => void;
}): ReactNode {
  const words = useWords().diagrams;
  const format = useFormat();
  const names = useNames();
  const { dimension, range, label, onPick } = props;
  const [text, setText] = useState('');
  const typed = text.trim();
  const [wanted] = useDebouncedValue(typed, PAUSE_MS);
  const { data, isFetching } = useQuery(valuesQuery(dimension, range, wanted));
  // What is there already narrows with every letter, so that Enter never takes what was not typed.
  const shown = useMemo(() => {
    const part = typed.toLocaleLowerCase();
    return data
      ?.map(({ value, people }) => ({ value, people, name: names.whole(dimension, value) }))
      .filter(({ value, name }) => `${value} ${name}`.toLocaleLowerCase().includes(part));
  }, [data, typed, names, dimension]);
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option of each new list is the one that Enter takes.
  useEffect(() => {
    selectFirstOption();
  }, [shown, selectFirstOption]);
  const isKnown = shown?.some(({ value }) => value === typed);
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(value) => onPick(value.startsWith(TYPED) ? value.slice(TYPED.length) : value.slice(1))}
    >
      <Combobox.Search
        data-autofocus
        size="xs"
        value={text}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Combobox.Options aria-label={label} mt={4}>
        <ScrollArea.Autosize mah={280} type="auto">
          {shown?.map(({ value, people, name }) => (
            <Combobox.Option key={value} value={`=${value}`}>
              <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
                <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Text>
                <Text span size="xs" c="dimmed" className="number">
                  {format.compact(people)}
                </Text>
              </span>
            </Combobox.Option>
          ))}
          {typed !== '' && !isKnown && (
            <Combobox.Option value={`${TYPED}${typed}`}>{words.takeTyped(typed)}</Combobox.Option>
          )}
          {data?.length === 0 && typed === '' && <Combobox.Empty>{words.noValues}</Combobox.Empty>}
          {!data && isFetching && <Combobox.Empty>{words.loading}</Combobox.Empty>}
        </ScrollArea.Autosize>
      </Combobox.Options>
    </Combobox>
  );
}
