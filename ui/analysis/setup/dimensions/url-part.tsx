import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import styles from './dimensions.module.css';

const PARTS = ['protocol', 'host', 'path', 'query', 'fragment', 'parameter'];

/** A part of a URL; of parameters, which. */
export function UrlPart(props: {
  readonly present: unknown;
  readonly isFixed: boolean;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  const words = useWords().setup;
  const { present, isFixed, onChange } = props;
  const choices: Readonly<Record<string, string>> = words.dimensions.choices;
  const parameter =
    typeof present === 'object' && present !== null
      ? String((present as { parameter?: unknown }).parameter ?? '')
      : undefined;
  return (
    <div className={styles.row}>
      <NativeSelect
        size="xs"
        w={180}
        label={words.dimensions.fields.part}
        disabled={isFixed}
        data={PARTS.map((each) => ({ value: each, label: choices[each] ?? each }))}
        value={parameter === undefined ? String(present) : 'parameter'}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === 'parameter' ? { parameter: 'utm_campaign' } : value)
        }
      />
      {parameter !== undefined && (
        <TextInput
          size="xs"
          label={words.dimensions.choices.parameter}
          readOnly={isFixed}
          value={parameter}
          onChange={(event) => onChange({ parameter: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
