import { NativeSelect, Text, TextInput } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { userNamesQuery } from '../../access/queries.ts';
import { useWho } from '../../access/use-who.ts';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import styles from '../settings.module.css';
import { readFilter, useFilter } from '../use-filter.ts';

type Entry = paths['/api/audit']['get']['responses'][200]['content']['application/json']['entries'][number];

const KINDS = ['change', 'view', 'refused'] as const;
const TONES = { change: 'accent', view: 'plain', refused: 'bad' } as const;
const route = getRouteApi('/settings/audit');
const readAudit = readFilter(['kind', 'by', 'person', 'action']);
/** What a finger hits (WCAG 2.2, target size). */
const TARGET_PX = 24;
const PEOPLE_SHOWN = 3;
/** Two words in a line: a name. */
const WHO_PX = 150;

type Filter = {
  readonly kind: Entry['kind'] | '';
  readonly by: string;
  /** The number of a person, as typed. */
  readonly person: string;
  readonly action: string;
};

/** Who changed what, who looked at whom, and who was turned away. */
export function AuditSection(): ReactNode {
  const words = useWords().settings;
  const text = words.audit;
  const { by = '', person = '', action = '', ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const kind = KINDS.find((each) => each === search.kind) ?? '';
  const [filter, asked, change] = useFilter<Filter>(
    { kind, by, person, action },
    (next) => void navigate({ search: () => readAudit({ ...next }), replace: true }),
  );
  const query = useInfiniteQuery(auditQuery(asked));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Panel title={words.section.audit}>
      <Text size="sm" c="dimmed" mb={8}>
        {text.intro}
      </Text>
      <Filters filter={filter} onChange={change} />
      <LoadedPages query={query} rows={entries} empty={text.none} more={text.older}>
        <EntryTable entries={entries} />
      </LoadedPages>
    </Panel>
  );
}

function auditQuery({ kind, by, person, action }: Filter) {
  const number = Number(person);
  const hasPerson = Number.isSafeInteger(number) && number > 0;
  return infiniteQueryOptions({
    queryKey: ['audit', kind, by, hasPerson ? number : '', action],
    queryFn: ({ pageParam, signal }) =>
      must(
        api.GET('/api/audit', {
          params: {
            query: {
              limit: 50,
              ...(kind === '' ? {} : { kind }),
              ...(by === '' ? {} : { by }),
              ...(hasPerson ? { person: number } : {}),
              ...(action === '' ? {} : { action }),
              ...(pageParam === undefined ? {} : { below: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page): string | undefined => page.next,
  });
}

function Filters(props: {
  readonly filter: Filter;
  readonly onChange: (part: Partial<Filter>) => void;
}): ReactNode {
  const text = useWords().settings.audit;
  const { data: users = [] } = useQuery(userNamesQuery);
  const { filter, onChange } = props;
  return (
    <div className={styles.tools} style={{ marginBottom: 8 }}>
      <NativeSelect
        size="xs"
        aria-label={text.kind}
        value={filter.kind}
        data={[
          { value: '', label: text.everyKind },
          ...KINDS.map((value) => ({ value, label: text.kinds[value] })),
        ]}
        onChange={(event) =>
          onChange({ kind: KINDS.find((each) => each === event.currentTarget.value) ?? '' })
        }
      />
      <NativeSelect
        size="xs"
        aria-label={text.who}
        value={filter.by}
        data={[
          { value: '', label: text.everybody },
          ...users.map(({ id, name }) => ({ value: `user:${id}`, label: name })),
        ]}
        onChange={(event) => onChange({ by: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        aria-label={text.person}
        placeholder={text.person}
        inputMode="numeric"
        value={filter.person}
        onChange={(event) => onChange({ person: event.currentTarget.value.trim() })}
      />
      <TextInput
        size="xs"
        aria-label={text.action}
        placeholder={text.action}
        value={filter.action}
        onChange={(event) => onChange({ action: event.currentTarget.value.trim() })}
      />
    </div>
  );
}

function EntryTable({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const text = useWords().settings.audit;
  const format = useFormat();
  const who = useWho();
  return (
    <PlainTable
      minWidth={640}
      stacked="lines"
      heads={[text.when, text.who, text.kind, text.what, text.people]}
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td style={{ whiteSpace: 'nowrap' }}>{format.moment(entry.at)}</td>
          <td style={{ minWidth: WHO_PX }}>
            {who(entry.by)}
            <div className="dimmed">{entry.address}</div>
          </td>
          <td>
            <Chip tone={TONES[entry.kind]}>{text.kinds[entry.kind]}</Chip>
          </td>
          <td>
            <span className="mono">{entry.action}</span>
            <div className="dimmed">{entry.note ?? entry.path}</div>
          </td>
          <td>
            <People entry={entry} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function People({ entry }: { readonly entry: Entry }): ReactNode {
  const words = useWords();
  const format = useFormat();
  const { people = [], peopleCount = people.length } = entry;
  if (people.length === 0 || people.length > PEOPLE_SHOWN)
    return peopleCount === 0 ? '—' : format.number(peopleCount);
  return people.map((id) => (
    <div key={id} style={{ minHeight: TARGET_PX }}>
      <Link
        to="/people/$id"
        params={{ id: String(id) }}
        className="mono"
        aria-label={words.home.openPerson(String(id))}
      >
        {String(id)}
      </Link>
    </div>
  ));
}
