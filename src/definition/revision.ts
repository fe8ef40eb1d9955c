import { type Static, Type } from 'typebox';
import { type DefinitionChange, refusal } from '../core/index.ts';
import { FindingSchema } from './finding.ts';

const STATES = [
  Type.Literal('draft', { description: 'Not published yet' }),
  Type.Literal('live', { description: 'The program works by it' }),
  Type.Literal('paused', { description: 'Published, and set aside for now' }),
  Type.Literal('archived', { description: 'Out of use; its versions are kept' }),
];
export const DefinitionStateSchema = Type.Union(STATES);
/** Where a definition stands in its life. */
export type DefinitionState = 'draft' | 'live' | 'paused' | 'archived';

const Moment = Type.Integer({ description: 'ms since the epoch' });

/** Where a definition stands after its latest change. */
export const HeadSchema = Type.Object(
  {
    key: Type.String(),
    kind: Type.String(),
    id: Type.String(),
    state: Type.Unsafe<DefinitionState>(DefinitionStateSchema),
    version: Type.Integer({ minimum: 1, description: 'Counts every change; send it as If-Match' }),
    published: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The version with the document published last' }),
    ),
    draft: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The version with a document not published yet' }),
    ),
    at: Moment,
    by: Type.String(),
    note: Type.Optional(Type.String()),
    reason: Type.Optional(FindingSchema),
    created: Type.Object({ at: Moment, by: Type.String() }),
  },
  { additionalProperties: false },
);
export type Head = Static<typeof HeadSchema>;

/** One change of a definition, with the document that came with it. */
export const VersionSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    action: Type.String({ description: 'draft, publish, pause, archive or import' }),
    state: Type.Unsafe<DefinitionState>(DefinitionStateSchema),
    at: Moment,
    by: Type.String(),
    note: Type.Optional(Type.String()),
    reason: Type.Optional(FindingSchema),
    of: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The version whose document this one is about' }),
    ),
    document: Type.Optional(Type.Unknown()),
  },
  { additionalProperties: false },
);
export type Version = Static<typeof VersionSchema>;

/** A change as it is read from the log. */
export interface Revision {
  readonly key: string;
  readonly at: number;
  readonly by: string;
  readonly change: DefinitionChange;
  readonly reason?: Head['reason'];
  /** Undefined where the record has no body. */
  readonly document: unknown;
}

/**
 * What a change makes of a definition. Pure. Refusals: `definition.changed` (412, detail.current) when somebody else was
 * quicker, `definition.not-live` (409), `definition.unknown` (404), `definition.without-document` (400).
 */
export function revise(head: Head | undefined, revision: Revision): { head: Head; version: Version } {
  const { key, at, by, change, document, reason } = revision;
  const { action, expected, note } = change;
  const current = head?.version ?? 0;
  if (expected !== undefined && expected !== current)
    throw refusal('definition.changed', 412, 'The definition was changed since; read it again.', {
      detail: { key, current, expected },
    });
  const withDocument = action === 'draft' || action === 'publish' || action === 'import';
  if (withDocument && document === undefined)
    throw refusal('definition.without-document', 400, 'A change of this sort needs a document.');
  if (!withDocument && !head) throw refusal('definition.unknown', 404, `There is no definition ${key}.`);
  if (action === 'pause' && head?.state !== 'live')
    throw refusal('definition.not-live', 409, `Only a live definition can be paused; ${key} is not.`);
  const number = current + 1;
  const state = stateAfter(head, change);
  const { published, draft } = documentsAfter(head, change, state, number);
  const about = {
    at,
    by,
    ...(note === undefined ? {} : { note }),
    ...(reason === undefined ? {} : { reason }),
  };
  const of = withDocument ? undefined : (head?.published ?? head?.draft);
  const slash = key.indexOf('/');
  return {
    head: {
      key,
      kind: slash < 0 ? key : key.slice(0, slash),
      id: key.slice(slash + 1),
      state,
      version: number,
      ...(published === undefined ? {} : { published }),
      ...(draft === undefined ? {} : { draft }),
      ...about,
      created: head?.created ?? { at, by },
    },
    version: {
      version: number,
      action,
      state,
      ...about,
      ...(of === undefined ? {} : { of }),
      ...(withDocument ? { document } : {}),
    },
  };
}

function stateAfter(head: Head | undefined, { action, state }: DefinitionChange): DefinitionState {
  switch (action) {
    case 'publish':
      return 'live';
    case 'pause':
      return 'paused';
    case 'archive':
      return 'archived';
    case 'import':
      return state ?? 'draft';
    case 'draft':
      return head?.state === 'live' || head?.state === 'paused' ? head.state : 'draft';
  }
}

/** Which versions hold the document that counts and the one that is being worked on. */
function documentsAfter(
  head: Head | undefined,
  { action }: DefinitionChange,
  state: DefinitionState,
  number: number,
): { published?: number | undefined; draft?: number | undefined } {
  if (action === 'publish') return { published: number };
  if (action === 'import') return state === 'draft' ? { draft: number } : { published: number };
  if (action === 'draft')
    return { published: state === 'draft' ? undefined : head?.published, draft: number };
  // What was never published keeps its draft, so that it can be read and restored.
  if (action === 'archive')
    return { published: head?.published, draft: head?.published ? undefined : head?.draft };
  return { published: head?.published, draft: head?.draft };
}
