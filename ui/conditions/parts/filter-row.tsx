import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { Picker } from '../inputs/picker.tsx';
import type { Doc } from '../model/json.ts';
import { kindOf, type OperatorId, partsOf, TEST_KINDS } from '../model/operators.ts';
import { type Allowed, TestRows } from '../tests/test-rows.tsx';
import { type FieldOf, splitField, useEventField, useFieldGroups, useFieldTest } from '../use-choices.ts';
import { useNames } from '../use-names.ts';
import { Drop } from './drop.tsx';

const OF_EVENTS = ['property', 'origin', 'context'] as const;
const OF_PRODUCTS = ['product', 'catalogue'] as const;
const FIXED_DATES = ['date:before', 'date:after', 'date:on'];

/** Filters do not move with time. */
const isFixed: Allowed = (id: OperatorId) => partsOf(id).kind !== 'date' || FIXED_DATES.includes(id);

/** One test that narrows events down: a field of theirs, or of one of their products. */
export function FilterRow(props: {
  readonly filter: Doc;
  readonly events: readonly string[];
  readonly isFirst: boolean;
  readonly ofProduct: boolean;
  readonly at: string;
  readonly onChange: (filter: Doc) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const { filter, events, at, ofProduct, onChange } = props;
  const which: readonly FieldOf[] = ofProduct ? OF_PRODUCTS : OF_EVENTS;
  const of = which.find((key) => filter[key] !== undefined) ?? which[0]!;
  const path = String(filter[of] ?? '');
  const groups = useFieldGroups(events, which);
  const testOf = useFieldTest(events);
  const field = useEventField(events)(of, path);
  const first = ofProduct ? words.whereProduct : words.where;
  return (
    <div className={styles.filter}>
      <span className={styles.joint}>{props.isFirst ? first : words.and}</span>
      <Picker
        label={words.field}
        shown={path === '' ? '' : names.path(path)}
        title={path}
        groups={groups}
        other={(name) => ({ value: `${which[0]}:${name}`, label: name })}
        at={`${at}/${of}`}
        onPick={({ value }) => {
          const [otherOf, otherPath] = splitField(value);
          const kept = kindOf(filter);
          const fresh = testOf(otherOf, otherPath);
          // The test stays where the new field holds the same kind of value.
          const test = kept !== undefined && kept === kindOf(fresh) ? { [kept]: filter[kept] } : fresh;
          onChange({ [otherOf]: otherPath, ...test });
        }}
      />
      <TestRows
        part={filter}
        kinds={of === 'origin' ? ['text'] : TEST_KINDS}
        allowed={isFixed}
        known={field?.values}
        at={at}
        onChange={onChange}
      />
      <Drop label={names.path(path)} onDrop={props.onRemove} />
    </div>
  );
}
