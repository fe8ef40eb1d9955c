import { setTimeout as sleep } from 'node:timers/promises';
import type { Remote } from './remote.ts';

/** What the server counted since its start. */
export interface ServerFigures {
  /** Events folded. */
  readonly events: number;
  readonly duplicates: number;
  /** Events in the quarantine. */
  readonly quarantined: number;
  /** Rows in the warehouse. */
  readonly rows: number;
}

const LOOK_EVERY_MS = 50;
const SETTLE_MS_MAX = 600_000;
const FILL_LOOK_EVERY_MS = 500;
const FILL_MS_MAX = 3_600_000;

/** Resolves when everything that was acknowledged is folded and in the warehouse; rejects after ten minutes. */
export async function settled(remote: Remote, now: () => number): Promise<ServerFigures> {
  const until = now() + SETTLE_MS_MAX;
  for (;;) {
    const figure = figuresIn(await remote.read('/metrics'));
    const rows = figure('rapport_sink_rows_total') + figure('rapport_sink_rows_skipped_total');
    const events = figure('rapport_events_total');
    const waiting = figure('rapport_fold_backlog_records') + figure('rapport_sink_waiting_rows');
    if (waiting === 0 && rows >= events)
      return {
        events,
        duplicates: figure('rapport_duplicates_total'),
        quarantined: figure('rapport_rejected_total'),
        rows,
      };
    if (now() > until)
      throw new Error('The server does not come to the end of what it took in; see /health.');
    await sleep(LOOK_EVERY_MS);
  }
}

/** Resolves when every audience knows its members from history; rejects after an hour. */
export async function filled(remote: Remote, now: () => number): Promise<void> {
  const until = now() + FILL_MS_MAX;
  for (;;) {
    const { audiences } = await remote.call<{ audiences: { progress?: unknown }[] }>('GET', '/api/audiences');
    if (audiences.every(({ progress }) => progress === undefined)) return;
    if (now() > until) throw new Error('The audiences are not filled from history; see /api/audiences.');
    await sleep(FILL_LOOK_EVERY_MS);
  }
}

/** Reads figures of the Prometheus text format by name. */
function figuresIn(text: string): (name: string) => number {
  return (name) => {
    const found = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text);
    if (!found) throw new Error(`/metrics has no ${name}.`);
    return Number(found[1]);
  };
}
