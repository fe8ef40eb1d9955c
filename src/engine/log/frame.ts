import { crc32 } from './checksum.ts';

/**
 * How a record is stored: a CRC-32 (little endian), then the bytes as they came. The CRC starts from the record's
 * place, so a sound record that stands at the wrong position fails as well.
 */
const HEADER_BYTES = 4;

/** Spreads partitions over the 32 bits of the seed, so that neighbours do not collide. */
const PARTITION_STRIDE = 0x9e3779b1;

function seedOf(partition: number, position: number): number {
  return (Math.imul(partition, PARTITION_STRIDE) + position) >>> 0;
}

/** Copies the bytes into a frame: the caller may use its buffer again at once. */
export function frameOf(partition: number, position: number, bytes: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(HEADER_BYTES + bytes.byteLength);
  frame.writeUInt32LE(crc32(bytes, seedOf(partition, position)), 0);
  frame.set(bytes, HEADER_BYTES);
  return frame;
}

/** The bytes in a frame, without copying; undefined when the frame is damaged. */
export function bytesIn(partition: number, position: number, frame: Buffer): Uint8Array | undefined {
  if (frame.byteLength < HEADER_BYTES) return undefined;
  const bytes = frame.subarray(HEADER_BYTES);
  return crc32(bytes, seedOf(partition, position)) === frame.readUInt32LE(0) ? bytes : undefined;
}
