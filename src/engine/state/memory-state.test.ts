import { emptyMemory, openMemoryState } from './index.ts';
import { stateContract } from './state.contract.ts';

stateContract('memory', async () => {
  const memory = emptyMemory();
  return { open: () => openMemoryState(memory), remove: async () => memory.clear() };
});
