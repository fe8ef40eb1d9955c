import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { DimensionSelect } from '../../diagrams/dimension-select.tsx';
import { withField } from '../../diagrams/with-field.ts';
import { Cases } from './cases.tsx';
import styles from './dimensions.module.css';
import { type Derived, type Field, kindOfValue, VALUE_KINDS } from './kinds.ts';
import { Pairs } from './pairs.tsx';
import { Values } from './values-list.tsx';

/** What the editor of a value is given. */
export interface ValueEditorProps {
  readonly label: string;
  readonly value: Derived;
  readonly isFixed: boolean;
  readonly onChange: (value: Derived) => void;
  /** Takes it out, where it may be left out. */
  readonly onRemove?: (() => void) | undefined;
}

/** A value: how it is made, and the fields of that way; values within it are edited the same way. */
export function ValueEditor(props: ValueEditorProps): ReactNode {
  const words = useWords().setup;
  const { label, value, isFixed, onChange, onRemove } = props;
  const kind = kindOfValue(value);
  return (
    <fieldset className={styles.value}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>
        <Select
          size="xs"
          w={210}
          aria-label={words.dimensions.how(label)}
          readOnly={isFixed}
          searchable
          allowDeselect={false}
          data={VALUE_KINDS.map(({ id }) => ({ value: id, label: nameOf(words.dimensions.kinds, id) }))}
          value={kind.id}
          onChange={(next) => {
            const chosen = VALUE_KINDS.find(({ id }) => id === next);
            if (chosen && chosen !== kind) onChange(carried(value, chosen.blank));
          }}
        />
        {onRemove && !isFixed && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
            {words.takeOut}
          </Button>
        )}
      </div>
      <div className={styles.fields}>
        {kind.fields.map((field) => (
          <FieldEditor
            key={field.key}
            field={field}
            value={value}
            isFixed={isFixed}
            onChange={(next) => onChange(withField(value, field.key, next))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Another way to make a value keeps the value that it works on. */
function carried(from: Derived, blank: Derived): Derived {
  const [inner] = Object.values(from);
  const source = 'dimension' in from ? from : isDerived(inner) ? inner : undefined;
  const [key, taken] = Object.entries(blank)[0] ?? [];
  if (!source || key === undefined || !isDerived(taken)) return blank;
  return { ...blank, [key]: source };
}

function isDerived(value: unknown): value is Derived {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(names: Readonly<Record<string, string>>, id: string): string {
  return names[id] ?? id;
}

function FieldEditor(props: {
  readonly field: Field;
  readonly value: Derived;
  readonly isFixed: boolean;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  const words = useWords().setup;
  const { field, value, isFixed, onChange } = props;
  const { key, takes, isOptional } = field;
  const label = nameOf(words.dimensions.fields, key);
  const present = value[key];
  if (takes === 'value' && present === undefined)
    return isFixed ? null : (
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange({ constant: '' })}
      >
        {label}
      </Button>
    );
  switch (takes) {
    case 'dimension':
      return <DimensionSelect label={words.dimension} value={String(present ?? '')} isFixed={isFixed} onChange={onChange} />;
    case 'value':
      return (
        <ValueEditor
          label={nameOf(words.dimensions.fields, isOptional ? key : 'of')}
          value={present as Derived}
          isFixed={isFixed}
          onChange={onChange}
          onRemove={isOptional ? () => onChange(undefined) : undefined}
        />
      );
    case 'values':
      return <Values values={present as Derived[]} isFixed={isFixed} onChange={onChange} />;
    case 'cases':
      return <Cases cases={present as never} isFixed={isFixed} onChange={onChange} />;
    case 'pairs':
      return <Pairs pairs={present as Record<string, string>} isFixed={isFixed} onChange={onChange} />;
    case 'part':
      return <UrlPart present={present} isFixed={isFixed} onChange={onChange} />;
    case 'integer':
      return (
        <NumberInput
          size="xs"
          w={120}
          label={label}
          readOnly={isFixed}
          allowDecimal={false}
          value={Number(present ?? 1)}
          onChange={(next) => onChange(Number(next))}
        />
      );
    case 'choice':
      return (
        <Select
          size="xs"
          w={180}
          label={label}
          readOnly={isFixed}
          allowDeselect={false}
          data={(field.choices ?? []).map((each) => ({ value: each, label: nameOf(words.dimensions.choices, each) }))}
          value={String(present)}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <TextInput
          size="xs"
          label={label}
          readOnly={isFixed}
          value={String(present ?? '')}
          onChange={(event) =>
            onChange(isOptional && event.currentTarget.value === '' ? undefined : event.currentTarget.value)
          }
        />
      );
  }
}

const PARTS = ['protocol', 'host', 'path', 'query', 'fragment', 'parameter'];

/** A part of a URL; of parameters, which. */
function UrlPart(props: {
  readonly present: unknown;
  readonly isFixed: boolean;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  const words = useWords().setup;
  const { present, isFixed, onChange } = props;
  const parameter = isDerived(present) ? String(present['parameter'] ?? '') : undefined;
  return (
    <div className={styles.row}>
      <Select
        size="xs"
        w={180}
        label={words.dimensions.fields.part}
        readOnly={isFixed}
        allowDeselect={false}
        data={PARTS.map((each) => ({ value: each, label: nameOf(words.dimensions.choices, each) }))}
        value={parameter === undefined ? String(present) : 'parameter'}
        onChange={(next) => onChange(next === 'parameter' ? { parameter: 'utm_campaign' } : next)}
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
