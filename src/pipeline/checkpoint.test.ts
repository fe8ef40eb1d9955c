import { expect, test } from 'vitest';
import { openMemoryState } from '../engine/state/index.ts';
import { checkpointChange, readCheckpoint } from './checkpoint.ts';

const CHECKPOINT = { cut: 8_192, low: 1, next: 3, time: 1_700_000_000_000 };

test('a checkpoint is read as it was stored, and a new folder begins at the beginning', async () => {
  const state = await openMemoryState();
  expect(await readCheckpoint(state)).toEqual({ cut: -1, low: 0, next: 0, time: 0 });
  await state.commit([checkpointChange(CHECKPOINT)]);
  expect(await readCheckpoint(state)).toEqual(CHECKPOINT);
});

test('what another version stored in another shape is refused', async () => {
  const state = await openMemoryState();
  const change = { collection: 'meta', key: 'checkpoint/0', value: JSON.stringify(CHECKPOINT) } as const;
  await state.commit([change]);
  await expect(readCheckpoint(state)).rejects.toMatchObject({ code: 'state.other-format', status: 500 });
});
