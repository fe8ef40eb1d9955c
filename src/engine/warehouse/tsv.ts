const SPECIAL = /[\\\t\n\r]/g;
const SPECIAL_QUOTED = /[\\\t\n\r']/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  "'": "\\'",
};

/** A text as a field of a TabSeparated line. */
export function tsv(value: string): string {
  return value.search(SPECIAL) < 0 ? value : value.replace(SPECIAL, escaped);
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
    const value = values[i] as string;
    const safe = value.search(SPECIAL_QUOTED) < 0 ? value : value.replace(SPECIAL_QUOTED, escaped);
    text += i === 0 ? `'${safe}'` : `,'${safe}'`;
  }
  return `${text}]`;
}

/** Numbers as an `Array(Float64)` or `Array(Decimal)` field. */
export function tsvNumbers(values: readonly number[]): string {
  return `[${values.join(',')}]`;
}

/** Milliseconds since the epoch as a `DateTime64(3, 'UTC')` field. */
export function tsvTime(ms: number): string {
  // Cutting the text is four times cheaper than dividing and toFixed (bench/warehouse); it needs seven digits or more.
  if (ms < 1_000_000 || !Number.isInteger(ms)) return (ms / 1000).toFixed(3);
  const text = String(ms);
  return `${text.slice(0, -3)}.${text.slice(-3)}`;
}

function escaped(character: string): string {
  return ESCAPES[character] as string;
}
