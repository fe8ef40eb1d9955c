import type { Lines } from './warehouse.ts';

/** Bytes encoded at a time: 0.3 ms of the event loop. */
const PIECE_BYTES = 256 * 1024;
/** UTF-8 needs at most so many bytes for each character (UTF-16 unit) of a string. */
const BYTES_A_CHARACTER = 3;

/**
 * Turns lines into buffers of a good size to send, one when asked, so that a large block never blocks for long.
 * Writing each string into the piece costs 0.7 us a line; joining strings first costs 1.7 (it copies them twice).
 */
export function* linesInPieces(lines: Lines): Generator<Uint8Array> {
  let piece = Buffer.alloc(0);
  let used = 0;
  for (const text of typeof lines === 'string' ? cut(lines) : lines) {
    if (typeof text !== 'string') {
      if (used > 0) yield piece.subarray(0, used);
      piece = piece.subarray(used);
      used = 0;
      if (text.length > 0) yield text;
      continue;
    }
    const room = text.length * BYTES_A_CHARACTER;
    if (room > piece.length - used) {
      if (used > 0) yield piece.subarray(0, used);
      piece = Buffer.allocUnsafe(Math.max(PIECE_BYTES, room));
      used = 0;
    }
    used += piece.write(text, used, 'utf8');
  }
  if (used > 0) yield piece.subarray(0, used);
}

/** Parts of one long text, each ending with a line: a cut inside could break a character in two. */
function* cut(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from + PIECE_BYTES / BYTES_A_CHARACTER);
    const to = newline < 0 ? text.length : newline + 1;
    yield text.slice(from, to);
    from = to;
  }
}
