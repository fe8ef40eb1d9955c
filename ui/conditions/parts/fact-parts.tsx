import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { CONSENT_CHANNELS, usePurposes } from '../../privacy/use-purposes.ts';
import styles from '../conditions.module.css';
import { SmallChoice } from '../inputs/choice.tsx';
import { Picker } from '../inputs/picker.tsx';
import { NumberField, TextField } from '../inputs/typed-fields.tsx';
import { type Doc, isDoc, withKeys } from '../model/json.ts';
import { TestRows } from '../tests/test-rows.tsx';
import { useAttribute, useAttributeItems, useAudienceItems, useEventField } from '../use-choices.ts';
import { useNames } from '../use-names.ts';
import type { PartProps } from './part.ts';

const CHANNELS = ['email', 'sms', 'push'] as const;
const STATES = ['in', 'out', 'unknown'] as const;

/** What is known of people. */
export function AttributePart({ part, onChange }: PartProps): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const items = useAttributeItems();
  const path = String(part['attribute'] ?? '');
  const field = useAttribute(path);
  return (
    <div className={styles.line}>
      <Picker
        label={words.pick.attributes}
        shown={path === '' ? '' : names.path(path)}
        title={path}
        groups={[{ title: words.pick.attributes, items }]}
        other={(name) => ({ value: name, label: name })}
        at="/attribute"
        onPick={({ value }) => onChange({ ...part, attribute: value })}
      />
      <TestRows part={part} known={field?.values} at="" onChange={onChange} />
    </div>
  );
}

/** Whether people belong to an audience. */
export function MemberPart({ part, isNot, onChange, onNot }: PartProps): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const items = useAudienceItems();
  const id = String(part['member'] ?? '');
  return (
    <div className={styles.line}>
      <IsOrNot words={words.member} isNot={isNot} onNot={onNot} />
      <Picker
        label={words.pick.audiences}
        shown={id === '' ? '' : names.audience(id)}
        title={id}
        groups={[{ title: words.pick.audiences, items }]}
        other={(name) => ({ value: name, label: name })}
        at="/member"
        onPick={({ value }) => onChange({ member: value })}
      />
    </div>
  );
}

function IsOrNot(props: {
  readonly words: { readonly is: string; readonly isNot: string };
  readonly isNot: boolean;
  readonly onNot: (isNot: boolean) => void;
}): ReactNode {
  const { words } = props;
  return (
    <SmallChoice
      label={`${words.is} / ${words.isNot}`}
      value={props.isNot ? 'isNot' : 'is'}
      choices={(['is', 'isNot'] as const).map((value) => ({ value, label: words[value] }))}
      isStrong
      onChange={(value) => props.onNot(value === 'isNot')}
    />
  );
}

/** What people allowed. */
export function ConsentPart({ part, isNot, onChange, onNot }: PartProps): ReactNode {
  const words = useWords().conditions;
  const purposes = usePurposes();
  const consent = isDoc(part['consent']) ? part['consent'] : {};
  const purpose = String(consent['purpose'] ?? 'marketing');
  const channel = String(consent['channel'] ?? '');
  const channelsOf = (key: string): readonly string[] => purposes.find(key)?.channels ?? CONSENT_CHANNELS;
  const channelNames: Readonly<Record<string, string>> = words.channels;
  const set = (change: Doc): void => onChange({ ...part, consent: withKeys(consent, change) });
  return (
    <div className={styles.line}>
      <IsOrNot words={{ is: words.consent.has, isNot: words.consent.hasNot }} isNot={isNot} onNot={onNot} />
      <span>{words.consent.for}</span>
      <SmallChoice
        label={words.consent.purpose}
        value={purpose}
        choices={purposes.listed
          .filter(({ state, key }) => state === 'active' || key === purpose)
          .map(({ key }) => ({ value: key, label: purposes.name(key) }))}
        at="/consent/purpose"
        onChange={(key) => {
          const channels = channelsOf(key);
          set({ purpose: key, ...(channels.includes(channel) ? {} : { channel: channels[0] ?? channel }) });
        }}
      />
      <span>{words.consent.by}</span>
      <SmallChoice
        label={words.consent.channel}
        value={channel}
        choices={channelsOf(purpose).map((value) => ({ value, label: channelNames[value] ?? value }))}
        at="/consent/channel"
        onChange={(channel) => set({ channel })}
      />
      <SmallChoice
        label={words.consent.state}
        value={String(part['is'] ?? 'in')}
        choices={STATES.map((value) => ({ value, label: words.consent.is[value] }))}
        at="/is"
        onChange={(is) => onChange({ ...part, is })}
      />
    </div>
  );
}

/** Whether messages arrive. */
export function ReachablePart({ part, isNot, onChange, onNot }: PartProps): ReactNode {
  const words = useWords().conditions;
  return (
    <div className={styles.line}>
      <IsOrNot words={words.reachable} isNot={isNot} onNot={onNot} />
      <SmallChoice
        label={words.consent.channel}
        value={String(part['reachable'] ?? '')}
        choices={CHANNELS.map((value) => ({ value, label: words.channels[value] }))}
        at="/reachable"
        onChange={(reachable) => onChange({ reachable })}
      />
    </div>
  );
}

/** What a model said of people. */
export function ScorePart({ part, onChange }: PartProps): ReactNode {
  const words = useWords().conditions;
  const known = useEventField(SCORES)('property', 'score')?.values;
  return (
    <div className={styles.line}>
      <span className={styles.strong}>{words.score}</span>
      <TextField
        label={words.score}
        value={String(part['score'] ?? '')}
        known={known}
        at="/score"
        onChange={(score) => onChange({ ...part, score })}
      />
      <TestRows part={part} kinds={['number']} at="" onChange={onChange} />
    </div>
  );
}

const SCORES = ['Score Computed'];

/** Where people fall in a split of everybody. */
export function SplitPart({ part, onChange }: PartProps): ReactNode {
  const words = useWords().conditions;
  const percent = (key: string): number | null =>
    typeof part[key] === 'number' ? Math.round(part[key] * 10_000) / 100 : null;
  return (
    <div className={styles.line}>
      <span className={styles.strong}>{words.split.is}</span>
      <TextField
        label={words.split.name}
        value={String(part['split'] ?? '')}
        at="/split"
        onChange={(split) => onChange({ ...part, split })}
      />
      {(['from', 'to'] as const).map((key) => (
        <span key={key} className={styles.together}>
          <span>{words[key]}</span>
          <NumberField
            label={words.split[key]}
            value={percent(key)}
            least={0}
            at={`/${key}`}
            onChange={(number) => onChange({ ...part, [key]: number === null ? null : number / 100 })}
          />
          <span>{words.percent}</span>
        </span>
      ))}
    </div>
  );
}
