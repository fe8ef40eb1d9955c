import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ComputedTrait, testsOf } from '../../../src/core/condition/index.ts';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { SmallChoice } from '../inputs/choice.tsx';
import { Picker } from '../inputs/picker.tsx';
import { type Doc, isDoc, withKeys } from '../model/json.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey } from '../model/measures.ts';
import { kindOf, newTest, TEST_KINDS, type TestKind } from '../model/operators.ts';
import { traitsQuery } from '../queries.ts';
import { TestRows } from '../tests/test-rows.tsx';
import { useTraitItems } from '../use-choices.ts';
import { useNames } from '../use-names.ts';
import { FieldControl } from './field-control.tsx';
import { EventsControl, eventsOf, FiltersControl } from './matcher-control.tsx';
import { SizeControl } from './measure-control.tsx';
import type { PartProps } from './part.ts';
import { WindowControl } from './window-control.tsx';

/** The value of a trait: of one that people defined, or of one that is written out here. */
export function TraitPart(props: PartProps): ReactNode {
  return isDoc(props.part['trait']) ? <WrittenTrait {...props} /> : <NamedTrait {...props} />;
}

/** The tests that a trait's value can be put to; all where it is not known. */
function kindsOf(trait: unknown): readonly TestKind[] {
  const measure = isDoc(trait) ? trait['measure'] : undefined;
  return MEASURE_KEYS.includes(measure as MeasureKey) ? testsOf(trait as ComputedTrait) : TEST_KINDS;
}

/** The part with another trait; its test stays where the value can still be put to it. */
function withTrait(part: Doc, trait: unknown, kinds: readonly TestKind[]): Doc {
  const kind = kindOf(part);
  const [first = 'number'] = kinds;
  return kind && kinds.includes(kind) ? { ...part, trait } : { trait, ...newTest(first) };
}

function NamedTrait({ part, onChange }: PartProps): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const items = useTraitItems();
  const { data: traits } = useQuery(traitsQuery);
  const id = String(part['trait'] ?? '');
  const traitOf = (wanted: string): unknown => traits?.find((each) => each.id === wanted)?.trait;
  return (
    <div className={styles.line}>
      <span className={styles.strong}>{words.trait.is}</span>
      <Picker
        label={words.pick.traits}
        shown={id === '' ? '' : names.trait(id)}
        title={id}
        groups={[{ title: words.pick.traits, items }]}
        other={(name) => ({ value: name, label: name })}
        at="/trait"
        onPick={({ value }) => onChange(withTrait(part, value, kindsOf(traitOf(value))))}
      />
      <TestRows part={part} kinds={kindsOf(traitOf(id))} at="" onChange={onChange} />
    </div>
  );
}

function WrittenTrait({ part, onChange }: PartProps): ReactNode {
  const words = useWords().conditions;
  const trait = isDoc(part['trait']) ? part['trait'] : {};
  const set = (change: Doc): void => {
    const changed = withKeys(trait, change);
    onChange(withTrait(part, changed, kindsOf(changed)));
  };
  return (
    <>
      <div className={styles.line}>
        <span className={styles.strong}>{words.trait.written}</span>
        <TraitMeasure trait={trait} onChange={set} />
      </div>
      <FiltersControl
        matcher={isDoc(trait['did']) ? trait['did'] : {}}
        at="/trait/did"
        onChange={(did) => set({ did })}
      />
      <div className={styles.line}>
        <TestRows part={part} kinds={kindsOf(trait)} at="" onChange={onChange} />
      </div>
    </>
  );
}

/** What of behaviour is measured, in which window. Also what people are ranked by. */
export function TraitMeasure(props: {
  readonly trait: Doc;
  readonly onChange: (change: Doc) => void;
}): ReactNode {
  const words = useWords().conditions;
  const { trait, onChange } = props;
  const did = isDoc(trait['did']) ? trait['did'] : {};
  const measure = MEASURE_KEYS.find((key) => key === trait['measure']) ?? 'times';
  const isOfValue = MEASURES[measure].of !== 'none';
  const choose = (other: MeasureKey): void => {
    const of = MEASURES[other].of === 'none' ? undefined : (trait['of'] ?? { property: '' });
    const readsFreely = other === 'first' || other === 'last';
    onChange({
      measure: other,
      of,
      as: readsFreely ? trait['as'] : undefined,
      size: other === 'newest' ? trait['size'] : undefined,
    });
  };
  return (
    <>
      <SmallChoice
        label={words.measure}
        value={measure}
        choices={MEASURE_KEYS.map((value) => ({ value, label: words.measures[value] }))}
        at="/trait/measure"
        onChange={(other) => choose(other as MeasureKey)}
      />
      {(isOfValue || isDoc(trait['of'])) && (
        <FieldControl
          value={isDoc(trait['of']) ? trait['of'] : {}}
          events={eventsOf(did)}
          at="/trait/of"
          onChange={(of) => onChange({ of })}
        />
      )}
      {(measure === 'first' || measure === 'last' || trait['as'] !== undefined) && (
        <SmallChoice
          label={words.trait.as}
          value={String(trait['as'] ?? 'auto')}
          choices={(['auto', 'number', 'text'] as const).map((value) => ({
            value,
            label: words.trait.readAs[value],
          }))}
          onChange={(as) => onChange({ as: as === 'auto' ? undefined : as })}
        />
      )}
      {(measure === 'newest' || trait['size'] !== undefined) && (
        <SizeControl value={trait} onChange={({ size }) => onChange({ size })} />
      )}
      <EventsControl matcher={did} at="/trait/did" onChange={(changed) => onChange({ did: changed })} />
      <WindowControl window={trait['in']} at="/trait/in" onChange={(window) => onChange({ in: window })} />
    </>
  );
}
