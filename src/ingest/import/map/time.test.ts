import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeReader } from './time-format.ts';
import { timeZone } from './time-zone.ts';

const zoneOf = (name: string) => timeZone(name)!;
const utc = zoneOf('UTC');
const read = (text: string | number, format = 'auto', zone = 'UTC') => {
  const time = timeReader(format, zoneOf(zone))!(text);
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe('reading times', () => {
  test.each([
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01T08:26:00.1234567Z', '2010-12-01T08:26:00.123Z'],
    ['2010-12-01T08:26+02:00', '2010-12-01T06:26:00.000Z'],
    ['2010-12-01 08:26:00 -0530', '2010-12-01T13:56:00.000Z'],
    ['2010-12-01 08:26:00 UTC', '2010-12-01T08:26:00.000Z'],
    ['2010/12/01', '2010-12-01T00:00:00.000Z'],
    ['2010-12-01 24:00', '2010-12-02T00:00:00.000Z'],
    ['1291191960', '2010-12-01T08:26:00.000Z'],
    ['1291191960123', '2010-12-01T08:26:00.123Z'],
    ['1291191960123456', '2010-12-01T08:26:00.123Z'],
    [1291191960123, '2010-12-01T08:26:00.123Z'],
  ])('auto reads %s', (text, iso) => {
    expect(read(text)).toBe(iso);
  });

  test.each([
    ['01/12/2010 08:26', 'DD/MM/YYYY HH:mm', '2010-12-01T08:26:00.000Z'],
    ['1/12/10 8:26', 'D/M/YY H:mm', '2010-12-01T08:26:00.000Z'],
    ['12/1/2010 8:26 PM', 'M/D/YYYY h:mm A', '2010-12-01T20:26:00.000Z'],
    ['12/1/2010 12:05 am', 'M/D/YYYY h:mm a', '2010-12-01T00:05:00.000Z'],
    ['1.12.2010', 'D.M.YYYY', '2010-12-01T00:00:00.000Z'],
    ['19970101', 'YYYYMMDD', '1997-01-01T00:00:00.000Z'],
    ['1 Dec 2010', 'D MMM YYYY', '2010-12-01T00:00:00.000Z'],
    ['December 1, 2010', 'MMMM D, YYYY', '2010-12-01T00:00:00.000Z'],
    ['2010-12-01 at 08h26', 'YYYY-MM-DD [at] HH[h]mm', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01T08:26:00,5 +01', 'YYYY-MM-DDTHH:mm:ss,SSS Z', '2010-12-01T07:26:00.500Z'],
    ['1291191960', 'epoch-s', '2010-12-01T08:26:00.000Z'],
  ])('%s as %s', (text, format, iso) => {
    expect(read(text, format)).toBe(iso);
  });

  test.each([
    ['2010-02-29', 'auto'],
    ['2010-13-01', 'auto'],
    ['2010-12-01 25:00', 'auto'],
    ['01/12/2010', 'auto'],
    ['yesterday', 'auto'],
    ['17850', 'auto'],
    ['31/04/2010', 'DD/MM/YYYY'],
    ['13:00 PM 1/1/2010', 'h:mm A D/M/YYYY'],
    ['1 Foo 2010', 'D MMM YYYY'],
  ])('%s is no time (%s)', (text, format) => {
    expect(read(text, format)).toBeUndefined();
  });

  test.each(['', 'HH:mm', 'DD/MM', 'YYYY-MM-DD qq', `YYYY-MM-DD${' '.repeat(60)}`])(
    '%j is no format',
    (format) => {
      expect(timeReader(format, utc)).toBeUndefined();
    },
  );

  test('every moment that is written in a format is read back', () => {
    const formats = [
      ['auto', (iso: string) => iso],
      ['auto', (iso: string) => iso.slice(0, 23).replace('T', ' ')],
      [
        'DD.MM.YYYY HH:mm:ss.SSS',
        (iso: string) => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 23)}`,
      ],
    ] as const;
    const moments = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2299-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...formats), (date, [format, write]) => {
        expect(timeReader(format, utc)!(write(date.toISOString()))).toBe(date.getTime());
      }),
    );
  });
});

describe('time zones', () => {
  const local = (text: string) => Date.parse(`${text}Z`);

  test('a local time is moved by the offset of that day', () => {
    expect(new Date(zoneOf('Europe/London').toUtc(local('2011-01-15T12:00'))).toISOString()).toBe(
      '2011-01-15T12:00:00.000Z',
    );
    expect(new Date(zoneOf('Europe/London').toUtc(local('2011-07-15T12:00'))).toISOString()).toBe(
      '2011-07-15T11:00:00.000Z',
    );
    expect(new Date(zoneOf('Asia/Kathmandu').toUtc(local('2011-07-15T12:00'))).toISOString()).toBe(
      '2011-07-15T06:15:00.000Z',
    );
    expect(new Date(zoneOf('-03:30').toUtc(local('2011-07-15T12:00'))).toISOString()).toBe(
      '2011-07-15T15:30:00.000Z',
    );
  });

  test('a time that comes twice is the first of the two, one that never comes is moved forward', () => {
    const berlin = zoneOf('Europe/Berlin');
    expect(new Date(berlin.toUtc(local('2026-10-25T02:30'))).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(new Date(berlin.toUtc(local('2026-03-29T02:30'))).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  test('whatever the clocks of a zone show is read as the moment at which they show it', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
      'Asia/Kolkata',
    ];
    const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, name) => {
        const second = moment - (moment % 1000);
        const shown = shownIn(name, second);
        const found = zoneOf(name).toUtc(local(shown));
        // The hour that comes twice has two moments; both are shown the same.
        expect(shownIn(name, found)).toBe(shown);
        expect(found).toBeLessThanOrEqual(second);
      }),
      { numRuns: 500 },
    );
  });

  test('a zone that does not exist is none', () => {
    expect(timeZone('Europe/Londn')).toBeUndefined();
  });

  function shownIn(name: string, moment: number): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' })
      .format(moment)
      .replace(' ', 'T');
  }
});
