import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { withField } from '../../diagrams/with-field.ts';
import type { FormProps } from '../editor.tsx';
import styles from '../setup.module.css';
import { FORMATS, type MetricDoc } from './document.ts';
import { FormulaField } from './formula-field.tsx';
import { MetricPreview } from './metric-preview.tsx';

/** Name, formula, how it is written and whether less is better, with the last seven days beside it. */
export function MetricForm(props: FormProps<MetricDoc>): ReactNode {
  const words = useWords().setup;
  const say = words.metrics;
  const { id, draft, onChange, findings, isFixed } = props;
  const polarity = useId();
  const isRight = findings !== undefined && !findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          description={id === '' ? words.idHint : words.id(id)}
          required
          value={draft.name}
          readOnly={isFixed}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label={words.description}
          description={words.descriptionHint}
          value={draft.description ?? ''}
          readOnly={isFixed}
          onChange={(event) =>
            onChange(withField(draft, 'description', event.currentTarget.value || undefined))
          }
        />
      </div>
      <FormulaField
        formula={draft.formula}
        findings={findings}
        isFixed={isFixed}
        onChange={(formula) => onChange({ ...draft, formula })}
      />
      <div className={styles.fields}>
        <NativeSelect
          label={say.format}
          data={FORMATS.map((value) => ({ value, label: say.formats[value] }))}
          value={draft.format}
          disabled={isFixed}
          onChange={(event) =>
            onChange({ ...draft, format: event.currentTarget.value as MetricDoc['format'] })
          }
        />
        <div>
          <div id={polarity} className={styles.label}>
            {say.polarity}
          </div>
          <SegmentedControl
            aria-labelledby={polarity}
            size="xs"
            readOnly={isFixed}
            value={draft.isBetterLow ? 'low' : 'high'}
            data={[
              { value: 'high', label: say.moreIsBetter },
              { value: 'low', label: say.lessIsBetter },
            ]}
            onChange={(value) =>
              onChange(withField(draft, 'isBetterLow', value === 'low' ? true : undefined))
            }
          />
        </div>
      </div>
      {isRight && draft.formula.trim() !== '' && (
        <MetricPreview formula={draft.formula} format={draft.format} />
      )}
    </>
  );
}
