import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Choice, Toggle } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionChoice } from '../../diagrams/dimension-choice.tsx';
import { ValueChoice } from '../../diagrams/value-choice.tsx';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import { FilterChoice } from '../../narrow/filter-choice.tsx';
import { pivotTo } from './change.ts';
import type { Measure } from './layout.ts';
import type { FlowProps } from './query.ts';
import { USUAL, valueText } from './usual.ts';

const COUNTS = [1, 2, 3, 4, 5, 6, 8, 10];
const ITEMS = [3, 5, 8, 10, 15, 20, 50];

/** Of what the ways are made, from, through or to what they go, and how much of them is drawn. */
export function Settings(props: FlowProps & { readonly measure: Measure }): ReactNode {
  const words = useWords().diagrams;
  const say = words.flow;
  const { query, isFixed, onQuery } = props;
  const kind = query.kind ?? USUAL.kind;
  return (
    <div className={diagrams.settings}>
      <DimensionChoice
        label={say.of}
        value={query.dimension ?? USUAL.dimension}
        isFixed={isFixed}
        onChange={(dimension) => onQuery(pivotTo({ dimension, kind }))}
      />
      <Choice
        label={say.ways}
        value={kind}
        isFixed={isFixed}
        options={(['starts', 'contains', 'ends'] as const).map((each) => ({
          value: each,
          label: say.kinds[each],
        }))}
        onChange={(next) =>
          onQuery((now) => {
            const { value } = now;
            return pivotTo({ kind: next, ...(value === undefined ? {} : { value }) })(now);
          })
        }
      />
      <Middle {...props} />
      <FilterChoice
        label={words.narrow.events}
        filters={query.filters ?? []}
        range={props.asked.range}
        isFixed={isFixed}
        onChange={(filters) =>
          onQuery((now) => withField(now, 'filters', filters.length > 0 ? filters : undefined))
        }
      />
      {query.value !== undefined && (
        <Choice
          label={say.occurrence}
          value={query.occurrence ?? 'first'}
          isFixed={isFixed}
          options={(['first', 'last'] as const).map((each) => ({
            value: each,
            label: say.occurrences[each],
          }))}
          onChange={(value) =>
            onQuery((now) => withField(now, 'occurrence', value === 'first' ? undefined : value))
          }
        />
      )}
      <Extent {...props} />
    </div>
  );
}

/** Whose ways they are, and how much of them is drawn. */
function Extent(props: FlowProps & { readonly measure: Measure }): ReactNode {
  const words = useWords().diagrams;
  const say = words.flow;
  const { query, look, measure, isFixed, onQuery, onLook } = props;
  const kind = query.kind ?? USUAL.kind;
  return (
    <>
      <Choice
        label={words.counts}
        value={measure}
        isFixed={isFixed}
        options={[
          { value: 'paths', label: say.paths },
          { value: 'people', label: words.people },
        ]}
        onChange={(counts) => onLook({ ...look, counts })}
      />
      <Choice
        label={words.withinA}
        value={query.within ?? USUAL.within}
        isFixed={isFixed}
        options={[
          { value: 'session', label: words.session },
          { value: 'person', label: words.person },
        ]}
        onChange={(within) => onQuery((now) => ({ ...now, within }))}
      />
      {kind !== 'starts' && (
        <Choice
          label={say.before}
          value={query.before ?? USUAL.before}
          isFixed={isFixed}
          options={numbers(COUNTS, query.before ?? USUAL.before)}
          onChange={(before) => onQuery((now) => ({ ...now, before }))}
        />
      )}
      {kind !== 'ends' && (
        <Choice
          label={say.after}
          value={query.after ?? USUAL.after}
          isFixed={isFixed}
          options={numbers(COUNTS, query.after ?? USUAL.after)}
          onChange={(after) => onQuery((now) => ({ ...now, after }))}
        />
      )}
      <Choice
        label={say.items}
        value={query.items ?? 10}
        isFixed={isFixed}
        options={numbers(ITEMS, query.items ?? 10)}
        onChange={(items) => onQuery((now) => ({ ...now, items }))}
      />
      <Toggle
        label={say.repeats}
        isOn={query.repeats ?? false}
        isFixed={isFixed}
        onChange={(isOn) => onQuery((now) => withField(now, 'repeats', isOn ? true : undefined))}
      />
    </>
  );
}

/** Numbers to choose from, the present one among them. */
function numbers(list: readonly number[], value: number): { value: number; label: string }[] {
  return [...new Set([...list, value])]
    .sort((a, b) => a - b)
    .map((each) => ({ value: each, label: String(each) }));
}

/** The value round which the ways go. */
function Middle({ query, asked, isFixed, onQuery }: FlowProps): ReactNode {
  const words = useWords().diagrams.flow;
  const names = useNames();
  const kind = query.kind ?? USUAL.kind;
  const none = kind === 'ends' ? words.toEnd : words.fromBegin;
  return (
    <ValueChoice
      label={words.value}
      said={valueText(query, names) ?? none}
      dimension={query.dimension ?? USUAL.dimension}
      range={asked.range}
      isFixed={isFixed}
      onPick={(value) => onQuery(pivotTo({ kind, value }))}
      none={{ label: none, onPick: () => onQuery(pivotTo({ kind })) }}
    />
  );
}
