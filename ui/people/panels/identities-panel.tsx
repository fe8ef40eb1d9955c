import { ActionIcon } from '@mantine/core';
import { IconScissors } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { UnmergeDialog } from '../joining/unmerge-dialog.tsx';
import { namespaceText } from '../match-text.ts';
import styles from '../people.module.css';
import type { Person } from '../queries.ts';

/** Her identities, each with why it is hers and since when; one that is somebody else's can be taken out. */
export function IdentitiesPanel(props: { readonly person: Person; readonly isFixed: boolean }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const now = useNow();
  const [taken, setTaken] = useState<string>();
  const { person, isFixed } = props;
  const whys: Readonly<Record<string, string>> = words.person.whys;
  return (
    <Panel title={words.person.identities} note={<Chip>{person.identities.length}</Chip>}>
      <ul className={styles.list}>
        {person.identities.map(({ namespace, value, since, source, why }) => (
          <li key={`${namespace}:${value}`}>
            <div className="small">
              {namespaceText(namespace, words)} ·{' '}
              {words.person.linked(whys[why] ?? why, source, format.ago(since, now))}
            </div>
            <div className={styles.row}>
              <span className={styles.value}>{value}</span>
              {!isFixed && person.identities.length > 1 && (
                <ActionIcon
                  size={24}
                  variant="subtle"
                  color="gray"
                  aria-label={words.person.takeOut(`${namespaceText(namespace, words)} ${value}`)}
                  title={words.person.takeOut(value)}
                  onClick={() => setTaken(`${namespace}:${value}`)}
                >
                  <IconScissors size={14} aria-hidden />
                </ActionIcon>
              )}
            </div>
          </li>
        ))}
      </ul>
      {taken !== undefined && (
        <UnmergeDialog
          person={person}
          part={{ keys: [taken] }}
          title={words.person.takeOut(taken)}
          onClose={() => setTaken(undefined)}
        />
      )}
    </Panel>
  );
}
