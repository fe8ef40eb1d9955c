import { IconPlus } from '@tabler/icons-react';
import { lazy, type ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Said } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { PickingPopover } from '../../diagrams/picking-popover.tsx';
import { Pill } from '../../diagrams/pill.tsx';
import { useNames } from '../../model/use-names.ts';
import { Pick } from '../../pick/pick.tsx';
import { criterionText } from './criterion-text.ts';
import type { Criterion } from './query.ts';

const METRICS = ['metric'] as const;
const CriterionForm = lazy(async () => ({
  default: (await import('./criterion-form.tsx')).CriterionForm,
}));

/** Criteria as pills: a click changes one, "+" adds another. */
export function Criteria(props: {
  readonly label: string;
  readonly criteria: Criterion[];
  readonly isFixed: boolean;
  readonly onChange: (criteria: Criterion[]) => void;
}): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const { label, criteria, isFixed, onChange } = props;
  if (isFixed)
    return (
      <Said label={label}>{criteria.map((each) => criterionText(each, names)).join(` ${words.and} `)}</Said>
    );
  return (
    <>
      {criteria.map((criterion, i) => (
        <One
          // biome-ignore lint/suspicious/noArrayIndexKey: the same metric may be tested twice.
          key={i}
          label={i === 0 ? label : words.and}
          criterion={criterion}
          onChange={(next) => onChange(criteria.map((each, j) => (i === j ? next : each)))}
          onRemove={criteria.length > 1 ? () => onChange(criteria.filter((_, j) => j !== i)) : undefined}
        />
      ))}
      <Pick
        kinds={METRICS}
        label={words.cohort.addCriterion(label)}
        onPick={(component) =>
          component.kind === 'metric' && onChange([...criteria, { metric: component.id }])
        }
      >
        {(button) => (
          <button
            type="button"
            className={diagrams.choice}
            aria-label={words.cohort.addCriterion(label)}
            title={words.cohort.addCriterion(label)}
            {...button}
          >
            <IconPlus size={14} aria-hidden />
          </button>
        )}
      </Pick>
    </>
  );
}

function One(props: {
  readonly label: string;
  readonly criterion: Criterion;
  readonly onChange: (criterion: Criterion) => void;
  readonly onRemove: (() => void) | undefined;
}): ReactNode {
  const names = useNames();
  const { label, criterion } = props;
  return (
    <PickingPopover label={label} target={<Pill label={label}>{criterionText(criterion, names)}</Pill>}>
      {(close) => <CriterionForm {...props} close={close} />}
    </PickingPopover>
  );
}
