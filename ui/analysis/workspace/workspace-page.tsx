import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import type { AnalysisSearch } from '../address.ts';
import type { Workspace } from '../document.ts';
import { addPanel } from '../edit.ts';
import { PanelCard } from '../frame/panel-card.tsx';
import { PanelScope } from '../frame/panel-scope.tsx';
import { type Kept, workspaceQuery } from '../queries.ts';
import { Rail } from '../rail/rail.tsx';
import { RangePicker } from '../range/range-picker.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { type Draft, draftQuery, useDraft } from './use-draft.ts';
import { useWarning } from './use-warning.ts';
import { type Building, WorkbenchContext } from './workbench.ts';
import styles from './workspace.module.css';
import { WorkspaceActions } from './workspace-actions.tsx';

const BuildSheet = lazy(async () => ({ default: (await import('../rail/build-sheet.tsx')).BuildSheet }));

const route = getRouteApi('/analysis/$id');

/** A workspace: panels of parts, worked on in a private draft until it is saved. */
export function WorkspacePage(): ReactNode {
  const { id } = route.useParams();
  const words = useWords().analysis;
  const may = useMay();
  const isFixed = !may('analytics.write') || !may('definitions.write');
  const query = useQuery(workspaceQuery(id));
  const draft = useQuery(draftQuery(id, isFixed));
  if (query.data && draft.data) return <Desk key={id} id={id} kept={query.data} isFixed={isFixed} />;
  return (
    <Page title={words.title} crumbs={[{ title: words.title, to: '/analysis' }]}>
      {query.data ? <Loaded query={draft}>{() => null}</Loaded> : <Loaded query={query}>{() => null}</Loaded>}
    </Page>
  );
}

interface DeskProps {
  readonly id: string;
  readonly kept: Kept;
  /** To look at only. */
  readonly isFixed: boolean;
}

function Desk({ id, kept, isFixed }: DeskProps): ReactNode {
  const words = useWords().analysis;
  const queries = useQueryClient();
  const [building, setBuilding] = useState<Building>();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const draft = useDraft(id, kept, isFixed);
  const workspace = useMemo(() => shownWith(draft.workspace, search), [draft.workspace, search]);
  const isDirty = draft.isDirty || workspace !== draft.workspace;
  const { revert } = draft;
  const onClean = useCallback(() => {
    revert();
    void navigate({ search: {}, replace: true });
    // Somebody else may have saved meanwhile.
    void queries.invalidateQueries({ queryKey: workspaceQuery(id).queryKey });
  }, [revert, navigate, queries, id]);
  useWarning(draft.keeping.state !== 'kept');
  const bench = useMemo(
    () => ({
      id,
      workspace,
      isFixed,
      change: draft.change,
      newId,
      chosen: search.part,
      build: isFixed ? undefined : setBuilding,
    }),
    [id, workspace, isFixed, draft.change, search.part],
  );
  return (
    <WorkbenchContext value={bench}>
      <Page
        title={workspace.name}
        crumbs={[{ title: words.title, to: '/analysis' }]}
        state={
          <Group gap={8}>
            {workspace.description && <span>{workspace.description}</span>}
            {isDirty && !isFixed && <Unsaved draft={draft} saved={kept.version} />}
          </Group>
        }
        actions={
          <>
            <RangePicker
              range={workspace.range}
              compare={workspace.compare}
              onChange={(range, compare) =>
                void navigate({ search: (old) => ({ ...old, range, compare: compare ?? 'none' }) })
              }
            />
            {!isFixed && <UndoButtons undo={draft.undo} redo={draft.redo} />}
            {!isFixed && (
              <WorkspaceActions
                id={id}
                kept={kept}
                version={draft.version}
                workspace={workspace}
                isDirty={isDirty}
                change={draft.change}
                onClean={onClean}
              />
            )}
          </>
        }
      >
        <div className={styles.desk} data-fixed={isFixed}>
          {!isFixed && <Rail />}
          <div className={styles.panels}>
            <PanelScope scope={workspace} hasRange={false} isFixed={isFixed} onChange={draft.change} />
            {workspace.panels.map((panel, i) => (
              <PanelCard key={panel.id} panel={panel} index={i} />
            ))}
            {!isFixed && (
              <Button
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden />}
                style={{ justifySelf: 'start' }}
                onClick={() => draft.change(addPanel({ id: newId(), parts: [] }))}
              >
                {words.addPanel}
              </Button>
            )}
          </div>
        </div>
        {building && (
          <Suspense>
            <BuildSheet building={building} onClose={() => setBuilding(undefined)} />
          </Suspense>
        )}
      </Page>
    </WorkbenchContext>
  );
}

/** That there are changes, whether they would survive this browser, and whether somebody else saved meanwhile. */
function Unsaved({ draft, saved }: { readonly draft: Draft; readonly saved: number }): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const { keeping, version } = draft;
  if (keeping.state === 'failed')
    return (
      <Chip tone="bad" title={keeping.why}>
        {words.notKept}
      </Chip>
    );
  if (version < saved)
    return (
      <Chip tone="bad" title={words.changedMeanwhile}>
        {words.overtaken}
      </Chip>
    );
  if (!draft.isDirty || keeping.state === 'keeping') return <Chip tone="warn">{words.unsaved}</Chip>;
  const title = words.keptHint(keeping.at === undefined ? '' : format.moment(keeping.at));
  return (
    <Chip tone="warn" title={title}>
      {words.unsavedKept}
    </Chip>
  );
}

/** The document with the range and comparison that the address says; the same object where it says none. */
function shownWith(workspace: Workspace, { range, compare }: AnalysisSearch): Workspace {
  if (range === undefined && compare === undefined) return workspace;
  const { compare: saved, ...rest } = workspace;
  const compared = compare ?? saved;
  return {
    ...rest,
    ...(range ? { range } : {}),
    ...(compared !== undefined && compared !== 'none' ? { compare: compared } : {}),
  };
}
