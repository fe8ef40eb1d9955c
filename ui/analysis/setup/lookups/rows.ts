/** A table as it stands in a file: its header, and rows of as many cells. */
export interface FileTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads CSV (RFC 4180) with commas, semicolons or tabs, whichever the header has most of. */
export function readTable(text: string): FileTable {
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.slice(0, plain.indexOf('\n') < 0 ? plain.length : plain.indexOf('\n'));
  const [separator] = [',', ';', '\t']
    .map((each) => [each, first.split(each).length] as const)
    .reduce((most, each) => (each[1] > most[1] ? each : most));
  const [header = [], ...rows] = cellsIn(plain, separator);
  return { header, rows };
}

function cellsIn(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

/** One column by another; of rows of the same key the last counts, rows without a key are left out. */
export function valuesOf({ rows }: FileTable, key: number, value: number): Record<string, string> {
  return Object.fromEntries(
    rows
      .map((row) => [(row[key] ?? '').trim(), (row[value] ?? '').trim()] as const)
      .filter(([each]) => each !== ''),
  );
}
