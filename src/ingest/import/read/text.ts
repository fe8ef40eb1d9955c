import { isUtf8 } from 'node:buffer';
import { refusal } from '../../../core/index.ts';
import { type ByteBlock, readBytes } from './bytes.ts';
import type { ImportFile } from './file.ts';
import { ROW_BYTES_MAX } from './rows.ts';

export type Encoding = 'utf-8' | 'latin1' | 'windows-1252';

const NEWLINE = 10;
const BYTE_ORDER_MARK = 0xfeff;

/** Whole lines: the text ends with a newline, or with the file. */
export interface TextBlock {
  readonly text: string;
  /** Unpacked bytes of the file up to the end of this text. */
  readonly end: number;
  readonly bytesRead: number;
}

/**
 * A file as blocks of whole lines from an offset on, which must be the start of a line.
 * Refusals (422): `import.not-utf8` with the line, `import.row-too-long`, and those of `readBytes`.
 */
export async function* readText(
  file: ImportFile,
  how: { readonly gzip: boolean; readonly encoding: Encoding },
  from: { readonly offset: number; readonly line: number },
): AsyncGenerator<TextBlock> {
  const decode = decoderOf(how.encoding, file);
  let line = from.line;
  let end = from.offset;
  for await (const block of wholeLines(file, how.gzip, from)) {
    const text = decode(block.bytes, line);
    const isStart = end === 0;
    end += block.bytes.length;
    if (how.encoding === 'utf-8' && !block.isLast) line += countOf(block.bytes);
    yield {
      text: isStart && text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text,
      end,
      bytesRead: block.bytesRead,
    };
  }
}

async function* wholeLines(
  file: ImportFile,
  gzip: boolean,
  from: { readonly offset: number; readonly line: number },
): AsyncGenerator<ByteBlock & { readonly isLast: boolean }> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let bytesRead = 0;
  let done = from.offset;
  for await (const block of readBytes(file, gzip, from.offset)) {
    bytesRead = block.bytesRead;
    const cut = block.bytes.lastIndexOf(NEWLINE) + 1;
    if (cut === 0) {
      waiting.push(block.bytes);
      waitingBytes += block.bytes.length;
      if (waitingBytes > ROW_BYTES_MAX) throw endless(file, done);
      continue;
    }
    const bytes =
      waiting.length === 0
        ? block.bytes.subarray(0, cut)
        : Buffer.concat([...waiting, block.bytes.subarray(0, cut)]);
    waiting = cut === block.bytes.length ? [] : [block.bytes.subarray(cut)];
    waitingBytes = block.bytes.length - cut;
    done += bytes.length;
    yield { bytes, bytesRead, isLast: false };
  }
  if (waitingBytes > 0) yield { bytes: Buffer.concat(waiting), bytesRead, isLast: true };
}

function decoderOf(encoding: Encoding, file: ImportFile): (bytes: Buffer, line: number) => string {
  if (encoding === 'latin1') return (bytes) => bytes.toString('latin1');
  if (encoding === 'windows-1252') {
    // Not TextDecoder: from Node 20.18.3 on it decodes these bytes as latin1 (nodejs/node#56542).
    return (bytes) =>
      bytes
        .toString('latin1')
        .replaceAll(/[\u0080-\u009f]/g, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80]!);
  }
  return (bytes, line) => {
    if (!isUtf8(bytes)) throw notUtf8(file, bytes, line);
    return bytes.toString('utf8');
  };
}

/** The characters of the bytes 0x80 to 0x9f (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function countOf(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function notUtf8(file: ImportFile, bytes: Buffer, firstLine: number) {
  let line = firstLine;
  for (let at = 0; at < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, at);
    const next = found < 0 ? bytes.length : found + 1;
    if (!isUtf8(bytes.subarray(at, next))) break;
    at = next;
  }
  const message = `Line ${line} of ${file.name} is not UTF-8. If it comes from Excel or an older system, set "file": { "encoding": "windows-1252" } in the map.`;
  return refusal('import.not-utf8', 422, message, { detail: { file: file.name, line } });
}

function endless(file: ImportFile, offset: number) {
  const message = `After byte ${offset} of ${file.name} comes a line of more than ${ROW_BYTES_MAX} bytes. Lines must end with LF or CR LF.`;
  return refusal('import.row-too-long', 422, message, {
    detail: { file: file.name, offset, bytesMax: ROW_BYTES_MAX },
  });
}
