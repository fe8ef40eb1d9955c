import type { Platform } from '../people/devices.ts';
import type { Person } from '../people/person.ts';
import { shareOf } from '../random.ts';
import { DAY_MS } from '../time.ts';
import type { Cause } from '../truth/fact.ts';
import { type ChannelId, MARKETING_CHANNELS } from '../world/channels.ts';
import { paydayFactor } from '../world/rhythm.ts';
import { incident, type World } from '../world/world.ts';

/** How far a visit goes. */
export type Outcome = 'bounce' | 'browse' | 'cart' | 'checkout' | 'payment' | 'order';

/** Probability that an average person buys in a visit that nothing else speaks for. Sets the conversion of the shop. */
const BUYS_PER_VISIT = 0.019;
const BUYS_MAX = 0.65;
/** What a former visit still adds, measured in direct visits, and how fast that fades. */
const HEAT_SHARE = 0.45;
const HEAT_HALF_LIFE_DAYS = 5;
/** Of those who put something into the cart seven of ten do not buy. */
const CARTS_PER_VISIT = 0.075;
const CARTS_PER_STRANGER_VISIT = 0.055;
const BOUNCE_SHARE = 0.22;
const STRANGER_BOUNCE_SHARE = 0.47;
const STOPS: readonly Outcome[] = ['cart', 'checkout', 'payment'];
const STOP_SHARES = [0.62, 0.28, 0.1];
const DEVICE_FACTORS = { phone: 0.85, laptop: 1.25, tablet: 1 } as const;

/** The two pictures at the top of the home page, drawn once for each person, and what they do to buying. The true effect. */
export const HERO_EFFECTS = { calm: 1, bold: 1.2 } as const;
export type Hero = keyof typeof HERO_EFFECTS;

/** The picture that she sees; undefined when she does not land on the home page. */
export function heroOf(seed: number, person: Person, cause: Cause): Hero | undefined {
  if (cause.department !== undefined || cause.product !== undefined) return undefined;
  return shareOf(seed, `hero ${person.key}`, 0) < 0.5 ? 'calm' : 'bold';
}

/** The probability that this visit ends with an order, before incidents: a sum of what each channel adds. */
export function buyProbability(world: World, person: Person, cause: Cause, time: number): number {
  if (person.kind === 'visitor' || person.kind === 'card') return 0;
  // Nobody orders without a name: strangers who will join look first.
  if (!person.isKnown && time < person.joinsAt) return 0;
  cool(person, time);
  let pull = cause.channel.pull;
  if (person.heat) for (const heat of person.heat) pull += heat;
  const need = person.runsOut !== undefined && time > person.runsOutAt - 5 * DAY_MS ? 3 : 1;
  const discount = 1 + (cause.message?.discount ?? 0) * 4 * person.persona.priceSensitivity;
  const hero = heroOf(world.seed, person, cause);
  const creative = hero === undefined ? 1 : HERO_EFFECTS[hero];
  const p = BUYS_PER_VISIT * person.buyFactor * pull * need * discount * creative * paydayFactor(time);
  return Math.min(BUYS_MAX, p);
}

/** What each channel's part of that probability is; the parts sum to 1. Ask before the visit adds its own heat. */
export function creditsOf(person: Person, cause: Cause): Partial<Record<ChannelId, number>> {
  let total = cause.channel.pull;
  if (person.heat) for (const heat of person.heat) total += heat;
  const credits: Partial<Record<ChannelId, number>> = { [cause.channel.id]: cause.channel.pull / total };
  person.heat?.forEach((heat, index) => {
    if (heat <= 0) return;
    const { id } = MARKETING_CHANNELS[index]!;
    credits[id] = (credits[id] ?? 0) + heat / total;
  });
  return credits;
}

/** A visit leaves interest behind, an order uses it up. */
export function warm(person: Person, cause: Cause, time: number, hasBought: boolean): void {
  if (hasBought) {
    person.heat = undefined;
    return;
  }
  cool(person, time);
  person.heat ??= new Array<number>(MARKETING_CHANNELS.length).fill(0);
  person.heat[cause.channel.index]! += HEAT_SHARE * cause.channel.pull;
  person.heatAt = time;
}

/** Decides how far the visit goes. Incidents stop people on their way, so that they show where they happen. */
export function drawOutcome(
  world: World,
  person: Person,
  cause: Cause,
  time: number,
  platform: Platform,
  isSetOnBuying: boolean,
): Outcome {
  const { kind: device, isApp } = platform;
  const { random } = person;
  const isVisitor = person.kind === 'visitor';
  const p = buyProbability(world, person, cause, time) * (isApp ? 1.15 : DEVICE_FACTORS[device]);
  const draw = random.next();
  if (isSetOnBuying || draw < p) return stoppedBy(world, person, time, device, isApp) ?? 'order';
  const isViral = cause.incident === 'viral-post';
  const carts = isVisitor ? (isViral ? 0.006 : CARTS_PER_STRANGER_VISIT) : CARTS_PER_VISIT;
  if (draw < p + carts) return STOPS[random.weighted(STOP_SHARES)]!;
  const bounces = isViral ? 0.7 : isVisitor ? STRANGER_BOUNCE_SHARE : BOUNCE_SHARE;
  return random.chance(bounces) ? 'bounce' : 'browse';
}

function stoppedBy(
  world: World,
  person: Person,
  time: number,
  device: string,
  isApp: boolean,
): Outcome | undefined {
  if (incident(world, 'payment-outage', time)) return 'payment';
  const bug = incident(world, 'mobile-checkout-bug', time);
  if (bug && device === 'phone' && !isApp && !person.random.chance(bug.effect)) return 'checkout';
  return undefined;
}

function cool(person: Person, time: number): void {
  if (!person.heat || time <= person.heatAt) return;
  const factor = 2 ** (-(time - person.heatAt) / (HEAT_HALF_LIFE_DAYS * DAY_MS));
  for (let i = 0; i < person.heat.length; i++) person.heat[i]! *= factor;
  person.heatAt = time;
}

/** The same, but asking leaves no trace: the answer sheet is taken while she lives on. */
export function foreseenProbability(world: World, person: Person, cause: Cause, time: number): number {
  const heat = person.heat?.slice();
  const heatAt = person.heatAt;
  const p = buyProbability(world, person, cause, time);
  person.heat = heat;
  person.heatAt = heatAt;
  return p;
}
