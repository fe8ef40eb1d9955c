import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../access/use-me.ts';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Failure } from '../parts/failure.tsx';
import { LoadingPage } from '../parts/loading-page.tsx';
import { Page } from '../parts/page.tsx';
import { useNow } from '../parts/use-now.ts';
import { CopyId } from './copy-id.tsx';
import { AudiencesPanel } from './panels/audiences-panel.tsx';
import { ConsentsPanel } from './panels/consents-panel.tsx';
import { DevicesPanel } from './panels/devices-panel.tsx';
import { IdentitiesPanel } from './panels/identities-panel.tsx';
import { MergesPanel } from './panels/merges-panel.tsx';
import { OrdersPanel } from './panels/orders-panel.tsx';
import { TraitsPanel } from './panels/traits-panel.tsx';
import styles from './people.module.css';
import { PersonActions } from './person-actions.tsx';
import { nameOfPerson } from './person-facts.ts';
import { PersonStrip } from './person-strip.tsx';
import { type Person, personQuery } from './queries.ts';
import { TimeMachine } from './time-machine.tsx';
import { Timeline } from './timeline.tsx';
import { useLivePerson } from './use-live-person.ts';

const route = getRouteApi('/people/$id');

/** Everything about one person, for somebody on the telephone with her. */
export function PersonPage(): ReactNode {
  const words = useWords();
  const may = useMay();
  const id = Number(route.useParams().id);
  const { at } = route.useSearch();
  const query = useQuery({
    ...personQuery(id, at),
    // Of another person nothing may show, not even for a moment; of the same one at another time it may.
    placeholderData: (old, oldQuery) => (oldQuery?.queryKey[1] === id ? old : undefined),
  });
  const now = useQuery(personQuery(id, undefined));
  useLivePerson(id, at === undefined);
  const person = query.data;
  // The past cannot be changed, and not everybody may change the present.
  const isFixed = at !== undefined || !may('people.write');
  const crumbs = [{ title: words.people.title, to: '/people' }];
  if (!person)
    return (
      <LoadingPage title={words.people.stranger} crumbs={crumbs} panel={words.home.person} query={query} />
    );
  return (
    <Page
      title={nameOfPerson(person) ?? words.people.stranger}
      crumbs={crumbs}
      state={<StateLine person={person} isFetching={query.isFetching} />}
      actions={at === undefined && may('people.write') && <PersonActions person={person} />}
    >
      <PersonStrip person={person} />
      <TimeMachine first={(now.data ?? person).events.first} at={at} />
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <IdentitiesPanel person={person} isFixed={isFixed} />
          <ConsentsPanel person={person} />
          <AudiencesPanel person={person} isPast={at !== undefined} />
        </div>
        <div className={styles.column}>
          <Timeline id={id} at={at} last={person.events.last} />
        </div>
        <div className={styles.column}>
          <OrdersPanel person={person} />
          <TraitsPanel person={person} />
          <DevicesPanel person={person} />
          {person.merges.length > 0 && <MergesPanel person={person} isFixed={isFixed} />}
        </div>
      </div>
    </Page>
  );
}

function StateLine(props: { readonly person: Person; readonly isFetching: boolean }): ReactNode {
  const words = useWords().people.person;
  const format = useFormat();
  const now = useNow();
  const { id, events } = props.person;
  return (
    <>
      <CopyId id={id} />
      {events.last !== null && ` · ${words.activeAgo(format.ago(events.last, now))}`}
      {events.first !== null && ` · ${words.since(format.day(events.first))}`}
      {props.isFetching && <Loader size={12} ml={8} aria-hidden />}
      <Text size="xs" c="dimmed">
        {words.recorded}
      </Text>
    </>
  );
}
