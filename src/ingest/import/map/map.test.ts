import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../core/index.ts';
import { fileOf, NOW } from '../import.fixture.ts';
import { openRows } from '../read/open.ts';
import { compileMap, namedColumns, parseMap } from './map.ts';

const GOOD = {
  preset: 'order-lines',
  order: 'InvoiceNo',
  time: 'InvoiceDate',
  identities: [{ namespace: 'crm', value: 'CustomerID' }],
  product: { product_id: 'StockCode' },
  price: 'UnitPrice',
};
const problemsOf = (document: unknown) => {
  try {
    parseMap(document);
  } catch (error) {
    return (error as Refusal).detail['problems'];
  }
  return undefined;
};
const unfit = async (content: string, map: object) => {
  const reading = await openRows(fileOf(content), {}, namedColumns(parseMap(map)));
  try {
    compileMap(parseMap(map), reading, NOW);
  } catch (error) {
    return error as Refusal;
  }
  return undefined;
};
const HEADER = 'InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n1,2,3,4,5,6\n';

describe('a wrong map is refused with the place', () => {
  test.each([
    [
      'no preset',
      {},
      [
        {
          place: '/preset',
          message: 'must be one of order-lines, events, people, products, stores, ad-costs',
        },
      ],
    ],
    [
      'a mistyped setting',
      { ...GOOD, timezone: 'UTC' },
      [{ place: '/timezone', message: 'is no setting of order-lines; did you mean "timeZone"?' }],
    ],
    ['a missing one', { ...GOOD, order: undefined }, [{ place: '/', message: 'lacks order' }]],
    [
      'a wrong form',
      { ...GOOD, time: { colum: 'x' } },
      [{ place: '/time', message: 'is none of the forms that are possible here' }],
    ],
    [
      'a place deep inside',
      { ...GOOD, product: { product_id: 5 } },
      [{ place: '/product/product_id', message: 'is none of the forms that are possible here' }],
    ],
    [
      'a wrong word',
      { ...GOOD, cancelled: 'ignore' },
      [{ place: '/cancelled', message: 'is none of the forms that are possible here' }],
    ],
  ])('%s', (_name, document, problems) => {
    expect(problemsOf(JSON.parse(JSON.stringify(document)))).toEqual(problems);
  });

  test('columns that the file does not have come with the nearest name, all at once', async () => {
    const error = await unfit(HEADER, {
      ...GOOD,
      order: 'InvoiceNumber',
      price: 'Unit Price',
      product: { sku: 'Barcode' },
    });
    expect(error?.code).toBe('import.map-unfit');
    expect(error?.detail['problems']).toEqual([
      {
        place: '/order',
        column: 'InvoiceNumber',
        message: 'the file has no column "InvoiceNumber"; did you mean "InvoiceNo"?',
      },
      { place: '/product/sku', column: 'Barcode', message: 'the file has no column "Barcode"' },
      {
        place: '/price',
        column: 'Unit Price',
        message: 'the file has no column "Unit Price"; did you mean "UnitPrice"?',
      },
    ]);
    expect(error?.message).toContain(
      'It has: InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID.',
    );
  });

  test('unknown time zones and formats, and a map without a price', async () => {
    const error = await unfit(HEADER, {
      ...GOOD,
      price: undefined,
      timeZone: 'Europe/Londn',
      timeFormat: 'yesterday',
    });
    expect(error?.detail['problems']).toMatchObject([
      { place: '/price' },
      { place: '/time', message: expect.stringContaining('Europe/Londn') },
    ]);
    const format = await unfit(HEADER, { ...GOOD, timeFormat: 'yesterday' });
    expect(format?.detail['problems']).toMatchObject([
      { place: '/time', message: expect.stringContaining('"yesterday" is no time format') },
    ]);
  });

  test('in JSON lines only what every row needs is missed; other keys may come later', async () => {
    const map = {
      preset: 'events',
      event: 'name',
      time: 'at',
      identities: [{ namespace: 'user', value: 'who' }],
      properties: { a: 'late' },
    };
    expect(await unfit('{"name":"x","at":1,"who":"u"}\n', map)).toBeUndefined();
    expect((await unfit('{"name":"x","att":1,"who":"u"}\n', map))?.detail['problems']).toEqual([
      { place: '/time', column: 'at', message: 'the file has no column "at"; did you mean "att"?' },
    ]);
  });
});
