/** What starts at a place of SQL text: how far a comment or quoted text reaches, or nothing special. */
const OPAQUE =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S])*"|`(?:[^`\\]|\\[\s\S])*`|;/g;

/**
 * Splits SQL text into its statements, without their semicolons. A semicolon inside a comment, a string or a quoted
 * name does not split; text that is only comments and blanks is no statement.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  for (const match of sql.matchAll(OPAQUE)) {
    if (match[0] !== ';') continue;
    statements.push(sql.slice(start, match.index));
    start = match.index + 1;
  }
  statements.push(sql.slice(start));
  return statements.map((text) => text.trim()).filter((text) => withoutComments(text) !== '');
}

/** The statement without its comments, for reading its first words. */
export function withoutComments(sql: string): string {
  return sql.replace(OPAQUE, (part) => (part.startsWith('--') || part.startsWith('/*') ? ' ' : part)).trim();
}

/** A ClickHouse string literal: the only way a value that was not bound gets into a statement. */
export function quoted(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}
