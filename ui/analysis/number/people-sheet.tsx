import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import styles from './number.module.css';
import { type NumberPlace, peopleBehind } from './number-queries.ts';

/** The people behind a number, a hundred first. */
export function PeopleSheet(props: {
  readonly place: NumberPlace;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis.number;
  const format = useFormat();
  const { place, title, onClose } = props;
  const query = useInfiniteQuery({
    queryKey: ['analysis', 'people behind', place],
    queryFn: ({ pageParam }) => peopleBehind(place, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next,
  });
  const people = query.data?.pages.flatMap((page) => page.people) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <SideSheet title={title} onClose={onClose}>
      <LoadedPages query={query} rows={people} empty={words.nobody} more={words.more}>
        <Text size="sm" c="dimmed" mb="xs">
          {words.peopleShown(format.number(people.length), format.number(total))}
        </Text>
        <ul className={styles.people}>
          {people.map((id) => (
            <li key={id}>
              <Link to="/people/$id" params={{ id: String(id) }}>
                {words.person(String(id))}
              </Link>
            </li>
          ))}
        </ul>
      </LoadedPages>
    </SideSheet>
  );
}
