import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { When } from '../../parts/when.tsx';
import styles from '../settings.module.css';
import { readFilter, useFilter } from '../use-filter.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { type Entry, quarantineQuery } from './queries.ts';
import { useQuarantineOrders } from './use-quarantine-orders.ts';

const route = getRouteApi('/settings/quarantine');
const readQuarantine = readFilter(['reason', 'source']);

/** Events that were refused, with why; after a fix they are sent again. */
export function QuarantineSection(): ReactNode {
  const words = useWords().settings.quarantine;
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [filter, asked, change] = useFilter(
    { reason: search.reason ?? '', source: search.source ?? '' },
    (next) => void navigate({ search: () => readQuarantine(next), replace: true }),
  );
  const query = useInfiniteQuery(quarantineQuery(asked));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<Entry>();
  const [isRemoving, setRemoving] = useState(false);
  const orders = useQuarantineOrders(() => {
    setChosen([]);
    setRemoving(false);
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Panel title={useWords().settings.section.quarantine} note={<Chip>{format.number(total)}</Chip>}>
      <Text size="sm" c="dimmed" mb={8}>
        {words.intro}
      </Text>
      <div className={styles.tools} style={{ marginBottom: 8 }}>
        <TextInput
          size="xs"
          aria-label={words.reason}
          placeholder={words.reason}
          value={filter.reason}
          onChange={(event) => change({ reason: event.currentTarget.value.trim() })}
        />
        <TextInput
          size="xs"
          aria-label={words.source}
          placeholder={words.source}
          value={filter.source}
          onChange={(event) => change({ source: event.currentTarget.value.trim() })}
        />
        <Button
          size="xs"
          disabled={chosen.length === 0}
          loading={orders.replay.isPending}
          onClick={() => orders.replay.mutate(chosen.map((key) => ({ key })))}
        >
          {words.replayChosen(chosen.length)}
        </Button>
        <Button size="xs" variant="default" disabled={chosen.length === 0} onClick={() => setRemoving(true)}>
          {words.removeChosen(chosen.length)}
        </Button>
      </div>
      <LoadedPages query={query} rows={entries} empty={words.empty} more={words.older}>
        <EntryTable entries={entries} chosen={chosen} onChoose={setChosen} onShow={setShown} />
      </LoadedPages>
      {isRemoving && (
        <ConfirmDialog
          title={words.removeTitle(chosen.length)}
          verb={words.removeChosen(chosen.length)}
          isBusy={orders.remove.isPending}
          error={orders.remove.error}
          onConfirm={() => orders.remove.mutate(chosen)}
          onClose={() => {
            setRemoving(false);
            orders.remove.reset();
          }}
        >
          {words.removeWhy}
        </ConfirmDialog>
      )}
      {shown && <EntryDrawer key={shown.key} entry={shown} onClose={() => setShown(undefined)} />}
    </Panel>
  );
}

function EntryTable(props: {
  readonly entries: readonly Entry[];
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
  readonly onShow: (entry: Entry) => void;
}): ReactNode {
  const words = useWords().settings.quarantine;
  const { entries, chosen, onChoose, onShow } = props;
  const isAll = entries.every(({ key }) => chosen.includes(key));
  return (
    <PlainTable
      stacked="lines"
      heads={[
        {
          text: words.chooseAll,
          shown: (
            <Checkbox
              size="xs"
              aria-label={words.chooseAll}
              checked={isAll}
              indeterminate={!isAll && chosen.length > 0}
              onChange={() => onChoose(isAll ? [] : entries.map(({ key }) => key))}
            />
          ),
        },
        words.received,
        words.reason,
        words.source,
        { text: words.open, isHidden: true },
      ]}
    >
      {entries.map((entry) => (
        <tr key={entry.key}>
          <td>
            <Checkbox
              size="xs"
              aria-label={`${words.choose} ${entry.key}`}
              checked={chosen.includes(entry.key)}
              onChange={() =>
                onChoose(
                  chosen.includes(entry.key)
                    ? chosen.filter((key) => key !== entry.key)
                    : [...chosen, entry.key],
                )
              }
            />
          </td>
          <td style={{ whiteSpace: 'nowrap' }}>
            <When time={entry.received} />
          </td>
          <td>
            <span className="mono">{entry.reason}</span>
            <div className="dimmed">{entry.message}</div>
          </td>
          <td>{entry.source}</td>
          <td>
            <Button size="compact-xs" variant="default" onClick={() => onShow(entry)}>
              {words.open}
            </Button>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
