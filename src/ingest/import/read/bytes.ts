import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusal } from '../../../core/index.ts';
import type { ImportFile } from './file.ts';

/** 128 KiB is some 1,500 rows, 3 to 8 ms of work with mapping: the event loop breathes in between. */
const BLOCK_BYTES = 131_072;

export interface ByteBlock {
  readonly bytes: Buffer;
  /** Bytes of the file read so far, packed as they are. */
  readonly bytesRead: number;
}

/**
 * The unpacked bytes of a file from an offset on. A gzip file has no places to jump to: it is unpacked from its start
 * and what lies before the offset is passed over.
 * Refuses `import.gzip-damaged` (422) when the file ends early or its checksum is wrong.
 */
export async function* readBytes(file: ImportFile, gzip: boolean, from: number): AsyncGenerator<ByteBlock> {
  if (!gzip) {
    for (let at = from; at < file.size; ) {
      const bytes = await file.read(at, BLOCK_BYTES);
      if (bytes.length === 0) return;
      at += bytes.length;
      yield { bytes, bytesRead: at };
    }
    return;
  }
  let packed = 0;
  const counted = async function* () {
    for await (const block of readBytes(file, false, 0)) {
      packed = block.bytesRead;
      yield block.bytes;
    }
  };
  const source = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip({ chunkSize: BLOCK_BYTES });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let passed = 0;
  try {
    for await (const chunk of gunzip) {
      const bytes = chunk as Buffer;
      const skip = Math.min(bytes.length, Math.max(0, from - passed));
      passed += bytes.length;
      if (skip < bytes.length) yield { bytes: skip === 0 ? bytes : bytes.subarray(skip), bytesRead: packed };
    }
  } catch (error) {
    throw isZlibError(error) ? damaged(file, passed, error) : error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** The first unpacked bytes of a gzip file. A file that ends early shows it later, when it is read to its end. */
export async function unpackedHead(file: ImportFile, length: number): Promise<Buffer> {
  for await (const block of readBytes(file, true, 0)) return block.bytes.subarray(0, length);
  return Buffer.alloc(0);
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function damaged(file: ImportFile, unpackedBytes: number, cause: Error) {
  const message = `${file.name} is damaged: unpacking stopped after ${unpackedBytes} bytes (${cause.message}). Transfer it again.`;
  return refusal('import.gzip-damaged', 422, message, { detail: { unpackedBytes }, cause });
}
