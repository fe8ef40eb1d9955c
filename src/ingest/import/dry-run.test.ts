import { describe, expect, test } from 'vitest';
import { createDistinct } from './distinct.ts';
import { dryRun } from './dry-run.ts';
import { fileOf, NOW } from './import.fixture.ts';
import { parseMap } from './map/map.ts';
import { reportText } from './report-text.ts';

const MAP = parseMap({
  preset: 'order-lines',
  order: 'no',
  time: 'at',
  identities: [{ namespace: 'crm', value: 'who' }],
  product: { product_id: 'sku' },
  price: 'price',
  withoutCustomer: 'drop',
});
const TEXT = `no,at,who,sku,price,note
1,2024-01-02,a,x,1.5,
1,2024-01-02,a,y,2,
2,2024-01-01,b,x,cheap,
3,2024-01-03,,x,3,
4,2024-01-04,a,x,4
`;

describe('a dry run', () => {
  test('reports what would come of a file, rejects with their lines, and does nothing', async () => {
    const report = await dryRun({ file: fileOf(TEXT), map: MAP, asOf: NOW });
    expect(report).toEqual({
      file: 'orders.csv',
      format: 'csv',
      rows: 5,
      events: 1,
      eventNames: { 'Order Completed': 1 },
      people: 1,
      isPeopleExact: true,
      firstTime: '2024-01-02T00:00:00.000Z',
      lastTime: '2024-01-02T00:00:00.000Z',
      rejects: [
        { code: 'value.not-a-number', message: expect.any(String), rows: 1, lines: [4], columns: ['price'] },
        { code: 'row.cell-count', message: expect.any(String), rows: 1, lines: [6], columns: [] },
      ],
      drops: [
        { code: 'order.without-customer', message: expect.any(String), rows: 1, lines: [5], columns: [] },
      ],
      columns: ['no', 'at', 'who', 'sku', 'price', 'note'],
      unusedColumns: ['note'],
      absentColumns: [],
      splitOrders: 0,
      samples: [
        expect.objectContaining({ name: 'Order Completed', identities: [{ namespace: 'crm', value: 'a' }] }),
      ],
    });
    expect(reportText(report)).toContain(
      'value.not-a-number: The cell is no number; see "decimal" in the map. Column price. Lines 4',
    );
  });

  test('tells the first twenty lines of a reason, and orders that come in pieces', async () => {
    const far = Array.from({ length: 150 }, (_, i) => `${i},2024-01-01,a,x,${i > 100 ? 'free' : 1},`).join(
      '\n',
    );
    const report = await dryRun({
      file: fileOf(`no,at,who,sku,price,note\n${far}\n0,2024-01-01,a,y,1,\n`),
      map: MAP,
      asOf: NOW,
    });
    expect(report.rejects[0]).toMatchObject({
      rows: 49,
      lines: Array.from({ length: 20 }, (_, i) => 103 + i),
    });
    expect(report.splitOrders).toBe(1);
    expect(reportText(report)).toContain('Sort the file by order number.');
  });

  test('a signal ends it', async () => {
    await expect(
      dryRun({ file: fileOf(TEXT), map: MAP, asOf: NOW, signal: AbortSignal.abort() }),
    ).rejects.toThrow();
  });
});

describe('counting different texts', () => {
  test('is exact below the limit and within a few percent above it', () => {
    const few = createDistinct(1_000);
    for (let i = 0; i < 3_000; i++) few.add(`person ${i % 1_000}`);
    expect(few.count()).toEqual({ count: 1_000, isExact: true });
    const many = createDistinct(10_000);
    for (let i = 0; i < 200_000; i++) many.add(`person ${i}`);
    expect(many.count().isExact).toBe(false);
    expect(Math.abs(many.count().count - 200_000)).toBeLessThan(10_000);
  });
});
