import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from './number.ts';

describe('reading numbers', () => {
  test.each([
    ['6', 6],
    ['-12', -12],
    ['2.550', 2.55],
    ['.5', 0.5],
    ['5.', 5],
    ['+3', 3],
    ['1e3', 1000],
    ['1,234.50', 1234.5],
    ['1,234,567', 1234567],
    ['£1,234.50', 1234.5],
    ['-£4.99', -4.99],
    ['£-4.99', -4.99],
    ['12.50 EUR', 12.5],
    ['$ 7', 7],
    ['(12.50)', -12.5],
    ['12.50-', -12.5],
    ["1'234.50", 1234.5],
    ['1\u00a0234.50', 1234.5],
    ['\u22125', -5],
  ])('%s with a decimal point is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each([
    ['1.234,50', 1234.5],
    ['12,5', 12.5],
    ['1 234,50', 1234.5],
    ['1.234.567', 1234567],
    ['12,50 €', 12.5],
    ['7', 7],
  ])('%s with a decimal comma is %d', (text, value) => {
    expect(readNumber(text, ',')).toBe(value);
  });

  test.each([
    '',
    'abc',
    '0x1F',
    '0b11',
    'Infinity',
    'NaN',
    '1,23',
    '1,23,4',
    '1.2.3',
    '12 apples',
    '5%',
    '--5',
    '(-5)',
    '1 2',
    '-',
  ])('%j is no number', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  test('1.5 is no number with a decimal comma: fifteen and one and a half would both be guesses', () => {
    expect(readNumber('1.5', ',')).toBeUndefined();
  });

  test('every decimal number that is written plainly is read as it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toBe(value === 0 ? Number(String(value)) : value);
      }),
    );
  });

  test('amounts written for a country are read back', () => {
    const locales = [
      ['en-GB', '.'],
      ['de-DE', ','],
      ['fr-FR', ','],
      ['de-CH', '.'],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom(...locales),
        (cents, [locale, decimal]) => {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
          expect(readNumber(text, decimal)).toBe(cents / 100 + 0);
        },
      ),
    );
  });
});
