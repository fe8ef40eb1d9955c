import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { SmallChoice } from '../inputs/choice.tsx';
import { isDoc, withKeys } from '../model/json.ts';
import { EventsControl, eventsOf, FiltersControl } from './matcher-control.tsx';
import { MeasureControl } from './measure-control.tsx';
import type { PartProps } from './part.ts';
import { WindowControl } from './window-control.tsx';

/** What people did: which events, how often or how much, when, narrowed down by what. */
export function BehaviourPart({ part, isNot, onChange, onNot }: PartProps): ReactNode {
  const words = useWords().conditions;
  const did = isDoc(part['did']) ? part['did'] : {};
  return (
    <>
      <div className={styles.line}>
        <SmallChoice
          label={`${words.has} / ${words.hasNo}`}
          value={isNot ? 'hasNo' : 'has'}
          choices={(['has', 'hasNo'] as const).map((value) => ({ value, label: words[value] }))}
          isStrong
          onChange={(value) => onNot(value === 'hasNo')}
        />
        <EventsControl matcher={did} at="/did" onChange={(changed) => onChange({ ...part, did: changed })} />
        <MeasureControl part={part} events={eventsOf(did)} onChange={onChange} />
        <WindowControl
          window={part['in']}
          at="/in"
          onChange={(window) => onChange(withKeys(part, { in: window }))}
        />
      </div>
      <FiltersControl matcher={did} at="/did" onChange={(changed) => onChange({ ...part, did: changed })} />
      <SinceFilters part={part} onChange={onChange} />
    </>
  );
}

/** What narrows down the event with which the window begins. */
function SinceFilters({ part, onChange }: Pick<PartProps, 'part' | 'onChange'>): ReactNode {
  const words = useWords().conditions;
  const window = part['in'];
  const since = isDoc(window) && isDoc(window['since']) ? window['since'] : undefined;
  if (!since) return null;
  return (
    <div className={styles.nested}>
      <span className="dimmed">{words.windows.since} …</span>
      <FiltersControl
        matcher={since}
        at="/in/since"
        onChange={(changed) => onChange({ ...part, in: { since: changed } })}
      />
    </div>
  );
}
