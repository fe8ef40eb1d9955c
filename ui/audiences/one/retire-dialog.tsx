import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { audienceNamesQuery } from '../../people/queries.ts';
import styles from '../audiences.module.css';
import { DependantLink } from '../dependant-link.tsx';
import { type AudienceDetail, definitionQuery } from '../queries.ts';

/** Pauses or archives an audience, after it said which live definitions would stop with it. */
export function RetireDialog(props: {
  readonly audience: AudienceDetail;
  readonly action: 'pause' | 'archive';
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().audiences;
  const queries = useQueryClient();
  const { audience, action } = props;
  const path = { kind: 'audience', id: audience.id };
  const definition = useQuery(definitionQuery(audience.id));
  const { data: names } = useQuery(audienceNamesQuery);
  const preflight = useQuery({
    queryKey: ['audiences', 'preflight', audience.id],
    queryFn: ({ signal }) =>
      must(api.POST('/api/definitions/{kind}/{id}/preflight', { params: { path }, body: {}, signal })),
    gcTime: 0,
  });
  const retire = useMutation({
    mutationFn: (version: number) => {
      const params = { path, header: { 'if-match': `"${version}"` } };
      const body = { force: (preflight.data?.breaks.length ?? 0) > 0 };
      return must(
        action === 'pause'
          ? api.POST('/api/definitions/{kind}/{id}/pause', { params, body })
          : api.POST('/api/definitions/{kind}/{id}/archive', { params, body }),
      );
    },
    onSuccess: async () => {
      notifications.show({
        title: audience.name,
        message: action === 'pause' ? words.paused : words.archived,
      });
      props.onClose();
      await queries.invalidateQueries({ queryKey: ['audiences'] });
    },
  });
  return (
    <ConfirmDialog
      title={`${action === 'pause' ? words.pauseVerb : words.archiveVerb}: ${audience.name}`}
      verb={action === 'pause' ? words.pauseVerb : words.archiveVerb}
      // The people of a list are nowhere else: a condition finds its people again, a list does not.
      {...(action === 'archive' && audience.kind === 'list' ? { typed: audience.name } : {})}
      isReady={preflight.isSuccess && definition.isSuccess}
      isBusy={retire.isPending}
      error={retire.error}
      onReload={() => void definition.refetch()}
      onConfirm={() => definition.data && retire.mutate(definition.data.version)}
      onClose={props.onClose}
    >
      <Text size="sm" mb={8}>
        {action === 'pause'
          ? words.pauseWhy
          : audience.kind === 'list'
            ? words.archiveListWhy
            : words.archiveWhy}
      </Text>
      <Loaded query={preflight}>
        {({ breaks }) =>
          breaks.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.breaksNothing}
            </Text>
          ) : (
            <>
              <Text size="sm" fw={600}>
                {words.breaks(breaks.length)}
              </Text>
              <ul className={styles.list}>
                {breaks.map(({ key }) => (
                  <li key={key}>
                    <DependantLink definition={key} names={names} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </ConfirmDialog>
  );
}
