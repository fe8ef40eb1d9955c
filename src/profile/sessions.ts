/**
 * Sessions of one sender: start, end (event times, ms), id, start, end, id … by start. The id is the place of the event
 * that opened the session, so it is unique and the same in every replay.
 */
export type Sessions = number[];

/** The newest sessions that are kept exactly; a late event before them opens a session of its own. */
const SESSIONS_MAX = 500;
const WIDTH = 3;

/** The session of an event, the one that the event joined to it, and how many old ones are no longer kept for it. */
interface Noted {
  readonly id: number;
  readonly absorbed?: number;
  readonly left?: number;
}

/**
 * Puts an event into its session: the one that it is nearer to than the pause, else a new one.
 * An event that closes the gap between two sessions joins them under the earlier one's id; `absorbed` names the other.
 */
export function noteSession(sessions: Sessions, time: number, place: number, pauseMs: number): Noted {
  const last = sessions.length - WIDTH;
  // In order of time, which is nearly always: the event extends the newest session or opens the next one.
  if (last < 0 || time >= sessions[last]!) {
    if (last >= 0 && time - sessions[last + 1]! < pauseMs) {
      if (time > sessions[last + 1]!) sessions[last + 1] = time;
      return { id: sessions[last + 2]! };
    }
    sessions.push(time, time, place);
    return opened(sessions, place);
  }
  return insertLate(sessions, time, place, pauseMs);
}

function opened(sessions: Sessions, place: number): Noted {
  const left = keepNewestSessions(sessions);
  return left > 0 ? { id: place, left } : { id: place };
}

/** Forgets the oldest sessions beyond the limit; returns how many. */
export function keepNewestSessions(sessions: Sessions): number {
  const left = Math.max(0, sessions.length / WIDTH - SESSIONS_MAX);
  if (left > 0) sessions.splice(0, left * WIDTH);
  return left;
}

function insertLate(sessions: Sessions, time: number, place: number, pauseMs: number): Noted {
  let next = 0;
  while (sessions[next]! <= time) next += WIDTH;
  const before = next - WIDTH;
  const joinsBefore = before >= 0 && time - sessions[before + 1]! < pauseMs;
  const joinsNext = sessions[next]! - time < pauseMs;
  if (joinsBefore && joinsNext) {
    const absorbed = sessions[next + 2]!;
    sessions[before + 1] = Math.max(sessions[before + 1]!, sessions[next + 1]!);
    sessions.splice(next, WIDTH);
    return { id: sessions[before + 2]!, absorbed };
  }
  if (joinsBefore) {
    if (time > sessions[before + 1]!) sessions[before + 1] = time;
    return { id: sessions[before + 2]! };
  }
  if (joinsNext) {
    sessions[next] = time;
    return { id: sessions[next + 2]! };
  }
  sessions.splice(next, 0, time, time, place);
  return opened(sessions, place);
}

/** The session that was under way at a moment (event time, ms); 0 when there was none or it is no longer kept. */
export function sessionAt(sessions: Sessions, time: number): number {
  for (let i = sessions.length - WIDTH; i >= 0; i -= WIDTH)
    if (sessions[i]! <= time) return time <= sessions[i + 1]! ? sessions[i + 2]! : 0;
  return 0;
}

/**
 * How many sessions are on record, and when the newest began and ended. A sender that was two people's for a while has two
 * lists; their sessions are joined by the same rule as if the events had come to one.
 * @param bySender the lists of each sender
 */
export function summary(
  bySender: Iterable<readonly Sessions[]>,
  pauseMs: number,
): { count: number; last?: { start: number; end: number } } {
  let count = 0;
  let last: { start: number; end: number } | undefined;
  for (const lists of bySender)
    for (const span of joined(lists, pauseMs)) {
      count++;
      if (!last || span.start > last.start || (span.start === last.start && span.end > last.end)) last = span;
    }
  return last ? { count, last } : { count };
}

function joined(lists: readonly Sessions[], pauseMs: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const sessions of lists)
    for (let i = 0; i < sessions.length; i += WIDTH)
      spans.push({ start: sessions[i]!, end: sessions[i + 1]! });
  if (lists.length < 2) return spans;
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && span.start - before.end < pauseMs) before.end = Math.max(before.end, span.end);
    else merged.push(span);
  }
  return merged;
}
