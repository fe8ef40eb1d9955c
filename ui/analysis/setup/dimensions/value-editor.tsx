import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { withField } from '../../diagrams/with-field.ts';
import styles from './dimensions.module.css';
import type { ValueEditorProps } from './editor-props.ts';
import { type Derived, type Field, kindOfValue, VALUE_KINDS } from './kinds.ts';
import { Pairs } from './pairs.tsx';
import { PlainField } from './plain-field.tsx';
import { ColumnField, TableField } from './table-field.tsx';
import { UrlPart } from './url-part.tsx';
import { Values } from './values-list.tsx';

const Cases = lazy(async () => ({ default: (await import('./cases.tsx')).Cases }));

/** A value: how it is made, and the fields of that way; values within it are edited the same way. */
export function ValueEditor(props: ValueEditorProps): ReactNode {
  const words = useWords().setup;
  const { label, value, isFixed, onChange, onRemove } = props;
  const kind = kindOfValue(value);
  return (
    <fieldset className={styles.value}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>
        <NativeSelect
          size="xs"
          w={210}
          aria-label={words.dimensions.how(label)}
          disabled={isFixed}
          data={VALUE_KINDS.map(({ id }) => ({ value: id, label: nameOf(words.dimensions.kinds, id) }))}
          value={kind.id}
          onChange={(event) => {
            const chosen = VALUE_KINDS.find(({ id }) => id === event.currentTarget.value);
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

interface FieldProps {
  readonly field: Field;
  readonly value: Derived;
  readonly isFixed: boolean;
  readonly onChange: (value: unknown) => void;
}

function FieldEditor(props: FieldProps): ReactNode {
  const words = useWords().setup;
  const { field, value, isFixed, onChange } = props;
  const { key, takes, isOptional } = field;
  const label = nameOf(words.dimensions.fields, key);
  const present = value[key];
  switch (takes) {
    case 'value':
      if (present === undefined) return <Added label={label} isFixed={isFixed} onChange={onChange} />;
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
      return (
        <Values Editing={ValueEditor} values={present as Derived[]} isFixed={isFixed} onChange={onChange} />
      );
    case 'cases':
      return (
        <Suspense>
          <Cases Editing={ValueEditor} cases={present as never} isFixed={isFixed} onChange={onChange} />
        </Suspense>
      );
    case 'pairs':
      return <Pairs pairs={present as Record<string, string>} isFixed={isFixed} onChange={onChange} />;
    case 'table':
      return <TableField label={label} value={String(present ?? '')} isFixed={isFixed} onChange={onChange} />;
    case 'column':
      return (
        <ColumnField
          label={label}
          table={String(value['table'] ?? '')}
          value={present as string | undefined}
          isFixed={isFixed}
          onChange={onChange}
        />
      );
    case 'part':
      return <UrlPart present={present} isFixed={isFixed} onChange={onChange} />;
    default:
      return <PlainField {...props} label={label} />;
  }
}

/** A value that may be left out, while it is. */
function Added(props: {
  readonly label: string;
  readonly isFixed: boolean;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  if (props.isFixed) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => props.onChange({ constant: '' })}
    >
      {props.label}
    </Button>
  );
}
