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
type Kept = Readonly<Record<string, number>>;

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
  const list = async (by: string): Promise<Kept> => (await read<Kept>(by)) ?? {};
  return {
    read: (by, id) => read(by + BORDER + id),
    list,
    async keep(by, id, draft) {
      const { [id]: _, ...all } = await list(by);
      const isOld = ([, at]: readonly [string, number]): boolean => at < draft.at - KEPT_MS_MAX;
      const others = Object.entries(all).filter((each) => !isOld(each));
      if (others.length >= DRAFTS_MAX)
        throw refusal(
          'analytics.too-many-drafts',
          409,
          `You have unsaved changes in ${DRAFTS_MAX} workspaces; save or revert some of them.`,
        );
      await state.commit([
        ...Object.entries(all)
          .filter(isOld)
          .map(([other]) => set(by + BORDER + other, undefined)),
        set(by + BORDER + id, draft),
        set(by, { ...Object.fromEntries(others), [id]: draft.at }),
      ]);
    },
    async forget(by, id) {
      const { [id]: _, ...others } = await list(by);
      await state.commit([set(by + BORDER + id, undefined), set(by, others)]);
    },
  };
}
