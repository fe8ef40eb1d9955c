import { api, must } from './client.ts';

/** The only definition of its kind as it stands. */
export interface SingleDefinition {
  readonly document: unknown;
  /** What a change must name. */
  readonly version: number;
}

/**
 * Reads the only definition of a kind; undefined while nobody has made it and the defaults hold. The list is asked first,
 * for a browser writes every answer of 404 into its console.
 */
export async function readSingle(kind: string, signal: AbortSignal): Promise<SingleDefinition | undefined> {
  const query = { kind, limit: 1 };
  const { definitions } = await must(api.GET('/api/definitions', { params: { query }, signal }));
  if (definitions.length === 0) return undefined;
  const path = { kind, id: kind };
  const { document, draftDocument, version } = await must(
    api.GET('/api/definitions/{kind}/{id}', { params: { path }, signal }),
  );
  return { document: document ?? draftDocument, version };
}
