import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWho } from '../access/use-who.ts';
import { useWords } from '../language/speech.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { When } from '../parts/when.tsx';
import type { ConflictProps } from './conflict.tsx';
import { Differences } from './differences.tsx';
import { theirsQuery } from './queries.ts';
import styles from './versions.module.css';

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
              <Button size="xs" variant="default" onClick={props.onTake}>
                {words.takeTheirs}
              </Button>
            </Group>
          </>
        )}
      </Loaded>
    </section>
  );
}
