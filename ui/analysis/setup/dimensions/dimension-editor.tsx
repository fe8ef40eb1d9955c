import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Editor, type EditorOf, type FormProps } from '../editor.tsx';
import { FindingList } from '../finding-list.tsx';
import styles from '../setup.module.css';
import { slugOf } from '../slug.ts';
import { ValuePreview } from '../value-preview.tsx';
import type { Derived } from './kinds.ts';
import { ValueEditor } from './value-editor.tsx';

/** A derived dimension, as the server keeps it. */
interface DimensionDoc {
  readonly name: string;
  readonly type?: 'text' | 'number';
  readonly value: Derived;
}
const BLANK: DimensionDoc = {
  name: '',
  value: {
    case: [{ when: [{ of: { dimension: 'page' }, text: { starts: '/' } }], value: { constant: 'Shop' } }],
  },
};

/** Works on a derived dimension, or begins one. */
export function DimensionEditor(props: EditorOf): ReactNode {
  return (
    <Editor {...props} kind="dimension" blank={BLANK} idOf={({ name }) => slugOf(name)}>
      {(form) => <DimensionForm {...form} />}
    </Editor>
  );
}

function DimensionForm(props: FormProps<DimensionDoc>): ReactNode {
  const words = useWords().setup;
  const { id, draft, onChange, findings, isFixed } = props;
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          description={id === '' ? words.idHint : words.id(`derived:${id}`)}
          required
          readOnly={isFixed}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.dimensions.type}
          description={words.dimensions.typeHint}
          disabled={isFixed}
          data={[
            { value: 'text', label: words.dimensions.text },
            { value: 'number', label: words.dimensions.number },
          ]}
          value={draft.type ?? 'text'}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, type: currentTarget.value === 'number' ? 'number' : 'text' })
          }
        />
      </div>
      <ValueEditor
        label={words.valueHead}
        value={draft.value}
        isFixed={isFixed}
        onChange={(value) => onChange({ ...draft, value })}
      />
      <FindingList findings={findings} />
      <ValuePreview
        of={{ dimension: draft.value }}
        isRight={findings !== undefined && findings.length === 0}
      />
    </>
  );
}
