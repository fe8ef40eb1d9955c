import type { ReactNode } from 'react';
import { Editor, type EditorOf } from '../editor.tsx';
import { slugOf } from '../slug.ts';
import type { MetricDoc } from './document.ts';
import { MetricForm } from './metric-form.tsx';

const BLANK: MetricDoc = { name: '', format: 'number', formula: '' };

/** Works on a calculated metric, or begins one. */
export function MetricEditor(props: EditorOf): ReactNode {
  return (
    <Editor
      {...props}
      kind="metric"
      blank={BLANK}
      idOf={({ name }) => slugOf(name)}
      isWhole={({ name, formula }) => name.trim() !== '' && formula.trim() !== ''}
    >
      {(form) => <MetricForm {...form} />}
    </Editor>
  );
}
