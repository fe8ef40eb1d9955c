import { readWorkspaceFiles } from '../definitions/workspace-files.ts';
import type { Remote } from './remote.ts';

/** Brings the demo's workspaces of analysis into a server, after the audiences that they name. Resolves with their number. */
export async function putWorkspaces(remote: Remote): Promise<number> {
  const definitions = readWorkspaceFiles();
  await remote.call('POST', '/api/definitions/import', { body: { format: 1, definitions } });
  return definitions.length;
}
