import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createServer } from './torture/server.ts';

const LAUNCHER = fileURLToPath(new URL('../bin/rapport.mjs', import.meta.url));

function rapport(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [LAUNCHER, ...args], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

it('a command that fails says why and ends with 1, one that does not with 0', async () => {
  const nowhere = join(tmpdir(), 'rapport-nowhere');
  expect(await rapport('verify', '--data', nowhere)).toEqual({
    code: 1,
    out: '',
    err: `rapport: There is no data of Rapport in ${nowhere}; see RAPPORT_DATA.\n`,
  });
  expect(await rapport('torture', 'list')).toMatchObject({ code: 0, err: '' });
});

it('a launcher that is killed takes the program with it, so that it can be started again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-launcher-'));
  const server = createServer(folder);
  await server.start();
  expect(await rapport('verify', '--data', folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is open in process'),
  });
  await server.kill('launcher');
  expect(await rapport('verify', '--data', folder)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/verified\n$/),
  });
  await server.start();
  expect(await server.stop()).toBe(0);
  await rm(folder, { recursive: true });
});
