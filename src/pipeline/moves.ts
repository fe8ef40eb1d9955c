import type { Move } from '../audience/index.ts';
import { AUDIENCE_ENTERED, AUDIENCE_LEFT } from '../core/condition/index.ts';
import type { Event } from '../core/index.ts';
import { type Fragment, type Profile, plainLine } from '../profile/index.ts';

/** The source of what the audiences say. */
const SOURCE = 'audience';
const NO_SESSION = { session: 0, absorbedSession: 0 };

/** Numbers the rows that follow from one place. */
export class DerivedNumbers {
  private place = -1;
  private count = 0;

  /** The next number at a place, from 1. */
  next(place: number): number {
    if (place !== this.place) this.goOn(place, 0);
    return ++this.count;
  }

  /** So many rows of a place were written before. */
  goOn(place: number, count: number): void {
    this.place = place;
    this.count = count;
  }

  countAt(place: number): number {
    return place === this.place ? this.count : 0;
  }
}

/** Somebody entered or left an audience, as an event and as its row. */
export function moveEvent(move: Move, place: number, derived: number, received: number): Event {
  const { kind, audience, version, how, at } = move;
  return {
    id: `${audience}:${place}.${derived}`,
    type: 'track',
    name: kind === 'entered' ? AUDIENCE_ENTERED : AUDIENCE_LEFT,
    time: at,
    received,
    source: SOURCE,
    channel: 'system',
    identities: [],
    properties: { audience, version, how },
    context: {},
  };
}

/** The row of such an event, or of another one of the program. It belongs to no session and is no order. */
export function rowOf(
  event: Event,
  person: Profile,
  fragment: Fragment,
  place: number,
  derived: number,
): string {
  return plainLine(event, { place, derived, person: person.id, fragment: fragment.id, folded: NO_SESSION });
}
