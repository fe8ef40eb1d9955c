import { type AudienceFile, readAudienceFiles } from '../definitions/audience-files.ts';
import type { Remote } from './remote.ts';

/** Brings the demo's audiences into a server, as `rapport definitions import demo/definitions` does. Resolves with their number. */
export async function putAudiences(
  remote: Remote,
  files: readonly AudienceFile[] = readAudienceFiles(),
): Promise<number> {
  const definitions = files.map(({ id, ...document }) => ({
    key: `audience/${id}`,
    state: 'live',
    document,
  }));
  await remote.call('POST', '/api/definitions/import', { body: { format: 1, definitions } });
  return files.length;
}
