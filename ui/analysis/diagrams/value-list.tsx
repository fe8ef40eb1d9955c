import { Combobox, ScrollArea, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Range } from '../api-types.ts';
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
  const { dimension, range, label, onPick } = props;
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), PAUSE_MS);
  const { data, isFetching } = useQuery(valuesQuery(dimension, range, wanted));
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option of each new list is the one that Enter takes.
  useEffect(() => {
    selectFirstOption();
  }, [data, selectFirstOption]);
  const isKnown = data?.some(({ value }) => value === wanted);
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(value) => onPick(value.startsWith(TYPED) ? value.slice(TYPED.length) : value.slice(1))}
    >
      <Combobox.EventsTarget>
        <Combobox.Search
          data-autofocus
          size="xs"
          value={text}
          aria-label={label}
          placeholder={label}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={label} mt={4}>
        <ScrollArea.Autosize mah={280} type="auto">
          {data?.map(({ value, people }) => (
            <Combobox.Option key={value} value={`=${value}`}>
              <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
                <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Text>
                <Text span size="xs" c="dimmed" className="number">
                  {format.compact(people)}
                </Text>
              </span>
            </Combobox.Option>
          ))}
          {wanted !== '' && !isKnown && (
            <Combobox.Option value={`${TYPED}${wanted}`}>{words.takeTyped(wanted)}</Combobox.Option>
          )}
          {data?.length === 0 && wanted === '' && <Combobox.Empty>{words.noValues}</Combobox.Empty>}
          {!data && isFetching && <Combobox.Empty>{words.loading}</Combobox.Empty>}
        </ScrollArea.Autosize>
      </Combobox.Options>
    </Combobox>
  );
}
