import { type ReactNode, use } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { useNow } from '../../parts/use-now.ts';
import type { About } from '../api-types.ts';
import styles from './frame.module.css';
import { GivenAnswers } from './use-answer.ts';

/** Data that are complete up to an older moment carry it. */
const OLD_MS = 5 * 60_000;

/** What makes an answer less than the whole truth of now: history that is still read in, data that lag, numbers that are estimated. */
export function Doubts({ about }: { readonly about: About }): ReactNode {
  const words = useWords().analysis.states;
  const format = useFormat();
  const now = useNow();
  const { loadedShare, freshAt, isExact } = about;
  // A shared view says of when it is at its head.
  const isOld = use(GivenAnswers) === undefined && now - freshAt > OLD_MS;
  if (loadedShare === undefined && !isOld && isExact) return null;
  return (
    <div className={styles.chips}>
      {loadedShare !== undefined && (
        <Chip tone="warn" title={words.partlyHint}>
          {words.partly(format.percent(loadedShare, 0))}
        </Chip>
      )}
      {isOld && <Chip tone="warn">{words.dataUntil(format.moment(freshAt))}</Chip>}
      {!isExact && <Chip title={words.estimatedHint}>{words.estimated}</Chip>}
    </div>
  );
}
