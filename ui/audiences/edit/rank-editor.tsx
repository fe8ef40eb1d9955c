import type { ReactNode } from 'react';
import { SmallChoice } from '../../conditions/inputs/choice.tsx';
import { DurationField } from '../../conditions/inputs/duration-field.tsx';
import { Picker } from '../../conditions/inputs/picker.tsx';
import { NumberField, TextField } from '../../conditions/inputs/typed-fields.tsx';
import { type Doc, isDoc, withKeys } from '../../conditions/model/json.ts';
import { FiltersControl } from '../../conditions/parts/matcher-control.tsx';
import { TraitMeasure } from '../../conditions/parts/trait-part.tsx';
import { useAttributeItems, useTraitItems } from '../../conditions/use-choices.ts';
import { useNames } from '../../conditions/use-names.ts';
import { useWords } from '../../language/speech.tsx';
import styles from './edit.module.css';

const BY = ['measure', 'trait', 'attribute', 'score'] as const;
type By = (typeof BY)[number];
/** Worked out anew this often unless said. */
const EVERY = '1d';

/** How many, by which number, and how often that is worked out. */
export function RankEditor(props: {
  readonly value: Doc;
  readonly onChange: (rank: Doc) => void;
}): ReactNode {
  const words = useWords().audienceEdit.rank;
  const { value, onChange } = props;
  const by = isDoc(value['by']) ? value['by'] : {};
  const limit = typeof value['limit'] === 'number' ? value['limit'] : null;
  return (
    <div className={styles.refined}>
      <div className={styles.line}>
        <span>{words.first}</span>
        <NumberField
          label={words.limit}
          value={limit}
          isWhole
          least={1}
          onChange={(number) => onChange({ ...value, limit: number })}
        />
        <span>{words.people}</span>
        <SmallChoice
          label={words.order}
          value={String(value['order'] ?? 'most')}
          choices={(['most', 'least'] as const).map((each) => ({ value: each, label: words.orders[each] }))}
          onChange={(order) => onChange({ ...value, order })}
        />
        <ByControl by={by} onChange={(next) => onChange({ ...value, by: next })} />
      </div>
      <div className={styles.line}>
        <span>{words.every}</span>
        <DurationField
          value={String(value['every'] ?? EVERY)}
          onChange={(every) => onChange(withKeys(value, { every: every === EVERY ? undefined : every }))}
        />
      </div>
    </div>
  );
}

function byOf(by: Doc): By {
  if ('attribute' in by) return 'attribute';
  if ('score' in by) return 'score';
  return isDoc(by['trait']) ? 'measure' : 'trait';
}

const NEW: Readonly<Record<By, Doc>> = {
  measure: { trait: { did: { event: 'Order Completed' }, measure: 'times' } },
  trait: { trait: '' },
  attribute: { attribute: '' },
  score: { score: '' },
};

function ByControl({ by, onChange }: { readonly by: Doc; readonly onChange: (by: Doc) => void }): ReactNode {
  const words = useWords();
  const text = words.audienceEdit.rank;
  const names = useNames();
  const attributes = useAttributeItems();
  const traits = useTraitItems();
  const kind = byOf(by);
  const path = String(by['attribute'] ?? '');
  const id = typeof by['trait'] === 'string' ? by['trait'] : '';
  const measured = isDoc(by['trait']) ? by['trait'] : undefined;
  const setTrait = (change: Doc): void => onChange({ trait: withKeys(measured ?? {}, change) });
  return (
    <>
      <SmallChoice
        label={text.by}
        value={kind}
        choices={BY.map((each) => ({ value: each, label: text.bys[each] }))}
        onChange={(other) => onChange(NEW[other as By])}
      />
      {kind === 'attribute' && (
        <Picker
          label={words.conditions.pick.attributes}
          shown={path === '' ? '' : names.path(path)}
          title={path}
          groups={[{ title: words.conditions.pick.attributes, items: attributes }]}
          other={(name) => ({ value: name, label: name })}
          onPick={({ value }) => onChange({ attribute: value })}
        />
      )}
      {kind === 'trait' && (
        <Picker
          label={words.conditions.pick.traits}
          shown={id === '' ? '' : names.trait(id)}
          title={id}
          groups={[{ title: words.conditions.pick.traits, items: traits }]}
          other={(name) => ({ value: name, label: name })}
          onPick={({ value }) => onChange({ trait: value })}
        />
      )}
      {kind === 'score' && (
        <TextField
          label={words.conditions.score}
          value={String(by['score'] ?? '')}
          onChange={(score) => onChange({ score })}
        />
      )}
      {measured && (
        <>
          <TraitMeasure trait={measured} onChange={setTrait} />
          <div className={styles.wide}>
            <FiltersControl
              matcher={isDoc(measured['did']) ? measured['did'] : {}}
              at="/by/trait/did"
              onChange={(did) => setTrait({ did })}
            />
          </div>
        </>
      )}
    </>
  );
}
