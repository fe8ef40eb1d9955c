import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, iso } from '../time.ts';
import type { DemoArguments } from './arguments.ts';
import type { BroughtUp } from './bring-up.ts';
import type { Saved } from './saved.ts';
import type { ServerFigures } from './settled.ts';
import { bar } from './show.ts';

/** A history that is in, and how long that took. */
export interface Loaded {
  /** As it was before. */
  readonly saved: Saved;
  readonly up: BroughtUp;
  readonly figures: ServerFigures;
  /** Audiences that were brought in. */
  readonly audiences: number;
  /** How long the server took to start, and then the history to be in the warehouse. */
  readonly startedMs: number;
  /** Of `loadedMs`: until the tables were in, and until everything was acknowledged. */
  readonly pastMs: number;
  readonly deliveredMs: number;
  readonly loadedMs: number;
}

/** What `--headless` prints. */
export function summaryOf({ saved, up, figures, audiences, ...times }: Loaded): object {
  const { people, days, seed, now } = saved.options;
  return {
    people,
    days,
    seed,
    now: iso(now),
    startSeconds: seconds(times.startedMs),
    pastSeconds: seconds(times.pastMs),
    deliveredSeconds: seconds(times.deliveredMs),
    loadSeconds: seconds(times.loadedMs),
    importedRows: up.importedRows,
    requests: up.figures.requests,
    messages: up.figures.messages,
    audiences,
    ...figures,
  };
}

/** How far the history is. */
export function progressText(
  { options, deliveredUntil }: Saved,
  reached: number,
  until: number,
  columns: number,
): string {
  const start = Math.max(deliveredUntil, options.now - options.days * DAY_MS);
  const doneShare = until > start ? (reached - start) / (until - start) : 1;
  return bar('history', doneShare, iso(reached).slice(0, 10), columns);
}

/** What is told when the shop is open. */
export function openText(
  { saved, up, figures, loadedMs }: Loaded,
  { url, ownerLink }: { readonly url: string; readonly ownerLink: string | undefined },
  given: DemoArguments,
): string {
  const { people, days } = saved.options;
  const isFirst = saved.deliveredUntil < saved.options.now;
  const speed = given.speed === 1 ? 'in real time' : `at ${given.speed} times the speed of life`;
  const answers = join(given.folder, 'answers.json');
  return [
    isFirst
      ? `Halden & Moss is open: ${grouped(people)} people, ${days} days, ${grouped(figures.events)} events in ${seconds(loadedMs)} s.`
      : `Halden & Moss is open again; ${grouped(up.figures.messages)} messages of the time between were sent.`,
    ...(ownerLink === undefined
      ? [`  ${url}`]
      : [
          `  ${ownerLink} makes you its owner (works once).`,
          `  curl '${url}/api/people?identity=email:sarah.keller@example.com'`,
          `  curl -N '${url}/api/live?topic=events'`,
        ]),
    ...(existsSync(answers) ? [`  ${answers} says what is true.`] : []),
    `It goes on ${speed}. Ctrl-C stops it; the next start goes on where it stopped.`,
  ].join('\n');
}

/** How far life is. */
export function liveText(reached: number, sentCount: number): string {
  return `live: ${iso(Math.floor(reached)).slice(0, 16).replace('T', ' ')} in the shop, ${grouped(sentCount)} messages sent`;
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
