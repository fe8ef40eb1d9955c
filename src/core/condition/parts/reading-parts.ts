import type { Measured } from '../../trait/index.ts';
import type { Check } from '../operators/value-check.ts';
import type { PersonView } from '../person-view.ts';
import type { Question } from '../question.ts';
import type { TraitSpec } from '../traits.ts';
import type { Compiler } from './part.ts';

/** What is measured of a person, and whether it passes a check. */
export interface Reading {
  valueAt(person: PersonView, at: number): Measured;
  holds(person: PersonView, at: number): boolean;
  /** The exact moment at which the answer of the check changes by itself. */
  nextChange(person: PersonView, at: number): number | undefined;
}

/** What is measured, without a test. */
export type MeasureQuestion = Pick<Question, 'did' | 'window' | 'measure' | 'of' | 'as' | 'perLine' | 'size'>;

/** Whole numbers between which a count passes; lets the end of a window be found without walking there. */
export interface CountRange {
  readonly least: number;
  readonly greatest: number;
}

/** What a kind of reading needs. */
export interface ReadingParts {
  readonly question: MeasureQuestion;
  readonly spec: TraitSpec;
  readonly compiler: Compiler;
  readonly check: Check<Measured>;
  readonly zoneFor: (person: PersonView) => string;
  readonly range: CountRange | undefined;
}
