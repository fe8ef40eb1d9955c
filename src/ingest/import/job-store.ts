import type { State } from '../../engine/state/index.ts';
import type { Job } from './job.ts';

const PREFIX = 'import/';
/** Behind all keys of the prefix: the character after the slash. */
const PREFIX_END = 'import0';

/** Jobs in the state; ids sort by the time they were made. */
export interface JobStore {
  get(id: string): Promise<Job | undefined>;
  put(job: Job): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Newest first. */
  list(limit: number, below?: string): Promise<Job[]>;
}

/** Keeps jobs in the collection `jobs`. */
export function createJobStore(state: Pick<State, 'getMany' | 'range' | 'commit'>): JobStore {
  return {
    async get(id) {
      const [text] = await state.getMany('jobs', [PREFIX + id]);
      return text === undefined ? undefined : (JSON.parse(text) as Job);
    },
    put: (job) => state.commit([{ collection: 'jobs', key: PREFIX + job.id, value: JSON.stringify(job) }]),
    remove: (ids) =>
      state.commit(ids.map((id) => ({ collection: 'jobs', key: PREFIX + id, value: undefined }))),
    async list(limit, below) {
      const to = below === undefined ? PREFIX_END : PREFIX + below;
      const entries = await state.range('jobs', { from: PREFIX, to, limit, reverse: true });
      return entries.map(([, text]) => JSON.parse(text) as Job);
    },
  };
}
