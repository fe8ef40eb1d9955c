import type { Static } from 'typebox';
import type { Definitions } from '../definition/index.ts';
import type { AudienceBook } from './book.ts';
import { AUDIENCE_KEY, type AudienceContent, type AudienceDocument } from './document.ts';
import { RANK_EVERY } from './list-work.ts';
import type { AudienceView } from './schemas.ts';
import { wholeOf } from './set.ts';
import type { AudienceState } from './standing.ts';

/** What a view of audiences is made of. */
export interface ViewDeps {
  readonly book: AudienceBook;
  /** How often an audience was asked since the program started. */
  readonly touchesOf: (id: string) => number;
  /** Seconds since the program started. */
  readonly secondsUp: () => number;
  readonly desk: { readonly definitions: Definitions };
}

type View = Static<typeof AudienceView>;

/** All audiences, by id; those that are not live by what was written of them last. */
export async function viewAll(deps: ViewDeps): Promise<View[]> {
  const { documents, audiences } = deps.book;
  const ids = [...new Set([...documents.keys(), ...audiences.keys()])].sort();
  return Promise.all(ids.map((id) => viewNamed(id, deps, viewOne(id, deps)!)));
}

/** A view with the name and the kind that somebody wrote, where the program holds no document because it is not live. */
export async function viewNamed(id: string, deps: ViewDeps, view: View): Promise<View> {
  if (view.state === 'live') return view;
  const content = await writtenLast(wholeOf(id), deps);
  if (!content) return view;
  const { description } = content;
  const isWhole = wholeOf(id) === id;
  return {
    ...view,
    ...(isWhole && typeof content.name === 'string' ? { name: content.name } : {}),
    ...(isWhole && typeof description === 'string' ? { description } : {}),
    kind: kindOf(id, content),
  };
}

/** The document of an audience that was published last, or its draft where none was. */
export async function writtenLast(
  id: string,
  { desk }: ViewDeps,
): Promise<Partial<AudienceContent> | undefined> {
  const { head, history } = desk.definitions;
  const key = AUDIENCE_KEY + id;
  const standing = head(key);
  const number = standing?.published ?? standing?.draft;
  const version = number === undefined ? undefined : await history.read(key, number);
  return version?.document as Partial<AudienceContent> | undefined;
}

function kindOf(id: string, content: Partial<AudienceContent> | undefined): View['kind'] {
  if (id !== wholeOf(id)) return 'part';
  if (content?.rank !== undefined) return 'ranking';
  if (content?.list !== undefined) return 'list';
  return content?.set === undefined ? 'condition' : 'set';
}

/** One audience; undefined when there is none. */
export function viewOne(id: string, deps: ViewDeps): View | undefined {
  const { book } = deps;
  const { definitions } = deps.desk;
  const document = book.documents.get(id);
  const audience = book.audiences.get(id);
  if (!document && !audience) return undefined;
  const progress = audience && progressOf(audience, book);
  const live = audience?.isClosing ? undefined : book.live(id);
  const notBecause = audience?.paused ?? (live ? undefined : reasonOf(document, progress !== undefined));
  const waiting = book.waiting.countOf(id);
  return {
    id,
    name: document?.name ?? audience?.name ?? id,
    ...(document?.description === undefined ? {} : { description: document.description }),
    ...(id === wholeOf(id) ? {} : { partOf: wholeOf(id) }),
    kind: kindOf(id, definitions.get(AUDIENCE_KEY + wholeOf(id)) as AudienceContent | undefined),
    state: document?.state ?? book.documents.get(wholeOf(id))?.state ?? 'archived',
    version: document?.version ?? audience?.inForce?.version ?? 0,
    versionInForce: audience?.inForce?.version ?? null,
    size: book.sizes.get(id) ?? 0,
    evaluated: live && audience?.paused === undefined ? howOf(document) : 'not',
    ...rankingOf(id, document, book),
    ...(waiting === 0 ? {} : { waiting }),
    ...(notBecause === undefined ? {} : { notBecause }),
    ...(progress ? { progress } : {}),
    usedIn: definitions.dependants(AUDIENCE_KEY + wholeOf(id)).sort(),
    cost: {
      traits: live?.traits.length ?? 0,
      touchesPerSecond: deps.touchesOf(id) / Math.max(1, deps.secondsUp()),
    },
  };
}

function howOf(document: AudienceDocument | undefined): View['evaluated'] {
  if (!document?.list) return 'live';
  return document.ranking ? 'ranking' : 'list';
}

function rankingOf(
  id: string,
  document: AudienceDocument | undefined,
  book: AudienceBook,
): Pick<View, 'ranking'> {
  if (!document?.ranking) return {};
  const last = book.rankings.get(id);
  const { every = RANK_EVERY } = document.ranking.rank;
  return { ranking: { every, asOf: last?.at ?? null, tookMs: last?.tookMs ?? null } };
}

function reasonOf(document: AudienceDocument | undefined, isUnderWay: boolean): string | undefined {
  if (!document) return undefined;
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
