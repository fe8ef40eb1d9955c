import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWho } from '../../access/use-who.ts';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { When } from '../../parts/when.tsx';
import { Differences } from '../../versions/differences.tsx';
import { type Standing, standingQuery } from './queries.ts';
import type { Draft } from './use-draft.ts';

/** Somebody else was quicker: whose edits are to stay. */
export function ConflictDialog(props: {
  readonly id: string;
  readonly draft: Draft;
  /** It was to be new, and there is one of this id already. */
  readonly isNew: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().audienceEdit;
  const who = useWho();
  const queries = useQueryClient();
  const { id, draft, onClose } = props;
  const theirs = useQuery({
    ...standingQuery(id),
    queryKey: ['audiences', 'definition', id, 'theirs'],
    staleTime: 0,
  });
  const take = (standing: Standing): void => {
    const document = standing.draft ?? standing.live;
    if (document) draft.reset(standing.version, document);
    queries.setQueryData(standingQuery(id).queryKey, standing);
    onClose();
  };
  const keep = ({ version }: Standing): void => {
    draft.rebase(version);
    onClose();
  };
  if (props.isNew)
    return (
      <Dialog title={words.taken} onClose={onClose}>
        <Text size="sm">{words.takenHint(id)}</Text>
      </Dialog>
    );
  return (
    <Dialog title={words.conflict} onClose={onClose} size="lg">
      <Loaded query={theirs}>
        {(standing) =>
          standing && (
            <>
              <Text size="sm">
                {words.changedBy(who(standing.by))} <When time={standing.at} />. {words.conflictHint}
              </Text>
              {draft.version > 0 && (
                <Differences kind="audience" id={id} older={draft.version} newer={standing.version} />
              )}
              <Group mt={16} gap="sm">
                <Button onClick={() => keep(standing)}>{words.keepMine}</Button>
                <Button variant="default" onClick={() => take(standing)}>
                  {words.takeTheirs}
                </Button>
              </Group>
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}
