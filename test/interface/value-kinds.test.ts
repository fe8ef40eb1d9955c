import { expect, it } from 'vitest';
import { analyticsKinds } from '../../src/analytics/index.ts';
import { VALUE_KINDS } from '../../ui/analysis/setup/dimensions/kinds.ts';

/** As much as is looked at of what the server says a derived dimension is. */
interface Schema {
  readonly properties: {
    readonly value: { readonly $defs: { readonly Derived: { readonly anyOf: readonly Way[] } } };
  };
}
interface Way {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}

it('the forms of derived dimensions are every way that the server knows, with its fields and choices', () => {
  const { schema } = analyticsKinds().find(({ id }) => id === 'dimension')!;
  const known = (schema as unknown as Schema).properties.value.$defs.Derived.anyOf.map((way) =>
    Object.entries(way.properties).map(([key, field]) => ({
      key,
      isOptional: !way.required.includes(key),
      choices: field.enum ?? [],
    })),
  );
  const shown = VALUE_KINDS.map(({ fields }) =>
    fields.map(({ key, isOptional = false, choices = [] }) => ({ key, isOptional, choices })),
  );
  expect(new Set(shown)).toEqual(new Set(known));
  expect(VALUE_KINDS.map(({ id, fields }) => fields[0]?.key === id)).not.toContain(false);
});
