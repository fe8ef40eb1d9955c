import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsReadOnly } from '../editor-context.ts';
import { type ChoiceGroup, SmallChoice } from '../inputs/choice.tsx';
import type { Doc } from '../model/json.ts';
import {
  dropOperator,
  keyOf,
  kindOf,
  OPERATOR_IDS,
  OPERATORS,
  type OperatorId,
  partsOf,
  rowsOf,
  setOperator,
  TEST_KINDS,
  type TestKind,
  valueFor,
} from '../model/operators.ts';
import { TestOptions } from './test-options.tsx';
import { TestValue } from './test-value.tsx';

/** Which operators a place allows: what an event may be filtered by does not move with time. */
export type Allowed = (id: OperatorId) => boolean;

/** The test that stands in a document: its operators with their values. Other keys of the document stay. */
export function TestRows(props: {
  readonly part: Doc;
  readonly onChange: (part: Doc) => void;
  /** The types of tests that may stand here. */
  readonly kinds?: readonly TestKind[];
  readonly allowed?: Allowed;
  readonly known?: readonly string[] | undefined;
  /** What a known value is called, where it is an id. */
  readonly called?: (value: string) => string;
  /** Where the document stands in its part. */
  readonly at: string;
}): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const { part, onChange, kinds = TEST_KINDS, allowed = () => true, at } = props;
  const rows = rowsOf(part);
  const kind = kindOf(part);
  const free =
    rows.length > 0 && kind
      ? nextOperator(
          kind,
          rows.map(({ id }) => keyOf(id)),
          allowed,
        )
      : undefined;
  return (
    <>
      {rows.map(({ id, value }, i) => (
        <span key={keyOf(id)} className={styles.together}>
          {i > 0 && <span className={styles.joint}>{words.and}</span>}
          <OperatorChoice
            id={id}
            kinds={rows.length > 1 && kind ? [kind] : kinds}
            taken={rows.map((row) => keyOf(row.id))}
            allowed={allowed}
            at={placeOf(at, id)}
            onChange={(other) =>
              onChange(setOperator(part, id, { id: other, value: valueFor(other, value) }))
            }
          />
          <TestValue
            id={id}
            value={value}
            known={props.known}
            called={props.called}
            at={placeOf(at, id)}
            onChange={(changed) => onChange(setOperator(part, id, { id, value: changed }))}
          />
          {rows.length > 1 && !isReadOnly && (
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.dropTest}
              title={words.dropTest}
              onClick={() => onChange(dropOperator(part, id))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </span>
      ))}
      <TestOptions part={part} onChange={onChange} at={at} />
      {free && !isReadOnly && (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={words.addTest}
          title={words.addTest}
          onClick={() =>
            onChange(setOperator(part, undefined, { id: free, value: valueFor(free, undefined) }))
          }
        >
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}

function placeOf(at: string, id: OperatorId): string {
  const { kind } = partsOf(id);
  return kind === 'truth' || kind === 'exists' ? `${at}/${kind}` : `${at}/${kind}/${keyOf(id)}`;
}

/** What may stand beside the operators that are there; undefined when nothing may. */
function nextOperator(kind: TestKind, taken: readonly string[], allowed: Allowed): OperatorId | undefined {
  if (kind === 'truth' || kind === 'exists') return undefined;
  return OPERATOR_IDS.find((id) => partsOf(id).kind === kind && !taken.includes(keyOf(id)) && allowed(id));
}

function OperatorChoice(props: {
  readonly id: OperatorId;
  readonly kinds: readonly TestKind[];
  readonly taken: readonly string[];
  readonly allowed: Allowed;
  readonly at: string;
  readonly onChange: (id: OperatorId) => void;
}): ReactNode {
  const words = useWords().conditions;
  const { id, kinds, taken, allowed } = props;
  const current = partsOf(id).kind;
  const shown = kinds.includes(current) ? kinds : [current, ...kinds];
  const groups = shown.flatMap((kind): ChoiceGroup[] => {
    const names: Readonly<Record<string, string>> = words.operators[kind];
    const items = Object.keys(OPERATORS[kind]).flatMap((name) => {
      const value = `${kind}:${name}` as OperatorId;
      const isFree =
        value === id ||
        (allowed(value) && (kind !== current || !taken.includes(keyOf(value)) || keyOf(value) === keyOf(id)));
      return isFree ? [{ value, label: names[name]! }] : [];
    });
    return items.length === 0 ? [] : [{ group: words.kinds[kind], items }];
  });
  // The type that is there comes first, so that what is likely is near.
  const ordered = groups.toSorted((a, b) => Number(hasItem(b, id)) - Number(hasItem(a, id)));
  return (
    <SmallChoice
      label={words.operator}
      value={id}
      choices={ordered}
      at={props.at}
      onChange={(value) => props.onChange(value as OperatorId)}
    />
  );
}

function hasItem({ items }: ChoiceGroup, id: string): boolean {
  return items.some(({ value }) => value === id);
}
