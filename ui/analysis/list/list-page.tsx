import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../access/use-me.ts';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { workspacesQuery } from '../queries.ts';
import { publish } from '../workspace/use-save.ts';

/** The workspaces that are shown to the reader. */
export function ListPage(): ReactNode {
  const {
    analysis: words,
    setup: { setup },
  } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQuery(workspacesQuery);
  const create = useMutation({
    mutationFn: async () => {
      const id = newId();
      const panel = { id: newId(), parts: [] };
      await publish(id, { name: words.newName, range: { last: '30d' }, panels: [panel] }, undefined);
      return id;
    },
    onSuccess: (id) => navigate({ to: '/analysis/$id', params: { id } }),
  });
  const mayWrite = may('analytics.write') && may('definitions.write');
  return (
    <Page
      title={words.title}
      actions={
        <>
          {may('analytics.read') && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(rest) => <Link to="/analysis/metrics" {...rest} />}
            >
              {setup}
            </Button>
          )}
          {mayWrite && (
            <Button
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              loading={create.isPending}
              onClick={() => create.mutate()}
            >
              {words.newWorkspace}
            </Button>
          )}
        </>
      }
    >
      <Panel title={words.workspaces}>
        <Loaded
          query={query}
          isEmpty={(list) => list.length === 0}
          empty={<Empty why={words.noWorkspaces} />}
        >
          {(list) => (
            <PlainTable
              highlightOnHover
              heads={[words.name, words.describe, { text: words.panelCount, className: 'number' }]}
            >
              {list.map(({ id, name, description, panels, draftAt }) => (
                <tr key={id}>
                  <td>
                    <Link to="/analysis/$id" params={{ id }}>
                      {name}
                    </Link>{' '}
                    {draftAt !== undefined && (
                      <Chip tone="warn" title={words.keptHint(format.moment(draftAt))}>
                        {words.unsaved}
                      </Chip>
                    )}
                  </td>
                  <td className="dimmed">{description}</td>
                  <td className="number">{panels}</td>
                </tr>
              ))}
            </PlainTable>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
