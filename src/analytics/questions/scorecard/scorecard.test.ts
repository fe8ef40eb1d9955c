import { beforeAll, describe, expect, it } from 'vitest';
import { happened } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { scorecard } from './scorecard.ts';

const test = useTestWarehouse();
beforeAll(async () => {
  const day = (text: string): number => Date.parse(`${text}T10:00:00Z`);
  await test.fill([
    happened({ place: 1, time: day('2026-04-01'), person: 1, session: 1 }),
    happened({ place: 2, time: day('2026-04-03'), person: 2, session: 2 }),
    happened({ place: 3, time: day('2026-04-04'), person: 2, session: 3 }),
    happened({
      place: 4,
      time: day('2026-04-04'),
      person: 2,
      session: 3,
      name: 'Order Refunded',
      orderId: 'O1',
      revenue: -5,
    }),
    happened({ place: 5, time: day('2026-04-04'), person: 3, session: 4 }),
  ]);
});

describe('a scorecard', () => {
  it('says each number, how it changed, whether that is better, and its course', async () => {
    const answer = await scorecard.ask(
      {
        range: { from: '2026-04-03', to: '2026-04-04' },
        compare: 'previous',
        trend: 'day',
        tiles: [
          { metric: 'people' },
          { metric: 'refunds' },
          { formula: 'events / people', format: 'number' },
        ],
      },
      await test.asking(),
    );
    expect(answer).toMatchObject({
      steps: ['2026-04-03', '2026-04-04'],
      tiles: [
        { value: 2, previous: 1, change: 1, isBetter: true, trend: [1, 2] },
        { value: 1, previous: 0, change: null, isBetter: false, trend: [0, 1] },
        { value: 2, previous: 1, change: 1, isBetter: true, trend: [1, 1.5] },
      ],
    });
  });

  it('opens each tile', async () => {
    const query = { range: { from: '2026-04-03', to: '2026-04-04' }, tiles: [{ metric: 'refunds' }] };
    const cell = scorecard.cell!.open(query, { tile: 0 });
    expect(await test.run(await cell.people(await test.asking()))).toEqual([{ person: 2 }]);
  });
});
