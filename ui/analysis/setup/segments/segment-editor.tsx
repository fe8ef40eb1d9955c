import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { ConditionEditor } from '../../../conditions/condition-editor.tsx';
import { useConditionCount } from '../../../conditions/estimate/use-condition-count.ts';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Editor, type EditorOf, type FormProps } from '../editor.tsx';
import styles from '../setup.module.css';
import { slugOf } from '../slug.ts';

const LEVELS = ['person', 'session', 'event'] as const;
/** A segment, as the server keeps it. */
interface SegmentDoc {
  readonly name: string;
  readonly level: (typeof LEVELS)[number];
  readonly condition: unknown;
}
const BLANK: SegmentDoc = { name: '', level: 'person', condition: undefined };

/** Works on a segment, or begins one. */
export function SegmentEditor(props: EditorOf): ReactNode {
  const words = useWords().setup;
  return (
    <Editor
      {...props}
      kind="segment"
      blank={BLANK}
      idOf={({ name }) => slugOf(name)}
      missing={({ condition }) => (condition === undefined ? words.segments.noCondition : undefined)}
    >
      {(form) => <SegmentForm {...form} />}
    </Editor>
  );
}

const PLACE = '/condition';

function SegmentForm(props: FormProps<SegmentDoc>): ReactNode {
  const words = useWords().setup;
  const format = useFormat();
  const { id, draft, onChange, findings, isFixed } = props;
  const { estimate, counts, isOld, leftOut } = useConditionCount(draft.condition);
  const placed = useMemo(
    () =>
      // What nobody has begun is not wrong yet.
      leftOut > 0 || draft.condition === undefined
        ? []
        : (findings ?? [])
            .filter(({ pointer }) => pointer.startsWith(PLACE))
            .map(({ pointer, severity, message }) => ({
              pointer: pointer.slice(PLACE.length),
              severity,
              text: message,
            })),
    [findings, leftOut, draft.condition],
  );
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          description={id === '' ? words.idHint : words.id(id)}
          required
          readOnly={isFixed}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.segments.level}
          description={words.segments.levelHint}
          disabled={isFixed}
          data={LEVELS.map((value) => ({ value, label: words.segments.levels[value] }))}
          value={draft.level}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, level: currentTarget.value as SegmentDoc['level'] })
          }
        />
      </div>
      <ConditionEditor
        value={draft.condition}
        onChange={(condition) => onChange({ ...draft, condition })}
        findings={placed}
        counts={counts}
        isCounting={isOld}
        isReadOnly={isFixed}
        startTitle={words.segments.start}
      />
      <p className={styles.count} aria-live="polite">
        {estimate && words.segments.people(format.number(estimate.people))}
      </p>
    </>
  );
}
