import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsFaulty, useIsReadOnly } from '../editor-context.ts';
import { without } from '../model/json.ts';
import { useTyped } from './use-typed.ts';

/** What every field within a sentence is given. */
interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly at?: string | undefined;
}

/** Values to choose from, and what each is called where it is an id. */
interface KnownValues {
  readonly known?: readonly string[] | undefined;
  readonly called?: ((value: string) => string) | undefined;
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
  props: FieldProps<string> & KnownValues & { readonly mayBeEmpty?: boolean },
): ReactNode {
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const list = useId();
  const read = (text: string): string | undefined => (text === '' && !props.mayBeEmpty ? undefined : text);
  const typed = useTyped(props.value, read, props.onChange);
  return (
    <>
      <TextInput
        size="xs"
        aria-label={props.label}
        className={styles.textField}
        error={isFaulty}
        data-missing={props.value === '' || undefined}
        disabled={isReadOnly}
        list={list}
        autoComplete="off"
        value={typed.text}
        onChange={(event) => typed.type(event.currentTarget.value)}
        onBlur={() => typed.commit()}
        onKeyDown={typed.onKeyDown}
      />
      <Known id={list} values={props.known} called={props.called} />
    </>
  );
}

/** Values that the browser offers while somebody types. */
function Known(props: {
  readonly id: string;
  readonly values: readonly string[] | undefined;
  readonly called: KnownValues['called'];
}): ReactNode {
  return (
    <datalist id={props.id}>
      {[...new Set(props.values ?? [])].map((value) => (
        <option key={value} value={value} label={props.called?.(value)} />
      ))}
    </datalist>
  );
}

/** Several texts: each is a word that can be taken out, and the next is typed behind them. */
export function TextsField(props: FieldProps<readonly string[]> & KnownValues): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const list = useId();
  const [text, setText] = useState('');
  const { value, onChange } = props;
  const add = (typed: string): void => {
    setText('');
    const more = typed
      .split(/[;\n\t]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
    if (more.length > 0) onChange([...new Set([...value, ...more])]);
  };
  return (
    <span className={styles.texts} data-faulty={isFaulty || undefined}>
      {value.map((each, i) => (
        <span key={each} className={styles.text}>
          {props.called?.(each) ?? each}
          {!isReadOnly && (
            <button
              type="button"
              aria-label={`${words.sequence.drop}: ${each}`}
              onClick={() => onChange(without(value, i))}
            >
              <IconX size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!isReadOnly && (
        <input
          aria-label={props.label}
          placeholder={value.length === 0 ? words.valuesHint : ''}
          list={list}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            // What is chosen from the list comes whole.
            if (props.known?.includes(typed) || /[;\n\t]/.test(typed)) add(typed);
            else setText(typed);
          }}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add(text);
            else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
          }}
        />
      )}
      <Known id={list} values={props.known?.filter((each) => !value.includes(each))} called={props.called} />
    </span>
  );
}
