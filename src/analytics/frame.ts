import type { AudienceResolver } from '../core/condition/index.ts';
import type { FieldMask } from '../core/index.ts';
import type { Calendar } from '../core/trait/index.ts';
import type { CurrentPerson } from '../engine/warehouse/index.ts';

/** What one unit of a currency is worth in the currency of the workspace, from a moment on. */
export interface Rate {
  readonly currency: string;
  /** ms since the epoch; the oldest rate of a currency also counts before it. */
  readonly since: number;
  readonly rate: number;
}

/** 1 is Monday, 7 is Sunday. */
export type WeekDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a question is asked in: the moment, the calendar and money of the workspace, and what is set up. */
export interface Frame {
  /** The moment of asking (ms): rolling ranges end here, conditions hold as of here. */
  readonly at: number;
  /** IANA name of the time zone in which days begin. */
  readonly zone: string;
  readonly weekStart: WeekDay;
  /** ISO 4217 code of the currency in which amounts are answered. */
  readonly currency: string;
  readonly rates: readonly Rate[];
  readonly calendar: Calendar;
  /** How rows of the table are read with the people of now. */
  readonly events: CurrentPerson;
  readonly sourcePrecedence: readonly string[] | undefined;
  /** What is hidden from whoever asks; undefined when nothing is. */
  readonly mask: FieldMask | undefined;
  readonly audiences: AudienceResolver;
  /** The live document of a definition by its key, such as `segment/vip`; undefined when there is none. */
  definition(key: string): unknown;
}
