import { isObject } from '../../json.ts';
import { ConditionSchema } from '../condition.ts';
import type { Place } from './problem.ts';

/** The part of JSON Schema that the condition's schema uses. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** What a text of the pattern is. */
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
}

const ROOT = (ConditionSchema as unknown as { $defs: { Condition: Schema } }).$defs.Condition;

/**
 * Holds a document to the schema of conditions. Says less and better than a general validator does of a union: the key that is
 * there tells which of the shapes was meant.
 */
export function checkShape(value: unknown, place: Place): undefined {
  check(ROOT, value, place);
}

function check(schema: Schema, value: unknown, place: Place): undefined {
  if (schema.$ref !== undefined) return check(ROOT, value, place);
  if (schema.anyOf) return checkUnion(schema.anyOf, value, place);
  if (schema.const !== undefined || schema.enum) {
    const allowed = schema.enum ?? [schema.const];
    if (!allowed.includes(value))
      place.problem('condition.wrong-type', `Must be one of: ${allowed.join(', ')}.`);
    return;
  }
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, place);
    case 'array':
      return checkArray(schema, value, place);
    case 'string':
      return checkText(schema, value, place);
    case 'boolean':
      if (typeof value !== 'boolean') place.problem('condition.wrong-type', 'Must be true or false.');
      return;
    default:
      return checkNumber(schema, value, place);
  }
}

/** Shapes of a union are told apart by the first key that they require, other unions by type. */
function checkUnion(schemas: readonly Schema[], value: unknown, place: Place): undefined {
  const objects = schemas.filter((schema) => schema.type === 'object');
  if (isObject(value) && objects.length > 0) {
    const meant =
      objects.find(({ required: [head] = [] }) => head !== undefined && head in value) ??
      objects.find(
        (schema) => !schema.required && Object.keys(schema.properties ?? {}).some((key) => key in value),
      );
    if (meant) return checkObject(meant, value, place);
    const heads = objects.flatMap((schema) => schema.required?.[0] ?? Object.keys(schema.properties ?? {}));
    return place.problem('condition.unknown-operator', `Needs one of the keys: ${heads.join(', ')}.`);
  }
  if (objects.length === schemas.length) return place.problem('condition.wrong-type', 'Must be an object.');
  if (schemas.every((schema) => schema.const !== undefined))
    return check({ enum: schemas.map((schema) => schema.const) }, value, place);
  const meant = schemas.find((schema) => schema.type === (Array.isArray(value) ? 'array' : typeof value));
  if (meant) return check(meant, value, place);
  place.problem('condition.wrong-type', `Must be one of: ${schemas.map(({ type }) => type).join(', ')}.`);
}

function checkObject(schema: Schema, value: unknown, place: Place): undefined {
  if (!isObject(value)) return place.problem('condition.wrong-type', 'Must be an object.');
  const {
    properties = {},
    required = [],
    minProperties = 0,
    maxProperties = Number.POSITIVE_INFINITY,
  } = schema;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  const known = Object.keys(properties);
  for (const key of keys) {
    const inner = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (inner) check(inner, value[key], place.down(key));
    else
      place
        .down(key)
        .problem('condition.unknown-operator', `“${key}” is not known here; known are: ${known.join(', ')}.`);
  }
  const missing = required.filter((key) => !keys.includes(key));
  if (missing.length > 0)
    place.problem('condition.incomplete', `Needs ${missing.map((key) => `“${key}”`).join(', ')}.`);
  const choices = known.filter((key) => !required.includes(key)).join(', ');
  if (keys.length > maxProperties) place.problem('condition.ambiguous', `Say only one of: ${choices}.`);
  else if (missing.length === 0 && keys.length < minProperties)
    place.problem('condition.incomplete', `Needs one of: ${choices}.`);
}

function checkArray(schema: Schema, value: unknown, place: Place): undefined {
  if (!Array.isArray(value)) return place.problem('condition.wrong-type', 'Must be a list.');
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minItems)
    place.problem('condition.incomplete', `Needs at least ${minItems} in the list.`);
  if (value.length > maxItems)
    return place.problem(
      'condition.out-of-bounds',
      `Holds ${value.length}; at most ${maxItems} are allowed.`,
    );
  if (items) for (const [i, item] of value.entries()) check(items, item, place.down(i));
}

function checkText(schema: Schema, value: unknown, place: Place): undefined {
  if (typeof value !== 'string') return place.problem('condition.wrong-type', 'Must be a text.');
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, description = pattern } = schema;
  // Lengths are counted in code points, as JSON Schema does.
  const length = [...value].length;
  if (length < minLength) place.problem('condition.incomplete', 'Must not be empty.');
  else if (length > maxLength)
    place.problem('condition.out-of-bounds', `Has ${length} characters; at most ${maxLength} are allowed.`);
  else if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    place.problem('condition.wrong-type', `“${value}” is not written as needed here: ${description}.`);
}

function checkNumber(schema: Schema, value: unknown, place: Place): undefined {
  const isWhole = schema.type === 'integer';
  if (typeof value !== 'number' || !Number.isFinite(value) || (isWhole && !Number.isInteger(value)))
    return place.problem('condition.wrong-type', isWhole ? 'Must be a whole number.' : 'Must be a number.');
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  if (value < minimum || value > maximum)
    place.problem('condition.out-of-bounds', `Must be between ${minimum} and ${maximum}.`);
}
