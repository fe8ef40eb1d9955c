const FNV_OFFSET_A = 0x811c9dc5;
const FNV_OFFSET_B = 0x9747b28c;
const HIGH_BITS = 0x1fffff; // 21 bits above 32 make 53, the width of a safe integer.

/**
 * A 53-bit hash of a text as a positive safe integer (never 0). Two rounds of multiply-xor with a murmur finaliser;
 * stable for ever, because ids of people and fragments are derived from it. Not for secrets.
 */
export function hash53(text: string): number {
  let a = FNV_OFFSET_A;
  let b = FNV_OFFSET_B;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const value = (b & HIGH_BITS) * 4294967296 + (a >>> 0);
  return value === 0 ? 1 : value;
}
