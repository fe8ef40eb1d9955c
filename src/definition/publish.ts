import { type Clock, type DefinitionChange, encodeRecord } from '../core/index.ts';
import type { Head } from './revision.ts';

/** Sets a definition (or archives it with undefined) and resolves when the fold works by it. */
export type Define = (key: string, value: unknown, by: string) => Promise<void>;

/**
 * Changes a definition and resolves with where it stands then. Rejects with the refusals of `revise`, above all
 * `definition.changed` (412) when `change.expected` is not its version any more: the log decides who was first.
 */
export type ChangeDefinition = (
  key: string,
  change: DefinitionChange,
  document: unknown,
  by: string,
) => Promise<Head>;

/** What a publisher needs of the log and the fold. */
export interface Publisher {
  append(bytes: Uint8Array): Promise<number>;
  /** Resolves when the record is folded, with what came of it; rejects with why it was refused. */
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

/** Like a publisher, for changes that say what is to happen: drafts, locks, states. */
export function createChanger({ append, folded, clock }: Publisher): ChangeDefinition {
  return async (key, change, document, by) => {
    const body = document === undefined ? '' : JSON.stringify(document);
    const header = { kind: 'definition', key, by, received: clock.now(), change } as const;
    return (await folded(await append(encodeRecord(header, Buffer.from(body))))) as Head;
  };
}
