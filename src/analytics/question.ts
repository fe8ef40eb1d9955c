import type { Static, TSchema } from 'typebox';
import type { Condition } from '../core/condition/index.ts';
import type { Frame } from './frame.ts';
import type { Title } from './model/title.ts';
import type { Statement } from './rows/events.ts';

/** What a question works with: the frame it is asked in, and a way to the warehouse. */
export interface Asking {
  readonly frame: Frame;
  /** Runs a statement within the limits of the question; what it read is added to what the answer says of itself. */
  run<Row>(statement: Statement): Promise<Row[]>;
}

/** What a number is made of. */
export interface Cell {
  /** A select with the column `person`: the people behind the number, each once. */
  people(asking: Asking): Statement | Promise<Statement>;
  /** A select with the columns `place` and `derived`: the events behind it, each once. Undefined where people are all there is. */
  events?(asking: Asking): Statement | Promise<Statement>;
  /**
   * The same people as a condition, true of just them at the moment of the question and live from then on; or why the language has no
   * words for it.
   */
  meaning(asking: Asking): Condition | { readonly cannot: string };
}

/** Values of a dimension that an answer speaks of; null stands for several together. */
export interface DimensionValues {
  readonly dimension: string;
  /** Called where their names are wanted. */
  values(): readonly (string | null)[];
}

/** A kind of question. It is one object in one file: query -> plan -> SQL -> run -> shape; questions.ts lists them. */
export interface Question {
  /** Last part of its path: `POST /api/analytics/table`. */
  readonly id: string;
  readonly title: Title;
  readonly summary: string;
  readonly query: TSchema;
  readonly answer: TSchema;
  ask(query: unknown, asking: Asking): Promise<object>;
  /** Values of dimensions in the answer, which readers are to be told the names of. */
  values?(query: unknown, answer: object): readonly DimensionValues[];
  /** How a number of the answer is opened: how it is named, and what stands behind it. */
  readonly cell?: { readonly schema: TSchema; open(query: unknown, cell: unknown): Cell };
}

/** What a kind of question says of itself, with the types of its own query, answer and cell. */
interface Written<Q extends TSchema, A extends TSchema, C extends TSchema> {
  readonly id: string;
  readonly title: Title;
  readonly summary: string;
  readonly query: Q;
  readonly answer: A;
  ask(query: Static<Q>, asking: Asking): Promise<Static<A>>;
  values?(query: Static<Q>, answer: Static<A>): readonly DimensionValues[];
  readonly cell?: { readonly schema: C; open(query: Static<Q>, cell: Static<C>): Cell };
}

/** Takes a question as it is written; its schemas are held against queries before it sees them. */
export function question<Q extends TSchema, A extends TSchema, C extends TSchema = TSchema>(
  written: Written<Q, A, C>,
): Question {
  return written as unknown as Question;
}
