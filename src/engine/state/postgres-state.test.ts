import { afterAll, describe, test } from 'vitest';
import { startPostgres } from '../../../test/postgres.ts';
import { openPostgresState } from './index.ts';
import { stateContract } from './state.contract.ts';

const postgres = await startPostgres();

if ('unavailable' in postgres) {
  describe('state: postgres', () => {
    test.skip(`all of it (${postgres.unavailable})`, () => undefined);
  });
} else {
  let count = 0;
  stateContract('postgres', async () => {
    const url = await postgres.createDatabase(`contract_${count++}`);
    return { open: () => openPostgresState({ url }), remove: async () => undefined };
  });
  afterAll(() => postgres.stop());
}
