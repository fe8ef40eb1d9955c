const SPECIAL = /[\\\t\n\r]/g;
const SPECIAL_QUOTED = /[\\\t\n\r']/g;
const BACKSLASH = 92;
const QUOTE = 39;
const CARRIAGE_RETURN = 13;
const MS_PER_SECOND = 1000;
const THOUSANDTHS: readonly string[] = Array.from({ length: MS_PER_SECOND }, (_, ms) =>
  String(ms).padStart(3, '0'),
);
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  "'": "\\'",
};

/** A text as a field of a TabSeparated line. */
export function tsv(value: string): string {
  return mayNeedEscapes(value) ? value.replace(SPECIAL, escaped) : value;
}

/** Most fields are short and plain: a loop tells so in a third of the time of a regular expression. */
function mayNeedEscapes(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code <= CARRIAGE_RETURN || code === BACKSLASH || code === QUOTE) return true;
  }
  return false;
}

/** A text as a member of an `Array(String)` field. */
export function tsvText(value: string): string {
  return `'${mayNeedEscapes(value) ? value.replace(SPECIAL_QUOTED, escaped) : value}'`;
}

/**
 * JSON text as made by `JSON.stringify`, as a field of a TabSeparated line. Such text holds no control characters,
 * so only backslashes matter, and most texts have none.
 */
export function tsvJson(json: string): string {
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json;
}

/** Texts as an `Array(String)` field. */
export function tsvTexts(values: readonly string[]): string {
  if (values.length === 0) return '[]';
  let text = '[';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ',';
    text += tsvText(values[i] as string);
  }
  return `${text}]`;
}

/** Numbers as an `Array(Float64)` or `Array(Decimal)` field. */
export function tsvNumbers(values: readonly number[]): string {
  return `[${values.join(',')}]`;
}

/** Milliseconds since the epoch as a `DateTime64(3, 'UTC')` field. */
export function tsvTime(ms: number): string {
  if (ms < 0 || !Number.isInteger(ms)) return (ms / MS_PER_SECOND).toFixed(3);
  // Small integers, which the engine writes out fast and remembers: five times cheaper than toFixed.
  const seconds = Math.floor(ms / MS_PER_SECOND);
  return `${seconds}.${THOUSANDTHS[ms - seconds * MS_PER_SECOND]}`;
}

function escaped(character: string): string {
  return ESCAPES[character] as string;
}
