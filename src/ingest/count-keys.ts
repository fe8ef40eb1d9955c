import { refusal } from '../core/index.ts';

/** Different keys in one body; a shop's events of all kinds have some hundreds together. */
const DIFFERENT_KEYS_MAX = 10_000;
/** A smaller body has room for 21,000 keys of six bytes, which JSON.parse reads in some 40 ms. */
const LOOKED_AT_FROM_BYTES = 128 * 1024;
const SLOTS_BITS = 17;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

/**
 * Refuses a body with more different keys than any sender means, before it is parsed: JSON.parse takes 2 us for every key
 * that it has not met and nothing else takes its turn meanwhile (55,000 keys in 500 KB: 80 ms; the keys of a lawful batch
 * repeat, 6 ms). Looking takes 1 ms. Refusal: `ingest.too-many-keys` (400).
 * @param seed any number that senders cannot know, so that they cannot choose keys that look alike here
 */
export function checkKeys(body: Buffer, seed: number): void {
  if (body.length < LOOKED_AT_FROM_BYTES) return;
  const seen = new Uint8Array(1 << SLOTS_BITS);
  let count = 0;
  for (let at = body.indexOf(QUOTE); at >= 0; at = body.indexOf(QUOTE, at)) {
    const start = at + 1;
    const end = endOfText(body, start);
    for (at = end + 1; at < body.length && body[at]! <= SPACE; at++);
    // Most texts are values, and those are passed over without looking into them.
    if (body[at] !== COLON) continue;
    const slot = slotOf(body, start, end, seed);
    if (seen[slot] === 1) continue;
    seen[slot] = 1;
    if (++count > DIFFERENT_KEYS_MAX) throw tooManyKeys();
  }
}

/** Where the quotation mark stands that ends the text; the end of the body when none does. */
function endOfText(body: Buffer, start: number): number {
  for (let end = body.indexOf(QUOTE, start); end >= 0; end = body.indexOf(QUOTE, end + 1)) {
    let before = end;
    while (before > start && body[before - 1] === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return body.length;
}

/** FNV-1a, folded to as many bits as there are slots. Two keys in one slot count as one. */
function slotOf(body: Buffer, start: number, end: number, seed: number): number {
  let hash = seed | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ body[at]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & ((1 << SLOTS_BITS) - 1);
}

function tooManyKeys(): Error {
  return refusal(
    'ingest.too-many-keys',
    400,
    `A request may have ${DIFFERENT_KEYS_MAX} different keys; what varies belongs into values, or send smaller batches.`,
    { detail: { keysMax: DIFFERENT_KEYS_MAX } },
  );
}
