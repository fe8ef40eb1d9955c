import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERACTIVE_CHANNELS } from '../../../core/index.ts';
import { anyHistory, type Happened, happened, NOW } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { flow } from './flow.ts';
import type { FlowAnswer, FlowQuery } from './query.ts';

const test = useTestWarehouse();

const RUNS = Number(process.env.RAPPORT_RUNS ?? 12);

const ask = (query: FlowQuery): Promise<FlowAnswer> => test.ask(flow, query);

interface Path {
  readonly person: number;
  readonly values: readonly string[];
  readonly anchor: number;
}

function pathsOf(events: readonly Happened[], query: FlowQuery): Path[] {
  const groups = new Map<number, Happened[]>();
  const hits = events.filter(
    ({ channel, page, session }) => INTERACTIVE_CHANNELS.has(channel) && page && session,
  );
  for (const hit of [...hits].sort((a, b) => a.time - b.time || a.place - b.place)) {
    const key = query.within === 'person' ? hit.person : hit.session;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return [...groups.values()].flatMap((path) => {
    const all = path.map(({ page }) => page);
    const values = query.repeats ? all : all.filter((value, i) => value !== all[i - 1]);
    const wanted = query.value as string | undefined;
    const anchor =
      wanted === undefined
        ? query.kind === 'ends'
          ? values.length - 1
          : 0
        : query.occurrence === 'last'
          ? values.lastIndexOf(wanted)
          : values.indexOf(wanted);
    return anchor < 0 ? [] : [{ person: path[0]!.person, values, anchor }];
  });
}

/** The flow by counting each path step by step. All values are shown. */
function reference(events: readonly Happened[], query: FlowQuery) {
  const before = query.kind === 'starts' ? 0 : query.before!;
  const after = query.kind === 'ends' ? 0 : query.after!;
  const paths = pathsOf(events, query);
  const counts = new Map<string, { paths: number; people: Set<number> }>();
  const count = (key: unknown[], person: number): void => {
    const text = JSON.stringify(key);
    const known = counts.get(text) ?? { paths: 0, people: new Set<number>() };
    counts.set(text, { paths: known.paths + 1, people: known.people.add(person) });
  };
  for (const { person, values, anchor } of paths)
    for (const [i, value] of values.entries()) {
      const step = i - anchor;
      if (step < -before || step > after) continue;
      count(['node', step, value], person);
      if (i === 0) count(['entry', step, value], person);
      if (i === values.length - 1) count(['exit', step, value], person);
      else if (step < after) count(['link', step, value, values[i + 1]], person);
    }
  return new Map(
    [...counts].map(([key, { paths, people }]) => [
      key,
      key.includes('entry') || key.includes('exit') ? paths : [paths, people.size],
    ]),
  );
}

function counted({ steps, links }: FlowAnswer) {
  const all: [string, unknown][] = [];
  for (const { step, nodes } of steps)
    for (const { value, paths, people, entries, exits } of nodes) {
      all.push([JSON.stringify(['node', step, value]), [paths, people]]);
      if (entries) all.push([JSON.stringify(['entry', step, value]), entries]);
      if (exits) all.push([JSON.stringify(['exit', step, value]), exits]);
    }
  for (const { step, from, to, paths, people } of links)
    all.push([JSON.stringify(['link', step, from, to]), [paths, people]]);
  return new Map(all);
}

const anyFlow: fc.Arbitrary<FlowQuery> = fc.record({
  range: fc.constant({ from: '2026-01-01' }),
  within: fc.constantFrom('session' as const, 'person' as const),
  kind: fc.constantFrom('starts' as const, 'contains' as const, 'ends' as const),
  occurrence: fc.constantFrom('first' as const, 'last' as const),
  before: fc.nat(3),
  after: fc.nat(3),
  items: fc.constant(100),
  repeats: fc.boolean(),
});
const anyValue = fc.constantFrom(undefined, '/', '/yoga', '/cart');

const SMALL: readonly Happened[] = ['/', '/a', '/b', '/', '/a', '/c', '/', '/d', '/x'].map((page, i) =>
  happened({ place: i + 1, person: 1, session: 1 + Math.floor(i / 3), page, time: NOW - 1_000 + i }),
);

describe('a flow', { timeout: 120_000 }, () => {
  it('counts the paths that a plain walk counts, with entries and exits, for people who merged and events that came late', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyFlow, anyValue, async (events, open, value) => {
        await test.fill(events);
        const query = { ...open, ...(value === undefined ? {} : { value }) };
        const answer = await ask(query);
        expect(answer.pathCount).toBe(pathsOf(events, query).length);
        expect(counted(answer)).toEqual(reference(events, query));
      }),
      { numRuns: RUNS, seed: 3, endOnFailure: true },
    );
  });

  it('shows the most frequent values of each step, and the others together', async () => {
    await test.fill(SMALL);
    const { steps, links, pathCount } = await ask({
      range: { last: '1d' },
      after: 2,
      items: 1,
    });
    expect(pathCount).toBe(3);
    expect(
      steps.map(({ nodes }) =>
        nodes.map(({ value, valueCount, paths, exits }) => [value, valueCount, paths, exits]),
      ),
    ).toEqual([
      [['/', 1, 3, 0]],
      [
        ['/a', 1, 2, 0],
        [null, 1, 1, 0],
      ],
      [
        ['/b', 1, 1, 1],
        [null, 2, 2, 2],
      ],
    ]);
    expect(links.map(({ step, from, to, paths }) => [step, from, to, paths])).toEqual([
      [0, '/', '/a', 2],
      [0, '/', null, 1],
      [1, '/a', '/b', 1],
      [1, '/a', null, 1],
      [1, null, null, 1],
    ]);
  });

  it('opens a node, a link and an exit', async () => {
    await test.fill([...SMALL, happened({ place: 20, person: 2, session: 9, page: '/' })]);
    const open = (cell: object) => flow.cell!.open({ range: { last: '2d' } }, cell);
    const people = (cell: object) => test.peopleBehind(open(cell));
    expect(await people({ step: 0, value: '/' })).toHaveLength(2);
    expect(await people({ step: 0, value: '/', next: '/a' })).toEqual([1]);
    expect(await people({ step: 0, value: '/', isExit: true })).toEqual([2]);
    expect(await test.placesBehind(open({ step: 1, value: '/a' }))).toHaveLength(2);
  });
});
