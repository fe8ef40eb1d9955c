/** A record that waits to be stored: where it changed, or another place once somebody took it. */
interface Waiting<K> {
  readonly key: K;
  readonly place: number;
}

interface Note<W> {
  readonly record: W;
  readonly place: number;
}

const STRETCH_COUNT = 256;
const SAMPLED_EVERY = 16;
const SAMPLE_MAX = 2_048;

/**
 * Changed records in the order in which they are stored: stretch after stretch of their keys, round and round. Neighbours lie on the
 * same page of the store, and a page is written whole however little of it changed: by age alone each record cost a page of its own.
 */
export class Stretches<K extends string | number, W extends Waiting<K>> {
  /** The first key of each stretch but the first. */
  private borders: K[] = [];
  private readonly stretches: Note<W>[][] = Array.from({ length: STRETCH_COUNT }, () => []);
  /** The stretch whose turn it is, what of it is taken, and how far it went when its turn came. What comes later waits for the next. */
  private at = 0;
  private taken = 0;
  private end = 0;
  private readonly sample: K[] = [];
  private noteCount = 0;
  private dividedAt = 0;

  /** A record has changed. */
  add(record: W): void {
    const { key, place } = record;
    if (this.noteCount++ % SAMPLED_EVERY === 0) {
      this.sample[((this.noteCount / SAMPLED_EVERY) % SAMPLE_MAX) | 0] = key;
      if (this.borders.length === 0 && this.sample.length === SAMPLE_MAX) this.divide();
    }
    this.stretches[this.stretchOf(key)]!.push({ record, place });
  }

  /** Takes the next record; undefined when none waits. */
  take(): W | undefined {
    for (let passed = 0; passed <= STRETCH_COUNT; passed++) {
      const notes = this.stretches[this.at]!;
      while (this.taken < this.end) {
        const { record, place } = notes[this.taken++]!;
        if (record.place === place) return record;
      }
      notes.splice(0, this.taken);
      this.at = (this.at + 1) % STRETCH_COUNT;
      if (this.at === 0) this.divide();
      this.taken = 0;
      this.end = this.stretches[this.at]!.length;
    }
    return undefined;
  }

  /** The place of the oldest change. */
  oldest(): number | undefined {
    let oldest: number | undefined;
    for (const [i, notes] of this.stretches.entries())
      for (let from = i === this.at ? this.taken : 0; from < notes.length; from++) {
        const { record, place } = notes[from]!;
        if (record.place !== place) continue;
        // The notes of a stretch stand in the order of their places.
        if (oldest === undefined || place < oldest) oldest = place;
        break;
      }
    return oldest;
  }

  /** Every record that waits. */
  *[Symbol.iterator](): Iterator<W> {
    for (const [i, notes] of this.stretches.entries())
      for (let from = i === this.at ? this.taken : 0; from < notes.length; from++) {
        const { record, place } = notes[from]!;
        if (record.place === place) yield record;
      }
  }

  /** Borders between which about as much changes, from what changed of late. Only how near neighbours are depends on them. */
  private divide(): void {
    // Sorting takes a millisecond: only once the sample is another one.
    if (this.noteCount - this.dividedAt < SAMPLED_EVERY * SAMPLE_MAX) return;
    this.dividedAt = this.noteCount;
    const sorted = [...this.sample].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const width = SAMPLE_MAX / STRETCH_COUNT;
    this.borders = Array.from({ length: STRETCH_COUNT - 1 }, (_, i) => sorted[(i + 1) * width]!);
  }

  private stretchOf(key: K): number {
    let [low, high] = [0, this.borders.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.borders[middle]! <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
