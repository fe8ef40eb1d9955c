/** Lines of one stretch of the log, as bytes that are neither copied nor changed again. */
export interface Piece {
  /** Room for a head of HEAD_BYTES, then the lines as UTF-8. */
  readonly bytes: Buffer;
  readonly lineCount: number;
  /** Places of the first and the last line. */
  readonly from: number;
  readonly to: number;
}

/** Room that every piece keeps in front of its lines. */
export const HEAD_BYTES = 64;

/** A piece is at most about so large; the state takes 16 million characters. */
const PIECE_BYTES = 1024 * 1024;
/** UTF-8 needs at most so many bytes for each character (UTF-16 unit) of a string. */
const BYTES_A_CHARACTER = 3;
/** Less room than this is not worth a piece. */
const ROOM_BYTES_MIN = 16 * 1024;

/**
 * Gathers lines by writing each into memory that goes to the state and to the warehouse as it is. Kept as strings until
 * then they were joined, encoded twice and carried into the old generation: a quarter of what an event cost.
 */
export class Lines {
  private done: Piece[] = [];
  private memory = Buffer.alloc(0);
  private start = 0;
  private used = 0;
  private count = 0;
  private from = 0;
  private to = 0;
  private waiting = 0;

  /** Adds a line, which ends with a newline. */
  add(line: string, place: number): void {
    const room = line.length * BYTES_A_CHARACTER;
    if (this.count > 0 && this.used + room > this.memory.length) this.seal();
    if (this.count === 0) this.begin(room, place);
    const bytes = this.memory.write(line, this.used, 'utf8');
    this.used += bytes;
    this.waiting += bytes;
    this.count++;
    this.to = place;
  }

  /** Bytes of the lines that nobody took yet. */
  get byteCount(): number {
    return this.waiting;
  }

  /** Takes the lines out, in their order. */
  take(): Piece[] {
    if (this.count > 0) this.seal();
    this.waiting = 0;
    return this.done.splice(0);
  }

  private begin(room: number, place: number): void {
    if (this.memory.length - this.used < HEAD_BYTES + Math.max(room, ROOM_BYTES_MIN)) {
      this.memory = Buffer.allocUnsafeSlow(Math.max(PIECE_BYTES, HEAD_BYTES + room));
      this.used = 0;
    }
    this.start = this.used;
    this.used += HEAD_BYTES;
    this.from = place;
  }

  private seal(): void {
    const bytes = this.memory.subarray(this.start, this.used);
    this.done.push({ bytes, lineCount: this.count, from: this.from, to: this.to });
    this.count = 0;
  }
}
