import { readFileSync } from 'node:fs';
import type { Remote } from './remote.ts';

const FILE = new URL('../definitions/purposes/purposes.json', import.meta.url);

/** Brings what the make-believe retailer asks people to agree to into a server. */
export async function putPurposes(remote: Remote): Promise<void> {
  const definitions = [JSON.parse(readFileSync(FILE, 'utf8')) as object];
  await remote.call('POST', '/api/definitions/import', { body: { format: 1, definitions } });
}
