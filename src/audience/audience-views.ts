import type { Static } from 'typebox';
import type { AudienceBook } from './book.ts';
import type { AudienceDocument } from './document.ts';
import type { Qualifier } from './qualify.ts';
import type { AudienceView } from './schemas.ts';
import type { AudienceState } from './standing.ts';

/** What a view of audiences is made of. */
export interface ViewDeps {
  readonly book: AudienceBook;
  readonly qualifier: () => Qualifier;
  /** Seconds since the program started. */
  readonly secondsUp: () => number;
}

type View = Static<typeof AudienceView>;

/** All audiences, by id. */
export function viewAll(deps: ViewDeps): View[] {
  const { documents, audiences } = deps.book;
  const ids = [...new Set([...documents.keys(), ...audiences.keys()])].sort();
  return ids.map((id) => viewOne(id, deps)!);
}

/** One audience; undefined when there is none. */
export function viewOne(id: string, deps: ViewDeps): View | undefined {
  const { book } = deps;
  const document = book.documents.get(id);
  const audience = book.audiences.get(id);
  if (!document && !audience) return undefined;
  const qualifier = deps.qualifier();
  const progress = audience && progressOf(audience, book);
  const live = qualifier.current.audiences.get(id);
  const notBecause = audience?.paused ?? (live ? undefined : reasonOf(document, progress !== undefined));
  return {
    id,
    name: document?.name ?? audience?.name ?? id,
    state: document?.state ?? 'archived',
    version: document?.version ?? audience?.inForce?.version ?? 0,
    versionInForce: audience?.inForce?.version ?? null,
    size: book.sizes.get(id) ?? 0,
    evaluated: document?.list ? 'list' : live && audience?.paused === undefined ? 'live' : 'not',
    ...(notBecause === undefined ? {} : { notBecause }),
    ...(progress ? { progress } : {}),
    cost: {
      traits: live?.compiled.traits.length ?? 0,
      touchesPerSecond: (qualifier.touches.get(id) ?? 0) / Math.max(1, deps.secondsUp()),
    },
  };
}

function reasonOf(document: AudienceDocument | undefined, isUnderWay: boolean): string | undefined {
  if (!document || document.list) return undefined;
  if (isUnderWay) return 'its past is being read';
  return document.state === 'live' ? undefined : `it is ${document.state}`;
}

/** People have ids up to this. */
const ID_MAX = Number.MAX_SAFE_INTEGER;

function progressOf(audience: AudienceState, book: AudienceBook): View['progress'] {
  if (audience.pending) {
    const shares = [...book.fills.values()].map(({ upTo }) => Math.max(0, upTo) / ID_MAX);
    return { stage: 'history', share: Math.min(1, ...shares) };
  }
  for (const { audiences, upTo } of book.sweeps.values())
    if (audiences.includes(audience.id)) return { stage: 'people', share: Math.max(0, upTo) / ID_MAX };
  return undefined;
}
