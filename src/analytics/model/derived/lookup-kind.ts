import { type Static, Type } from 'typebox';
import { pointerPart } from '../../../core/index.ts';
import type { DefinitionKind, Finding } from '../../../definition/index.ts';

const Name = Type.String({ minLength: 1, maxLength: 200 });
const Text = Type.String({ maxLength: 500 });
const VALUES_MAX = 20_000;
const COLUMNS_MAX = 20;
/** More of the same are not told one by one. */
const FINDINGS_MAX = 20;

const Lookup = Type.Object(
  {
    name: Name,
    columns: Type.Optional(
      Type.Array(Name, {
        minItems: 1,
        maxItems: COLUMNS_MAX,
        uniqueItems: true,
        description: 'What each text of a value is called, where a value has several',
      }),
    ),
    values: Type.Record(
      Type.String({ maxLength: 500 }),
      Type.Union([Text, Type.Array(Text, { minItems: 1, maxItems: COLUMNS_MAX })]),
      { maxProperties: VALUES_MAX, description: 'A text by what is looked up, or one for each column' },
    ),
  },
  { additionalProperties: false },
);
/** A table of values by values: one text for each, or one for each column. */
export type Lookup = Static<typeof Lookup>;

/** The kind of definition that a table of values by values is. */
export const lookupKind: DefinitionKind = {
  id: 'lookup',
  title: 'Lookup',
  permission: 'analytics.write',
  schema: Lookup,
  check(document): readonly Finding[] {
    const { columns, values } = document as Lookup;
    return Object.entries(values)
      .filter(([, value]) =>
        columns ? !Array.isArray(value) || value.length !== columns.length : Array.isArray(value),
      )
      .slice(0, FINDINGS_MAX)
      .map(([key]) => ({
        severity: 'error',
        code: 'lookup.other-columns',
        pointer: `/values/${pointerPart(key)}`,
        message: columns
          ? `“${key}” needs ${columns.length} texts, one for each column.`
          : `“${key}” has several texts: say in “columns” what they are called.`,
      }));
  },
};

/** One column of a lookup, the first unless said; without the cells that are empty. undefined where it has no such column. */
export function columnOf(
  { columns, values }: Lookup,
  column: string | undefined,
): Readonly<Record<string, string>> | undefined {
  const at = column === undefined ? 0 : (columns ?? []).indexOf(column);
  if (at < 0) return undefined;
  return Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, typeof value === 'string' ? value : (value[at] ?? '')] as const)
      .filter(([, value]) => !columns || value !== ''),
  );
}
