import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { type Doc, withKeys } from '../model/json.ts';
import { SmallChoice } from './choice.tsx';
import { NumberField } from './typed-fields.tsx';

const BOUNDS = ['atLeast', 'exactly', 'atMost', 'between'] as const;

/** How many: at least, exactly, at most, between. Other keys of the document stay. */
export function CountsField(props: {
  readonly value: Doc;
  readonly onChange: (value: Doc) => void;
  readonly at?: string | undefined;
}): ReactNode {
  const words = useWords().conditions;
  const { value, onChange, at } = props;
  const has = (key: string): boolean => value[key] !== undefined;
  const bound = has('atLeast') && has('atMost') ? 'between' : (BOUNDS.find(has) ?? 'atLeast');
  const number = (key: string): number | null => (typeof value[key] === 'number' ? value[key] : null);
  const first = number('atLeast') ?? number('exactly') ?? number('atMost');
  const none = { exactly: undefined, atLeast: undefined, atMost: undefined };
  const chosen = (other: string): Doc =>
    other === 'between' ? { atLeast: first, atMost: first === null ? null : first + 1 } : { [other]: first };
  const field = (key: string, label: string): ReactNode => (
    <NumberField
      label={label}
      value={number(key)}
      isWhole
      least={0}
      at={at === undefined ? undefined : `${at}/${key}`}
      onChange={(count) => onChange(withKeys(value, { [key]: count }))}
    />
  );
  return (
    <>
      <SmallChoice
        label={words.countBound}
        value={bound}
        choices={BOUNDS.map((each) => ({ value: each, label: words.counts[each] }))}
        onChange={(other) => onChange(withKeys(value, { ...none, ...chosen(other) }))}
      />
      {bound === 'between' ? (
        <>
          {field('atLeast', words.countLeast)}
          <span>{words.and}</span>
          {field('atMost', words.countMost)}
        </>
      ) : (
        field(bound, words.value)
      )}
    </>
  );
}
