/** Which data an answer was made of: an answer is the same as long as this is. */
export interface Freshness {
  /** Grows with every block that the warehouse takes and every definition that changes. */
  readonly version: string;
  /** The data are complete up to here (ms). */
  readonly freshAt: number;
  /** While history is read in: how much of it has been (0 to 1). */
  readonly loadedShare?: number | undefined;
}

interface Entry {
  readonly version: string;
  readonly at: number;
  readonly answer: object;
  readonly bytes: number;
}

const ENTRIES_MAX = 500;
const BYTES_MAX = 64 * 1024 * 1024;
const ANSWER_BYTES_MAX = 8 * 1024 * 1024;
/** While data come in all the time, an answer may be this old: younger than what anybody can notice. */
const STALE_MS_MAX = 5_000;
/** Without new data, too, a rolling range goes on. */
const KEPT_MS_MAX = 60_000;

/** Answers by question, the least recently used forgotten first. */
export class AnswerCache {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;

  /** An answer of the same question over the same data, or one that is only seconds old. */
  get(key: string, { version }: Freshness, at: number): object | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    if (at - entry.at > (entry.version === version ? KEPT_MS_MAX : STALE_MS_MAX)) {
      this.bytes -= entry.bytes;
      return undefined;
    }
    this.entries.set(key, entry);
    return entry.answer;
  }

  put(key: string, { version }: Freshness, at: number, answer: object): void {
    const bytes = JSON.stringify(answer).length;
    if (bytes > ANSWER_BYTES_MAX) return;
    this.bytes += bytes - (this.entries.get(key)?.bytes ?? 0);
    this.entries.delete(key);
    this.entries.set(key, { version, at, answer, bytes });
    for (const [oldest, entry] of this.entries) {
      if (this.entries.size <= ENTRIES_MAX && this.bytes <= BYTES_MAX) break;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
  }
}
