import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoOptions } from '../options.ts';
import { openRetailer } from '../retailer.ts';
import { SOURCES } from '../wire/sources.ts';
import { pictureOf } from '../world/pictures.ts';
import { writeAnswers } from './answer-file.ts';
import { openBodyFiles } from './body-files.ts';
import { openImportFiles } from './import-files.ts';

/** What to write beside the messages. */
export interface WriteOptions {
  readonly folder: string;
  readonly withAnswers: boolean;
  readonly withPictures: boolean;
  /** Called now and then with the share of the window that is done and the messages so far. */
  readonly onProgress?: (doneShare: number, messageCount: number) => void;
}

/** What was written: rows or messages by file. */
export type Written = Readonly<Record<string, number>>;

const PROGRESS_EVERY = 20_000;

/**
 * Writes a demo to a folder: the past as tables with maps for `rapport import`, the window as request bodies a source,
 * sources.json, products' pictures and answers.json. The same options give the same files to the byte.
 */
export function writeDemo(
  options: Partial<DemoOptions> & { readonly now: number },
  write: WriteOptions,
): Written {
  const { folder } = write;
  mkdirSync(folder, { recursive: true });
  const retailer = openRetailer(options, write.withAnswers);
  const { world } = retailer;
  writeFileSync(join(folder, 'sources.json'), `${JSON.stringify(SOURCES, null, 2)}\n`);
  if (write.withPictures) {
    mkdirSync(join(folder, 'pictures'), { recursive: true });
    for (const product of world.products)
      writeFileSync(join(folder, 'pictures', `${product.id}.svg`), pictureOf(product, world.seed));
  }
  const tables = openImportFiles(folder, world);
  const bodies = openBodyFiles(folder);
  let count = 0;
  for (const { source, at, message } of retailer.items) {
    const isPast = at < world.start && 'identities' in message && tables.take(source, message);
    if (!isPast) bodies.take(source, message);
    if (++count % PROGRESS_EVERY === 0)
      write.onProgress?.(Math.max(0, (at - world.start) / (world.until - world.start)), count);
  }
  if (write.withAnswers) writeAnswers(join(folder, 'answers.json'), retailer.answers());
  return { ...tables.close(), ...bodies.close() };
}
