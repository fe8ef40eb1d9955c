import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/index.ts';
import { namespacesOf } from '../identity/index.ts';
import { csvRowsOf } from './csv-rows.ts';
import { countOf } from './estimate.ts';
import { columnOf } from './upload-column.ts';

const namespaces = namespacesOf(DEFAULT_SETTINGS);

async function* inPieces(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function rowsOf(text: string, size: number): Promise<[number, unknown[]][]> {
  const rows: [number, unknown[]][] = [];
  for await (const some of csvRowsOf(inPieces(text, size)))
    rows.push(...some.map(({ line, cells }): [number, unknown[]] => [line, [...cells]]));
  return rows;
}

describe('an uploaded file', () => {
  it('is read alike in whatever pieces it comes', async () => {
    const text = '\ufeffname;email\r\n"Ä; ""x""\nB";ä@example.com\n\n€;b@example.com\nlast;c@example.com';
    const whole = await rowsOf(text, 10_000);
    expect(whole).toEqual([
      [1, ['name', 'email']],
      [2, ['Ä; "x"\nB', 'ä@example.com']],
      [5, ['€', 'b@example.com']],
      [6, ['last', 'c@example.com']],
    ]);
    for (const size of [1, 2, 3, 7]) expect(await rowsOf(text, size)).toEqual(whole);
  });

  it('is refused when it is no text', async () => {
    const bytes = (async function* () {
      yield Uint8Array.from([0x61, 0xff, 0xfe, 0x0a]);
    })();
    await expect(
      (async () => {
        for await (const _ of csvRowsOf(bytes));
      })(),
    ).rejects.toMatchObject({ code: 'audience.upload-unreadable' });
  });

  it('tells its column of identities by the name of a namespace, or is told', () => {
    const column = (header: string[], order = {}) => columnOf(header, order, namespaces, 'DE');
    expect(column(['Name', 'E-Mail', ' EMAIL '])).toEqual({
      index: 2,
      namespace: 'email',
      hasNoHeader: false,
    });
    expect(column(['who'], { namespace: 'user' })).toEqual({
      index: 0,
      namespace: 'user',
      hasNoHeader: false,
    });
    expect(column(['a@example.com'], { namespace: 'email' })).toMatchObject({ hasNoHeader: true });
    expect(column(['x', 'Kundin'], { column: 'kundin', namespace: 'crm' })).toMatchObject({ index: 1 });
    for (const [header, order] of [
      [['x', 'y'], {}],
      [['x', 'y'], { column: 'z' }],
      [['x', 'y'], { column: 'x' }],
    ] as const)
      expect(() => column([...header], order)).toThrow(
        expect.objectContaining({ code: 'audience.no-identity-column' }),
      );
    expect(() => column(['x'], { namespace: 'y' })).toThrow(
      expect.objectContaining({ code: 'audience.unknown-namespace' }),
    );
  });
});

describe('a count from a sample', () => {
  it('is exact when everybody was looked at', () => {
    expect(countOf(42, 1)).toEqual({ people: 42, low: 42, high: 42 });
  });

  it('has the bounds of a Poisson count, scaled up', () => {
    // Garwood's table: 10 hits have 4.80 to 18.39, none has 0 to 3.69; a thousandth is looked at.
    const ten = countOf(10, 0.001);
    expect(ten.people).toBe(10_000);
    expect(ten.low / 1_000).toBeCloseTo(4.8, 1);
    expect(ten.high / 1_000).toBeCloseTo(18.39, 1);
    expect(countOf(0, 0.001)).toMatchObject({ people: 0, low: 0 });
    expect(countOf(0, 0.001).high / 1_000).toBeCloseTo(3.69, 0);
  });
});
