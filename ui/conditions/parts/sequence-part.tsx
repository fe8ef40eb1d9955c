import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { MenuButton } from '../../parts/menu-button.tsx';
import styles from '../conditions.module.css';
import { useIsReadOnly } from '../editor-context.ts';
import { SmallChoice } from '../inputs/choice.tsx';
import { DurationField } from '../inputs/duration-field.tsx';
import { type Doc, isDoc, replaced, withKeys, without } from '../model/json.ts';
import { AfterwardsControl } from './afterwards-control.tsx';
import { Drop } from './drop.tsx';
import { EventsControl, FiltersControl } from './matcher-control.tsx';
import { MatcherList } from './matcher-list.tsx';
import type { PartProps } from './part.ts';
import { WindowControl } from './window-control.tsx';

const NEW_EVENT: Doc = { event: '' };

/** What people did in which order, how long apart, and what not in between or afterwards. */
export function SequencePart({ part, isNot, onChange, onNot }: PartProps): ReactNode {
  const words = useWords().conditions.sequence;
  const isReadOnly = useIsReadOnly();
  const steps = (Array.isArray(part['sequence']) ? part['sequence'] : []).filter(isDoc);
  const set = (list: readonly Doc[]): void => onChange({ ...part, sequence: list });
  return (
    <>
      <div className={styles.line}>
        <SmallChoice
          label={`${words.does} / ${words.doesNot}`}
          value={isNot ? 'doesNot' : 'does'}
          choices={(['does', 'doesNot'] as const).map((value) => ({ value, label: words[value] }))}
          isStrong
          onChange={(value) => onNot(value === 'doesNot')}
        />
        <WindowControl
          window={part['in']}
          maySince={false}
          at="/in"
          onChange={(window) => onChange(withKeys(part, { in: window }))}
        />
      </div>
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one step from the next.
          <li key={i} className={styles.step}>
            <Step
              step={step}
              number={i + 1}
              at={`/sequence/${i}`}
              onChange={(changed) => set(replaced(steps, i, changed))}
              {...(steps.length > 1 ? { onRemove: () => set(withoutGapAtFirst(without(steps, i))) } : {})}
            />
          </li>
        ))}
      </ol>
      <AfterwardsControl part={part} onChange={onChange} />
      {!isReadOnly && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set([...steps, { did: NEW_EVENT }])}
          >
            {words.addStep}
          </Button>
          {part['afterwards'] === undefined && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => onChange({ ...part, afterwards: { without: [NEW_EVENT] } })}
            >
              {words.addAfterwards}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The first step comes after nothing. */
function withoutGapAtFirst([first, ...rest]: readonly Doc[]): Doc[] {
  if (!first) return [];
  return [withKeys(first, { within: undefined, after: undefined, without: undefined }), ...rest];
}

interface StepProps {
  readonly step: Doc;
  readonly number: number;
  readonly at: string;
  readonly onChange: (step: Doc) => void;
  readonly onRemove?: () => void;
}

function Step({ step, number, at, onChange, onRemove }: StepProps): ReactNode {
  const words = useWords().conditions.sequence;
  const isReadOnly = useIsReadOnly();
  const did = isDoc(step['did']) ? step['did'] : {};
  const set = (change: Doc): void => onChange(withKeys(step, change));
  return (
    <>
      <div className={styles.line}>
        <span className={styles.joint}>{number === 1 ? words.first : words.next}</span>
        {(['after', 'within'] as const).map((key) =>
          typeof step[key] === 'string' ? (
            <span key={key} className={styles.together}>
              <span>{words[key]}</span>
              <DurationField
                value={step[key]}
                at={`${at}/${key}`}
                onChange={(value) => set({ [key]: value })}
              />
              <Drop label={words[key]} onDrop={() => set({ [key]: undefined })} />
            </span>
          ) : null,
        )}
        <EventsControl matcher={did} at={`${at}/did`} onChange={(changed) => set({ did: changed })} />
        {number > 1 && !isReadOnly && <StepMenu step={step} number={number} onChange={set} />}
        {onRemove && <Drop label={words.step(number)} onDrop={onRemove} />}
      </div>
      <FiltersControl matcher={did} at={`${at}/did`} onChange={(changed) => set({ did: changed })} />
      {Array.isArray(step['without']) && (
        <MatcherList
          label={words.without}
          matchers={step['without'].filter(isDoc)}
          at={`${at}/without`}
          onChange={(list) => set({ without: list.length === 0 ? undefined : list })}
        />
      )}
    </>
  );
}

function StepMenu(props: {
  readonly step: Doc;
  readonly number: number;
  readonly onChange: (change: Doc) => void;
}): ReactNode {
  const words = useWords().conditions.sequence;
  const { step, onChange } = props;
  const items = [
    ['within', words.addWithin, '2d'],
    ['after', words.addAfter, '1h'],
    ['without', words.addWithout, [NEW_EVENT]],
  ] as const;
  const free = items.filter(([key]) => step[key] === undefined);
  if (free.length === 0) return null;
  return (
    <MenuButton
      target={
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={words.moreOf(words.step(props.number))}
          title={words.moreOf(words.step(props.number))}
        >
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      }
      choices={free.map(([key, label, value]) => ({ label, onChoose: () => onChange({ [key]: value }) }))}
    />
  );
}
