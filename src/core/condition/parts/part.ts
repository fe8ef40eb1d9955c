import type { Json } from '../../json.ts';
import type { Calendar } from '../../trait/index.ts';
import type { Catalogue, CatalogueProduct, PersonView } from '../person-view.ts';
import type { TraitPlan, TraitSpec } from '../traits.ts';

/** What a condition asks the catalogue about the products in a trait: when the answer changes, entries come or go. */
export interface CatalogueTest {
  /** The key of the trait. */
  readonly trait: string;
  fits(product: CatalogueProduct | undefined): boolean;
}

/** A compiled part of a condition. Pure; answers from what is remembered of the person. */
export interface Part {
  holds(person: PersonView, at: number): boolean;
  /**
   * The first moment after `at` at which the answer changes by itself, nothing new happening; undefined when it never does. At
   * that moment the answer is the other one. Whoever knows the answer at `at` says it as `now`.
   */
  nextChange(person: PersonView, at: number, now?: boolean): number | undefined;
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
  /** Notes that entries of a trait count only while the catalogue says so of their product. */
  catalogueTest(test: CatalogueTest): void;
}
