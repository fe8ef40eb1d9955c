import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { Menu, MenuItem } from '../../../parts/menu.tsx';
import { Choice, Toggle } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionChoice } from '../../diagrams/dimension-choice.tsx';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import { FilterChoice } from '../../narrow/filter-choice.tsx';
import { Pick } from '../../pick/pick.tsx';
import { MODELS, modelOf } from './models.ts';
import type { AttributionProps } from './query.ts';
import { lookbackText, USUAL } from './usual.ts';

const LOOKBACKS = ['session', '1d', '7d', '14d', '30d', '60d', '90d', 'person'];
const METRICS = ['metric'] as const;

/** What is credited, to what, from how far back, and by which models. */
export function Settings(props: AttributionProps): ReactNode {
  const { words, language } = useSpeech();
  const say = words.diagrams.attribution;
  const { query, isFixed, onQuery } = props;
  const lookback = query.lookback ?? USUAL.lookback;
  return (
    <div className={diagrams.settings}>
      <DimensionChoice
        label={say.touches}
        value={query.dimension ?? USUAL.dimension}
        isFixed={isFixed}
        onChange={(dimension) => onQuery((now) => ({ ...now, dimension }))}
      />
      <FilterChoice
        label={words.diagrams.narrow.touches}
        filters={query.touches ?? []}
        range={props.asked.range}
        isFixed={isFixed}
        onChange={(touches) =>
          onQuery((now) => withField(now, 'touches', touches.length > 0 ? touches : undefined))
        }
      />
      <Choice
        label={say.lookback}
        value={lookback}
        isFixed={isFixed}
        options={[...new Set([...LOOKBACKS, lookback])].map((value) => ({
          value,
          label: lookbackText(value, { words, language }),
        }))}
        onChange={(next) => onQuery((now) => ({ ...now, lookback: next }))}
      />
      <Metrics {...props} />
      {!isFixed && (
        <Menu
          position="bottom-start"
          shadow="md"
          target={
            <button type="button" className={diagrams.choice}>
              <IconPlus size={14} aria-hidden /> {say.addModel}
            </button>
          }
        >
          {MODELS.map((id) => (
            <MenuItem
              key={id}
              onClick={() => onQuery((now) => ({ ...now, models: [...now.models, modelOf(id)] }))}
            >
              {say.models[id]}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Toggle
        label={say.withCosts}
        isOn={query.costs ?? false}
        isFixed={isFixed}
        onChange={(isOn) => onQuery((now) => withField(now, 'costs', isOn ? true : undefined))}
      />
    </div>
  );
}

function Metrics({ query, isFixed, onQuery }: AttributionProps): ReactNode {
  const words = useSpeech().words.diagrams;
  const names = useNames();
  const set = (change: (metrics: string[]) => string[]): void =>
    onQuery((now) => ({ ...now, metrics: change(now.metrics) }));
  return (
    <>
      {query.metrics.map((metric, i) => (
        <span key={metric} className={diagrams.pair}>
          {isFixed ? (
            <span className={diagrams.said}>{names.metric(metric)}</span>
          ) : (
            <>
              <Pick
                kinds={METRICS}
                label={words.metric}
                onPick={(component) =>
                  component.kind === 'metric' &&
                  set((all) => all.map((each, j) => (i === j ? component.id : each)))
                }
              >
                {(button) => (
                  <button type="button" className={diagrams.choice} {...button}>
                    <span className="dimmed">{words.metric}</span> {names.metric(metric)}
                  </button>
                )}
              </Pick>
              {query.metrics.length > 1 && (
                <button
                  type="button"
                  className={diagrams.drop}
                  aria-label={words.remove(names.metric(metric))}
                  onClick={() => set((all) => all.filter((_, j) => j !== i))}
                >
                  <IconX size={14} aria-hidden />
                </button>
              )}
            </>
          )}
        </span>
      ))}
      {!isFixed && (
        <Pick
          kinds={METRICS}
          label={words.addMetric}
          onPick={(component) =>
            component.kind === 'metric' && set((all) => [...new Set([...all, component.id])])
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
