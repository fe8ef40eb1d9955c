import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SmallChoice } from '../../conditions/inputs/choice.tsx';
import { Picker } from '../../conditions/inputs/picker.tsx';
import { NumberField, TextField, TextsField } from '../../conditions/inputs/typed-fields.tsx';
import { type Doc, isDoc, replaced, withKeys, without } from '../../conditions/model/json.ts';
import { Drop } from '../../conditions/parts/drop.tsx';
import { useAttribute, useAttributeItems } from '../../conditions/use-choices.ts';
import { useNames } from '../../conditions/use-names.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { idOf } from '../../parts/id-of.ts';
import styles from './edit.module.css';

const PERCENT = 100;
/** Shares are kept in hundredths of a percent. */
const SHARE_STEPS = 10_000;

/** The audience in named parts: by chance, or by the value of an attribute. */
export function SplitEditor(props: {
  readonly value: Doc;
  readonly onChange: (split: Doc) => void;
}): ReactNode {
  const words = useWords().audienceEdit.split;
  const format = useFormat();
  const { value, onChange } = props;
  const parts = (Array.isArray(value['parts']) ? value['parts'] : []).filter(isDoc);
  const isByAttribute = value['attribute'] !== undefined;
  const set = (list: readonly Doc[]): void => onChange({ ...value, parts: list });
  const add = (): void => {
    const id = freeId(parts);
    set([
      ...parts,
      { id, name: id.toUpperCase(), ...(isByAttribute ? { values: [] } : { share: left(parts) }) },
    ]);
  };
  return (
    <div className={styles.refined}>
      <div className={styles.line}>
        <SmallChoice
          label={words.how}
          value={isByAttribute ? 'attribute' : 'share'}
          choices={(['share', 'attribute'] as const).map((each) => ({
            value: each,
            label: words.hows[each],
          }))}
          onChange={(how) => onChange(converted(parts, how))}
        />
        {isByAttribute ? (
          <SplitAttribute value={value} onChange={onChange} />
        ) : (
          <>
            <span>{words.named}</span>
            <TextField
              label={words.named}
              value={typeof value['named'] === 'string' ? value['named'] : ''}
              mayBeEmpty
              onChange={(named) => onChange(withKeys(value, { named: named === '' ? undefined : named }))}
            />
          </>
        )}
      </div>
      {parts.map((part, i) => (
        <SplitPart
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one part from the next.
          key={i}
          part={part}
          attribute={isByAttribute ? String(value['attribute']) : undefined}
          onChange={(next) => set(replaced(parts, i, next))}
          {...(parts.length > 1 ? { onRemove: () => set(without(parts, i)) } : {})}
        />
      ))}
      <div className={styles.line}>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          {words.add}
        </Button>
        {!isByAttribute && <span className="dimmed">{words.left(format.percent(left(parts), 0))}</span>}
        {isByAttribute && <Other value={value} onChange={onChange} />}
      </div>
    </div>
  );
}

function SplitPart(props: {
  readonly part: Doc;
  readonly attribute: string | undefined;
  readonly onChange: (part: Doc) => void;
  readonly onRemove?: () => void;
}): ReactNode {
  const words = useWords();
  const text = words.audienceEdit.split;
  const { part, attribute, onChange } = props;
  const known = useAttribute(attribute ?? '')?.values;
  const name = String(part['name'] ?? '');
  const share = typeof part['share'] === 'number' ? Math.round(part['share'] * SHARE_STEPS) / PERCENT : null;
  return (
    <div className={styles.line}>
      <TextField label={text.name} value={name} onChange={(next) => onChange({ ...part, name: next })} />
      <TextInput
        size="xs"
        aria-label={text.id}
        title={text.id}
        className={styles.partId}
        value={String(part['id'] ?? '')}
        onChange={(event) =>
          onChange({ ...part, id: event.currentTarget.value.replace(/[^A-Za-z0-9_-]/g, '') })
        }
      />
      {attribute === undefined ? (
        <>
          <NumberField
            label={`${text.share}: ${name}`}
            value={share}
            least={0}
            onChange={(percent) =>
              onChange({
                ...part,
                share: percent === null ? null : Math.round(percent * PERCENT) / SHARE_STEPS,
              })
            }
          />
          <span>{words.conditions.percent}</span>
        </>
      ) : (
        <TextsField
          label={`${words.conditions.values}: ${name}`}
          value={Array.isArray(part['values']) ? (part['values'] as string[]) : []}
          known={known}
          onChange={(values) => onChange({ ...part, values })}
        />
      )}
      {props.onRemove && <Drop label={name} onDrop={props.onRemove} />}
    </div>
  );
}

interface SplitProps {
  readonly value: Doc;
  readonly onChange: (split: Doc) => void;
}

function SplitAttribute({ value, onChange }: SplitProps): ReactNode {
  const words = useWords().conditions.pick;
  const names = useNames();
  const items = useAttributeItems();
  const path = String(value['attribute'] ?? '');
  return (
    <Picker
      label={words.attributes}
      shown={path === '' ? '' : names.path(path)}
      title={path}
      groups={[{ title: words.attributes, items }]}
      other={(name) => ({ value: name, label: name })}
      onPick={(item) => onChange({ ...value, attribute: item.value })}
    />
  );
}

/** Whether everybody else is a part too. */
function Other({ value, onChange }: SplitProps): ReactNode {
  const words = useWords().audienceEdit.split;
  const isOn = value['other'] !== undefined;
  const other = isOn ? undefined : { id: 'other', name: words.others };
  return (
    <Button
      size="compact-sm"
      variant={isOn ? 'light' : 'subtle'}
      aria-pressed={isOn}
      onClick={() => onChange(withKeys(value, { other }))}
    >
      {words.others}
    </Button>
  );
}

/** The share that is in no part yet. */
function left(parts: readonly Doc[]): number {
  const sum = parts.reduce((total, { share }) => total + (typeof share === 'number' ? share : 0), 0);
  return Math.max(0, Math.round((1 - sum) * SHARE_STEPS) / SHARE_STEPS);
}

function converted(parts: readonly Doc[], how: string): Doc {
  const rest = parts.map(({ id, name }) => ({ id, name }));
  if (how === 'attribute') return { attribute: '', parts: rest.map((part) => ({ ...part, values: [] })) };
  const share = Math.floor(SHARE_STEPS / Math.max(1, rest.length)) / SHARE_STEPS;
  return { parts: rest.map((part) => ({ ...part, share })) };
}

function freeId(parts: readonly Doc[]): string {
  const taken = new Set(parts.map(({ id }) => id));
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') if (!taken.has(letter)) return letter;
  return idOf(`part ${parts.length + 1}`);
}
