import { type Clock, encodeRecord } from '../core/index.ts';

/** Sets a definition (or deletes it with undefined) and resolves when the fold works by it. */
export type Define = (key: string, value: unknown, by: string) => Promise<void>;

/** What a publisher needs of the log and the fold. */
export interface Publisher {
  append(bytes: Uint8Array): Promise<number>;
  folded(position: number): Promise<unknown>;
  readonly clock: Clock;
}

/** A change of definitions is a record in the log, so that a replay sees the same ones at the same position. */
export function createPublisher({ append, folded, clock }: Publisher): Define {
  return async (key, value, by) => {
    const body = value === undefined ? '' : JSON.stringify(value);
    const header = { kind: 'definition', key, by, received: clock.now() } as const;
    await folded(await append(encodeRecord(header, Buffer.from(body))));
  };
}
