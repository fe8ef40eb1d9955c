import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readSingle } from '../../api/single-definition.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { SettingForm, useDraft } from '../setting-form.tsx';
import styles from '../settings.module.css';
import { usePublish } from '../use-publish.ts';

interface Rate {
  readonly currency: string;
  /** A day, `2026-01-31`. */
  readonly since: string;
  readonly rate: number;
}

interface Reporting {
  readonly weekStart?: number;
  readonly rates?: readonly Rate[];
}

/** Monday the 5th of January 1970 and the days after it: the days of the week by their numbers, 1 to 7. */
const MONDAY = Date.UTC(1970, 0, 5, 12);
const DAY_MS = 86_400_000;

/** On which day weeks begin, and what other currencies are worth: what reports go by. */
export function ReportingPanel(): ReactNode {
  const words = useWords().settings.reporting;
  const query = useQuery({
    queryKey: ['single', 'reporting'],
    queryFn: async ({ signal }) => {
      const { document, version } = (await readSingle('reporting', signal)) ?? { document: {}, version: 0 };
      return { document: (document ?? {}) as Reporting, version };
    },
  });
  return (
    <Panel title={words.title}>
      <Loaded query={query}>
        {({ document, version }) => (
          <ReportingForm
            key={version}
            saved={document}
            version={version}
            onReload={() => void query.refetch()}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function ReportingForm(props: {
  readonly saved: Reporting;
  readonly version: number;
  readonly onReload: () => void;
}): ReactNode {
  const words = useWords().settings.reporting;
  const format = useFormat();
  const { draft, setDraft, form } = useDraft(props.saved, usePublish('reporting', props.version));
  const { weekStart = 1, rates = [] } = draft;
  const change = (place: number, part: Partial<Rate>): void =>
    setDraft({ ...draft, rates: rates.with(place, { ...rates[place]!, ...part }) });
  return (
    <SettingForm {...form} onReload={props.onReload} holds="at-once">
      <div className={styles.form}>
        <NativeSelect
          maw={260}
          label={words.weekStart}
          value={String(weekStart)}
          data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
            value: String(day),
            label: format.dayName(MONDAY + (day - 1) * DAY_MS),
          }))}
          onChange={(event) => setDraft({ ...draft, weekStart: Number(event.currentTarget.value) })}
        />
      </div>
      <Text size="sm" fw={600} mt={12}>
        {words.rates}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {words.ratesHint}
      </Text>
      {rates.length > 0 && (
        <RateTable
          rates={rates}
          onChange={change}
          onRemove={(place) => setDraft({ ...draft, rates: rates.toSpliced(place, 1) })}
        />
      )}
      <Button
        size="xs"
        variant="default"
        mt={4}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          setDraft({ ...draft, rates: [...rates, { currency: '', since: '2020-01-01', rate: 1 }] })
        }
      >
        {words.add}
      </Button>
    </SettingForm>
  );
}

function RateTable(props: {
  readonly rates: readonly Rate[];
  readonly onChange: (place: number, part: Partial<Rate>) => void;
  readonly onRemove: (place: number) => void;
}): ReactNode {
  const words = useWords().settings.reporting;
  return (
    <PlainTable
      verticalSpacing={4}
      isNarrow
      heads={[
        words.currency,
        words.since,
        { text: words.rate, className: 'number' },
        { text: words.remove, isHidden: true },
      ]}
    >
      {props.rates.map((rate, place) => (
        // Rates are told apart by where they stand: what they are of is being typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <tr key={place}>
          <td>
            <TextInput
              size="xs"
              w={80}
              aria-label={words.currency}
              required
              pattern="[A-Z]{3}"
              maxLength={3}
              value={rate.currency}
              onChange={(event) =>
                props.onChange(place, { currency: event.currentTarget.value.toUpperCase() })
              }
            />
          </td>
          <td>
            <TextInput
              size="xs"
              type="date"
              aria-label={words.since}
              required
              value={rate.since}
              onChange={(event) => props.onChange(place, { since: event.currentTarget.value })}
            />
          </td>
          <td>
            <TextInput
              size="xs"
              w={120}
              type="number"
              step="any"
              min="0.000001"
              aria-label={words.rate}
              required
              value={rate.rate}
              onChange={(event) => props.onChange(place, { rate: Number(event.currentTarget.value) })}
            />
          </td>
          <td>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${words.remove} ${rate.currency}`}
              onClick={() => props.onRemove(place)}
            >
              <IconTrash size={14} aria-hidden />
            </Button>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
