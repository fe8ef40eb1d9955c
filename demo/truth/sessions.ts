import { MINUTE_MS } from '../time.ts';

/** A pause of this length ends a session. */
const SESSION_PAUSE_MS = 30 * MINUTE_MS;

/** Stretches of activity per sender, as start and end in turns. */
export class SessionCount {
  private readonly stretches = new Map<string, number[]>();

  /** Something happened on a device, with a card or by voice. */
  note(sender: string, time: number): void {
    const list = this.stretches.get(sender);
    if (!list) {
      this.stretches.set(sender, [time, time]);
      return;
    }
    const start = list[list.length - 2]!;
    const end = list[list.length - 1]!;
    if (time >= start && time - end < SESSION_PAUSE_MS) list[list.length - 1] = Math.max(end, time);
    else list.push(time, time);
  }

  /** A sender turned out to be somebody: her sessions go on under another name. */
  rename(from: string, to: string): void {
    const list = this.stretches.get(from);
    if (!list) return;
    this.stretches.delete(from);
    this.stretches.set(to, [...(this.stretches.get(to) ?? []), ...list]);
  }

  /** How many sessions there were, late events in their places. */
  count(): number {
    let count = 0;
    for (const list of this.stretches.values()) count += sessionsIn(list);
    return count;
  }
}

function sessionsIn(list: readonly number[]): number {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < list.length; i += 2) pairs.push([list[i]!, list[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, until] of pairs) {
    if (from - end >= SESSION_PAUSE_MS) count++;
    end = Math.max(end, until);
  }
  return count;
}
