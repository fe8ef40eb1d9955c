import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { definitionQuery } from '../queries.ts';

/** Makes an older version the draft; it counts when it is published. */
export function RestoreDialog(props: {
  readonly id: string;
  readonly version: number;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().audiences;
  const queries = useQueryClient();
  const { id } = props;
  const definition = useQuery(definitionQuery(id));
  const restore = useMutation({
    mutationFn: (looked: number) =>
      must(
        api.POST('/api/definitions/{kind}/{id}/restore', {
          params: { path: { kind: 'audience', id }, header: { 'if-match': `"${looked}"` } },
          body: { version: props.version },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ title: words.restore, message: words.restored });
      props.onClose();
      await queries.invalidateQueries({ queryKey: ['audiences'] });
    },
  });
  return (
    <ConfirmDialog
      title={words.restoreTitle(props.version)}
      verb={words.restore}
      isReady={definition.isSuccess}
      isBusy={restore.isPending}
      error={restore.error}
      onReload={() => void definition.refetch()}
      onConfirm={() => definition.data && restore.mutate(definition.data.version)}
      onClose={props.onClose}
    >
      <Text size="sm">{words.restoreWhy}</Text>
    </ConfirmDialog>
  );
}
