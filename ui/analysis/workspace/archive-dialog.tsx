import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import type { Kept } from '../queries.ts';

/** Asks before a workspace is taken away from everybody. */
export function ArchiveDialog(props: {
  readonly id: string;
  readonly kept: Kept;
  readonly onArchived: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const archive = useMutation({
    mutationFn: () =>
      must(
        api.POST('/api/definitions/{kind}/{id}/archive', {
          params: {
            path: { kind: 'workspace', id: props.id },
            header: { 'if-match': `"${props.kept.version}"` },
          },
          body: {},
        }),
      ),
    onSuccess: async () => {
      props.onArchived();
      await queries.invalidateQueries({ queryKey: ['analysis', 'workspaces'] });
      notifications.show({ message: words.archived });
      await navigate({ to: '/analysis' });
    },
  });
  return (
    <ConfirmDialog
      title={words.archiveTitle(props.kept.document.name)}
      verb={words.archive}
      isBusy={archive.isPending}
      error={archive.error}
      onConfirm={() => archive.mutate()}
      onClose={props.onClose}
    >
      {words.archiveWhat}
    </ConfirmDialog>
  );
}
