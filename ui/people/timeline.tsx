import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { LoadedPages } from '../parts/loaded-pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { TIMELINE_FILTERS, type TimelineFilter } from './address.ts';
import styles from './people.module.css';
import { type TimelineEvent, timelineQuery } from './queries.ts';
import { RawEvent } from './raw-event.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { usePictures } from './use-pictures.ts';

const route = getRouteApi('/people/$id');
const CATCH_UP_MS = 1_500;
/** An event that never comes is not waited for for ever. */
const CATCH_UPS_MAX = 20;

/** What she did, by day, newest first. The filter is in the address. */
export function Timeline(props: {
  readonly id: number;
  readonly at: number | undefined;
  /** When the profile says that something happened last; the timeline catches up with it. */
  readonly last: number | null;
}): ReactNode {
  const words = useWords().people;
  const { show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const [raw, setRaw] = useState<TimelineEvent>();
  const query = useInfiniteQuery({
    ...timelineQuery(props.id, show, props.at),
    placeholderData: (old, oldQuery) => (oldQuery?.queryKey[1] === props.id ? old : undefined),
    // The profile is folded at once, the warehouse has the event a moment later.
    refetchInterval: ({ state }) => {
      const newest = state.data?.pages[0]?.events[0]?.time ?? 0;
      const isBehind = props.at === undefined && show === 'all' && newest < (props.last ?? 0);
      return isBehind && state.dataUpdateCount < CATCH_UPS_MAX ? CATCH_UP_MS : false;
    },
  });
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const pictures = usePictures(query.data?.pages ?? []);
  return (
    <Panel
      title={words.person.timeline}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={words.person.timeline}
          value={show}
          data={TIMELINE_FILTERS.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(value) =>
            void navigate({
              search: ({ show: _, ...rest }) =>
                value === 'all' ? rest : { ...rest, show: value as TimelineFilter },
              replace: true,
            })
          }
          style={{ maxWidth: '100%', overflowX: 'auto' }}
        />
      }
    >
      <LoadedPages query={query} rows={events} empty={words.person.noEvents} more={words.person.older}>
        <Days events={events} pictures={pictures} onOpen={setRaw} />
      </LoadedPages>
      {raw && <RawEvent event={raw} onClose={() => setRaw(undefined)} />}
    </Panel>
  );
}

function Days(props: {
  readonly events: readonly TimelineEvent[];
  readonly pictures: ReadonlyMap<string, string>;
  readonly onOpen: (event: TimelineEvent) => void;
}): ReactNode {
  const format = useFormat();
  const days = new Map<string, TimelineEvent[]>();
  for (const event of props.events) {
    const day = format.weekday(event.time);
    const known = days.get(day);
    if (known) known.push(event);
    else days.set(day, [event]);
  }
  return [...days].map(([day, events]) => (
    <section key={day} aria-label={day}>
      <h3 className={styles.day}>{day}</h3>
      {events.map((event) => (
        <TimelineRow
          key={`${event.place}:${event.derived}`}
          event={event}
          pictures={props.pictures}
          onOpen={props.onOpen}
        />
      ))}
    </section>
  ));
}
