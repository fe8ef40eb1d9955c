import { refusal } from '../../../core/index.ts';
import { unpackedHead } from './bytes.ts';
import type { ImportFile } from './file.ts';

export interface Sniffed {
  readonly gzip: boolean;
  readonly format: 'csv' | 'json-lines' | 'parquet';
}

const HEAD_BYTES = 4_096;

/** First bytes of what we cannot read, and what to do about it. */
const UNREADABLE: readonly [magic: readonly number[], what: string, advice: string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'a zip archive or an Excel workbook',
    'Unpack it, or save the sheet as CSV UTF-8.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook', 'Save the sheet as CSV UTF-8.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'packed with zstd', 'Unpack it, or pack it with gzip.'],
  [[0x42, 0x5a, 0x68], 'packed with bzip2', 'Unpack it, or pack it with gzip.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'packed with xz', 'Unpack it, or pack it with gzip.'],
  [[0xff, 0xfe], 'UTF-16 text', 'Save it as UTF-8.'],
  [[0xfe, 0xff], 'UTF-16 text', 'Save it as UTF-8.'],
];

/**
 * Tells from the first bytes what a file is; its name does not count.
 * Refusals (all 422): `import.empty`, `import.unreadable` with what it is instead, `import.gzip-damaged`.
 */
export async function sniff(file: ImportFile): Promise<Sniffed> {
  const first = await file.read(0, HEAD_BYTES);
  const gzip = startsWith(first, [0x1f, 0x8b]);
  const head = gzip ? await unpackedHead(file, HEAD_BYTES) : first;
  if (head.length === 0) throw refusal('import.empty', 422, `${file.name} is empty.`);
  for (const [magic, what, advice] of UNREADABLE) {
    if (startsWith(head, magic)) throw unreadable(file, what, advice);
  }
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) {
    if (gzip)
      throw unreadable(file, 'a Parquet file packed with gzip', 'Unpack it: Parquet is packed inside.');
    return { gzip, format: 'parquet' };
  }
  if (head.includes(0)) throw unreadable(file, 'not a text file', 'CSV, JSON lines and Parquet can be read.');
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text === '') throw refusal('import.empty', 422, `${file.name} begins with nothing but blank lines.`);
  if (text.startsWith('['))
    throw unreadable(file, 'a JSON array', "Write one object a line: jq -c '.[]' file.json.");
  return { gzip, format: text.startsWith('{') ? 'json-lines' : 'csv' };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, i) => bytes[i] === byte);
}

function unreadable(file: ImportFile, what: string, advice: string) {
  return refusal('import.unreadable', 422, `${file.name} is ${what}. ${advice}`, {
    detail: { file: file.name },
  });
}
