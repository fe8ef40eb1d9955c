import '@mantine/core/styles/NumberInput.css';
import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import 'dayjs/locale/fr';
import 'dayjs/locale/es';
import 'dayjs/locale/zh-cn';
import { Button, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Compare, Range } from '../api-types.ts';
import { PRESETS } from './presets.ts';
import styles from './range.module.css';
import { compareText, rangeText } from './range-text.ts';

type Unit = Extract<Range, { calendar: string }>['calendar'];
const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year'];
const COUNT_MAX = 1_000;
const COMPARISONS = ['', 'previous', 'year-before'] as const;

/** Chooses a stretch of time: one of the usual, days of a calendar, or whole units by a rule; and what it is compared with. */
export function RangeDialog(props: {
  readonly range: Range;
  readonly compare: Compare | undefined;
  readonly onChange: (range: Range, compare: Compare | undefined) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { words, language } = useSpeech();
  const say = words.analysis;
  const format = useFormat();
  const [range, setRange] = useState(props.range);
  const [compare, setCompare] = useState(props.compare);
  return (
    <Dialog title={say.chooseRange} onClose={props.onClose} size="auto">
      <div className={styles.columns}>
        <ul className={styles.presets} aria-label={say.usual}>
          {PRESETS.map((preset) => {
            const isChosen = JSON.stringify(preset) === JSON.stringify(range);
            return (
              <li key={JSON.stringify(preset)}>
                <button
                  type="button"
                  className={styles.preset}
                  aria-pressed={isChosen}
                  onClick={() => setRange(preset)}
                >
                  {rangeText(preset, say.ranges, format)}
                </button>
              </li>
            );
          })}
        </ul>
        <Stack gap="sm">
          <DatesProvider
            settings={{ locale: language === 'zh' ? 'zh-cn' : language, firstDayOfWeek: 1, weekendDays: [] }}
          >
            <DatePicker
              type="range"
              allowSingleDateInRange
              numberOfColumns={1}
              value={daysOf(range)}
              onChange={([from, to]) => {
                if (from) setRange(to ? { from, to } : { from, to: from });
              }}
              ariaLabels={{
                previousMonth: say.previousMonth,
                nextMonth: say.nextMonth,
                monthLevelControl: say.chooseMonth,
                yearLevelControl: say.chooseYear,
              }}
            />
          </DatesProvider>
          <Rule range={range} onRange={setRange} />
          <NativeSelect
            label={say.comparison}
            value={typeof compare === 'string' ? compare : compare ? 'own' : ''}
            onChange={(event) => {
              const chosen = COMPARISONS.find((each) => each === event.currentTarget.value);
              setCompare(chosen === '' || chosen === undefined ? undefined : chosen);
            }}
            data={[
              { value: '', label: say.ranges.none },
              { value: 'previous', label: say.ranges.previous },
              { value: 'year-before', label: say.ranges.yearBefore },
              ...(compare && typeof compare !== 'string'
                ? [{ value: 'own', label: compareText(compare, say.ranges, format) }]
                : []),
            ]}
          />
        </Stack>
      </div>
      <Group justify="space-between" mt="md">
        <span className="dimmed">{rangeText(range, say.ranges, format)}</span>
        <Button
          onClick={() => {
            props.onChange(range, compare);
            props.onClose();
          }}
        >
          {say.apply}
        </Button>
      </Group>
    </Dialog>
  );
}

/** Whole units by a rule: the last three whole months, this week. It moves with the calendar. */
function Rule({
  range,
  onRange,
}: {
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}): ReactNode {
  const say = useSpeech().words.analysis;
  const rule = 'calendar' in range ? range : { calendar: 'month' as const, back: 1, count: 1 };
  const set = (change: Partial<typeof rule>): void => onRange({ ...rule, ...change });
  return (
    <Group align="end" gap="xs" wrap="nowrap">
      <NumberInput
        label={say.ruleCount}
        value={rule.count ?? 1}
        min={1}
        max={COUNT_MAX}
        w={84}
        onChange={(count) => set({ count: Math.max(1, Number(count) || 1) })}
      />
      <NativeSelect
        label={say.ruleUnit}
        value={rule.calendar}
        onChange={(event) => {
          const unit = UNITS.find((each) => each === event.currentTarget.value);
          if (unit) set({ calendar: unit });
        }}
        data={UNITS.map((value) => ({ value, label: say.units[value] }))}
      />
      <NumberInput
        label={say.ruleBack}
        value={rule.back ?? 0}
        min={0}
        max={COUNT_MAX}
        w={110}
        onChange={(back) => set({ back: Math.max(0, Number(back) || 0) })}
      />
    </Group>
  );
}

/** The days that the calendar shows as chosen; none for ranges that move. */
function daysOf(range: Range): [string | null, string | null] {
  if (!('from' in range) || typeof range.from !== 'string') return [null, null];
  const to = typeof range.to === 'string' ? range.to.slice(0, 10) : null;
  return [range.from.slice(0, 10), to];
}
