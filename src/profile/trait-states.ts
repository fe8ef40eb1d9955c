import type { TraitState } from '../core/condition/index.ts';
import type { Monoid } from '../core/trait/index.ts';

interface Held {
  readonly monoid: Monoid<TraitState>;
  readonly state: TraitState;
}

/**
 * What one fragment remembers for the traits of the program, by the name under which the program keeps them. A state stays
 * the text that was stored until somebody asks for it, and is written again only after it changed.
 */
export class TraitStates {
  private readonly texts: Map<string, string>;
  private readonly held = new Map<string, Held>();

  constructor(stored: { readonly [name: string]: string } = {}) {
    this.texts = new Map(Object.entries(stored));
  }

  /** The state, which may be changed in place when `changed` is called after it; undefined when there is none. */
  get(name: string, monoid: Monoid<TraitState>): TraitState | undefined {
    const held = this.held.get(name);
    if (held) return held.state;
    const text = this.texts.get(name);
    if (text === undefined) return undefined;
    const state = monoid.decode(text);
    this.held.set(name, { monoid, state });
    return state;
  }

  set(name: string, monoid: Monoid<TraitState>, state: TraitState): void {
    this.held.set(name, { monoid, state });
    this.texts.delete(name);
  }

  /** Notes that the state was changed in place. */
  changed(name: string): void {
    this.texts.delete(name);
  }

  /** Whether something is remembered. Empty states are not stored, so a fold that never stopped must not see them either. */
  has(name: string): boolean {
    const held = this.held.get(name);
    return held ? !held.monoid.isEmpty(held.state) : this.texts.has(name);
  }

  names(): ReadonlySet<string> {
    return new Set([...this.texts.keys(), ...this.held.keys()]);
  }

  /** Forgets what the program no longer keeps. */
  keepOnly(isKept: (name: string) => boolean): void {
    for (const name of this.names()) {
      if (isKept(name)) continue;
      this.texts.delete(name);
      this.held.delete(name);
    }
  }

  /** The states as they are stored, in the order of their names, without empty ones. */
  toJSON(): { readonly [name: string]: string } {
    for (const [name, { monoid, state }] of this.held) {
      if (this.texts.has(name)) continue;
      if (monoid.isEmpty(state)) this.held.delete(name);
      else this.texts.set(name, monoid.encode(state));
    }
    return Object.fromEntries([...this.texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
