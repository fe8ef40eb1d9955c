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
const VALUE_CHARACTERS_MAX = 8_192;

/**
 * Notes the values of an event. Later event time wins within a source, whatever the order of arrival; at the same
 * moment the greater JSON text, so that two orders end alike. Returns how many values were refused for their size.
 */
export function noteAttributes(
  attributes: Attributes,
  values: JsonObject,
  time: number,
  source: string,
): number {
  let refused = 0;
  for (const name in values) {
    const value = values[name];
    if (value === undefined || name === '__proto__') continue;
    const known = own(attributes, name);
    if (!isStorable(name, value) || (!known && Object.keys(attributes).length >= ATTRIBUTES_MAX)) refused++;
    else if (!known) attributes[name] = [[source, time, value]];
    else noteStatement(known, [source, time, value]);
  }
  return refused;
}

function isStorable(name: string, value: Json): boolean {
  if (name.length > NAME_CHARACTERS_MAX) return false;
  if (typeof value === 'string') return value.length <= VALUE_CHARACTERS_MAX;
  return typeof value !== 'object' || value === null || JSON.stringify(value).length <= VALUE_CHARACTERS_MAX;
}

/** Keeps one statement a source: the newest. */
function noteStatement(statements: Statement[], statement: Statement): void {
  const at = statements.findIndex(([source]) => source === statement[0]);
  if (at < 0) statements.push(statement);
  else if (isNewer(statement, statements[at]!)) statements[at] = statement;
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
