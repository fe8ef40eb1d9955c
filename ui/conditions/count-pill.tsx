import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import styles from './conditions.module.css';
import { useEditor } from './editor-context.ts';

/** How many people a part has by itself; the number of before is dimmed until the new one is there. */
export function CountPill({ id }: { readonly id: string }): ReactNode {
  const words = useWords().conditions;
  const format = useFormat();
  const { counts, isCounting } = useEditor();
  const count = counts.get(id);
  if (!count) return <span className={styles.count} data-empty />;
  const isExact = count.low === count.people && count.high === count.people;
  const interval = isExact ? '' : ` (${format.number(count.low)} – ${format.number(count.high)})`;
  return (
    <span
      className={styles.count}
      data-old={isCounting || undefined}
      title={`${words.countTitle}: ${format.number(count.people)}${interval}`}
    >
      {isExact ? '' : '≈ '}
      {format.compact(count.people)}
      <span className="visually-hidden">{words.people('')}</span>
    </span>
  );
}
