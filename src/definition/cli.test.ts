import { expect, it } from 'vitest';
import { definitionsCommand, planText } from './cli.ts';

it('a dry run says what is new, what differs and where, and what is wrong', () => {
  const finding = { severity: 'error', code: 'x.y', pointer: '/condition', message: 'Nobody.' } as const;
  expect(
    planText({
      applied: false,
      items: [
        { key: 'audience/a', change: 'new', to: 'live', differences: [], findings: [finding] },
        {
          key: 'audience/b',
          change: 'changed',
          from: 'live',
          to: 'paused',
          differences: [{ pointer: '/document/name', before: 'B', after: 'Bee' }],
          findings: [],
        },
        { key: 'audience/c', change: 'same', from: 'live', to: 'live', differences: [], findings: [] },
      ],
      breaks: [{ key: 'audience/d', findings: [finding] }],
      absent: ['settings'],
    }),
  ).toBe(`+ audience/a (live)
    error at /condition: Nobody.
~ audience/b (live -> paused)
    - /document/name: "B"
    + /document/name: "Bee"
! audience/d would be paused
    error at /condition: Nobody.
Would import: 1 new, 1 changed, 1 the same.
Not among the files, left as they are: settings.
`);
});

it('wrong usage ends with code 2 and says what is right', async () => {
  const said: string[] = [];
  const deps = { out: () => {}, err: (text: string) => said.push(text), fetch, env: {} };
  for (const args of [
    [],
    ['export'],
    ['publish', 'x'],
    ['import', 'a', 'b'],
    ['export', 'a', '--dry-run'],
    ['import', 'a', '--all'],
  ])
    expect(await definitionsCommand(args, deps)).toBe(2);
  expect(said).toHaveLength(6);
  expect(said[0]).toContain('rapport definitions import <folder>');
});

it('a server that refuses is quoted, with every finding, and the code is 1', async () => {
  const said: string[] = [];
  const answer = {
    detail: 'audience/a of the bundle cannot be live as it is.',
    items: [
      { key: 'audience/a', findings: [{ severity: 'error', code: 'x.y', pointer: '/set', message: 'No.' }] },
    ],
  };
  const code = await definitionsCommand(['export', '/nowhere'], {
    out: () => {},
    err: (text) => said.push(text),
    fetch: async () => new Response(JSON.stringify(answer), { status: 422 }),
    env: {},
  });
  expect(code).toBe(1);
  expect(said.join('')).toBe(
    'audience/a of the bundle cannot be live as it is.\naudience/a\n    error at /set: No.\n',
  );
});
