import '@mantine/core/styles/Progress.css';
import { Button, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { api, must, mustDo } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { When } from '../../parts/when.tsx';
import { type Backup, backupShare, backupsQuery } from '../../shell/backups.ts';

/** Copies of the running server: make one, see where they are and how to bring one back. */
export function BackupPanel(): ReactNode {
  const words = useWords().settings;
  const text = words.system;
  const queries = useQueryClient();
  const isAllowed = useMay()('settings.write');
  const query = useQuery({ ...backupsQuery, enabled: isAllowed });
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: backupsQuery.queryKey });
    // The task centre looks seldom while nothing runs.
    await queries.invalidateQueries({ queryKey: ['tasks'] });
  };
  const make = useMutation({ mutationFn: () => must(api.POST('/api/backups')), onSettled: refresh });
  const isRunning = query.data?.some(({ state }) => state === 'running') ?? false;
  if (!isAllowed) return null;
  const newest = query.data?.find(({ state }) => state === 'done');
  return (
    <Panel
      title={text.backup}
      actions={
        <Button size="xs" loading={make.isPending} disabled={isRunning} onClick={() => make.mutate()}>
          {text.makeBackup}
        </Button>
      }
    >
      <Text size="sm" mb={8}>
        {text.backupWhy}
      </Text>
      {make.error ? <Failure isDeed error={make.error} /> : null}
      <Loaded query={query} isEmpty={(backups) => backups.length === 0} empty={<Empty why={text.noBackup} />}>
        {(backups) => <BackupTable backups={backups} onChange={refresh} />}
      </Loaded>
      {newest && (
        <>
          <Text size="sm" mt={12} mb={4}>
            {text.restoreWhy}
          </Text>
          <Snippet
            code={`npx rapport restore ${newest.path} --data ./restored\nnpx rapport verify --data ./restored\nnpm start -- --data ./restored`}
            label={words.sources.snippet}
          />
        </>
      )}
    </Panel>
  );
}

function BackupTable(props: {
  readonly backups: readonly Backup[];
  readonly onChange: () => Promise<void>;
}): ReactNode {
  const text = useWords().settings.system;
  const [removing, setRemoving] = useState<Backup>();
  const remove = useMutation({
    mutationFn: (id: string) => mustDo(api.DELETE('/api/backups/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      setRemoving(undefined);
      return props.onChange();
    },
  });
  return (
    <>
      <PlainTable
        stacked="lines"
        heads={[
          text.begun,
          text.state,
          { text: text.size, className: 'number' },
          text.path,
          { text: text.remove, isHidden: true },
        ]}
      >
        {props.backups.map((backup) => (
          <BackupRow key={backup.id} backup={backup} onRemove={() => setRemoving(backup)} />
        ))}
      </PlainTable>
      {removing && (
        <ConfirmDialog
          title={text.removeTitle}
          verb={text.remove}
          {...(removing.state === 'done' ? { typed: removing.id } : {})}
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(removing.id)}
          onClose={() => setRemoving(undefined)}
        >
          {text.removeWhy(removing.path)}
        </ConfirmDialog>
      )}
    </>
  );
}

function BackupRow({
  backup,
  onRemove,
}: {
  readonly backup: Backup;
  readonly onRemove: () => void;
}): ReactNode {
  const text = useWords().settings.system;
  const format = useFormat();
  const tone = backup.state === 'done' ? 'good' : backup.state === 'running' ? 'plain' : 'bad';
  return (
    <tr>
      <td>
        <When time={backup.startedAt} />
      </td>
      <td>
        <Chip tone={tone}>{text.backupStates[backup.state]}</Chip>
        {backup.state === 'running' && (
          <Progress
            mt={4}
            size="sm"
            value={backupShare(backup) * 100}
            aria-label={text.backupStates.running}
          />
        )}
        {backup.why !== undefined && (
          <Text size="xs" mt={4}>
            {backup.why}
          </Text>
        )}
      </td>
      <td className="number">{backup.bytes === undefined ? '—' : format.bytes(backup.bytes)}</td>
      <td>
        <code>{backup.path}</code>
      </td>
      <td>
        {backup.state !== 'running' && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${text.remove} ${backup.id}`}
            onClick={onRemove}
          >
            {text.remove}
          </Button>
        )}
      </td>
    </tr>
  );
}
