import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';
import { useWords } from '../../language/speech.tsx';
import { GivenZone, useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Lines } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Wordmark } from '../../shell/wordmark.tsx';
import type { Workspace } from '../document.ts';
import { PanelCard } from '../frame/panel-card.tsx';
import { GivenAnswers } from '../frame/use-answer.ts';
import type { Model } from '../model/queries.ts';
import { GivenModel } from '../model/use-names.ts';
import { WorkbenchContext } from '../workspace/workbench.ts';
import styles from '../workspace/workspace.module.css';

type Shared = paths['/api/analytics/shared/{secret}']['get']['responses'][200]['content']['application/json'];

/** A workspace as it was when somebody shared it, for whoever has the link: to look at only, and nothing is asked. The secret follows the #. */
export function SharedPage(): ReactNode {
  const words = useWords().analysis.share;
  const [secret] = useState(() => window.location.hash.slice(1));
  const view = useQuery({
    queryKey: ['analysis', 'shared'],
    queryFn: () => must(api.GET('/api/analytics/shared/{secret}', { params: { path: { secret } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data } = view;
  const bench = useMemo(
    () =>
      data && {
        id: undefined,
        workspace: data.document,
        isFixed: true,
        change: () => undefined,
        newId: () => '',
        chosen: undefined,
        build: undefined,
      },
    [data],
  );
  return (
    <main id="main" style={{ padding: 16 }}>
      <div style={{ marginBottom: 12 }}>
        <Wordmark />
      </div>
      {view.isPending && <Lines count={6} />}
      {view.isError && (
        <Page title={words.gone}>
          {isGone(view.error) ? <Empty why={words.goneWhy} /> : <Failure error={view.error} />}
        </Page>
      )}
      {data && bench && (
        <GivenZone value={data}>
          <GivenModel value={modelOf(data.names)}>
            <GivenAnswers value={data.answers}>
              <WorkbenchContext value={bench}>
                <SharedView workspace={data.document} at={data.at} />
              </WorkbenchContext>
            </GivenAnswers>
          </GivenModel>
        </GivenZone>
      )}
    </main>
  );
}

/** Whether there is nothing for this secret, or what stands in the address is none. */
function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.status === 400);
}

function SharedView({ workspace, at }: { readonly workspace: Workspace; readonly at: number }): ReactNode {
  const words = useWords().analysis.share;
  const format = useFormat();
  return (
    <Page
      title={workspace.name}
      state={
        <>
          {workspace.description && <Text size="sm">{workspace.description}</Text>}
          {words.asItWas(format.moment(at), format.timeZone)}
        </>
      }
    >
      <div className={styles.panels}>
        {workspace.panels.map((panel, i) => (
          <PanelCard key={panel.id} panel={panel} index={i} />
        ))}
      </div>
    </Page>
  );
}

/** What is known of the words in the view; of what it does not use nothing is. */
function modelOf({ dimensions, metrics, segments, ...rest }: Shared['names']): Model {
  return {
    ...rest,
    uses: [],
    dimensions: dimensions.map((each) => ({ ...each, type: 'text', container: 'event' })),
    metrics: metrics.map((each) => ({ ...each, format: 'number' })),
    segments: segments.map((each) => ({ ...each, level: 'person' })),
    dimensionFamilies: rest.dimensionFamilies.map((each) => ({ ...each, argument: '' })),
    metricFamilies: rest.metricFamilies.map((each) => ({ ...each, argument: '' })),
  };
}
