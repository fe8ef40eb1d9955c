import type { Frame } from '../frame.ts';
import type { TimeUnit } from '../range/span.ts';
import type { Events } from '../rows/events.ts';
import type { Title } from './title.ts';

/** What a value belongs to: one event, the session around it, the person, or one product line of it. */
export type Container = 'event' | 'session' | 'person' | 'item';

/** What the catalogue has names for. */
export type Named = 'product' | 'store';

/**
 * Something by which numbers are broken down. A kind is an object in a file; kinds.ts lists them.
 * A row without a value has the value ''.
 */
export interface Dimension {
  /** How queries name it. */
  readonly id: string;
  readonly title: Title;
  readonly type: 'text' | 'number' | 'time';
  readonly container: Container;
  /** Steps of time: rows in which nothing happened are shown, and rows of a comparison stand beside them by position. */
  readonly unit?: TimeUnit;
  /** A row may have several values and counts under each, so that its rows may add up to more than the total. */
  readonly isList?: true;
  /**
   * SQL that gives the value of a row, of a type that is cheap to group by. It may build on the columns of EVENT_COLUMNS
   * (rows/columns.ts) and on what `events` hands out; whatever a caller said is bound through it.
   */
  read(events: Events): string;
  /** Of what its values are ids, where the catalogue has names for them. */
  named?(frame: Frame): Named | undefined;
  /** A cheap test in terms of the table that every row with a value passes. */
  readonly isThere?: string;
  /** SQL that turns a grouped value into the text of the answer; `toString` unless said. */
  text?(value: string, events: Events): string;
}

/** Finds a dimension by its id, for others that build on it. */
export type Find = (id: string) => Dimension | undefined;

/** Many dimensions of one make, told apart by what stands after the colon: `property:color`. */
export interface DimensionFamily {
  readonly id: string;
  readonly title: Title;
  /** What may stand after the colon, for documents and forms. */
  readonly argument: string;
  /** The dimension, or undefined when there is none for this argument. */
  of(argument: string, find: Find): Dimension | undefined;
}

/** The SQL of a grouped value as text. */
export function textOf(dimension: Dimension, value: string, events: Events): string {
  return dimension.text?.(value, events) ?? `toString(${value})`;
}
