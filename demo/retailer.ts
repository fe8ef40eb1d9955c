import { type Answers, answersOf } from './answers.ts';
import { generate, makePeople } from './generate.ts';
import { type DemoOptions, demoOptions } from './options.ts';
import type { Item } from './stage.ts';
import { openLedger } from './truth/ledger.ts';
import { makeWorld, type World } from './world/world.ts';

/** A make-believe retailer that can be watched once. */
export interface Retailer {
  readonly world: World;
  /**
   * All messages in order of delivery: history up to `now`, then `aheadDays` more, for a live demo to play in time.
   * Can be walked once; open another retailer with the same options for the same messages again.
   */
  readonly items: Generator<Item, void>;
  /**
   * The truth about all that was delivered until `now`. Ask when the stream has reached `now`.
   * Throws when the retailer was opened without answers.
   */
  answers(): Answers;
}

/**
 * Opens a retailer from options; the same options give the same messages to the byte.
 * @param withAnswers keep the truth beside the stream: memory then grows with what people do (about 150 bytes a fact)
 */
export function openRetailer(
  options: Partial<DemoOptions> & { readonly now: number },
  withAnswers = true,
): Retailer {
  const world = makeWorld(demoOptions(options));
  const ledger = withAnswers ? openLedger(world) : undefined;
  return {
    world,
    items: generate(world, makePeople(world), ledger),
    answers() {
      if (!ledger) throw new Error('This retailer was opened without answers.');
      return answersOf(ledger);
    },
  };
}
