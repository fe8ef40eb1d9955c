import { type Json, type JsonObject, own, type Settings } from '../core/index.ts';

/** One source's newest value of an attribute: source, event time (ms), value; null when the source cleared it. */
export type Statement = [source: string, time: number, value: Json];

/** What every source said last about every attribute. Plain data. */
export interface Attributes {
  [name: string]: Statement[];
}

/** An attribute as it counts for a person, and who said so. */
export interface AttributeValue {
  readonly value: Json;
  readonly time: number;
  readonly source: string;
}

const ATTRIBUTES_MAX = 500;
const NAME_CHARACTERS_MAX = 128;
/** A statement as JSON. */
const VALUE_CHARACTERS_MAX = 8_192;
/** A colon, two brackets and a comma. */
const NAME_PUNCTUATION = 4;
/** Two brackets and two commas, and the digits of a time. */
const STATEMENT_PUNCTUATION = 4;
const TIME_DIGITS = 13;
/** What JSON writes with more characters than one. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

/**
 * Notes the values of an event. Later event time wins within a source, whatever the order of arrival; at the same
 * moment the greater JSON text, so that two orders end alike. What is too large, or would take more than `room`
 * characters of JSON, is left out. Returns by how many characters the attributes grew.
 */
export function noteAttributes(
  attributes: Attributes,
  values: JsonObject,
  time: number,
  source: string,
  room: number,
): number {
  let grown = 0;
  for (const name in values) {
    const value = values[name];
    if (value === undefined || name === '__proto__' || name.length > NAME_CHARACTERS_MAX) continue;
    const known = own(attributes, name);
    if (!known && Object.keys(attributes).length >= ATTRIBUTES_MAX) continue;
    grown += noteStatement(attributes, name, [source, time, value], room - grown);
  }
  return grown;
}

/** Keeps one statement a source: the newest. */
function noteStatement(attributes: Attributes, name: string, statement: Statement, room: number): number {
  const size = sizeOf(statement);
  if (size > VALUE_CHARACTERS_MAX) return 0;
  const statements = own(attributes, name);
  if (!statements) {
    const grown = size + textSize(name) + NAME_PUNCTUATION;
    if (grown > room) return 0;
    attributes[name] = [statement];
    return grown;
  }
  const at = statements.findIndex(([source]) => source === statement[0]);
  const old = statements[at];
  if (old && !isNewer(statement, old)) return 0;
  const grown = old ? size - sizeOf(old) : size + 1;
  if (grown > Math.max(0, room)) return 0;
  statements[old ? at : statements.length] = statement;
  return grown;
}

/** Characters of JSON that a statement takes. Writing each out to count them would take four times as long. */
function sizeOf([source, , value]: Statement): number {
  const size =
    typeof value === 'string'
      ? textSize(value)
      : typeof value === 'object'
        ? JSON.stringify(value).length
        : String(value).length;
  return textSize(source) + TIME_DIGITS + size + STATEMENT_PUNCTUATION;
}

function textSize(text: string): number {
  return ESCAPED.test(text) ? JSON.stringify(text).length : text.length + 2;
}

function isNewer(a: Statement, b: Statement): boolean {
  if (a[1] !== b[1]) return a[1] > b[1];
  const [textA, textB] = [JSON.stringify(a[2]), JSON.stringify(b[2])];
  return textA === textB ? a[0] > b[0] : textA > textB;
}

/** The attributes of several holders as they count for one person under the policy of the workspace. */
export function mergeAttributes(
  all: readonly Attributes[],
  policy: Settings['attributePolicy'],
): { [name: string]: AttributeValue } {
  const counting: { [name: string]: Statement } = {};
  for (const attributes of all)
    for (const [name, statements] of Object.entries(attributes))
      for (const statement of statements) {
        const known = own(counting, name);
        if (!known || counts(statement, known, policy)) counting[name] = statement;
      }
  const values: { [name: string]: AttributeValue } = {};
  for (const name of Object.keys(counting).sort()) {
    const [source, time, value] = counting[name]!;
    if (value !== null) values[name] = { value, time, source };
  }
  return values;
}

/** One attribute as it counts for a person; undefined when nobody stated it or it was cleared. */
export function attributeOf(
  fragments: readonly { readonly attributes: Attributes }[],
  name: string,
  policy: Settings['attributePolicy'],
): Json | undefined {
  let counting: Statement | undefined;
  for (const { attributes } of fragments)
    for (const statement of own(attributes, name) ?? [])
      if (!counting || counts(statement, counting, policy)) counting = statement;
  return counting?.[2] ?? undefined;
}

function counts(a: Statement, b: Statement, policy: Settings['attributePolicy']): boolean {
  if (policy.kind === 'source-precedence') {
    const [rankA, rankB] = [rank(policy.sources, a[0]), rank(policy.sources, b[0])];
    if (rankA !== rankB) return rankA < rankB;
  }
  return isNewer(a, b);
}

function rank(sources: readonly string[], source: string): number {
  const at = sources.indexOf(source);
  return at < 0 ? sources.length : at;
}
