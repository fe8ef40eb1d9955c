import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeAnswers } from '../files/answer-file.ts';
import type { DemoOptions } from '../options.ts';
import { openRetailer, type Retailer } from '../retailer.ts';
import { importPast } from './import-past.ts';
import { loadItems } from './load.ts';
import { openPost, type Post, type PostFigures } from './post.ts';
import type { Remote } from './remote.ts';
import { setUpSources } from './set-up-sources.ts';
import { type ItemStream, streamOf } from './stream.ts';

/** How to bring a shop up to date on a server. */
export interface BringUpOptions {
  readonly remote: Remote;
  readonly options: DemoOptions;
  /** What an earlier run delivered; before everything when there was none. */
  readonly deliveredUntil: number;
  /** The moment up to which to deliver as history; not before `options.now`. */
  readonly until: number;
  /** For tables, maps and the answer sheet. */
  readonly folder: string;
  readonly now: () => number;
  /** Whether to write the answer sheet; it is, unless this says otherwise. */
  readonly withAnswers?: boolean;
  /** Called when the server holds everything up to a moment. */
  readonly onDelivered?: (until: number) => void;
  readonly signal?: AbortSignal;
}

/** A shop whose history is in, and what is still to come. */
export interface BroughtUp {
  readonly retailer: Retailer;
  /** Begins after `until`. */
  readonly stream: ItemStream;
  readonly post: Post;
  readonly figures: Readonly<PostFigures>;
  /** Rows of the imported tables. */
  readonly importedRows: Readonly<Record<string, number>>;
}

/**
 * Brings a shop's history into a server: sources, the past as tables, the window through the APIs, and what happened since
 * `options.now`. Goes on where an earlier run stopped; what that run delivered twice counts once, for ids are the same.
 * Writes the answer sheet (`answers.json`) when it is not there yet.
 */
export async function bringUp(how: BringUpOptions): Promise<BroughtUp> {
  const { remote, options, until, folder, now, signal } = how;
  const onDelivered = how.onDelivered ?? (() => {});
  const answerPath = join(folder, 'answers.json');
  const needsAnswers = how.withAnswers !== false && !existsSync(answerPath);
  const retailer = openRetailer(options, needsAnswers);
  const stream = streamOf(retailer.items);
  const post = openPost(remote, await setUpSources(remote));
  const { start } = retailer.world;
  let { deliveredUntil } = how;
  let importedRows: Readonly<Record<string, number>> = {};
  if (deliveredUntil < start - 1) {
    const past = await importPast({
      stream,
      world: retailer.world,
      remote,
      folder: join(folder, 'past'),
      now,
    });
    importedRows = past.rows;
    await loadItems({ stream: streamOf(past.others.values()), post, until: start - 1, deliveredUntil });
    deliveredUntil = start - 1;
    onDelivered(deliveredUntil);
  }
  const common = { stream, post, onDelivered, ...(signal ? { signal } : {}) };
  await loadItems({ ...common, until: options.now, deliveredUntil });
  if (needsAnswers && !signal?.aborted) writeAnswers(answerPath, retailer.answers());
  // What was interrupted is not delivered; nothing may be said about what comes after it.
  if (!signal?.aborted)
    await loadItems({ ...common, until, deliveredUntil: Math.max(deliveredUntil, options.now) });
  return {
    retailer,
    stream,
    post,
    figures: post.figures,
    importedRows,
  };
}
