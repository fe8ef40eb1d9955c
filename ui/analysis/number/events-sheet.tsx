import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { eventsBehind, type NumberPlace, SHOWN } from './number-queries.ts';

/** The events behind a number, newest first. */
export function EventsSheet(props: {
  readonly place: NumberPlace;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis.number;
  const format = useFormat();
  const { place, title, onClose } = props;
  const queryKey = ['analysis', 'events behind', place];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => eventsBehind(place, pageParam, signal),
    initialPageParam: undefined as Parameters<typeof eventsBehind>[1],
    getNextPageParam: (last) => (last.events.length < SHOWN ? undefined : last.events.at(-1)),
  });
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <SideSheet title={title} onClose={onClose} size="xl">
      <LoadedPages query={query} queryKey={queryKey} rows={events} empty={words.noEvents} more={words.more}>
        <PlainTable
          heads={[
            words.time,
            words.event,
            words.channel,
            { text: words.amount, className: 'number' },
            words.who,
          ]}
        >
          {events.map((event) => (
            <tr key={`${event.place} ${event.derived}`}>
              <td>{format.moment(event.time)}</td>
              <td>{event.name}</td>
              <td>{event.channel}</td>
              <td className="number">
                {event.revenue === 0 ? '—' : format.money(event.revenue, event.currency || undefined)}
              </td>
              <td>
                <Link to="/people/$id" params={{ id: String(event.person) }}>
                  {event.person}
                </Link>
              </td>
            </tr>
          ))}
        </PlainTable>
      </LoadedPages>
    </SideSheet>
  );
}
