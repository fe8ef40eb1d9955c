import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import zlib from 'node:zlib';

const HEADER_BYTES = 16;
/** Absent before Node 20.20; the comparison is then without checksums on this side. */
const crc32 = zlib.crc32 ?? (() => 0);

const SEGMENT_BYTES = 256 * 1024 * 1024;

/** What both sides of the comparison can do. */
export interface Contender {
  append(bytes: Uint8Array): Promise<unknown>;
  /** Reads records from a position on, about so many bytes, and gives how many there were. */
  read(from: number, bytesMax: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * The log that was not taken: plain files, a frame (length, CRC-32, position) before each record, groups written with
 * one writev and one fdatasync. As far as speed goes it is whole; recovery, retention and damage are left out.
 */
export async function openSegmentLog(folder: string): Promise<Contender> {
  await mkdir(folder, { recursive: true });
  let file = await open(join(folder, '0.segment'), 'a+');
  let fileBytes = 0;
  let next = 0;
  let running: Promise<void> | undefined;
  let waiting: {
    bytes: Uint8Array;
    resolve: (position: number) => void;
    reject: (error: unknown) => void;
  }[] = [];
  const places: number[] = [];

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const buffers = group.flatMap(({ bytes }, i) => [headerOf(next + i, bytes), bytes]);
      try {
        await file.writev(buffers);
        await file.datasync();
        for (const { bytes, resolve } of group) {
          places.push(fileBytes);
          fileBytes += HEADER_BYTES + bytes.byteLength;
          resolve(next++);
        }
        if (fileBytes > SEGMENT_BYTES) await roll();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = undefined;
  }

  async function roll(): Promise<void> {
    await file.close();
    file = await open(join(folder, `${next}.segment`), 'a+');
    places.length = 0;
    fileBytes = 0;
  }

  return {
    append(bytes) {
      return new Promise((resolve, reject) => {
        waiting.push({ bytes, resolve, reject });
        running ??= new Promise<void>((started) => setImmediate(started)).then(run);
      });
    },
    // Positions count within the newest segment here; a reader of the real thing would look the segment up first.
    async read(from, bytesMax) {
      const start = places[from];
      if (start === undefined) return 0;
      const buffer = Buffer.allocUnsafeSlow(Math.min(bytesMax, fileBytes - start));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
      let count = 0;
      for (let at = 0; at + HEADER_BYTES <= bytesRead; count++) {
        const end = at + HEADER_BYTES + buffer.readUInt32LE(at);
        if (end > bytesRead) break;
        if (crc32(buffer.subarray(at + HEADER_BYTES, end)) !== buffer.readUInt32LE(at + 4))
          throw new Error('damaged');
        at = end;
      }
      return count;
    },
    async close() {
      await running;
      await file.close();
    },
  };
}

function headerOf(position: number, bytes: Uint8Array): Buffer {
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header.writeUInt32LE(bytes.byteLength, 0);
  header.writeUInt32LE(crc32(bytes), 4);
  header.writeDoubleLE(position, 8);
  return header;
}
