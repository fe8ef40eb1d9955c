import type { Platform } from '../people/devices.ts';
import { makeDevice } from '../people/devices.ts';
import { makeVisitor } from '../people/make-person.ts';
import { randomOf } from '../random.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS } from '../time.ts';
import { look } from './browse.ts';
import { directCause } from './cause.ts';
import { openVisit } from './visit.ts';

/** Machines that pretend to be visitors, and say so in their user agent. */
export const BOT_AGENTS = [
  'Mozilla/5.0 (compatible; PriceCrawler/2.1; +https://crawler.example/bot)',
  'HeadlessChrome/120.0 ScrapeKit/0.9',
];
const PAGES_MIN = 15;
const PAGES_MAX = 70;
/** Numbers of bots begin here, so that they never meet those of people who visit on the same day. */
const BOT_NUMBERS_FROM = 10_000_000;

/** A machine reads product after product in a steady beat and buys nothing. */
export function runBot(stage: Stage, day: number, number: number): void {
  const { world } = stage;
  const random = randomOf(world.seed, 'bot', Math.floor(day / DAY_MS), number);
  const at = day + Math.floor(random.next() * DAY_MS * 0.99);
  stage.schedule(at, () => {
    const bot = makeVisitor(world, day, BOT_NUMBERS_FROM + number);
    const platform: Platform = {
      kind: 'laptop',
      isApp: false,
      userAgent: random.pick(BOT_AGENTS),
      os: '',
      osVersion: '',
    };
    const device = makeDevice(-Math.floor(day / DAY_MS), BOT_NUMBERS_FROM + number, platform);
    const visit = openVisit(stage, bot, device, directCause(), at);
    // Machines ask a time server.
    device.clockMs = 0;
    const beat = 800 + random.below(3_000);
    const count = PAGES_MIN + random.below(PAGES_MAX - PAGES_MIN);
    const first = random.below(world.products.length);
    for (let i = 0; i < count; i++) {
      look(visit, world.products[(first + i) % world.products.length]!);
      visit.at += beat;
    }
    for (const { at: when, message, fact } of visit.said) stage.emit('web', when + 40, message, fact);
  });
}
