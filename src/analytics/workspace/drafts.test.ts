import { expect, it } from 'vitest';
import { openMemoryState } from '../../engine/state/index.ts';
import type { Workspace } from './document.ts';
import { createDrafts } from './drafts.ts';

const DAY_MS = 86_400_000;
const document: Workspace = { name: 'Mine', range: { last: '30d' }, panels: [] };
const draft = (at: number) => ({ document, version: 3, at });

it('keeps a draft for its author alone, until it is forgotten', async () => {
  const drafts = createDrafts(await openMemoryState());
  await drafts.keep('user:ana', 'one', draft(1));
  expect(await drafts.read('user:ana', 'one')).toEqual(draft(1));
  expect(await drafts.read('user:ben', 'one')).toBeUndefined();
  expect(await drafts.list('user:ana')).toEqual(new Map([['one', 1]]));
  expect(await drafts.list('user:ben')).toEqual(new Map());
  await drafts.forget('user:ana', 'one');
  expect(await drafts.read('user:ana', 'one')).toBeUndefined();
  expect(await drafts.list('user:ana')).toEqual(new Map());
});

it('forgets what nobody went on with for months when another is kept, and refuses very many', async () => {
  const drafts = createDrafts(await openMemoryState());
  await drafts.keep('user:ana', 'old', draft(1));
  for (let i = 0; i < 200; i++) await drafts.keep('user:ana', `each-${i}`, draft(91 * DAY_MS));
  expect(await drafts.read('user:ana', 'old')).toBeUndefined();
  await drafts.keep('user:ana', 'each-0', draft(92 * DAY_MS));
  await expect(drafts.keep('user:ana', 'one-more', draft(92 * DAY_MS))).rejects.toMatchObject({
    code: 'analytics.too-many-drafts',
  });
});

it('loses none of what two tabs keep at once, whatever the workspaces are called', async () => {
  const drafts = createDrafts(await openMemoryState());
  const ids = ['one', 'two', 'constructor', '__proto__'];
  await Promise.all(ids.map((id) => drafts.keep('user:ana', id, draft(1))));
  expect([...(await drafts.list('user:ana')).keys()].sort()).toEqual(ids.toSorted());
  await Promise.all([drafts.forget('user:ana', 'one'), drafts.keep('user:ana', 'three', draft(2))]);
  expect([...(await drafts.list('user:ana')).keys()]).not.toContain('one');
  expect((await drafts.list('user:ana')).get('three')).toBe(2);
  expect(await drafts.read('user:ana', '__proto__')).toEqual(draft(1));
});
