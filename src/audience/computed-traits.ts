import {
  type Catalogue,
  type CompiledTrait,
  type ComputedTrait,
  type Condition,
  compileTrait,
  keyOf,
  type TraitPlan,
} from '../core/condition/index.ts';
import { createCalendar } from '../core/trait/index.ts';
import type { Definitions } from '../definition/index.ts';
import { readTrait, type TraitDocument } from './trait-document.ts';

/** The trait as it is read, since a version. */
interface TraitRule {
  readonly version: number;
  readonly trait: ComputedTrait;
}

/** Where a trait that people defined stands. */
export interface ComputedState {
  readonly id: string;
  name: string;
  /** What its value is now. */
  inForce?: TraitRule | undefined;
  /** What it will be once history is read. */
  pending?: TraitRule | undefined;
}

/** The traits that people defined, as of a position of the log. Pure; stored as part of the book of audiences. */
export class ComputedTraits {
  readonly documents = new Map<string, TraitDocument>();
  readonly states = new Map<string, ComputedState>();
  private readonly known = new Map<string, CompiledTrait>();
  private readonly compile: (trait: ComputedTrait) => CompiledTrait;

  constructor(catalogue: Catalogue) {
    const around = { catalogue, calendar: createCalendar() };
    this.compile = (trait) => compileTrait(trait, around);
  }

  /** The definition of a trait as it stands now. */
  note(id: string, definitions: Pick<Definitions, 'get' | 'head'>): void {
    const document = readTrait(id, definitions);
    if (document) this.documents.set(id, document);
    else this.documents.delete(id);
  }

  /** The definition changed: what is live is to come into force, what is not is let go. */
  define(id: string, definitions: Pick<Definitions, 'get' | 'head'>): void {
    this.note(id, definitions);
    const document = this.documents.get(id);
    if (document?.state !== 'live' || !document.trait) {
      this.states.delete(id);
      return;
    }
    const known = this.states.get(id) ?? { id, name: document.name };
    this.states.set(id, known);
    known.name = document.name;
    const rule = { version: document.version, trait: document.trait };
    const isSame = known.inForce && keyOf(known.inForce.trait) === keyOf(rule.trait);
    if (isSame) known.inForce = rule;
    known.pending = isSame ? undefined : rule;
  }

  /** What waits for nothing any more comes into force; gives whether there was any. */
  promote(isFilled: (plan: string) => boolean): boolean {
    let isAny = false;
    for (const state of this.states.values()) {
      const { pending } = state;
      if (!pending || !this.compiled(pending.trait).traits.every(({ key }) => isFilled(key))) continue;
      state.inForce = pending;
      state.pending = undefined;
      isAny = true;
    }
    return isAny;
  }

  /** What has to be remembered for traits in force and to come. */
  *plans(): Iterable<TraitPlan> {
    for (const { inForce, pending } of this.states.values())
      for (const rule of [inForce, pending]) if (rule) yield* this.compiled(rule.trait).traits;
  }

  /** A trait ready to be read. */
  compiled(trait: ComputedTrait): CompiledTrait {
    const key = keyOf(trait);
    const compiled = this.known.get(key) ?? this.compile(trait);
    this.known.set(key, compiled);
    return compiled;
  }

  /** The definition that is live; undefined when there is none. */
  find(id: string): ComputedTrait | undefined {
    return this.documents.get(id)?.trait;
  }

  /**
   * The condition with the traits that it names written out, so that it needs nobody else; the reason where one of them is not
   * live.
   */
  writtenOut(condition: Condition): Condition | { readonly unevaluable: string } {
    let unevaluable: string | undefined;
    const visit = (part: Condition): Condition => {
      if ('all' in part) return { all: part.all.map(visit) };
      if ('any' in part) return { any: part.any.map(visit) };
      if ('not' in part) return { not: visit(part.not) };
      if (!('trait' in part) || typeof part.trait !== 'string') return part;
      const trait = this.find(part.trait);
      if (trait) return { ...part, trait };
      unevaluable = `it names the trait ${part.trait}, which is not live`;
      return part;
    };
    const whole = visit(condition);
    return unevaluable === undefined ? whole : { unevaluable };
  }
}
