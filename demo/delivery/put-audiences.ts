import { type AudienceFile, readAudienceFiles } from '../definitions/audience-files.ts';
import type { Remote } from './remote.ts';

/** Route to which the audiences go. */
const ROUTE = '/api/audiences/{id}';

/**
 * Brings the demo's audiences into a server that has a place for them. Resolves with their number; 0 where there is no such
 * route yet.
 */
export async function putAudiences(
  remote: Remote,
  files: readonly AudienceFile[] = readAudienceFiles(),
): Promise<number> {
  const { paths } = await remote.call<{ paths: Record<string, Record<string, unknown>> }>(
    'GET',
    '/openapi.json',
  );
  if (!paths[ROUTE]?.['put']) return 0;
  for (const { id, name, condition } of files)
    await remote.call('PUT', ROUTE.replace('{id}', id), { body: { name, condition } });
  return files.length;
}
