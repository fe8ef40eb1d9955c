import { changeList } from './audience/index.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import type { Partition } from './pipeline/index.ts';

/** What people are entered into lists through. */
interface ListParts {
  readonly partition: Partition;
  readonly append: (bytes: Uint8Array) => Promise<number>;
  readonly clock: Clock;
}

/** Puts people on an audience that is a list; resolves when they are in it. */
export function createEnterList({ partition, append, clock }: ListParts) {
  const log = {
    clock,
    append: (header: Parameters<typeof encodeRecord>[0], body: object): Promise<number> =>
      append(encodeRecord(header, Buffer.from(JSON.stringify(body)))),
  };
  return async (list: string, people: readonly number[]): Promise<void> => {
    const entries = people.map((person) => [person, null] as const);
    const last = await changeList(log, { list, how: 'snapshot', people: entries });
    if (last >= 0) await partition.folded(last);
  };
}
