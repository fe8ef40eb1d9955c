import type { LogBounds } from './log.ts';

/** How much of the log is kept. */
export interface RetentionLimits {
  /** Records received longer ago than this may go. */
  readonly ageMsMax: number;
  /** Oldest records go while a partition stores more bytes than this. */
  readonly bytesMax: number;
}

/** What decides how much of a partition may be forgotten. */
export interface RetentionQuestion {
  readonly bounds: LogBounds;
  readonly limits: RetentionLimits;
  /** The present, in ms since the epoch. */
  readonly now: number;
  /** The oldest position that someone still has to read; nothing from it on is trimmed, whatever the limits say. */
  readonly neededFrom: number;
  /** When the record at a position was received, in ms since the epoch; asked about log2(records) times. */
  readonly receivedAt: (position: number) => Promise<number>;
}

/**
 * The position to hand to `Log.trim`: what is older or more than the limits allow goes, unless it is needed.
 *
 * By age the boundary is searched by halving, which takes receiving times as rising with positions. A clock that was set
 * back shifts the boundary by as much. By size the records are taken as equally long; the next call corrects the rest.
 */
export async function trimBefore(question: RetentionQuestion): Promise<number> {
  const { bounds, limits, now, neededFrom } = question;
  const byAge = await firstReceivedFrom(now - limits.ageMsMax, question);
  const before = Math.max(byAge, firstWithin(bounds, limits.bytesMax));
  return Math.max(bounds.first, Math.min(before, neededFrom));
}

/** The first position received at a time or later; `next` when there is none. */
async function firstReceivedFrom(time: number, { bounds, receivedAt }: RetentionQuestion): Promise<number> {
  let low = bounds.first;
  let high = bounds.next;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if ((await receivedAt(middle)) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstWithin({ first, next, bytes }: LogBounds, bytesMax: number): number {
  if (bytes <= bytesMax) return first;
  return first + Math.ceil((next - first) * (1 - bytesMax / bytes));
}
