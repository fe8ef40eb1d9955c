import { NativeSelect, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { type AudiencesSearch, KINDS, STATE_FILTERS } from '../address.ts';
import styles from '../audiences.module.css';
import { type Audience, audiencesQuery, trendsQuery } from '../queries.ts';
import { AudienceTable } from './audience-table.tsx';
import { NewAudience } from './new-audience.tsx';
import { rowsFor, rowsOf } from './rows.ts';

const route = getRouteApi('/audiences');

/** All audiences: how many are in each, how it moves, how it stands, what uses it. */
export function AudiencesPage(): ReactNode {
  const words = useWords().audiences;
  const may = useMay();
  const query = useQuery(audiencesQuery);
  return (
    <Page title={words.title} state={words.intro} actions={may('audiences.write') && <NewAudience />}>
      <Panel title={words.all}>
        <Loaded
          query={query}
          isEmpty={(audiences) => audiences.length === 0}
          empty={<Empty why={words.none} />}
        >
          {(audiences) => <AudienceList audiences={audiences} />}
        </Loaded>
      </Panel>
    </Page>
  );
}

function AudienceList({ audiences }: { readonly audiences: readonly Audience[] }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const search = useDeferredValue(route.useSearch());
  const { sort = 'name' } = search;
  const navigate = route.useNavigate();
  const { data: trends } = useQuery(trendsQuery);
  const rows = useMemo(() => rowsOf(audiences, trends), [audiences, trends]);
  const shown = useMemo(() => rowsFor(rows, search), [rows, search]);
  const change = (part: { readonly [K in keyof AudiencesSearch]: AudiencesSearch[K] | undefined }): void =>
    void navigate({ search: (before) => ({ ...before, ...part }) as AudiencesSearch, replace: true });
  return (
    <>
      <Filters onChange={change} />
      <Text size="xs" c="dimmed" mb={4} aria-live="polite">
        {words.count(format.number(shown.length), format.number(audiences.length))}
      </Text>
      {shown.length === 0 ? (
        <Empty why={words.noMatch} />
      ) : (
        <AudienceTable rows={shown} sort={sort} onSort={(chosen) => change({ sort: chosen })} />
      )}
    </>
  );
}

function Filters(props: {
  readonly onChange: (
    part: {
      readonly [K in keyof AudiencesSearch]: AudiencesSearch[K] | undefined;
    },
  ) => void;
}): ReactNode {
  const words = useWords().audiences;
  const { text = '', state = 'current', kind } = route.useSearch();
  return (
    <div className={styles.filters}>
      <TextInput
        aria-label={words.search}
        placeholder={words.search}
        w={{ base: '100%', sm: 280 }}
        value={text}
        onChange={(event) => props.onChange({ text: event.currentTarget.value || undefined })}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <NativeSelect
        aria-label={words.columns.state}
        value={state}
        data={STATE_FILTERS.map((value) => ({ value, label: words.stateFilters[value] }))}
        onChange={(event) =>
          props.onChange({ state: STATE_FILTERS.find((each) => each === event.currentTarget.value) })
        }
      />
      <NativeSelect
        aria-label={words.kind}
        value={kind ?? ''}
        data={[
          { value: '', label: words.everyKind },
          ...KINDS.map((value) => ({ value, label: words.kinds[value] })),
        ]}
        onChange={(event) =>
          props.onChange({ kind: KINDS.find((each) => each === event.currentTarget.value) })
        }
      />
    </div>
  );
}
