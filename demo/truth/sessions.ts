import { MINUTE_MS } from '../time.ts';

/** A pause of this length ends a session. */
const SESSION_PAUSE_MS = 30 * MINUTE_MS;

/** Stretches of activity per sender, as start and end in turns. */
export class SessionCount {
  private readonly stretches = new Map<string, number[]>();
  /** Sessions by sender, as far as they were asked for since the last note. */
  private readonly merged = new Map<string, readonly (readonly [from: number, until: number])[]>();

  /** Something happened on a device, with a card or by voice. */
  note(sender: string, time: number): void {
    const list = this.stretches.get(sender);
    if (this.merged.size > 0) this.merged.clear();
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
    if (this.merged.size > 0) this.merged.clear();
    this.stretches.delete(from);
    this.stretches.set(to, [...(this.stretches.get(to) ?? []), ...list]);
  }

  /** When the session began in which a sender did something at a moment. */
  beginOf(sender: string, time: number): number {
    let sessions = this.merged.get(sender);
    if (!sessions) {
      sessions = mergedOf(this.stretches.get(sender) ?? []);
      this.merged.set(sender, sessions);
    }
    return sessions.findLast(([from]) => from <= time)?.[0] ?? time;
  }

  /** How many sessions there were, late events in their places. */
  count(): number {
    let count = 0;
    for (const list of this.stretches.values()) count += mergedOf(list).length;
    return count;
  }
}

/** Stretches that came in any order, joined where no pause is between them. */
function mergedOf(list: readonly number[]): [from: number, until: number][] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < list.length; i += 2) pairs.push([list[i]!, list[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, until] of pairs) {
    const last = merged.at(-1);
    if (last && from - last[1] < SESSION_PAUSE_MS) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  return merged;
}
