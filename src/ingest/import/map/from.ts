import { type Static, Type } from 'typebox';

const strict = { additionalProperties: false } as const;

/** The name of a column, as the first line of the file has it. */
export const ColumnName = Type.String({ minLength: 1, maxLength: 200 });

/** What a value is to become. `code`: a text from which the `.0` that spreadsheets and data frames put behind codes is cut. */
export const ValueKind = Type.Union([
  Type.Literal('text'),
  Type.Literal('code'),
  Type.Literal('number'),
  Type.Literal('boolean'),
  Type.Literal('time'),
  Type.Literal('list'),
  Type.Literal('json'),
]);
export type ValueKind = Static<typeof ValueKind>;

const Constant = Type.Union([Type.String({ maxLength: 1_000 }), Type.Number(), Type.Boolean()]);

const FromColumn = Type.Object(
  {
    column: ColumnName,
    as: Type.Optional(ValueKind),
    /** Of a time: `auto`, `epoch-s`, `epoch-ms` or a pattern such as `DD/MM/YYYY HH:mm`. */
    format: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** Of a time without a zone: an IANA name, `UTC` or `+02:00`. */
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    /** Of a list: what stands between its items. */
    separator: Type.Optional(Type.String({ minLength: 1, maxLength: 5 })),
    /** Other words for certain values, before they are read: `{ "Y": "true" }`. */
    replace: Type.Optional(Type.Record(Type.String(), Constant, { maxProperties: 1_000 })),
    /** What stands in for an empty cell. */
    default: Type.Optional(Constant),
  },
  strict,
);
const FromConstant = Type.Object({ constant: Constant }, strict);
/** Several columns in one text: `"{user_id}-{platform}"`. Empty when one of its columns is. */
const FromTemplate = Type.Object({ template: Type.String({ minLength: 1, maxLength: 500 }) }, strict);

/** Where a value comes from: a column by its name, a column with more to say about it, a constant, or a template. */
export const From = Type.Union([ColumnName, FromColumn, FromConstant, FromTemplate]);
export type From = Static<typeof From>;
export type FromColumn = Static<typeof FromColumn>;

/** Values by the name they get; dots in a name make objects inside objects (`campaign.source`). */
export const FromRecord = Type.Record(Type.String({ pattern: '^(?!.*__proto__).{1,200}$' }), From, {
  maxProperties: 500,
});
export type FromRecord = Static<typeof FromRecord>;

/** Who the row is about. The first one that is there counts as the sender: the device, where a device is known. */
export const IdentityList = Type.Array(
  Type.Object({ namespace: Type.String({ pattern: '^[a-z][a-z0-9_]{0,31}$' }), value: From }, strict),
  { minItems: 1, maxItems: 20 },
);
export type IdentityList = Static<typeof IdentityList>;

/** The names of the columns that a value is read from. */
export function columnsOf(from: From): string[] {
  if (typeof from === 'string') return [from];
  if ('column' in from) return [from.column];
  return 'template' in from ? [...from.template.matchAll(TEMPLATE_COLUMN)].map((found) => found[1]!) : [];
}

/** `{column}` in a template. */
export const TEMPLATE_COLUMN = /\{([^{}]+)\}/g;
