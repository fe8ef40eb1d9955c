import type { TraitState } from '../core/condition/index.ts';
import type { Monoid } from '../core/trait/index.ts';

interface Held {
  readonly monoid: Monoid<TraitState>;
  readonly state: TraitState;
  /** As it is stored; undefined once it changed. */
  text: string | undefined;
}

/**
 * What one fragment remembers for the traits of the program, by the name under which the program keeps them. A state stays
 * the text that was stored until somebody asks for it, and is written again only after it changed.
 */
export class TraitStates {
  private states: Map<string, string | Held>;
  /** Whether the states stand in the order of their names, as they are stored. */
  private isSorted = true;

  constructor(stored: { readonly [name: string]: string } = {}) {
    this.states = new Map(Object.entries(stored));
  }

  /** The state, which may be changed in place when `changed` is called after it; undefined when there is none. */
  get(name: string, monoid: Monoid<TraitState>): TraitState | undefined {
    const held = this.states.get(name);
    if (typeof held !== 'string') return held?.state;
    const state = monoid.decode(held);
    this.states.set(name, { monoid, state, text: held });
    return state;
  }

  set(name: string, monoid: Monoid<TraitState>, state: TraitState): void {
    this.hold(name, { monoid, state, text: undefined });
  }

  /** Sets a state that is not empty, as it is stored. */
  setText(name: string, text: string): void {
    this.hold(name, text);
  }

  private hold(name: string, held: string | Held): void {
    if (!this.states.has(name)) this.isSorted = this.states.size === 0;
    this.states.set(name, held);
  }

  /** Notes that the state was changed in place. */
  changed(name: string): void {
    const held = this.states.get(name);
    if (typeof held === 'object') held.text = undefined;
  }

  /** Whether something is remembered. Empty states are not stored, so a fold that never stopped must not see them either. */
  has(name: string): boolean {
    const held = this.states.get(name);
    return typeof held === 'object' ? !held.monoid.isEmpty(held.state) : held !== undefined;
  }

  /** Forgets what the program no longer keeps. */
  keepOnly(isKept: (name: string) => boolean): boolean {
    const before = this.states.size;
    for (const name of this.states.keys()) if (!isKept(name)) this.states.delete(name);
    return this.states.size < before;
  }

  /** The states as they are stored, in the order of their names, without empty ones. */
  toJSON(): { readonly [name: string]: string } {
    const texts: { [name: string]: string } = {};
    if (!this.isSorted) this.states = new Map([...this.states].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.isSorted = true;
    for (const [name, held] of this.states) {
      if (typeof held === 'string') texts[name] = held;
      else if (held.monoid.isEmpty(held.state)) this.states.delete(name);
      else texts[name] = held.text ??= held.monoid.encode(held.state);
    }
    return texts;
  }
}
