import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ConditionEditor } from '../../conditions/condition-editor.tsx';
import type { PlacedFinding } from '../../conditions/faults.ts';
import { SmallChoice } from '../../conditions/inputs/choice.tsx';
import { Picker } from '../../conditions/inputs/picker.tsx';
import { type Doc, isDoc, replaced, without } from '../../conditions/model/json.ts';
import { Drop } from '../../conditions/parts/drop.tsx';
import { useAudienceItems } from '../../conditions/use-choices.ts';
import { useNames } from '../../conditions/use-names.ts';
import { useWords } from '../../language/speech.tsx';
import styles from './edit.module.css';

const KINDS = ['audience', 'union', 'intersect', 'without', 'condition'] as const;
type Kind = (typeof KINDS)[number];

interface SetProps {
  /** The set as its definition writes it; parts may not be filled in yet. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** What is wrong, by JSON pointer within the set. */
  readonly findings: readonly PlacedFinding[];
  readonly at?: string;
  readonly onRemove?: () => void;
}

/** Who is in other audiences: in any of them, in all, in one and not in others; within each other. */
export function SetEditor({ value, onChange, findings, at = '', onRemove }: SetProps): ReactNode {
  const words = useWords().audienceEdit.set;
  const kind = kindOf(value);
  const own = findings.filter(({ pointer }) => pointer === at);
  return (
    <div className={styles.set} data-kind={kind}>
      <div className={styles.setHead}>
        <SmallChoice
          label={words.kind}
          value={kind}
          choices={KINDS.map((each) => ({ value: each, label: words.kinds[each] }))}
          isStrong
          onChange={(other) => onChange(converted(value, other as Kind))}
        />
        {kind === 'audience' && <AudienceChoice value={String(value)} onChange={onChange} />}
        {onRemove && <Drop label={words.kinds[kind]} onDrop={onRemove} />}
      </div>
      {own.map(({ text }) => (
        <div key={text} className={styles.fault}>
          {text}
        </div>
      ))}
      {isDoc(value) && <SetParts value={value} onChange={onChange} findings={findings} at={at} />}
    </div>
  );
}

function SetParts(props: SetProps & { readonly value: Doc; readonly at: string }): ReactNode {
  const words = useWords().audienceEdit.set;
  const { value, onChange, findings, at } = props;
  const list = (key: string, title?: string): ReactNode => (
    <SetList
      {...(title === undefined ? {} : { title })}
      sets={Array.isArray(value[key]) ? value[key] : []}
      findings={findings}
      at={`${at}/${key}`}
      onChange={(sets) => onChange({ ...value, [key]: sets })}
    />
  );
  if ('union' in value) return list('union');
  if ('intersect' in value) return list('intersect');
  if ('from' in value)
    return (
      <>
        <SetEditor
          value={value['from']}
          findings={findings}
          at={`${at}/from`}
          onChange={(from) => onChange({ ...value, from })}
        />
        {list('exclude', words.exclude)}
      </>
    );
  const start = `${at}/condition`;
  const inside = findings
    .filter(({ pointer }) => pointer.startsWith(start))
    .map((finding) => ({ ...finding, pointer: finding.pointer.slice(start.length) }));
  return (
    <ConditionEditor
      value={
        isDoc(value['condition']) && Object.keys(value['condition']).length > 0
          ? value['condition']
          : undefined
      }
      findings={inside}
      hasHistory={false}
      onChange={(condition) => onChange({ condition: condition ?? {} })}
    />
  );
}

function SetList(props: {
  readonly title?: string;
  readonly sets: readonly unknown[];
  readonly onChange: (sets: readonly unknown[]) => void;
  readonly findings: readonly PlacedFinding[];
  readonly at: string;
}): ReactNode {
  const words = useWords().audienceEdit.set;
  const { sets, onChange } = props;
  return (
    <div className={styles.setList}>
      {props.title && <div className={styles.setTitle}>{props.title}</div>}
      {sets.map((set, i) => (
        <SetEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one set from the next.
          key={i}
          value={set}
          findings={props.findings}
          at={`${props.at}/${i}`}
          onChange={(other) => onChange(replaced(sets, i, other))}
          {...(sets.length > 1 ? { onRemove: () => onChange(without(sets, i)) } : {})}
        />
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...sets, ''])}
        >
          {words.add}
        </Button>
      </div>
    </div>
  );
}

function AudienceChoice(props: {
  readonly value: string;
  readonly onChange: (id: string) => void;
}): ReactNode {
  const words = useWords().conditions.pick;
  const names = useNames();
  const items = useAudienceItems();
  return (
    <Picker
      label={words.audiences}
      shown={props.value === '' ? '' : names.audience(props.value)}
      title={props.value}
      groups={[{ title: words.audiences, items }]}
      other={(name) => ({ value: name, label: name })}
      onPick={({ value }) => props.onChange(value)}
    />
  );
}

function kindOf(value: unknown): Kind {
  if (!isDoc(value)) return 'audience';
  if ('union' in value) return 'union';
  if ('intersect' in value) return 'intersect';
  return 'from' in value ? 'without' : 'condition';
}

/** A set of another kind that keeps what it is made of, as far as that kind has a place for it. */
function converted(value: unknown, kind: Kind): unknown {
  const parts = partsOf(value);
  const [first = '', ...rest] = parts;
  switch (kind) {
    case 'audience':
      return parts.find((part) => typeof part === 'string') ?? '';
    case 'union':
    case 'intersect':
      return { [kind]: parts.length === 0 ? [''] : parts };
    case 'without':
      return { from: first, exclude: rest.length === 0 ? [''] : rest };
    case 'condition':
      return { condition: typeof first === 'string' && first !== '' ? { member: first } : {} };
  }
}

function partsOf(value: unknown): unknown[] {
  if (!isDoc(value)) return value === '' ? [] : [value];
  const { union, intersect, from, exclude } = value;
  if (Array.isArray(union)) return union;
  if (Array.isArray(intersect)) return intersect;
  if (from !== undefined) return [from, ...(Array.isArray(exclude) ? exclude : [])];
  return [value];
}
