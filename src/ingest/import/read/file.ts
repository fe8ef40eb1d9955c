import { open } from 'node:fs/promises';
import { basename } from 'node:path';

/** A file of history, wherever it is. */
export interface ImportFile {
  /** The name its owner gave it; stands beside rejects. */
  readonly name: string;
  readonly size: number;
  /** The bytes from a place on: at most `length`, fewer at the end, none behind it. */
  read(from: number, length: number): Promise<Buffer>;
}

/** An open file on this machine; whoever opens it closes it. */
export interface OpenFile extends ImportFile {
  close(): Promise<void>;
}

/** Opens a file on this machine. Fails as `fs.open` does. */
export async function openFile(path: string, name: string = basename(path)): Promise<OpenFile> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    name,
    size,
    async read(from, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - from)));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, from + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    close: () => handle.close(),
  };
}

/** A file that is in memory, for tests and small things. */
export function memoryFile(name: string, bytes: Uint8Array): ImportFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { name, size: buffer.length, read: async (from, length) => buffer.subarray(from, from + length) };
}
