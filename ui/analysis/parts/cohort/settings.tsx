import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Choice, Toggle } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionChoice } from '../../diagrams/dimension-choice.tsx';
import { withField } from '../../diagrams/with-field.ts';
import { Pick } from '../../pick/pick.tsx';
import { Criteria } from './criteria.tsx';
import type { CohortProps, Shown } from './query.ts';

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
const DIMENSIONS = ['dimension'] as const;
const LIMIT = 12;

/** Who is in, what coming back means, in which periods, and how it is shown. */
export function Settings(props: CohortProps & { readonly shown: Shown }): ReactNode {
  const words = useWords().diagrams;
  const say = words.cohort;
  const { query, look, shown, isFixed, onQuery, onLook } = props;
  return (
    <div className={diagrams.settings}>
      <Criteria
        label={say.inclusion}
        criteria={query.inclusion}
        isFixed={isFixed}
        onChange={(inclusion) => onQuery((now) => ({ ...now, inclusion }))}
      />
      <Criteria
        label={say.back}
        criteria={query.return ?? query.inclusion}
        isFixed={isFixed}
        onChange={(back) => onQuery((now) => ({ ...now, return: back }))}
      />
      <Choice
        label={say.unit}
        value={query.unit}
        isFixed={isFixed}
        options={UNITS.map((value) => ({ value, label: say.units[value] }))}
        onChange={(unit) => onQuery((now) => ({ ...now, unit }))}
      />
      <Choice
        label={say.shows}
        value={query.shows ?? 'retention'}
        isFixed={isFixed}
        options={(['retention', 'churn'] as const).map((value) => ({ value, label: say.showing[value] }))}
        onChange={(shows) => onQuery((now) => withField(now, 'shows', shows === 'churn' ? shows : undefined))}
      />
      <Choice
        label={words.as}
        value={shown}
        isFixed={isFixed}
        options={[
          { value: 'share', label: say.share },
          { value: 'people', label: words.people },
        ]}
        onChange={(shows) => onLook({ ...look, shows })}
      />
      <Toggle
        label={say.rolling}
        isOn={query.isRolling ?? false}
        isFixed={isFixed}
        onChange={(isOn) => onQuery((now) => withField(now, 'isRolling', isOn ? true : undefined))}
      />
      <Toggle
        label={say.latency}
        isOn={query.hasLatency ?? false}
        isFixed={isFixed}
        onChange={(isOn) => onQuery((now) => withField(now, 'hasLatency', isOn ? true : undefined))}
      />
      <By {...props} />
    </div>
  );
}

function By({ query, isFixed, onQuery }: CohortProps): ReactNode {
  const say = useWords().diagrams.cohort;
  const set = (dimension: string): void =>
    onQuery((now) => ({ ...now, by: { ...now.by, dimension, limit: now.by?.limit ?? LIMIT } }));
  if (query.by)
    return (
      <>
        <DimensionChoice label={say.by} value={query.by.dimension} isFixed={isFixed} onChange={set} />
        {!isFixed && (
          <button
            type="button"
            className={diagrams.choice}
            onClick={() => onQuery((now) => withField(now, 'by', undefined))}
          >
            <IconX size={14} aria-hidden /> {say.byTime}
          </button>
        )}
      </>
    );
  if (isFixed) return null;
  return (
    <Pick
      kinds={DIMENSIONS}
      label={say.byDimension}
      onPick={(component) => component.kind === 'dimension' && set(component.id)}
    >
      {(button) => (
        <button type="button" className={diagrams.choice} {...button}>
          {say.byDimension}
        </button>
      )}
    </Pick>
  );
}
