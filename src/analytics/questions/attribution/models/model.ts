import type { TProperties } from 'typebox';
import type { Title } from '../../../model/title.ts';

/** A conversion and its touches as SQL sees them. Arrays have an entry a touch, the oldest first. */
export interface PathSql {
  /** Values of the dimension. */
  readonly values: string;
  /** When each happened (ms). */
  readonly times: string;
  /** Whether each is the event of the conversion itself. */
  readonly own: string;
  /** How many there are. */
  readonly count: string;
  /** When the conversion happened (ms). */
  readonly at: string;
  bind(type: 'Float64', value: number): string;
}

/** A way to share a conversion among its touches. A kind is an object in a file; kinds.ts lists them. */
export interface AttributionModel<Settings = unknown> {
  readonly id: string;
  readonly title: Title;
  /** What may be set, besides the model itself. */
  readonly settings: TProperties;
  /**
   * SQL of an array with the share of each touch, which is reckoned for one conversion alone; undefined for a model that looks at all
   * of them together (markov.ts).
   */
  readonly shares?: (path: PathSql, settings: Settings) => string;
}
