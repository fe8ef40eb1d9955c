import type { PersonView, TraitState } from '../core/condition/index.ts';
import type { Json, Settings } from '../core/index.ts';
import { consentOf } from '../privacy/index.ts';
import { attributeOf, type Fragment, type Profile, TraitStates } from '../profile/index.ts';
import type { AudienceProgram, KeptTrait } from './program.ts';

/**
 * What conditions may look at of one person: her fragments together. Merged states are remembered and kept up to date, so that an
 * event costs an `add` and not a merge of all fragments; a person of one fragment needs none.
 */
export class Mind implements PersonView {
  readonly person: Profile;
  private readonly program: AudienceProgram;
  private readonly policy: Settings['attributePolicy'];
  private merged: Map<string, TraitState | undefined> | undefined;
  private fragments: readonly Fragment[];
  private count: number;

  constructor(person: Profile, program: AudienceProgram, policy: Settings['attributePolicy']) {
    this.person = person;
    this.program = program;
    this.policy = policy;
    this.fragments = person.fragments;
    this.count = person.fragments.length;
  }

  /** Whether it was made for this program and these rules. */
  isOf(program: AudienceProgram, policy: Settings['attributePolicy']): boolean {
    return this.program === program && this.policy === policy;
  }

  get id(): number {
    return this.person.id;
  }

  attribute(name: string): Json | undefined {
    return attributeOf(this.person.fragments, name, this.policy);
  }

  consent(channel: string, purpose: string): 'in' | 'out' | undefined {
    return consentOf(this.person.fragments, channel, purpose);
  }

  trait(key: string): TraitState | undefined {
    const kept = this.program.traits.get(key);
    if (!kept) return undefined;
    const { fragments } = this.person;
    if (fragments.length === 1) return fragments[0]!.traits?.get(kept.name, kept.plan.monoid);
    this.refresh();
    this.merged ??= new Map();
    if (this.merged.has(key)) return this.merged.get(key);
    const state = mergedState(
      kept,
      fragments.flatMap((fragment) => fragment.traits ?? []),
    );
    this.merged.set(key, state);
    return state;
  }

  /** Forgets merged states after fragments moved or their states changed otherwise than by `note`. */
  forget(): void {
    this.merged = undefined;
  }

  /** A state of one of the fragments is about to be changed by this function: the merged one is changed alike. */
  note(key: string, change: (state: TraitState) => void): void {
    this.refresh();
    const state = this.merged?.get(key);
    if (state) change(state);
    else this.merged?.delete(key);
  }

  private refresh(): void {
    const { fragments } = this.person;
    if (fragments === this.fragments && fragments.length === this.count) return;
    this.fragments = fragments;
    this.count = fragments.length;
    this.merged = undefined;
  }
}

/**
 * A person at one moment of the fold: nothing about her changes while audiences are asked one after the other, so parts that they
 * share are asked once. Made anew whenever something may have changed.
 */
export class FixedView implements PersonView {
  readonly isFixed = true;
  readonly id: number;
  private readonly mind: Mind;

  constructor(mind: Mind) {
    this.id = mind.person.id;
    this.mind = mind;
  }

  attribute(name: string): Json | undefined {
    return this.mind.attribute(name);
  }

  trait(key: string): TraitState | undefined {
    return this.mind.trait(key);
  }

  consent(channel: string, purpose: string): 'in' | 'out' | undefined {
    return this.mind.consent(channel, purpose);
  }
}

/** The state of a trait over several fragments: always one of its own, which may be changed. */
export function mergedState(kept: KeptTrait, all: readonly TraitStates[]): TraitState | undefined {
  const { monoid } = kept.plan;
  let merged: TraitState | undefined;
  for (const states of all) {
    const state = states.get(kept.name, monoid);
    if (state) merged = monoid.merge(merged ?? monoid.empty(), state);
  }
  return merged;
}

/** Joins the states of fragments that become one; what the program does not keep is left out. */
export function joinStates(program: AudienceProgram, all: readonly TraitStates[]): TraitStates {
  const joined = new TraitStates();
  for (const kept of program.traits.values()) {
    const state = mergedState(kept, all);
    if (state) joined.set(kept.name, kept.plan.monoid, state);
  }
  return joined;
}
