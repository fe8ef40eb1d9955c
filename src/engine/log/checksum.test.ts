import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, crc32ByTable } from './checksum.ts';

const CHECK = Buffer.from('123456789');

test('the check value of CRC-32 comes out', () => {
  expect([crc32(CHECK, 0), crc32ByTable(CHECK, 0)]).toEqual([0xcbf43926, 0xcbf43926]);
});

test('both methods agree for any bytes and any seed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(0xffffffff), (bytes, seed) => {
      expect(crc32ByTable(bytes, seed)).toBe(crc32(bytes, seed));
    }),
  );
});
