import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { BoundField } from '../inputs/bound-field.tsx';
import { CountsField } from '../inputs/counts-field.tsx';
import { DurationField } from '../inputs/duration-field.tsx';
import { NumberField, TextField, TextsField } from '../inputs/typed-fields.tsx';
import { isDoc } from '../model/json.ts';
import { type OperatorId, shapeOf } from '../model/operators.ts';

/** The value behind an operator. */
export function TestValue(props: {
  readonly id: OperatorId;
  readonly value: unknown;
  readonly known: readonly string[] | undefined;
  readonly called?: ((value: string) => string) | undefined;
  readonly at: string;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  const words = useWords().conditions;
  const { id, value, known, called, at, onChange } = props;
  const number = typeof value === 'number' ? value : null;
  const text = typeof value === 'string' ? value : '';
  switch (shapeOf(id)) {
    case 'none':
      return null;
    case 'text':
      return (
        <TextField
          label={words.value}
          value={text}
          known={known}
          called={called}
          at={at}
          onChange={onChange}
        />
      );
    case 'texts':
      return (
        <TextsField
          label={words.values}
          value={Array.isArray(value) ? (value as string[]) : []}
          known={known}
          called={called}
          at={at}
          onChange={onChange}
        />
      );
    case 'number':
      return <NumberField label={words.value} value={number} at={at} onChange={onChange} />;
    case 'count':
      return <NumberField label={words.value} value={number} isWhole least={0} at={at} onChange={onChange} />;
    case 'days':
      return (
        <>
          <NumberField label={words.days} value={number} isWhole least={0} at={at} onChange={onChange} />
          <span>{words.days}</span>
        </>
      );
    case 'duration':
      return (
        <span className={styles.unbroken}>
          <DurationField value={text} at={at} onChange={onChange} />
          {id === 'date:longerAgo' && <span>{words.ago}</span>}
        </span>
      );
    case 'day':
    case 'bound':
      return (
        <BoundField
          label={words.day}
          value={text}
          mayBeInstant={shapeOf(id) === 'bound'}
          at={at}
          onChange={onChange}
        />
      );
    case 'counts':
      return (
        <>
          <CountsField value={isDoc(value) ? value : {}} at={at} onChange={onChange} />
          <span>{words.years}</span>
        </>
      );
  }
}
