import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLmdbState } from './index.ts';
import { stateContract } from './state.contract.ts';

stateContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-state-'));
  return {
    open: () => openLmdbState({ folder }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});
