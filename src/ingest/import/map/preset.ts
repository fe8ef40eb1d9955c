import { hash } from 'node:crypto';
import type { TObject } from 'typebox';
import type { Channel, EventType, Identity, Json } from '../../../core/index.ts';
import type { Row } from '../read/rows.ts';
import type { Target } from './compile.ts';
import type { Fault } from './fault.ts';

/** An event as import writes it into the log: the native form, read by the native decoder. */
export interface ImportedEvent {
  /** At most 100 characters, derived from what the rows say: the same rows give the same id. */
  readonly id: string;
  readonly type: EventType;
  readonly name: string;
  /** Ms since the epoch. */
  readonly time: number;
  readonly identities: readonly Identity[];
  readonly properties: Values;
  readonly context?: Values;
}

/** A JSON object while it is being made. */
export interface Values {
  [key: string]: Json | Values | readonly Values[] | undefined;
}

/** Where the outcome of rows goes. */
export interface Outcome {
  /** @param rows what the event stands for */
  event(event: ImportedEvent, rows: readonly Row[]): void;
  /** The row goes to the quarantine. */
  reject(row: Row, fault: Fault): void;
  /** The row is left out because the map says so. */
  drop(row: Row, fault: Fault): void;
}

/** A map compiled against the columns of a file. */
export interface Rules {
  /** Rows of one key that stand near each other are mapped together; without it, each row by itself. */
  readonly keyOf: ((row: Row) => string | undefined | Fault) | undefined;
  map(rows: readonly Row[], outcome: Outcome): void;
}

/** A way to read files of one kind; the schema draws its form in the interface. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly schema: TObject;
  /** The channel of its events when neither the map nor the source says better. */
  readonly channel: Channel;
  /**
   * @param map checked against the schema
   * @param asOf the moment for which rows without a time speak, ms since the epoch
   */
  compile(map: unknown, target: Target, asOf: number): Rules;
}

const ID_PREFIX_CHARACTERS_MAX = 60;

/** A message id from what rows say: a readable prefix and 132 bits of SHA-1 of their text. */
export function contentId(prefix: string, text: string): string {
  return `${prefix.slice(0, ID_PREFIX_CHARACTERS_MAX)}:${hash('sha1', text, 'base64url').slice(0, 22)}`;
}

/** The UTC day of a moment, `2026-05-03`. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
