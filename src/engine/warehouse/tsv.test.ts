import { describe, expect, test } from 'vitest';
import { linesInPieces } from './pieces.ts';
import { splitStatements } from './statement.ts';
import { tsv, tsvJson, tsvNumbers, tsvTexts, tsvTime } from './tsv.ts';

describe('fields of a TabSeparated line', () => {
  test('what would end a field or a line is escaped', () => {
    expect(tsv('a\tb\nc\rd\\e')).toBe('a\\tb\\nc\\rd\\\\e');
    expect(tsv('plain ünï 🛍️ \'"')).toBe('plain ünï 🛍️ \'"');
    expect(tsv('')).toBe('');
  });

  test('JSON text only needs its backslashes doubled', () => {
    expect(tsvJson(JSON.stringify({ a: 'x\t"y"' }))).toBe('{"a":"x\\\\t\\\\"y\\\\""}');
  });

  test('an array is quoted text or plain numbers', () => {
    expect(tsvTexts([])).toBe('[]');
    expect(tsvTexts(["it's", 'a\tb', '\\'])).toBe("['it\\'s','a\\tb','\\\\']");
    expect(tsvNumbers([1, 0.5, -3])).toBe('[1,0.5,-3]');
  });

  test('a time is seconds with three decimals', () => {
    expect(tsvTime(1_780_000_000_005)).toBe('1780000000.005');
    expect(tsvTime(1_000)).toBe('1.000');
    expect(tsvTime(5)).toBe('0.005');
    expect(tsvTime(0)).toBe('0.000');
    expect(tsvTime(-1_500)).toBe('-1.500');
  });
});

describe('lines in pieces', () => {
  const joined = (lines: string | readonly string[]) => Buffer.concat([...linesInPieces(lines)]).toString();

  test('no character is lost or broken, however long the text', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `${i}\t${'🛍️ü'.repeat(i % 200)}\n`);
    expect(joined(lines)).toBe(lines.join(''));
    expect(joined(lines.join(''))).toBe(lines.join(''));
    expect([...linesInPieces(lines)].length).toBeGreaterThan(2);
  });

  test('a text without a newline at its end is whole too', () => {
    expect(joined(`a\n${'x'.repeat(600_000)}`)).toBe(`a\n${'x'.repeat(600_000)}`);
    expect(joined('')).toBe('');
  });
});

describe('statements', () => {
  test('only a semicolon of the SQL itself splits', () => {
    const sql = "-- one; two\nselect ';', `a;b`, \"c;d\", 'it''s;', 'x\\';y' /* ; */;\n\n;-- end;\nselect 2";
    expect(splitStatements(sql)).toEqual([
      "-- one; two\nselect ';', `a;b`, \"c;d\", 'it''s;', 'x\\';y' /* ; */",
      '-- end;\nselect 2',
    ]);
  });

  test('comments alone are no statement', () => {
    expect(splitStatements('-- nothing;\n/* here; */')).toEqual([]);
  });
});
