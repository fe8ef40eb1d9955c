import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A workspace of the demo as its file has it. */
export interface WorkspaceFile {
  readonly key: string;
  readonly state: 'live';
  readonly document: { readonly name: string; readonly panels: readonly object[] };
}

const FOLDER = fileURLToPath(new URL('./workspace/', import.meta.url));

/** The workspaces of `demo/definitions/workspace`, in the order of the alphabet: definitions as they are imported. */
export function readWorkspaceFiles(): WorkspaceFile[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => JSON.parse(readFileSync(FOLDER + name, 'utf8')) as WorkspaceFile);
}
