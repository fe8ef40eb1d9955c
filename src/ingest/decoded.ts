import type { Event, Protocol, RecordHeader } from '../core/index.ts';

/** An event and where it stood in its record. */
export interface DecodedEvent extends Event {
  /** 0, 1, 2 … in the order of the wire; refused events use up their number too. */
  readonly ordinal: number;
}

/** Why a single event cannot be taken. Stable names; they are the `reason` of the quarantine and of native answers. */
export type RejectCode =
  | 'event.not-an-object'
  | 'event.malformed'
  | 'event.unknown-type'
  | 'event.no-identity'
  | 'event.no-name'
  | 'event.no-group-id'
  | 'event.no-previous-id'
  | 'event.name-too-long'
  | 'event.id-too-long'
  | 'event.bad-time'
  | 'event.bad-identity'
  | 'event.identity-too-long'
  | 'event.too-many-identities'
  | 'event.too-large'
  | 'event.too-deep'
  | 'event.too-many-keys'
  | 'event.text-too-long'
  | 'event.key-too-long'
  | 'event.unsafe-key'
  | 'record.unreadable';

/** An event that was refused, in a form that can be sent again by itself. */
export interface Reject {
  readonly ordinal: number;
  /** A RejectCode from decoding; later stages (identity, fold) have codes of their own. */
  readonly code: string;
  /** What is wrong with it, without personal data. */
  readonly message: string;
  /** The event as its protocol writes it, with its message id, its corrected time and what the batch lent to it. */
  readonly event: unknown;
  /** How `event` is written, when that is not the protocol of the record. */
  readonly protocol?: Protocol;
}

/** What a record holds. `events` and `rejects` together have every ordinal once. */
export interface Decoded {
  readonly events: DecodedEvent[];
  readonly rejects: Reject[];
}

/** The header of a record that was collected from a client or a file. */
export type CollectedHeader = Extract<RecordHeader, { kind: 'collected' }>;
