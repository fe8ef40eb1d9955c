import { Memories, type Memory } from './memories.ts';

/** Lines of one stretch of the log, as bytes that are neither copied nor changed again. */
export interface Piece {
  /** Room for a head of HEAD_BYTES, then the lines as UTF-8. */
  readonly bytes: Buffer;
  readonly lineCount: number;
  /** Places of the first and the last line. */
  readonly from: number;
  readonly to: number;
  /** Says that nobody looks at the bytes any more: they are written over. */
  readonly letGo: () => void;
}

/** Room that every piece keeps in front of its lines. */
export const HEAD_BYTES = 64;

/** A piece is at most about so large; the state takes 16 million characters. */
export const PIECE_BYTES = 1024 * 1024;
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
  private readonly memories: Memories;
  private memory: Memory | undefined;
  private start = 0;
  private used = 0;
  private count = 0;
  private from = 0;
  private to = 0;
  private waiting = 0;

  /** @param memories where memory is taken from; several may take from the same */
  constructor(memories = new Memories(PIECE_BYTES)) {
    this.memories = memories;
  }

  /** Adds a line, which ends with a newline. */
  add(line: string, place: number): void {
    const room = line.length * BYTES_A_CHARACTER;
    if (this.count > 0 && this.used + room > this.memory!.bytes.length) this.seal();
    const { bytes: memory } = this.count === 0 ? this.begin(room, place) : this.memory!;
    const bytes = memory.write(line, this.used, 'utf8');
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

  private begin(room: number, place: number): Memory {
    let { memory } = this;
    if (!memory || memory.bytes.length - this.used < HEAD_BYTES + Math.max(room, ROOM_BYTES_MIN)) {
      memory?.letGo();
      memory = this.memories.take(HEAD_BYTES + room);
      this.memory = memory;
      this.used = 0;
    }
    this.start = this.used;
    this.used += HEAD_BYTES;
    this.from = place;
    return memory;
  }

  private seal(): void {
    const memory = this.memory!;
    const bytes = memory.bytes.subarray(this.start, this.used);
    memory.hold();
    const letGo = (): void => memory.letGo();
    this.done.push({ bytes, lineCount: this.count, from: this.from, to: this.to, letGo });
    this.count = 0;
  }
}
