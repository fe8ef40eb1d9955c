import { makeVisitor } from '../people/make-person.ts';
import type { Person } from '../people/person.ts';
import { randomOf } from '../random.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS } from '../time.ts';
import { momentOfDay, STORE_DAY, storeFactor, strangerFactor, WEB_DAY, webFactor } from '../world/rhythm.ts';
import { STORES } from '../world/stores.ts';
import { runBot } from './bots.ts';
import { drawCause } from './cause.ts';
import { buyInStore } from './store-visit.ts';

/** Strangers a day for each of the people. */
const VISITORS_PER_PERSON_DAY = 0.02;
const WALK_INS_PER_PERSON_DAY = 0.0012;
const BOTS_PER_PERSON_DAY = 0.0003;
const RETURN_SHARE = 0.18;
const RETURN_DAYS_MEAN = 4;
const RETURNS_MAX = 6;

/** Plans the visits of strangers, the buyers without a card, and the machines of a day. Numbered, so that more people only add some. */
export function planStrangers(stage: Stage, day: number, people: number): void {
  const { world } = stage;
  const factor = webFactor(day) * strangerFactor(day, world.ads, world.incidents);
  const visitors = Math.round(people * VISITORS_PER_PERSON_DAY * factor);
  for (let i = 0; i < visitors; i++) planVisitor(stage, day, i);
  const walkIns = Math.round(people * WALK_INS_PER_PERSON_DAY);
  for (let i = 0; i < walkIns; i++) planWalkIn(stage, day, i);
  const bots = Math.round(people * BOTS_PER_PERSON_DAY);
  for (let i = 0; i < bots; i++) runBot(stage, day, i);
}

function planVisitor(stage: Stage, day: number, number: number): void {
  const random = randomOf(stage.world.seed, 'visitor time', Math.floor(day / DAY_MS), number);
  const at = Math.floor(day + momentOfDay(WEB_DAY, random.next()));
  // Made when she comes, so that the day's plan stays small.
  stage.schedule(at, () => comeBy(stage, makeVisitor(stage.world, day, number), at, RETURNS_MAX));
}

/** A stranger visits, and perhaps again after days: the telephone or laptop is the same, the cookie too if it was allowed. */
function comeBy(stage: Stage, visitor: Person, at: number, returnsLeft: number): void {
  stage.visit(visitor, visitor.devices[0]!, drawCause(stage.world, visitor, at), at);
  const { random } = visitor;
  // Who came back once comes back more easily: the curve of retention falls and then flattens.
  const share = RETURN_SHARE + 0.12 * (RETURNS_MAX - returnsLeft);
  if (returnsLeft === 0 || !random.chance(share)) return;
  const next = at + Math.floor(HOUR_MS * 5 + random.exponential(RETURN_DAYS_MEAN) * DAY_MS);
  stage.schedule(next, () => comeBy(stage, visitor, next, returnsLeft - 1));
}

function planWalkIn(stage: Stage, day: number, number: number): void {
  const walkIn = makeVisitor(stage.world, day, 5_000_000 + number);
  if (walkIn.random.next() * 2 > storeFactor(day, walkIn.country)) return;
  const at = Math.floor(
    day + momentOfDay(STORE_DAY, walkIn.random.next()) - walkIn.country.aheadHours * HOUR_MS,
  );
  const stores = STORES.filter((store) => store.country === walkIn.country.code);
  stage.schedule(at, () => void buyInStore(stage, walkIn, walkIn.random.pick(stores), at));
}
