import { refusal } from '../../../core/index.ts';
import { type CsvSettings, openCsv } from './csv.ts';
import type { ImportFile } from './file.ts';
import { openJsonLines } from './json-lines.ts';
import { openParquet } from './parquet.ts';
import type { Reading } from './rows.ts';
import { sniff } from './sniff.ts';

export interface ReadSettings extends CsvSettings {
  /** Told from the content when absent. */
  readonly format?: Reading['format'];
}

/**
 * Opens a file as rows, whatever it is: CSV, JSON lines (both also packed with gzip), Parquet. Memory is bounded by a
 * block of text or one Parquet row group.
 * Refuses (422) what cannot be read, with what it is instead; see `sniff`, `openCsv`, `openJsonLines`, `openParquet`.
 * @param wanted column names that will be used; those with dots read inside JSON objects
 */
export async function openRows(
  file: ImportFile,
  settings: ReadSettings = {},
  wanted: readonly string[] = [],
): Promise<Reading> {
  const found = await sniff(file);
  const format = settings.format ?? found.format;
  if (format === 'parquet') {
    if (found.format !== 'parquet')
      throw refusal('import.unreadable', 422, `${file.name} is not a Parquet file.`);
    return openParquet(file);
  }
  if (found.format === 'parquet')
    throw refusal('import.unreadable', 422, `${file.name} is a Parquet file, not ${format}.`);
  if (format === 'json-lines') return openJsonLines(file, found.gzip, settings.encoding ?? 'utf-8', wanted);
  return openCsv(file, found.gzip, settings);
}
