import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { Lines } from '../../parts/loaded.tsx';
import { LoadingPage } from '../../parts/loading-page.tsx';
import { Page } from '../../parts/page.tsx';
import { type AudienceTab, TABS } from '../address.ts';
import { type AudienceDetail, audienceQuery } from '../queries.ts';
import { StateChip } from '../state-chip.tsx';
import { AudienceActions } from './audience-actions.tsx';
import { AudienceStrip } from './audience-strip.tsx';
import { Overview } from './overview.tsx';

const MembersPanel = lazy(async () => ({ default: (await import('./members-panel.tsx')).MembersPanel }));
const VersionsPanel = lazy(async () => ({
  default: (await import('../versions/versions-panel.tsx')).VersionsPanel,
}));

const route = getRouteApi('/audiences/$id');
const LINES = 8;

/** Everything about one audience, or about a part of one. */
export function AudiencePage(): ReactNode {
  const words = useWords().audiences;
  const { id } = route.useParams();
  const query = useQuery({
    ...audienceQuery(id),
    // Of another audience nothing may show.
    placeholderData: (old, oldQuery) => (oldQuery?.queryKey[2] === id ? old : undefined),
  });
  const crumbs = [{ title: words.title, to: '/audiences' }];
  if (!query.data) return <LoadingPage title={id} crumbs={crumbs} panel={words.title} query={query} />;
  return <AudienceSheet audience={query.data} />;
}

function AudienceSheet({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const may = useMay();
  const { tab = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  const { partOf } = audience;
  // The versions of a part are those of the whole; who is in it is shown to whoever may see people.
  const shown = TABS.filter(
    (each) =>
      each === 'overview' ||
      (each === 'members' ? may('people.read') : partOf === undefined && may('definitions.read')),
  );
  const crumbs = [
    { title: words.title, to: '/audiences' },
    ...(partOf === undefined ? [] : [{ title: partOf, to: `/audiences/${encodeURIComponent(partOf)}` }]),
  ];
  return (
    <Page
      title={audience.name}
      crumbs={crumbs}
      state={audience.description ?? audience.id}
      actions={
        <>
          <StateChip audience={audience} />
          <AudienceActions audience={audience} />
        </>
      }
    >
      <AudienceStrip audience={audience} />
      {shown.length > 1 && (
        <SegmentedControl
          aria-label={words.sheets}
          value={tab}
          data={shown.map((value) => ({ value, label: words.tabs[value] }))}
          onChange={(value) =>
            void navigate({
              search: ({ tab: _, ...rest }) =>
                value === 'overview' ? rest : { ...rest, tab: value as AudienceTab },
            })
          }
          style={{ justifySelf: 'start' }}
        />
      )}
      {tab === 'overview' && <Overview audience={audience} />}
      <Suspense fallback={<Lines count={LINES} />}>
        {tab === 'members' && shown.includes(tab) && <MembersPanel audience={audience} />}
        {tab === 'versions' && shown.includes(tab) && <VersionsPanel audience={audience} />}
      </Suspense>
    </Page>
  );
}
