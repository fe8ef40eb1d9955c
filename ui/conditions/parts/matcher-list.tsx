import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsReadOnly } from '../editor-context.ts';
import { type Doc, replaced, without } from '../model/json.ts';
import { useNames } from '../use-names.ts';
import { Drop } from './drop.tsx';
import { EventsControl, eventsOf, FiltersControl } from './matcher-control.tsx';

/** Events of which none may have happened. */
export function MatcherList(props: {
  readonly label: string;
  readonly matchers: readonly Doc[];
  readonly onChange: (matchers: readonly Doc[]) => void;
  readonly at: string;
}): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const isReadOnly = useIsReadOnly();
  const { label, matchers, onChange, at } = props;
  return (
    <div className={styles.nested}>
      {matchers.map((matcher, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one from the next.
        <div key={i}>
          <div className={styles.line}>
            <span className={styles.joint}>{i === 0 ? label : words.or2}</span>
            <EventsControl
              matcher={matcher}
              at={`${at}/${i}`}
              onChange={(changed) => onChange(replaced(matchers, i, changed))}
            />
            {i === matchers.length - 1 && !isReadOnly && (
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={`${label}: ${words.eventMore}`}
                title={words.eventMore}
                onClick={() => onChange([...matchers, { event: '' }])}
              >
                <IconPlus size={14} aria-hidden />
              </ActionIcon>
            )}
            <Drop
              label={`${label} ${eventsOf(matcher).map(names.event).join(', ')}`}
              onDrop={() => onChange(without(matchers, i))}
            />
          </div>
          <FiltersControl
            matcher={matcher}
            at={`${at}/${i}`}
            onChange={(changed) => onChange(replaced(matchers, i, changed))}
          />
        </div>
      ))}
    </div>
  );
}
