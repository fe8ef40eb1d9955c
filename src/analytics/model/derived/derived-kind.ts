import { Type } from 'typebox';
import { isObject } from '../../../core/index.ts';
import type { DefinitionKind, Finding } from '../../../definition/index.ts';
import { DerivedSchema } from './schema.ts';

const Name = Type.String({ minLength: 1, maxLength: 200 });
/** Values within values. */
const DEPTH_MAX = 12;

/** The kind of definition that a derived dimension is; queries name it `derived:<id>`. */
export const dimensionKind: DefinitionKind = {
  id: 'dimension',
  title: 'Derived dimension',
  permission: 'analytics.write',
  schema: Type.Object(
    { name: Name, type: Type.Optional(Type.Enum(['text', 'number'])), value: DerivedSchema },
    { additionalProperties: false },
  ),
  check(document): readonly Finding[] {
    const value = (document as { value: unknown }).value;
    if (depthOf(value) <= DEPTH_MAX) return [];
    return [
      {
        severity: 'error',
        code: 'dimension.too-deep',
        pointer: '/value',
        message: `Values stand more than ${DEPTH_MAX} levels within each other; make a dimension of some.`,
      },
    ];
  },
  dependsOn: keysIn,
};

/** Levels of objects, of which each value takes two at most. */
function depthOf(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(depthOf));
  return isObject(value as never) ? 1 + Math.max(0, ...Object.values(value as object).map(depthOf)) : 0;
}

/** Definitions that a derived dimension builds on: other derived dimensions and lookups. */
function keysIn(document: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (isObject(value as never))
      for (const [key, each] of Object.entries(value as object)) {
        if (key === 'dimension' && typeof each === 'string' && each.startsWith('derived:'))
          found.add(`dimension/${each.slice('derived:'.length)}`);
        if (key === 'table' && typeof each === 'string') found.add(`lookup/${each}`);
        visit(each);
      }
  };
  visit(document);
  return [...found];
}
