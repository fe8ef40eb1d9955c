import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWho } from '../access/use-who.ts';
import { useWords } from '../language/speech.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { When } from '../parts/when.tsx';
import { Differences } from './differences.tsx';
import { theirsQuery } from './queries.ts';
import styles from './versions.module.css';

/** A definition that was to be saved, and what can be done about somebody who was quicker. */
export interface ConflictProps {
  readonly kind: string;
  readonly id: string;
  /** The version that the reader's changes began from; 0 where there was none. */
  readonly base: number;
  readonly isBusy: boolean;
  /** Saves the reader's document in place of this version, which stays in the history. */
  readonly onKeep: (version: number) => void;
  /** Forgets the reader's changes and shows what there is now. */
  readonly onTake: () => void;
}

/** Who was quicker, what she changed, and the choice. */
export function OpenedConflict(props: ConflictProps): ReactNode {
  const words = useWords().shell.conflict;
  const who = useWho();
  const { kind, id, base } = props;
  const theirs = useQuery(theirsQuery(kind, id));
  return (
    <section className={styles.conflict} aria-label={words.title}>
      <Text size="sm" fw={600} role="alert">
        {words.title}
      </Text>
      <Loaded query={theirs}>
        {(now) => (
          <>
            <Text size="sm">
              {words.changedBy(who(now.by))} <When time={now.at} />. {words.hint}
            </Text>
            {base > 0 && <Differences kind={kind} id={id} older={base} newer={now.version} />}
            <Group mt={8} gap="sm">
              <Button size="xs" loading={props.isBusy} onClick={() => props.onKeep(now.version)}>
                {words.saveMine}
              </Button>
              <Button size="xs" variant="default" disabled={props.isBusy} onClick={props.onTake}>
                {words.takeTheirs}
              </Button>
            </Group>
          </>
        )}
      </Loaded>
    </section>
  );
}
