import type { TSchema } from 'typebox';
import { own, pointerPart } from '../core/index.ts';
import type { Finding } from './finding.ts';

const FINDINGS_MAX = 50;
/** Deeper than any document that fits. */
const DEPTH_MAX = 64;
const SHOWN_CHARACTERS_MAX = 60;

/** The keywords of JSON Schema that schemas of documents use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}
type Definitions = Readonly<Record<string, Schema>>;

/**
 * Why a document does not fit its schema, in sentences that say what to do, each at the place that must be changed. Where
 * one of several shapes would do, it speaks of the one that was meant: a validator names what every one of them lacks.
 */
export function misfits(schema: TSchema, document: unknown): Finding[] {
  return explain(schema as Schema, document, '', {}, 0).slice(0, FINDINGS_MAX);
}

function explain(
  schema: Schema,
  value: unknown,
  pointer: string,
  definitions: Definitions,
  depth: number,
): Finding[] {
  if (depth > DEPTH_MAX) return [];
  const known = schema.$defs ? { ...definitions, ...schema.$defs } : definitions;
  const referred = schema.$ref === undefined ? undefined : known[schema.$ref.split('/').at(-1)!];
  if (referred) return explain(referred, value, pointer, known, depth + 1);
  const inside = (inner: Schema, key: string | number, part: unknown): Finding[] =>
    explain(inner, part, `${pointer}/${pointerPart(String(key))}`, known, depth + 1);
  if (schema.anyOf) {
    const texts = schema.anyOf.flatMap((each) => (typeof each.const === 'string' ? [each.const] : []));
    if (texts.length === schema.anyOf.length) return ofChoice(texts, value, pointer);
    return meant(
      schema.anyOf.map((each) => explain(each, value, pointer, known, depth + 1)),
      pointer,
    );
  }
  const own = wrongValue(schema, value);
  if (own !== undefined) return [misfit(pointer, own, isEmpty(value))];
  if (Array.isArray(value)) return value.flatMap((part, i) => inside(schema.items ?? {}, i, part));
  return isRecord(value) ? ofObject(schema, value, pointer, inside) : [];
}

function ofObject(
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Readonly<Record<string, unknown>>,
  pointer: string,
  inside: (schema: Schema, key: string, part: unknown) => Finding[],
): Finding[] {
  const findings = required
    .filter((key) => value[key] === undefined)
    .map((key) => misfit(`${pointer}/${pointerPart(key)}`, `“${key}” is missing; give it.`, true));
  for (const [key, part] of Object.entries(value)) {
    const known = own(properties, key);
    if (known) findings.push(...(part === undefined ? [] : inside(known, key, part)));
    else if (additionalProperties === false)
      findings.push(
        misfit(`${pointer}/${pointerPart(key)}`, `“${shown(key)}” is not known here; take it out.`, false),
      );
    else if (isRecord(additionalProperties)) findings.push(...inside(additionalProperties, key, part));
  }
  return findings;
}

/** What is wrong with a value whatever is in it; undefined where nothing is. */
function wrongValue(schema: Schema, value: unknown): string | undefined {
  if (schema.const !== undefined)
    return value === schema.const ? undefined : `This must be ${JSON.stringify(schema.const)}.`;
  if (schema.enum && !schema.enum.includes(value)) return `This must be one of: ${schema.enum.join(', ')}.`;
  if (schema.type !== undefined && !isOf(schema.type, value))
    return isEmpty(value) ? FILL_IN : `This must be ${KINDS[schema.type] ?? schema.type}.`;
  if (typeof value === 'string') return wrongText(schema, value);
  const [least, most, unit] =
    typeof value === 'number'
      ? [schema.minimum, schema.maximum, '']
      : [schema.minItems, schema.maxItems, ' in this list'];
  const size = Array.isArray(value) ? value.length : Number(value);
  if (least !== undefined && size < least) return `There must be at least ${least}${unit}.`;
  if (most !== undefined && size > most) return `There may be at most ${most}${unit}.`;
  return undefined;
}

function wrongText({ pattern, minLength = 0, maxLength }: Schema, text: string): string | undefined {
  if (text.length < minLength) return text === '' ? FILL_IN : `At least ${minLength} characters.`;
  if (maxLength !== undefined && text.length > maxLength)
    return `This is too long; at most ${maxLength} characters.`;
  if (pattern === undefined || new RegExp(pattern, 'u').test(text)) return undefined;
  return text === '' ? FILL_IN : `“${shown(text)}” may not be written so; what fits is ${pattern}`;
}

function ofChoice(texts: readonly string[], value: unknown, pointer: string): Finding[] {
  if (texts.includes(String(value))) return [];
  return [misfit(pointer, `This must be one of: ${texts.join(', ')}.`, isEmpty(value))];
}

/** The findings of the shape that was meant: the one about which the least is to be said of the value as a whole. */
function meant(shapes: readonly (readonly Finding[])[], pointer: string): Finding[] {
  const weigh = (finding: Finding): number => {
    const depth = finding.pointer.slice(pointer.length).split('/').length - 1;
    return WEIGHTS[depth] ?? 1;
  };
  const cost = (findings: readonly Finding[]): number =>
    findings.reduce((sum, finding) => sum + weigh(finding), 0);
  return [...(shapes.toSorted((a, b) => cost(a) - cost(b))[0] ?? [])];
}

/** Of what is wrong with the value as a whole, and with its keys: the deeper, the more likely that this shape was meant. */
const WEIGHTS = [100, 10];
const FILL_IN = 'This is not filled in yet; fill it in.';
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return type === 'null' ? value === null : typeof value === type;
}

const isEmpty = (value: unknown): boolean => value === '' || value === null || value === undefined;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misfit(pointer: string, message: string, isMissing: boolean): Finding {
  return { severity: 'error', code: isMissing ? 'document.empty' : 'document.misfit', pointer, message };
}

const shown = (text: string): string => text.slice(0, SHOWN_CHARACTERS_MAX);
