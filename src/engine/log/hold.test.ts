import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdLog } from './hold.ts';
import { type Child, startChild } from './test-kit/child.ts';

let folder: string;
let children: Child[];

beforeEach(async () => {
  children = [];
  folder = await mkdtemp(join(tmpdir(), 'rapport-hold-'));
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await rm(folder, { recursive: true, force: true });
});

function startHolder(): Child {
  const child = startChild('holder.ts', [folder]);
  children.push(child);
  return child;
}

test('a folder that another process holds is refused with its pid, until that process is killed', async () => {
  const child = startHolder();
  await child.line('held');
  await expect(holdLog(folder)).rejects.toMatchObject({
    code: 'log.in-use',
    status: 503,
    detail: { folder, pid: child.pid },
  });
  await expect(holdLog(folder), 'asking changes nothing').rejects.toMatchObject({ code: 'log.in-use' });
  await child.kill();
  const letGo = await holdLog(folder);
  await letGo();
});

test('a folder is held once within a process, and again after it was let go', async () => {
  const letGo = await holdLog(folder);
  await expect(holdLog(folder)).rejects.toMatchObject({
    code: 'log.in-use',
    detail: { pid: process.pid },
  });
  await letGo();
  await (await holdLog(folder))();
});

test('a second attempt in this process leaves the folder closed to others', async () => {
  const letGo = await holdLog(folder);
  await expect(holdLog(folder)).rejects.toMatchObject({ code: 'log.in-use' });
  const child = startHolder();
  await child.line('log.in-use');
  await letGo();
});

test('of many processes that want a folder at the same moment at most one gets it', async () => {
  const holders = Array.from({ length: 5 }, startHolder);
  const answers = await Promise.all(holders.map((child) => child.line('held', 'log.in-use')));
  expect(answers.filter((answer) => answer === 'held').length).toBeLessThanOrEqual(1);
  await Promise.all(holders.map((child) => child.kill()));
  await (await holdLog(folder))();
});

const MAY_UNSHARE = spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0;

test.skipIf(!MAY_UNSHARE)(
  'two containers whose programs have the same pid do not share a folder, and a killed one leaves no lock (skipped where namespaces cannot be made)',
  async () => {
    const inContainer = () => {
      const child = startChild('holder.ts', [folder], ['unshare', '--pid', '--fork', '--kill-child']);
      children.push(child);
      return child;
    };
    const first = inContainer();
    await first.line('held');
    await inContainer().line('log.in-use');
    await expect(holdLog(folder)).rejects.toMatchObject({ code: 'log.in-use' });
    await first.kill();
    const third = inContainer();
    await third.line('held');
    await third.kill();
    await (await holdLog(folder))();
  },
);
