import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/spotlight/styles.css';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useMay } from '../access/use-me.ts';
import { workspacesQuery } from '../analysis/queries.ts';
import { audiencesQuery } from '../audiences/queries.ts';
import { productSearch } from '../catalog/queries.ts';
import { useSpeech } from '../language/speech.tsx';
import { matchText } from '../people/match-text.ts';
import { peopleSearch } from '../people/queries.ts';
import { hasWords } from './has-words.ts';
import { useFoundPages } from './use-found-pages.ts';

const PEOPLE_SHOWN = 6;
const OTHERS_SHOWN = 5;
const TYPED_MIN = 2;

/** Search over people, audiences, products, analyses and pages, by keyboard: Ctrl K, type, arrows, Enter. */
export function SearchDialog({ askedCount }: { readonly askedCount: number }): ReactNode {
  const { words } = useSpeech();
  const [typed, setTyped] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens each time when it was asked for.
  useEffect(() => spotlight.open(), [askedCount]);
  const text = useDeferredValue(typed.trim());
  const isLongEnough = text.length >= TYPED_MIN;
  const navigate = useNavigate();
  const people = useQuery({
    ...peopleSearch(text, PEOPLE_SHOWN),
    enabled: isLongEnough,
    placeholderData: keepPreviousData,
  });
  const pages = useFoundPages(text);
  const found = isLongEnough ? (people.data ?? []) : [];
  const groups = useOtherGroups(isLongEnough ? text : '');
  const foundCount = found.length + pages.length + groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <Spotlight.Root
      title={words.shell.search.placeholder}
      classNames={{ header: 'visually-hidden' }}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      transitionProps={{ duration: 100 }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={words.shell.search.placeholder}
        aria-label={words.shell.search.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={words.shell.search.people}>
            {found.map((person) => (
              <Spotlight.Action
                key={person.id}
                label={person.name ?? person.email ?? words.shell.search.stranger}
                description={matchText(person, words.people)}
                onClick={() => navigate({ to: '/people/$id', params: { id: String(person.id) } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups
          .filter(({ hits }) => hits.length > 0)
          .map(({ title, hits }) => (
            <Spotlight.ActionsGroup key={title} label={title}>
              {hits.map(({ id, label, detail, open }) => (
                <Spotlight.Action key={id} label={label} description={detail} onClick={open} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={words.shell.search.pages}>
            {pages.map(({ to, title, detail, icon: PageIcon }) => (
              <Spotlight.Action
                key={to}
                label={title}
                {...(detail === undefined ? {} : { description: detail })}
                {...(PageIcon ? { leftSection: <PageIcon size={18} aria-hidden /> } : {})}
                onClick={() => navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {foundCount === 0 && (
          <Spotlight.Empty>
            {isLongEnough ? words.shell.search.nothing : words.shell.search.typeMore}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Something that was found, and the way to it. */
interface Hit {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly open: () => void;
}

/** What is found besides people and pages, by kind; nothing while the text is empty. */
function useOtherGroups(text: string): readonly { readonly title: string; readonly hits: readonly Hit[] }[] {
  const { words } = useSpeech();
  const titles = words.shell.search;
  const navigate = useNavigate();
  const may = useMay();
  const isAsked = text !== '';
  const { data: audiences = [] } = useQuery({
    ...audiencesQuery,
    enabled: isAsked && may('audiences.read'),
    refetchInterval: false,
  });
  const { data: products = [] } = useQuery({
    ...productSearch(text, OTHERS_SHOWN),
    enabled: isAsked && may('catalog.read'),
    placeholderData: keepPreviousData,
  });
  const { data: workspaces = [] } = useQuery({
    ...workspacesQuery,
    enabled: isAsked && may('analytics.read'),
  });
  if (!isAsked) return [];
  const has = (name: string): boolean => hasWords(name, text);
  return [
    {
      title: titles.audiences,
      hits: audiences
        .filter(({ name, id }) => has(`${name} ${id}`))
        .slice(0, OTHERS_SHOWN)
        .map(({ id, name, kind }) => ({
          id,
          label: name,
          detail: words.audiences.kinds[kind],
          open: () => void navigate({ to: '/audiences/$id', params: { id } }),
        })),
    },
    {
      title: titles.products,
      hits: products.map(({ id, name, category, brand }) => ({
        id,
        label: name ?? id,
        detail: [brand, category?.join(' › ')].filter(Boolean).join(' · '),
        open: () => void navigate({ to: '/catalog/$id', params: { id } }),
      })),
    },
    {
      title: titles.workspaces,
      hits: workspaces
        .filter(({ name }) => has(name))
        .slice(0, OTHERS_SHOWN)
        .map(({ id, name }) => ({
          id,
          label: name,
          detail: '',
          open: () => void navigate({ to: '/analysis/$id', params: { id } }),
        })),
    },
  ];
}
