import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Workspace as Kept, questionsOf } from '../../src/analytics/index.ts';
import type { Workspace } from '../../ui/analysis/document.ts';
import { questionsIn, stable } from '../../ui/analysis/inherit.ts';

const ranges = fc.constantFrom({ last: '7d' }, { last: '30d' }, { calendar: 'month' });
const compare = fc.constantFrom('previous', 'year-before');
const segments = fc.array(fc.constantFrom({ segment: 'a' }, { audience: 'b' }), { maxLength: 2 });
const filters = fc.array(
  fc.constantFrom(...['x', 'y'].map((is) => ({ dimension: 'channel', text: { is } }))),
  {
    maxLength: 2,
  },
);
const inherited = { compare, segments, filters };
const some = (more: object) => fc.record({ range: ranges, ...inherited, ...more }, { requiredKeys: [] });
const parts = fc.record(
  {
    id: fc.constant('part'),
    question: fc.constantFrom('table', 'scorecard', 'fallout'),
    query: some({ columns: fc.constant([{ metric: 'people' }]) }),
    without: fc.record({ compare: fc.constant(true), segments, filters }, { requiredKeys: [] }),
  },
  { requiredKeys: ['id', 'question', 'query'] },
);
const workspaces = fc.tuple(some({}), some({}), parts, ranges).map(([around, panel, part, range]) => ({
  range,
  ...around,
  name: 'Any',
  panels: [{ ...panel, id: 'panel', parts: [part, { id: 'words', text: 'Words' }] }],
}));

it('the interface asks what the server says that a workspace asks', () => {
  fc.assert(
    fc.property(workspaces, (workspace) => {
      const server = questionsOf(workspace as unknown as Kept).map(({ key, query }) => [key, stable(query)]);
      const asked = [...questionsIn(workspace as unknown as Workspace)].map(([key, query]) => [
        key,
        stable(query),
      ]);
      expect(asked).toEqual(server);
    }),
  );
});
