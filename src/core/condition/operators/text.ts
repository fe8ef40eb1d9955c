import { type Static, Type } from 'typebox';

const TEXT_CHARACTERS_MAX = 256;
/** Values of one `anyOf` or `noneOf`. */
const TEXTS_MAX = 1_000;

const Text = Type.String({ minLength: 1, maxLength: TEXT_CHARACTERS_MAX });
const Texts = Type.Array(Text, { minItems: 1, maxItems: TEXTS_MAX });

/** What a text must be. Every operator given must hold; the negative ones also hold where there is no text. */
export const TextTest = Type.Object(
  {
    is: Type.Optional(Text),
    isNot: Type.Optional(Text),
    anyOf: Type.Optional(Texts),
    noneOf: Type.Optional(Texts),
    starts: Type.Optional(Text),
    ends: Type.Optional(Text),
    contains: Type.Optional(Text),
    lacks: Type.Optional(Text),
    /** A pattern over the whole text: `*` stands for any characters, `?` for one. */
    like: Type.Optional(Text),
    /** Capital and small letters are the same. */
    ignoreCase: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false, minProperties: 1, title: 'Text' },
);
export type TextTest = Static<typeof TextTest>;

/** A pattern with `*` and `?` as a regular expression that JavaScript and RE2 (ClickHouse) read alike. */
export function patternOf(like: string): string {
  const escaped = like.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  return `^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`;
}

/** The test as a function; undefined stands for a missing text. */
export function textHolds(test: TextTest): (text: string | undefined) => boolean {
  const same = test.ignoreCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  const checks: ((text: string) => boolean)[] = [];
  const { is, isNot, anyOf, noneOf, starts, ends, contains, lacks, like } = test;
  if (is !== undefined) checks.push(equals(same(is)));
  if (isNot !== undefined) checks.push(not(equals(same(isNot))));
  if (anyOf) checks.push(within(anyOf.map(same)));
  if (noneOf) checks.push(not(within(noneOf.map(same))));
  if (starts !== undefined) checks.push((text) => text.startsWith(same(starts)));
  if (ends !== undefined) checks.push((text) => text.endsWith(same(ends)));
  if (contains !== undefined) checks.push((text) => text.includes(same(contains)));
  if (lacks !== undefined) checks.push((text) => !text.includes(same(lacks)));
  if (like !== undefined) checks.push(matches(same(like)));
  return (text) => {
    const known = text === undefined ? '' : same(text);
    return checks.every((check) => check(known));
  };
}

function equals(wanted: string): (text: string) => boolean {
  return (text) => text === wanted;
}

function within(wanted: readonly string[]): (text: string) => boolean {
  const set = new Set(wanted);
  return (text) => set.has(text);
}

function matches(like: string): (text: string) => boolean {
  const pattern = new RegExp(patternOf(like), 'su');
  return (text) => text !== '' && pattern.test(text);
}

function not(check: (text: string) => boolean): (text: string) => boolean {
  return (text) => !check(text);
}
