import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Desk } from './desk.tsx';
import { type NewSearch, newDocument } from './document.ts';
import { standingQuery } from './queries.ts';

/** Makes a new audience. */
export function NewAudiencePage(): ReactNode {
  const { kind = 'condition' } = useSearch({ strict: false }) as NewSearch;
  return <Desk key={kind} id={undefined} standing={null} fresh={newDocument(kind)} />;
}

/** Changes an audience. */
export function EditAudiencePage(): ReactNode {
  const words = useWords().audienceEdit;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(standingQuery(id));
  if (query.data) return <Desk key={id} id={id} standing={query.data} fresh={newDocument('condition')} />;
  return (
    <Page title={words.edit} crumbs={[{ title: words.audiences, to: '/audiences' }]}>
      <Panel title={id}>
        <Loaded query={query} isEmpty={(data) => data === null}>
          {() => null}
        </Loaded>
      </Panel>
    </Page>
  );
}
