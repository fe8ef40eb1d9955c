import { Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { PartCount } from '../../conditions/editor-context.ts';
import { ReadOnlyContext } from '../../conditions/editor-context.ts';
import type { PlacedFinding } from '../../conditions/faults.ts';
import { useWords } from '../../language/speech.tsx';
import { Panel } from '../../parts/panel.tsx';
import {
  type AudienceDoc,
  changed,
  WAYS,
  type Way,
  wayOf,
  withRank,
  withSplit,
  withWay,
} from './document.ts';
import styles from './edit.module.css';

// The page shows what the audience is called and how many it has while the editor comes.
const ConditionEditor = lazy(async () => ({
  default: (await import('../../conditions/condition-editor.tsx')).ConditionEditor,
}));
const RankEditor = lazy(async () => ({ default: (await import('./rank-editor.tsx')).RankEditor }));
const SetEditor = lazy(async () => ({ default: (await import('./set-editor.tsx')).SetEditor }));
const SplitEditor = lazy(async () => ({ default: (await import('./split-editor.tsx')).SplitEditor }));

interface WhoProps {
  readonly document: AudienceDoc;
  readonly onChange: (document: AudienceDoc) => void;
  readonly isReadOnly: boolean;
  /** What is wrong, by JSON pointer within the document. */
  readonly findings: readonly PlacedFinding[];
  readonly counts: ReadonlyMap<string, PartCount>;
  readonly isCounting: boolean;
  readonly sentence: string | undefined;
}

/** Who is in it: by a condition, from other audiences, as a list. */
export function WhoPanel(props: WhoProps): ReactNode {
  const words = useWords();
  const text = words.audienceEdit;
  const { document, onChange, findings, isReadOnly } = props;
  const way = wayOf(document);
  // What another way said comes back when somebody changes her mind.
  const kept = useRef<Partial<Record<Way, unknown>>>({});
  if (document[way] !== undefined) kept.current[way] = document[way];
  return (
    <ReadOnlyContext value={isReadOnly}>
      <Suspense>
        <Panel title={text.who}>
          <fieldset className={styles.ways} disabled={isReadOnly}>
            <legend className="visually-hidden">{text.who}</legend>
            {WAYS.map((each) => (
              <label key={each} data-chosen={each === way || undefined}>
                <input
                  type="radio"
                  name="way"
                  checked={each === way}
                  onChange={() => onChange(withWay(document, each, kept.current))}
                />
                {text.ways[each]}
              </label>
            ))}
          </fieldset>
          {way === 'condition' && (
            <Suspense>
              <ConditionEditor
                value={document.condition}
                onChange={(condition) => onChange(changed(document, { condition }))}
                findings={within(findings, '/condition')}
                counts={props.counts}
                isCounting={props.isCounting}
                isReadOnly={isReadOnly}
                hasHistory={false}
              />
            </Suspense>
          )}
          {way === 'set' && (
            <SetEditor
              value={document.set}
              findings={within(findings, '/set')}
              onChange={(set) => onChange(changed(document, { set }))}
            />
          )}
          {way === 'list' && <Text size="sm">{text.listHint}</Text>}
          <Own findings={findings} places={['']} />
          <Sentence text={props.sentence} />
        </Panel>
        <Refinements {...props} way={way} />
      </Suspense>
    </ReadOnlyContext>
  );
}

function Sentence({ text }: { readonly text: string | undefined }): ReactNode {
  const words = useWords();
  return (
    <div className={styles.sentence} aria-live="polite">
      <span className={styles.sentenceTitle}>{words.conditions.sentence}</span>
      <span>{text ?? words.audienceEdit.noSentence}</span>
    </div>
  );
}

/** Only the first so many, and parts: beside each way to say who. */
function Refinements(props: WhoProps & { readonly way: Way }): ReactNode {
  const words = useWords().audienceEdit;
  const { document, onChange, findings, way, isReadOnly } = props;
  const { rank, split } = document;
  return (
    <Panel title={words.refine}>
      <div className={styles.refinements}>
        {way !== 'list' && (
          <Refinement
            label={words.ranked}
            hint={words.rankedHint}
            isOn={rank !== undefined}
            isReadOnly={isReadOnly}
            onChange={(isOn) => onChange(withRank(document, isOn))}
          />
        )}
        {rank && <RankEditor value={rank} onChange={(next) => onChange(changed(document, { rank: next }))} />}
        <Own findings={findings} places={['/rank']} />
        <Refinement
          label={words.cut}
          hint={words.cutHint}
          isOn={split !== undefined}
          isReadOnly={isReadOnly}
          onChange={(isOn) => onChange(withSplit(document, isOn))}
        />
        {split && (
          <SplitEditor value={split} onChange={(next) => onChange(changed(document, { split: next }))} />
        )}
        <Own findings={findings} places={['/split']} />
      </div>
    </Panel>
  );
}

/** What is wrong at these places, or, but for the whole document, within them. */
function Own(props: {
  readonly findings: readonly PlacedFinding[];
  readonly places: readonly string[];
}): ReactNode {
  const own = props.findings.filter(({ pointer }) =>
    props.places.some((place) => pointer === place || (place !== '' && pointer.startsWith(`${place}/`))),
  );
  return own.map(({ pointer, severity, text }) => (
    <div key={`${pointer}${text}`} className={styles.fault} data-severity={severity}>
      {text}
    </div>
  ));
}

function within(findings: readonly PlacedFinding[], place: string): PlacedFinding[] {
  return findings
    .filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`))
    .map((finding) => ({ ...finding, pointer: finding.pointer.slice(place.length) }));
}

function Refinement(props: {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className={styles.refinement}>
      <input
        type="checkbox"
        checked={props.isOn}
        disabled={props.isReadOnly}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        <span className={styles.hint}>{props.hint}</span>
      </span>
    </label>
  );
}
