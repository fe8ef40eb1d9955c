import { Autocomplete, TagsInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsFaulty, useIsReadOnly } from '../editor-context.ts';
import { useTyped } from './use-typed.ts';

/** What every field within a sentence is given. */
interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly at?: string | undefined;
}

/** A number; empty while it is to be filled in (null). */
export function NumberField(
  props: FieldProps<number | null> & { readonly isWhole?: boolean; readonly least?: number },
): ReactNode {
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const { isWhole = false, least } = props;
  const read = (text: string): number | undefined => {
    const number = Number(text.replace(',', '.'));
    if (text.trim() === '' || !Number.isFinite(number) || (isWhole && !Number.isInteger(number)))
      return undefined;
    return least !== undefined && number < least ? undefined : number;
  };
  const typed = useTyped(props.value === null ? '' : String(props.value), read, props.onChange);
  return (
    <TextInput
      size="xs"
      inputMode={isWhole ? 'numeric' : 'decimal'}
      aria-label={props.label}
      className={styles.numberField}
      error={isFaulty}
      data-missing={props.value === null || undefined}
      disabled={isReadOnly}
      value={typed.text}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={() => typed.commit()}
      onKeyDown={typed.onKeyDown}
    />
  );
}

/** A text, with values to choose from where some are known. */
export function TextField(
  props: FieldProps<string> & {
    readonly known?: readonly string[] | undefined;
    readonly mayBeEmpty?: boolean;
  },
): ReactNode {
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const read = (text: string): string | undefined => (text === '' && !props.mayBeEmpty ? undefined : text);
  const typed = useTyped(props.value, read, props.onChange);
  return (
    <Autocomplete
      size="xs"
      aria-label={props.label}
      className={styles.textField}
      error={isFaulty}
      data-missing={props.value === '' || undefined}
      disabled={isReadOnly}
      data={[...new Set(props.known ?? [])]}
      value={typed.text}
      onChange={typed.type}
      onOptionSubmit={(value) => typed.commit(value)}
      onBlur={() => typed.commit()}
      onKeyDown={typed.onKeyDown}
      comboboxProps={{ withinPortal: true, width: 240, position: 'bottom-start' }}
      maxDropdownHeight={240}
    />
  );
}

/** Several texts. */
export function TextsField(
  props: FieldProps<readonly string[]> & { readonly known?: readonly string[] | undefined },
): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const [search, setSearch] = useState('');
  return (
    <TagsInput
      size="xs"
      aria-label={props.label}
      className={styles.textsField}
      error={isFaulty}
      disabled={isReadOnly}
      placeholder={props.value.length === 0 ? words.valuesHint : ''}
      data={[...new Set(props.known ?? [])]}
      value={[...props.value]}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(values) => props.onChange(values)}
      splitChars={[';', '\n', '\t']}
      comboboxProps={{ withinPortal: true }}
      maxDropdownHeight={240}
    />
  );
}
