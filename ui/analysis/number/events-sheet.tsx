import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
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
  const query = useInfiniteQuery({
    queryKey: ['analysis', 'events behind', place],
    queryFn: ({ pageParam }) => eventsBehind(place, pageParam),
    initialPageParam: undefined as Parameters<typeof eventsBehind>[1],
    getNextPageParam: (last) => (last.events.length < SHOWN ? undefined : last.events.at(-1)),
  });
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <SideSheet title={title} onClose={onClose} size="xl">
      <LoadedPages query={query} rows={events} empty={words.noEvents} more={words.more}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.time}</Table.Th>
              <Table.Th>{words.event}</Table.Th>
              <Table.Th>{words.channel}</Table.Th>
              <Table.Th className="number">{words.amount}</Table.Th>
              <Table.Th>{words.who}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.map((event) => (
              <Table.Tr key={`${event.place} ${event.derived}`}>
                <Table.Td>{format.moment(event.time)}</Table.Td>
                <Table.Td>{event.name}</Table.Td>
                <Table.Td>{event.channel}</Table.Td>
                <Table.Td className="number">
                  {event.revenue === 0 ? '—' : format.money(event.revenue, event.currency || undefined)}
                </Table.Td>
                <Table.Td>
                  <Link to="/people/$id" params={{ id: String(event.person) }}>
                    {event.person}
                  </Link>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </LoadedPages>
    </SideSheet>
  );
}
