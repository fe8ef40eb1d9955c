import { describe, expect, it } from 'vitest';
import { createMask } from '../core/index.ts';
import { onlyVisible } from './hidden.ts';
import { table } from './questions/table/table.ts';
import { frameOf } from './warehouse.fixture.ts';

const COUPON = { property: 'coupon', text: { is: 'VIP10' } };
const USED = { did: { event: 'Order Completed', where: [COUPON] } };
const DEFINITIONS: Readonly<Record<string, unknown>> = {
  'segment/coupon': { level: 'person', condition: USED },
  'segment/plain': { level: 'person', condition: { did: { event: 'Order Completed' } } },
  'segment/nested': { level: 'person', condition: { member: 'savers' } },
  'segment/counted': { level: 'person', condition: { trait: 'coupons', number: { above: 0 } } },
  'trait/coupons': { name: 'Coupons', trait: { count: { event: 'Order Completed', where: [COUPON] } } },
  'dimension/code': { name: 'Code', value: { lower: { dimension: 'property:coupon' } } },
  'metric/codes': { name: 'Codes', format: 'count', formula: '[distinct:property:coupon] + 0' },
  channels: {
    rules: [{ channel: 'Coupons', when: [{ dimension: 'property:coupon', text: { like: '*' } }] }],
  },
};

const mask = createMask({ namespaces: [], fields: ['coupon'] });
const frame = frameOf({
  mask,
  ...onlyVisible(
    {
      audiences: (id) => (id === 'savers' ? { condition: USED } : undefined),
      definition: (key) => DEFINITIONS[key],
    },
    mask,
  ),
});

const ask = async (change: object): Promise<string> => {
  const query = { range: { last: '7d' }, levels: [], columns: [{ metric: 'people' }], ...change };
  try {
    await table.ask(query, { frame, run: async () => [] });
    return 'answered';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a field that is hidden from a role', () => {
  it('is not asked for through a segment, an audience or a trait that somebody else set up', async () => {
    expect(await ask({ segments: [{ segment: 'plain' }] })).toBe('answered');
    for (const segment of [
      { segment: 'coupon' },
      { segment: 'nested' },
      { segment: 'counted' },
      { audience: 'savers' },
    ])
      expect([segment, await ask({ segments: [segment] })]).toEqual([segment, 'access.hidden-field']);
    expect(await ask({ columns: [{ formula: 'within(revenue, "coupon")' }] })).toBe('access.hidden-field');
  });

  it('is not asked for through dimensions, metrics, formulas and rules that are made of it', async () => {
    for (const dimension of ['session-first:property:coupon', 'derived:code', 'marketing-channel'])
      expect([dimension, await ask({ levels: [{ dimension }] })]).toEqual([dimension, 'access.hidden-field']);
    for (const column of [
      { metric: 'distinct:property:coupon' },
      { metric: 'sum:coupon' },
      { metric: 'codes' },
      { formula: '[distinct:property:coupon] / people' },
    ])
      expect([column, await ask({ columns: [column] })]).toEqual([column, 'access.hidden-field']);
  });
});
