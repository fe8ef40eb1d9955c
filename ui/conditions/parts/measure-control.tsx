import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { SmallChoice } from '../inputs/choice.tsx';
import { CountsField } from '../inputs/counts-field.tsx';
import { NumberField } from '../inputs/typed-fields.tsx';
import { type Doc, isDoc, withKeys } from '../model/json.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey, measureOf, newMeasure } from '../model/measures.ts';
import { partsOf, type TestKind } from '../model/operators.ts';
import { type Allowed, TestRows } from '../tests/test-rows.tsx';
import { FieldControl } from './field-control.tsx';

/** The time of an event is an instant that is past. */
const ofTimes: Allowed = (id) =>
  ['withinLast', 'longerAgo', 'before', 'after', 'on'].includes(partsOf(id).name);
const VALUE_KINDS: readonly TestKind[] = ['text', 'number', 'date', 'truth'];

/** How often and how much: the measure of a behaviour condition and what it is put to. */
export function MeasureControl(props: {
  readonly part: Doc;
  readonly events: readonly string[];
  readonly onChange: (part: Doc) => void;
}): ReactNode {
  const words = useWords().conditions;
  const { part, onChange, events } = props;
  const key = measureOf(part);
  const isPlain = part[key] === undefined;
  const value = isDoc(part[key]) ? part[key] : {};
  const set = (changed: Doc): void => onChange({ ...part, [key]: changed });
  const choose = (other: string): void => {
    const rest = withKeys(part, { [key]: undefined });
    onChange(other === 'once' ? rest : { ...rest, [other]: newMeasure(other as MeasureKey, value) });
  };
  return (
    <>
      <SmallChoice
        label={words.measure}
        value={isPlain ? 'once' : key}
        choices={(['once', ...MEASURE_KEYS] as const).map((each) => ({
          value: each,
          label: words.measures[each],
        }))}
        at={`/${key}`}
        onChange={choose}
      />
      {!isPlain && MEASURES[key].of !== 'none' && (
        <FieldControl
          value={isDoc(value['of']) ? value['of'] : {}}
          events={events}
          at={`/${key}/of`}
          onChange={(of) => set({ ...value, of })}
        />
      )}
      {!isPlain && <MeasureTest name={key} value={value} onChange={set} />}
    </>
  );
}

function MeasureTest(props: {
  readonly name: MeasureKey;
  readonly value: Doc;
  readonly onChange: (value: Doc) => void;
}): ReactNode {
  const words = useWords().conditions;
  const { name, value, onChange } = props;
  const at = `/${name}`;
  switch (MEASURES[name].test) {
    case 'counts':
      return (
        <>
          <CountsField value={value} at={at} onChange={onChange} />
          {name === 'times' && <span>{words.times}</span>}
        </>
      );
    // The operators of numbers and times stand beside `of`, not under a key of their own.
    case 'number': {
      const { of, ...test } = value;
      return (
        <TestRows
          part={{ number: test }}
          kinds={['number']}
          at={at}
          onChange={({ number }) => onChange({ of, ...(isDoc(number) ? number : {}) })}
        />
      );
    }
    case 'time':
      return (
        <TestRows
          part={{ date: value }}
          kinds={['date']}
          allowed={ofTimes}
          at={at}
          onChange={({ date }) => onChange(isDoc(date) ? date : {})}
        />
      );
    case 'value':
      return <TestRows part={value} kinds={VALUE_KINDS} at={at} onChange={onChange} />;
    case 'text':
      return <TestRows part={value} kinds={['text']} at={at} onChange={onChange} />;
    case 'list':
      return (
        <>
          <SizeControl value={value} onChange={onChange} />
          <TestRows part={value} kinds={['list']} at={at} onChange={onChange} />
        </>
      );
  }
}

/** How many of the newest values are looked at; ten unless said. */
export function SizeControl(props: {
  readonly value: Doc;
  readonly onChange: (value: Doc) => void;
}): ReactNode {
  const words = useWords().conditions;
  const size = props.value['size'];
  return (
    <NumberField
      label={words.newestSize}
      value={typeof size === 'number' ? size : 10}
      isWhole
      least={1}
      onChange={(number) => props.onChange({ ...props.value, size: number })}
    />
  );
}
