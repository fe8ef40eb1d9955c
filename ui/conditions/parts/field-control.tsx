import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Picker } from '../inputs/picker.tsx';
import type { Doc } from '../model/json.ts';
import { splitField, useFieldGroups } from '../use-choices.ts';
import { useNames } from '../use-names.ts';

const OF = ['property', 'product', 'origin', 'context'] as const;

/** The value of events that is measured: `{ property: 'revenue' }`, `{ product: 'price' }`. */
export function FieldControl(props: {
  readonly value: Doc;
  readonly events: readonly string[];
  readonly onChange: (value: Doc) => void;
  readonly at: string;
}): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const groups = useFieldGroups(props.events, OF);
  const of = OF.find((key) => props.value[key] !== undefined) ?? 'property';
  const path = String(props.value[of] ?? '');
  return (
    <Picker
      label={words.field}
      shown={path === '' ? '' : names.path(path)}
      title={path}
      groups={groups}
      other={(name) => ({ value: `property:${name}`, label: name })}
      at={props.at}
      onPick={({ value }) => {
        const [otherOf, otherPath] = splitField(value);
        props.onChange({ [otherOf]: otherPath });
      }}
    />
  );
}
