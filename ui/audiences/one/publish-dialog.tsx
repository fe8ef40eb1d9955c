import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type AudienceDetail, definitionQuery } from '../queries.ts';

/** Makes an audience live: its draft, or what was published before it was set aside. */
export function PublishDialog(props: {
  readonly audience: AudienceDetail;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().audiences;
  const queries = useQueryClient();
  const { id, name } = props.audience;
  const definition = useQuery(definitionQuery(id));
  const publish = useMutation({
    mutationFn: ({ version, document }: { readonly version: number; readonly document: unknown }) =>
      must(
        api.POST('/api/definitions/{kind}/{id}/publish', {
          params: { path: { kind: 'audience', id }, header: { 'if-match': `"${version}"` } },
          body: document === undefined ? {} : { document },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ title: name, message: words.published });
      props.onClose();
      await queries.invalidateQueries({ queryKey: ['audiences'] });
    },
  });
  const { data } = definition;
  return (
    <ConfirmDialog
      title={words.publish}
      verb={words.publish}
      isReady={definition.isSuccess}
      isBusy={publish.isPending}
      error={publish.error}
      onReload={() => void definition.refetch()}
      onConfirm={() =>
        data && publish.mutate({ version: data.version, document: data.draftDocument ?? data.document })
      }
      onClose={props.onClose}
    >
      <Text size="sm">{words.publishWhy}</Text>
    </ConfirmDialog>
  );
}
