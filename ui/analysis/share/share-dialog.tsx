import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { useWorkbench } from '../workspace/workbench.ts';

const ROLES = ['marketer', 'analyst', 'viewer'] as const;

/** Who sees a workspace: the roles that are shown it, and whoever has a link. */
export function ShareDialog(props: {
  readonly id: string;
  /** What is not saved is not shared. */
  readonly isDirty: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis.share;
  return (
    <Dialog title={words.title} onClose={props.onClose} size="lg">
      <Stack gap="lg">
        <Roles />
        <Links id={props.id} isDirty={props.isDirty} />
      </Stack>
    </Dialog>
  );
}

function Roles(): ReactNode {
  const words = useWords();
  const say = words.analysis.share;
  const { workspace, change } = useWorkbench();
  const roles = workspace.roles ?? [...ROLES];
  return (
    <Checkbox.Group
      label={say.roles}
      description={say.rolesHint}
      value={roles}
      onChange={(chosen) =>
        change(({ roles: _, ...rest }) =>
          ROLES.every((role) => chosen.includes(role)) ? rest : { ...rest, roles: chosen },
        )
      }
    >
      <Group mt="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={words.access.roles[role]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Links({ id, isDirty }: { readonly id: string; readonly isDirty: boolean }): ReactNode {
  const words = useWords().analysis.share;
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const queryKey = ['analysis', 'links', id];
  const links = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await must(api.GET('/api/analytics/workspaces/{id}/links', { params: { path: { id } }, signal })))
        .links,
  });
  const make = useMutation({
    mutationFn: () => must(api.POST('/api/analytics/workspaces/{id}/share', { params: { path: { id } } })),
    onSuccess: async ({ path }) => {
      setSecret(path.slice(path.lastIndexOf('/') + 1));
      await queries.invalidateQueries({ queryKey });
    },
  });
  const takeBack = useMutation({
    mutationFn: (link: string) =>
      must(
        api.POST('/api/definitions/{kind}/{id}/archive', {
          params: { path: { kind: 'shared-view', id: link }, header: { 'if-match': '*' } },
          body: {},
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.links}</Text>
      <Text size="sm" c="dimmed">
        {words.linksHint}
      </Text>
      {isDirty && <Alert color="yellow">{words.savedOnly}</Alert>}
      <Group>
        <Button size="xs" loading={make.isPending} onClick={() => make.mutate()}>
          {words.makeLink}
        </Button>
      </Group>
      {make.isError && <Failure isDeed error={make.error} />}
      {takeBack.isError && <Failure isDeed error={takeBack.error} />}
      {secret && <Snippet label={words.link} code={`${window.location.origin}/shared#${secret}`} />}
      {links.data && links.data.length > 0 && <LinkTable links={links.data} onTakeBack={takeBack.mutate} />}
    </Stack>
  );
}

function LinkTable(props: {
  readonly links: readonly { readonly id: string; readonly at: number }[];
  readonly onTakeBack: (id: string) => void;
}): ReactNode {
  const words = useWords().analysis.share;
  const format = useFormat();
  return (
    <PlainTable heads={[words.asOf, { text: words.takeBack, isHidden: true }]}>
      {props.links.map(({ id, at }) => (
        <tr key={id}>
          <td>{format.moment(at)}</td>
          <td className="number">
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              aria-label={words.takeBackOf(format.moment(at))}
              onClick={() => props.onTakeBack(id)}
            >
              {words.takeBack}
            </Button>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
