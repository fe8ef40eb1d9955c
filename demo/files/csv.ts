import { TextFile } from './text-file.ts';

/** What a cell may hold; undefined is an empty one. */
export type CellValue = string | number | undefined;

/** A CSV file with a header line (RFC 4180, but for bare newlines as line ends). */
export class CsvFile {
  private readonly file: TextFile;
  private readonly width: number;

  constructor(path: string, columns: readonly string[]) {
    this.file = new TextFile(path);
    this.width = columns.length;
    this.file.line(columns.join(','));
  }

  /** Rows without the header. */
  get rows(): number {
    return this.file.lines - 1;
  }

  row(cells: readonly CellValue[]): void {
    if (cells.length !== this.width) throw new RangeError(`${cells.length} cells for ${this.width} columns`);
    this.file.line(cells.map(cell).join(','));
  }

  close(): void {
    this.file.close();
  }
}

function cell(value: CellValue): string {
  const text = value === undefined ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
