import { causeOf } from '../behaviour/cause.ts';
import { foreseenProbability, HERO_EFFECTS } from '../behaviour/intent.ts';
import { dayFrame, PHONE_ORDERS_PER_DAY, SECOND_VISIT_SHARE, visitRate } from '../behaviour/person-day.ts';
import type { Person } from '../people/person.ts';
import { DAY_MS, midnight } from '../time.ts';
import { channelOf, MARKETING_CHANNELS } from '../world/channels.ts';
import { DEPARTMENTS } from '../world/kinds.ts';
import { storeFactor } from '../world/rhythm.ts';
import type { World } from '../world/world.ts';
import { round } from './summaries.ts';

/** Days that a score looks ahead. */
const SCORE_DAYS = 14;

/** The true probabilities behind a person's behaviour from now on, as far as she comes of her own accord. */
export interface Propensity {
  /** Probability of an order, online or in a store, in the next 14 days. */
  readonly orders: number;
  /** The same for an order that holds something of the department she likes best. */
  readonly favourite: number;
  readonly favouriteDepartment: string;
}

const FAVOURITE_SHARE = 0.6;
/** The way in whose pull is about the mean of those that people use. */
const USUAL = causeOf(channelOf('organic search'));
const CREATIVE_MEAN = (HERO_EFFECTS.calm + HERO_EFFECTS.bold) / 2;
/** Days of visits that stand behind the interest which is left of them. */
const HEAT_DAYS = 3;
const STAYING_SHARE = 0.78;
const BRICK_SHARE = MARKETING_CHANNELS.reduce(
  (sum, channel) => sum + channel.personShare * channel.brickShare,
  0,
);

/** Reads a person's propensity off the causes that drive her; what depends on messages yet to be sent is left out. */
export function propensityOf(world: World, person: Person): Propensity {
  const day = midnight(world.now);
  const hasCard = person.kind === 'member' || person.kind === 'card';
  let expected = 0;
  for (let i = 0; i < SCORE_DAYS; i++) {
    const frame = dayFrame(day + i * DAY_MS);
    const visits = visitRate(person, frame) * (1 + SECOND_VISIT_SHARE);
    const warmth = 1 + HEAT_DAYS * visits;
    expected += visits * warmth * foreseenProbability(world, person, USUAL, frame.day) * CREATIVE_MEAN;
    expected += PHONE_ORDERS_PER_DAY;
    if (!person.store || !hasCard) continue;
    expected += visits * STAYING_SHARE * BRICK_SHARE;
    expected += person.storeVisitsPerDay * storeFactor(frame.day, person.country);
  }
  return {
    orders: round(1 - Math.exp(-expected)),
    favourite: round(1 - Math.exp(-expected * FAVOURITE_SHARE)),
    favouriteDepartment: DEPARTMENTS[person.departments[0]!]!,
  };
}
