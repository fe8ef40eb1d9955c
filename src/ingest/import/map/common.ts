import { type Static, Type } from 'typebox';
import type { Channel } from '../../../core/index.ts';
import { ColumnName } from './from.ts';

const strict = { additionalProperties: false } as const;

/** How the file is written. Everything is told from its content when absent. */
const FileSettings = Type.Object(
  {
    format: Type.Optional(
      Type.Union([Type.Literal('csv'), Type.Literal('json-lines'), Type.Literal('parquet')]),
    ),
    delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
    quote: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
    encoding: Type.Optional(
      Type.Union([Type.Literal('utf-8'), Type.Literal('latin1'), Type.Literal('windows-1252')]),
    ),
    /** The names of the columns of a CSV file that has no header line. */
    columns: Type.Optional(Type.Array(ColumnName, { minItems: 1, maxItems: 2_000 })),
  },
  strict,
);

const ChannelName = Type.Union(
  (['web', 'app', 'store', 'order', 'call', 'catalogue', 'message', 'ad'] satisfies Channel[]).map((name) =>
    Type.Literal(name),
  ),
);

/** The settings that every map has. */
export const commonSettings = {
  file: Type.Optional(FileSettings),
  /** Of times without a zone; UTC when absent. An IANA name or `+02:00`. */
  timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** How times are written; `auto` when absent. */
  timeFormat: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  /** What separates decimals; a point when absent. */
  decimal: Type.Optional(Type.Union([Type.Literal('.'), Type.Literal(',')])),
  /** Texts that mean "nothing", beside the empty one: `NULL`, `\\N`, `-`. */
  nulls: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })),
  /** Where the events happened; the channel of the source when absent. */
  channel: Type.Optional(ChannelName),
};
const Common = Type.Object(commonSettings);
export type CommonSettings = Static<typeof Common>;

/** What becomes of rows that a preset has doubts about. */
export const DropOrQuarantine = Type.Union([Type.Literal('drop'), Type.Literal('quarantine')]);
