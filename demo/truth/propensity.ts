import { causeOf } from '../behaviour/cause.ts';
import { foreseenProbability } from '../behaviour/intent.ts';
import { dayFrame, visitRate } from '../behaviour/person-day.ts';
import type { Person } from '../people/person.ts';
import { DAY_MS, midnight } from '../time.ts';
import { channelOf } from '../world/channels.ts';
import { DEPARTMENTS } from '../world/kinds.ts';
import { storeFactor } from '../world/rhythm.ts';
import type { World } from '../world/world.ts';
import { round } from './summaries.ts';

/** Days that a score looks ahead. */
export const SCORE_DAYS = 14;

/** The true probabilities behind a person's behaviour from now on, as far as she comes of her own accord. */
export interface Propensity {
  /** Probability of an order, online or in a store, in the next 14 days. */
  readonly orders: number;
  /** The same for an order that holds something of the department she likes best. */
  readonly favourite: number;
  readonly favouriteDepartment: string;
}

const FAVOURITE_SHARE = 0.6;
/** The way in that is neither the best nor the worst. */
const USUAL = causeOf(channelOf('organic search'));

/** Reads a person's propensity off the causes that drive her. Messages yet to be sent are left out. */
export function propensityOf(world: World, person: Person): Propensity {
  const day = midnight(world.now);
  let expected = 0;
  for (let i = 0; i < SCORE_DAYS; i++) {
    const frame = dayFrame(day + i * DAY_MS);
    expected += visitRate(person, frame) * foreseenProbability(world, person, USUAL, frame.day);
    if (person.store && person.isKnown)
      expected += person.storeVisitsPerDay * storeFactor(frame.day, person.country);
  }
  return {
    orders: round(1 - Math.exp(-expected)),
    favourite: round(1 - Math.exp(-expected * FAVOURITE_SHARE)),
    favouriteDepartment: DEPARTMENTS[person.departments[0]!]!,
  };
}
