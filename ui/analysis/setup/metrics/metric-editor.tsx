import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Editor, type EditorOf } from '../editor.tsx';
import { slugOf } from '../slug.ts';
import type { MetricDoc } from './document.ts';
import { MetricForm } from './metric-form.tsx';

const BLANK: MetricDoc = { name: '', format: 'number', formula: '' };

/** Works on a calculated metric, or begins one. */
export function MetricEditor(props: EditorOf): ReactNode {
  const words = useWords().setup.metrics;
  return (
    <Editor
      {...props}
      kind="metric"
      blank={BLANK}
      idOf={({ name }) => slugOf(name)}
      missing={({ formula }) => (formula.trim() === '' ? words.noFormula : undefined)}
    >
      {(form) => <MetricForm {...form} />}
    </Editor>
  );
}
