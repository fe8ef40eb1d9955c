import { TIME_UNITS, type TimeUnit } from '../../range/span.ts';
import type { Events } from '../../rows/events.ts';
import type { Dimension } from '../dimension.ts';
import { type Title, title } from '../title.ts';

const TITLES: Readonly<Record<TimeUnit, Title>> = {
  hour: title('Hour | Stunde | Heure | Hora | 小时'),
  day: title('Day | Tag | Jour | Día | 日'),
  week: title('Week | Woche | Semaine | Semana | 周'),
  month: title('Month | Monat | Mois | Mes | 月'),
  quarter: title('Quarter | Quartal | Trimestre | Trimestre | 季度'),
  year: title('Year | Jahr | Année | Año | 年'),
};

/** The first day of the step that holds a time, in the zone of the workspace; an hour begins at an instant. */
export function stepOf(unit: TimeUnit, time: string, events: Events): string {
  const { frame } = events;
  const zone = events.bind('String', frame.zone);
  const day = `toDate(${time}, ${zone})`;
  switch (unit) {
    case 'hour':
      return `toStartOfHour(${time}, ${zone})`;
    case 'day':
      return day;
    case 'week':
      return `${day} - (toDayOfWeek(${day}) + ${7 - frame.weekStart}) % 7`;
    case 'month':
      return `toStartOfMonth(${day})`;
    case 'quarter':
      return `toStartOfQuarter(${day})`;
    case 'year':
      return `toStartOfYear(${day})`;
  }
}

/** Steps of time as dimensions: days are written `2026-05-03`, longer steps by their first day, hours with their offset. */
export const TIME_STEPS: readonly Dimension[] = TIME_UNITS.map((unit) => ({
  id: unit,
  title: TITLES[unit],
  type: 'time',
  container: 'event',
  unit,
  read: (events) => stepOf(unit, 'time', events),
  ...(unit === 'hour'
    ? {
        text: (value: string, events: Events) =>
          `formatDateTime(${value}, '%FT%R%z', ${events.bind('String', events.frame.zone)})`,
      }
    : {}),
}));

const part = (id: string, name: Title, sql: string): Dimension => ({
  id,
  title: name,
  type: 'number',
  container: 'event',
  read: (events) =>
    `${sql}(time${sql === 'toDayOfWeek' ? ', 0' : ''}, ${events.bind('String', events.frame.zone)})`,
});

/** Parts of time that come again: the hour of the day (0-23), the day of the week (1 is Monday) and of the month, the month. */
export const TIME_PARTS: readonly Dimension[] = [
  part(
    'hour-of-day',
    title('Hour of the day | Stunde des Tages | Heure du jour | Hora del día | 一天中的小时'),
    'toHour',
  ),
  part(
    'day-of-week',
    title('Day of the week | Wochentag | Jour de la semaine | Día de la semana | 星期几'),
    'toDayOfWeek',
  ),
  part(
    'day-of-month',
    title('Day of the month | Tag des Monats | Jour du mois | Día del mes | 一月中的日'),
    'toDayOfMonth',
  ),
  part(
    'month-of-year',
    title('Month of the year | Monat des Jahres | Mois de l’année | Mes del año | 一年中的月'),
    'toMonth',
  ),
];
