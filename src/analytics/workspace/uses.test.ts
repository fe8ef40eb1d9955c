import { expect, it } from 'vitest';
import type { Workspace } from './document.ts';
import { usesIn } from './uses.ts';

const part = (id: string, query: Record<string, unknown>) => ({ id, question: 'table', query });

it('counts a part once for each thing that it asks by, however often it names it', () => {
  const workspace: Workspace = {
    name: 'One',
    range: { last: '30d' },
    segments: [{ audience: 'vip' }],
    panels: [
      {
        id: 'a',
        parts: [
          part('1', {
            levels: [{ dimension: 'channel' }],
            columns: [{ metric: 'orders' }, { metric: 'orders', segments: [{ segment: 'new' }] }],
          }),
          part('2', { levels: [{ dimension: 'channel' }], columns: [{ metric: 'sum:discount' }] }),
          { id: '3', text: 'orders' },
        ],
      },
    ],
  };
  const uses = usesIn([workspace, workspace]);
  expect(Object.fromEntries(uses.dimension)).toEqual({ channel: 4 });
  expect(Object.fromEntries(uses.metric)).toEqual({ orders: 2, 'sum:discount': 2 });
  expect(Object.fromEntries(uses.segment)).toEqual({ new: 2 });
  expect(Object.fromEntries(uses.audience)).toEqual({ vip: 2 });
});
