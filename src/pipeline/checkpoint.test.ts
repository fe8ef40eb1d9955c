import { expect, test } from 'vitest';
import { openMemoryState, type State } from '../engine/state/index.ts';
import { checkpointChange, readCheckpoint } from './checkpoint.ts';

const CHECKPOINT = { cut: 8_192, low: 1, next: 3, time: 1_700_000_000_000 };

test('a checkpoint is read as it was stored, and a new folder begins at the beginning', async () => {
  const state = await openMemoryState();
  expect(await readCheckpoint(state)).toEqual({ cut: -1, low: 0, next: 0, time: 0 });
  await state.commit([checkpointChange(CHECKPOINT)]);
  expect(await readCheckpoint(state)).toEqual(CHECKPOINT);
});

async function stateOf(format: number | undefined): Promise<State> {
  const state = await openMemoryState();
  const value = JSON.stringify({ ...CHECKPOINT, format });
  await state.commit([{ collection: 'meta', key: 'checkpoint/0', value }]);
  return state;
}

test('what another version stored in another shape is refused', async () => {
  for (const format of [undefined, 3])
    await expect(readCheckpoint(await stateOf(format))).rejects.toMatchObject({
      code: 'state.other-format',
      status: 500,
    });
});

test('what the version before stored is read', async () => {
  expect(await readCheckpoint(await stateOf(1))).toEqual(CHECKPOINT);
});
