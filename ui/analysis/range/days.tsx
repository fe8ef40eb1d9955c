import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import 'dayjs/locale/fr';
import 'dayjs/locale/es';
import 'dayjs/locale/zh-cn';
import { DatePicker, DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { Range } from '../api-types.ts';

/** A calendar on which the first and the last day of a range are chosen. */
export function Days({
  range,
  onRange,
}: {
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}): ReactNode {
  const { words, language } = useSpeech();
  const say = words.analysis;
  return (
    <DatesProvider
      settings={{ locale: language === 'zh' ? 'zh-cn' : language, firstDayOfWeek: 1, weekendDays: [] }}
    >
      <DatePicker
        type="range"
        allowSingleDateInRange
        numberOfColumns={1}
        hideOutsideDates
        value={daysOf(range)}
        onChange={([from, to]) => {
          if (from) onRange(to ? { from, to } : { from, to: from });
        }}
        ariaLabels={{
          previousMonth: say.previousMonth,
          nextMonth: say.nextMonth,
        }}
      />
    </DatesProvider>
  );
}

/** The days that the calendar shows as chosen; none for ranges that move. */
function daysOf(range: Range): [string | null, string | null] {
  if (!('from' in range) || typeof range.from !== 'string') return [null, null];
  const to = typeof range.to === 'string' ? range.to.slice(0, 10) : null;
  return [range.from.slice(0, 10), to];
}
