import type { Json } from '../../json.ts';
import type { Calendar } from '../../trait/index.ts';
import type { Catalogue, PersonView } from '../person-view.ts';
import type { TraitPlan, TraitSpec } from '../traits.ts';

/** A compiled part of a condition. Pure; answers from what is remembered of the person. */
export interface Part {
  holds(person: PersonView, at: number): boolean;
  /**
   * The first moment after `at` at which the answer changes by itself, nothing new happening; undefined when it never does. At
   * that moment the answer is the other one.
   */
  nextChange(person: PersonView, at: number): number | undefined;
  /** What was found, for people to read; parts that only join others have nothing of their own. */
  found?(person: PersonView, at: number): Found;
  /** The parts that are joined. */
  readonly parts?: readonly Part[];
}

/** What a part found at a person: a value, and for sequences how many steps were done in order. */
export type Found =
  | { readonly kind: 'value'; readonly value: Json | undefined }
  | { readonly kind: 'time'; readonly ms: number | undefined }
  | { readonly kind: 'steps'; readonly doneCount: number; readonly stepsCount: number };

/** What compiling needs from around it, and collects. */
export interface Compiler {
  readonly calendar: Calendar;
  readonly catalogue: Catalogue;
  /** The plan of a trait; asking for the same spec again gives the same plan. */
  trait(spec: TraitSpec): TraitPlan;
  /** Notes that an attribute is looked at, by its first key. */
  attribute(name: string): void;
  /** Notes that a consent is looked at. */
  consent(channel: string, purpose: string): void;
}
