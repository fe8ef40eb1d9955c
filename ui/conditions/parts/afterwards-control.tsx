import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { SmallChoice } from '../inputs/choice.tsx';
import { DurationField } from '../inputs/duration-field.tsx';
import { isDoc, withKeys } from '../model/json.ts';
import { MatcherList } from './matcher-list.tsx';
import type { PartProps } from './part.ts';

/** What may not follow the last step: until now, or for a while that has passed. */
export function AfterwardsControl({ part, onChange }: Pick<PartProps, 'part' | 'onChange'>): ReactNode {
  const words = useWords().conditions.sequence;
  const afterwards = part['afterwards'];
  if (!isDoc(afterwards)) return null;
  const span = afterwards['for'];
  const list = Array.isArray(afterwards['without']) ? afterwards['without'].filter(isDoc) : [];
  return (
    <>
      <MatcherList
        label={words.afterwards}
        matchers={list}
        at="/afterwards/without"
        onChange={(changed) =>
          onChange(
            withKeys(part, {
              afterwards: changed.length === 0 ? undefined : { ...afterwards, without: changed },
            }),
          )
        }
      />
      <div className={styles.nested}>
        <div className={styles.line}>
          <SmallChoice
            label={words.until}
            value={span === undefined ? 'untilNow' : 'untilFor'}
            choices={(['untilNow', 'untilFor'] as const).map((value) => ({ value, label: words[value] }))}
            onChange={(value) =>
              onChange({
                ...part,
                afterwards: withKeys(afterwards, { for: value === 'untilFor' ? '1d' : undefined }),
              })
            }
          />
          {typeof span === 'string' && (
            <DurationField
              value={span}
              at="/afterwards/for"
              onChange={(value) => onChange({ ...part, afterwards: { ...afterwards, for: value } })}
            />
          )}
        </div>
      </div>
    </>
  );
}
