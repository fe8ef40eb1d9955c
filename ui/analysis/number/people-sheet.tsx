import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { When } from '../../parts/when.tsx';
import { type NumberPlace, peopleBehind } from './number-queries.ts';

/** The people behind a number, a hundred first, as far as the reader may see who they are; each opens. */
export function PeopleSheet(props: {
  readonly place: NumberPlace;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis.number;
  const format = useFormat();
  const { place, title, onClose } = props;
  const queryKey = ['analysis', 'people behind', place];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => peopleBehind(place, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next,
  });
  const people = query.data?.pages.flatMap((page) => page.people) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <SideSheet title={title} onClose={onClose} size="lg">
      <LoadedPages query={query} queryKey={queryKey} rows={people} empty={words.nobody} more={words.more}>
        <Text size="sm" c="dimmed" mb="xs">
          {words.peopleShown(format.number(people.length), format.number(total))}
        </Text>
        <PlainTable
          heads={[words.who, words.reachedBy, { text: words.orders, className: 'number' }, words.lastSeen]}
        >
          {people.map(({ id, name, email, phone, orderCount, lastSeen }) => (
            <tr key={id}>
              <td>
                <Link to="/people/$id" params={{ id: String(id) }}>
                  {name ?? words.person(String(id))}
                </Link>
              </td>
              <td style={{ overflowWrap: 'anywhere' }}>{email ?? phone ?? '—'}</td>
              <td className="number">{format.number(orderCount)}</td>
              <td>{lastSeen === null ? '—' : <When time={lastSeen} />}</td>
            </tr>
          ))}
        </PlainTable>
      </LoadedPages>
    </SideSheet>
  );
}
