import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Choice } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionChoice } from '../../diagrams/dimension-choice.tsx';
import { ValueChoice } from '../../diagrams/value-choice.tsx';
import { useNames } from '../../model/use-names.ts';
import { FilterChoice } from '../../narrow/filter-choice.tsx';
import type { SetupProps } from '../../part-kind.ts';
import { Pick } from '../../pick/pick.tsx';
import type { ExperimentQuery } from './query.ts';
import { VARIANT } from './variant.ts';

type Props = SetupProps<ExperimentQuery>;
const METRICS = ['metric'] as const;
const CONFIDENCES = [0.8, 0.9, 0.95, 0.99];

/** Which events show a variant, which of them is the control, and what is compared. */
export function Settings(props: Props): ReactNode {
  const words = useWords().diagrams;
  const say = words.experiment;
  const { query, isFixed, onQuery } = props;
  return (
    <div className={diagrams.settings}>
      <DimensionChoice
        label={say.variants}
        value={query.exposure.dimension ?? VARIANT}
        isFixed={isFixed}
        onChange={(dimension) =>
          onQuery((now) => ({ ...now, control: '', exposure: { ...now.exposure, dimension } }))
        }
      />
      <FilterChoice
        label={say.where}
        filters={query.exposure.filters}
        range={props.asked.range}
        isFixed={isFixed}
        onChange={(filters) => onQuery((now) => ({ ...now, exposure: { ...now.exposure, filters } }))}
      />
      <Control {...props} />
      <Metrics {...props} />
      <Choice
        label={say.sure}
        value={query.confidence ?? 0.95}
        isFixed={isFixed}
        options={CONFIDENCES.map((value) => ({ value, label: `${Math.round(value * 100)} %` }))}
        onChange={(confidence) => onQuery((now) => ({ ...now, confidence }))}
      />
    </div>
  );
}

/** Until it is said which variant is the control there is nothing to compare with. */
export function ExperimentSetup(props: Props): ReactNode {
  const words = useWords().diagrams.experiment;
  return (
    <div className={diagrams.setup}>
      <span>{words.setup}</span>
      <Settings {...props} />
    </div>
  );
}

function Control({ query, asked, isFixed, onQuery }: Props): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const dimension = query.exposure.dimension ?? VARIANT;
  return (
    <ValueChoice
      label={words.experiment.control}
      said={query.control ? names.value(dimension, query.control) : words.choose}
      dimension={dimension}
      range={asked.range}
      isFixed={isFixed}
      onPick={(control) => onQuery((now) => ({ ...now, control }))}
    />
  );
}

function Metrics({ query, isFixed, onQuery }: Props): ReactNode {
  const words = useWords().diagrams;
  const say = words.experiment;
  const names = useNames();
  const set = (change: (metrics: ExperimentQuery['metrics']) => ExperimentQuery['metrics']): void =>
    onQuery((now) => ({ ...now, metrics: change(now.metrics) }));
  return (
    <>
      {query.metrics.map(({ metric, as }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a metric may stand there twice.
        <span key={i} className={diagrams.pair}>
          <Choice
            label={names.metric(metric)}
            value={as ?? 'mean'}
            isFixed={isFixed}
            options={[
              { value: 'mean', label: say.asMean },
              { value: 'share', label: say.asShare },
            ]}
            onChange={(next) => set((all) => all.map((each, j) => (i === j ? { metric, as: next } : each)))}
          />
          {!isFixed && query.metrics.length > 1 && (
            <button
              type="button"
              className={diagrams.drop}
              aria-label={words.remove(names.metric(metric))}
              onClick={() => set((all) => all.filter((_, j) => j !== i))}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!isFixed && (
        <Pick
          kinds={METRICS}
          label={words.addMetric}
          onPick={(component) =>
            component.kind === 'metric' && set((all) => [...all, { metric: component.id }])
          }
        >
          {(button) => (
            <button
              type="button"
              className={diagrams.choice}
              aria-label={words.addMetric}
              title={words.addMetric}
              {...button}
            >
              <IconPlus size={14} aria-hidden />
            </button>
          )}
        </Pick>
      )}
    </>
  );
}
