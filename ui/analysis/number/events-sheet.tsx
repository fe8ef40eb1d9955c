import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Lines } from '../../parts/loaded.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Table } from '../../parts/table.tsx';
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
  const query = useInfiniteQuery({
    queryKey: ['analysis', 'events behind', place],
    queryFn: ({ pageParam }) => eventsBehind(place, pageParam),
    initialPageParam: undefined as Parameters<typeof eventsBehind>[1],
    getNextPageParam: (last) => (last.events.length < SHOWN ? undefined : last.events.at(-1)),
  });
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <SideSheet title={title} onClose={onClose} size="xl">
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Lines count={6} />}
      {query.data && events.length === 0 && <Empty why={words.noEvents} />}
      {events.length > 0 && (
        <Table verticalSpacing={4}>
          <thead>
            <tr>
              <th>{words.time}</th>
              <th>{words.event}</th>
              <th>{words.channel}</th>
              <th className="number">{words.amount}</th>
              <th>{words.who}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </Table>
      )}
      {query.hasNextPage && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </SideSheet>
  );
}
