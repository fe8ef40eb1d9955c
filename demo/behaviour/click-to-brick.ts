import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS } from '../time.ts';
import type { Cause } from '../truth/fact.ts';
import { buyInStore, openingMoment } from './store-visit.ts';
import { pickAvailable } from './taste.ts';

/** Days after which somebody still goes to the store because of what she saw online. */
const BRICK_DAYS_MAX = 6;

/** A visit that came by advertisement or message may lead to the store in her town: click to brick. */
export function clickToBrick(stage: Stage, person: Person, cause: Cause, at: number): void {
  const { store, random } = person;
  if (!store || !person.isKnown || !random.chance(cause.channel.brickShare)) return;
  const day = at + DAY_MS * (1 + Math.floor(random.next() ** 1.7 * BRICK_DAYS_MAX));
  const moment = openingMoment(person, day);
  const from = { channel: cause.channel.id, at };
  stage.schedule(moment, () => {
    const wanted = cause.department
      ? pickAvailable(stage.world, person, cause.department, moment)
      : undefined;
    buyInStore(stage, person, store, moment, wanted, from);
  });
}
