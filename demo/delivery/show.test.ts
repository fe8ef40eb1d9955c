import { describe, expect, it } from 'vitest';
import { bar, createShow } from './show.ts';

describe('the bar of progress', () => {
  it('fits into the line that there is, down to a line without a bar', () => {
    expect(bar('history', 0.5, '2026-03-01', 79)).toBe(
      'history [===============               ]  50 %  2026-03-01',
    );
    for (const columns of [79, 50, 40, 33, 32, 28]) {
      const line = bar('history', 0.5, '2026-03-01', columns);
      expect(line.length).toBeLessThanOrEqual(columns);
      expect(line).toMatch(/^history .* 50 % {2}2026-03-01$/);
      expect(line.includes('[===')).toBe(columns >= 38);
    }
  });

  it('begins at nothing and ends when all is done, whatever is asked of it', () => {
    expect([-1, 0, 0.999, 1, 2].map((share) => /\d+ %/.exec(bar('', share, '', 79))![0])).toEqual([
      '0 %',
      '0 %',
      '99 %',
      '100 %',
      '100 %',
    ]);
  });
});

describe('a show', () => {
  const written: string[] = [];
  const show = (isTerminal: boolean, clock: { ms: number }) =>
    createShow({
      write: (text) => void written.push(text),
      isTerminal,
      columns: () => 10,
      now: () => clock.ms,
    });

  it('draws one line over the other on a terminal, never a longer one than fits', () => {
    written.length = 0;
    const one = show(true, { ms: 0 });
    one.line('0123456789abcdef');
    one.say('kept');
    expect(written).toEqual(['\r\u001b[2K012345678', '\r\u001b[2K', 'kept\n']);
  });

  it('writes a line now and then where there is no terminal', () => {
    written.length = 0;
    const clock = { ms: 0 };
    const one = show(false, clock);
    for (; clock.ms <= 12_000; clock.ms += 1_000) one.line(`${clock.ms}`);
    expect(written).toEqual(['5000\n', '10000\n']);
  });
});
