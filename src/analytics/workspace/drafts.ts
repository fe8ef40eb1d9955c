import { refusal } from '../../core/index.ts';
import type { Change, State } from '../../engine/state/index.ts';
import type { Workspace } from './document.ts';

/** What somebody works on and has not saved; nobody else sees it. */
export interface Draft {
  readonly document: Workspace;
  /** The version that it began from: saving it names this one, so that somebody else's newer one is not overwritten. */
  readonly version: number;
  /** When it was kept last (ms since the epoch). */
  readonly at: number;
}

/** When which drafts of a caller were kept last (ms since the epoch), by workspace. */
type Kept = ReadonlyMap<string, number>;

/** Drafts of workspaces, one for each caller and workspace. */
export interface Drafts {
  read(by: string, id: string): Promise<Draft | undefined>;
  list(by: string): Promise<Kept>;
  /** Refusal: `analytics.too-many-drafts` (409) when the caller has very many already. */
  keep(by: string, id: string, draft: Draft): Promise<void>;
  forget(by: string, id: string): Promise<void>;
}

const DRAFTS_MAX = 200;
/** What nobody went on with for so long is forgotten when its author keeps another. */
const KEPT_MS_MAX = 90 * 86_400_000;
/** Between the caller and the workspace; no id holds it. */
const BORDER = '\u0000';

/** Keeps drafts in the collection `drafts`: each under its caller and workspace, and a list of them under the caller. */
export function createDrafts(state: Pick<State, 'getMany' | 'commit'>): Drafts {
  const set = (key: string, value: object | undefined): Change => ({
    collection: 'drafts',
    key,
    value: value && JSON.stringify(value),
  });
  const read = async <T>(key: string): Promise<T | undefined> => {
    const [text] = await state.getMany('drafts', [key]);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  const list = async (by: string): Promise<Kept> =>
    new Map(Object.entries((await read<Record<string, number>>(by)) ?? {}));
  const listed = (by: string, kept: Kept): Change => set(by, Object.fromEntries(kept));
  // Two tabs keep at once, and each list is made of the one before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  return {
    read: (by, id) => read(by + BORDER + id),
    list,
    keep: (by, id, draft) =>
      inTurn(async () => {
        const kept = new Map(await list(by));
        kept.delete(id);
        const old = [...kept.keys()].filter((other) => kept.get(other)! < draft.at - KEPT_MS_MAX);
        for (const other of old) kept.delete(other);
        if (kept.size >= DRAFTS_MAX)
          throw refusal(
            'analytics.too-many-drafts',
            409,
            `You have unsaved changes in ${DRAFTS_MAX} workspaces; save or revert some of them.`,
          );
        kept.set(id, draft.at);
        const forgotten = old.map((other) => set(by + BORDER + other, undefined));
        await state.commit([...forgotten, set(by + BORDER + id, draft), listed(by, kept)]);
      }),
    forget: (by, id) =>
      inTurn(async () => {
        const kept = new Map(await list(by));
        kept.delete(id);
        await state.commit([set(by + BORDER + id, undefined), listed(by, kept)]);
      }),
  };
}
