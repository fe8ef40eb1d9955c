import { expect, test } from 'vitest';
import { type Appending, createGroupCommit } from './group-commit.ts';

const MB = 2 ** 20;
const LIMITS = { waitingBytesMax: 100 * MB, recordBytesMax: 16 * MB };

/** A commit that ends when it is told to, and remembers the groups it was given. */
function controlledCommit() {
  const groups: string[][] = [];
  const endings: ((error?: Error) => void)[] = [];
  let next = 0;
  const commit = (group: readonly Appending[]) => {
    groups.push(group.map((one) => Buffer.from(one.bytes).toString('utf8', 0, 10)));
    return new Promise<number[]>((resolve, reject) => {
      endings.push((error) => (error ? reject(error) : resolve(group.map(() => next++))));
    });
  };
  const ended = async (index: number, error?: Error) => {
    await expect.poll(() => endings.length).toBeGreaterThan(index);
    endings[index]!(error);
  };
  return { commit, groups, ended };
}

test('what arrives while a commit is under way goes into the next one together', async () => {
  const { commit, groups, ended } = controlledCommit();
  const group = createGroupCommit(LIMITS, commit);
  const first = [group.append(0, Buffer.from('a')), group.append(0, Buffer.from('b'))];
  await expect.poll(() => groups).toEqual([['a', 'b']]);
  const second = ['c', 'd', 'e'].map((text) => group.append(0, Buffer.from(text)));
  await ended(0);
  expect(await Promise.all(first)).toEqual([0, 1]);
  await ended(1);
  expect(await Promise.all(second)).toEqual([2, 3, 4]);
  expect(groups).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
});

test('a commit that fails refuses its whole group, and the next one goes on', async () => {
  const { commit, ended } = controlledCommit();
  const group = createGroupCommit(LIMITS, commit);
  const failing = Promise.allSettled([group.append(0, Buffer.from('a')), group.append(0, Buffer.from('b'))]);
  await ended(0, new Error('no room'));
  expect(await failing).toEqual([
    { status: 'rejected', reason: new Error('no room') },
    { status: 'rejected', reason: new Error('no room') },
  ]);
  const next = group.append(0, Buffer.from('c'));
  await ended(1);
  expect(await next).toBe(0);
});

test('a group is bounded, so that one commit does not hold up everybody', async () => {
  const { commit, groups, ended } = controlledCommit();
  const group = createGroupCommit(LIMITS, commit);
  const appended = ['a', 'b', 'c'].map((text) => group.append(0, Buffer.alloc(7 * MB, text)));
  await ended(0);
  await ended(1);
  expect(await Promise.all(appended)).toEqual([0, 1, 2]);
  expect(groups.map((one) => one.length)).toEqual([2, 1]);
});

test('bytes that are being written count as waiting, and stop counting when they are written', async () => {
  const { commit, groups, ended } = controlledCommit();
  const group = createGroupCommit({ waitingBytesMax: 10, recordBytesMax: 100 }, commit);
  const first = group.append(0, Buffer.alloc(8));
  await expect.poll(() => groups).toHaveLength(1);
  await expect(group.append(0, Buffer.alloc(8))).rejects.toMatchObject({ code: 'log.busy' });
  await ended(0);
  await first;
  const alone = group.append(0, Buffer.alloc(50));
  await ended(1);
  expect(await alone, 'a record above the bound goes when nothing else waits').toBe(1);
});

test('tasks of the owner and groups take turns, one at a time', async () => {
  const order: string[] = [];
  const group = createGroupCommit(LIMITS, async (appending) => {
    order.push(`commit of ${appending.length}`);
    return appending.map((_, i) => i);
  });
  const task = (name: string) => group.between(async () => void order.push(name));
  await Promise.all([task('task 1'), task('task 2'), group.append(0, Buffer.alloc(1)), task('task 3')]);
  expect(order).toEqual(['task 1', 'commit of 1', 'task 2', 'task 3']);
  await expect(group.between(() => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});

test('draining waits for what was taken and refuses what comes after', async () => {
  const { commit, ended } = controlledCommit();
  const group = createGroupCommit(LIMITS, commit);
  const taken = group.append(0, Buffer.from('a'));
  const drained = group.drain();
  await expect(group.append(0, Buffer.from('b'))).rejects.toMatchObject({ code: 'log.closed' });
  await ended(0);
  await drained;
  expect(await taken).toBe(0);
});
