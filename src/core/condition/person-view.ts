import type { Json } from '../json.ts';
import { type Entries, type SinceMark, type Tally, type Total, ZONES } from '../trait/index.ts';
import { TIME_ZONE_ATTRIBUTE, TIME_ZONE_DEFAULT } from './facts.ts';

/** The state of a trait, of the monoid that its plan names. */
export type TraitState = Entries | Total | Tally | SinceMark;

/** What a condition may look at of a person: her fragments together. Nothing may change while one question is answered. */
export interface PersonView {
  /** Her id; undefined for somebody who has none yet. */
  readonly id?: number;
  /** The attribute as it counts for the person; undefined where there is none. */
  attribute(name: string): Json | undefined;
  /** The state of a trait, merged over the fragments; undefined stands for the empty one. */
  trait(key: string): TraitState | undefined;
  /**
   * The newest statement for this channel, or for channel `any`, on the purpose; at the same moment `out`. Undefined when nothing
   * was stated.
   */
  consent(channel: string, purpose: string): 'in' | 'out' | undefined;
  /** Nothing about her changes as long as this view is used, so what was answered once may be remembered. */
  readonly isFixed?: true;
}

/** What the catalogue says of a product now. */
export interface CatalogueProduct {
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  /** In currency units. */
  readonly price?: number | undefined;
  readonly stock?: number | undefined;
}

/** The catalogue as it stands at the position of the log that is being folded. */
export type Catalogue = (productId: string) => CatalogueProduct | undefined;

/** Somebody of whom nothing is known. */
export const NOBODY: PersonView = {
  attribute: () => undefined,
  trait: () => undefined,
  consent: () => undefined,
};

/** The person's time zone, or UTC where it is missing or unknown. */
export function zoneOf(person: PersonView): string {
  const zone = person.attribute(TIME_ZONE_ATTRIBUTE);
  return typeof zone === 'string' && ZONES.has(zone) ? zone : TIME_ZONE_DEFAULT;
}
