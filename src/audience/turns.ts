import type { PersonView, TraitEntries } from '../core/condition/index.ts';
import type { Profile } from '../profile/index.ts';
import { setDue } from './dues.ts';
import type { LiveAudience, LiveLeaf, Touch } from './program.ts';

/** A trait that an event goes into, and what it says there. */
interface Touched {
  readonly touch: Touch;
  readonly said: TraitEntries;
}

/**
 * The parts of conditions that something touched, and the audiences that have to be asked because one of them answers otherwise than
 * before. One is used for event after event, so that nothing is made anew for each.
 */
export class Turns {
  readonly touched: Touched[] = [];
  private readonly asked: LiveLeaf[] = [];
  private readonly held: (boolean | undefined)[] = [];
  private readonly found = new Set<LiveAudience>();

  get isEmpty(): boolean {
    return this.asked.length === 0 && this.touched.length === 0;
  }

  /** An event is about to go into a trait: what its parts answer until then is noted. */
  touch(touch: Touch, said: TraitEntries, before: PersonView, at: number): void {
    this.touched.push({ touch, said });
    for (const leaf of touch.leaves) {
      if (this.asked.includes(leaf)) continue;
      this.asked.push(leaf);
      this.held.push(leaf.part.holds(before, at));
    }
  }

  /** A part changed, or may have: nobody knows what it answered before. */
  turned(leaf: LiveLeaf): void {
    const known = this.asked.indexOf(leaf);
    if (known >= 0) this.held[known] = undefined;
    else {
      this.asked.push(leaf);
      this.held.push(undefined);
    }
  }

  /** Asks the parts anew: when they change by themselves, and which audiences it matters for. */
  settle(person: Profile, after: PersonView, at: number): void {
    for (let i = 0; i < this.asked.length; i++) {
      const leaf = this.asked[i]!;
      leaf.touches++;
      const { part } = leaf;
      const holds = part.holds(after, at);
      setDue(person, leaf.key, part.nextChange(after, at, holds));
      if (holds === this.held[i]) continue;
      for (const audience of leaf.audiences) this.found.add(audience);
    }
  }

  /** The audiences of which a part answers otherwise than before. */
  audiences(): Iterable<LiveAudience> {
    return this.found;
  }

  clear(): void {
    this.touched.length = 0;
    this.asked.length = 0;
    this.held.length = 0;
    this.found.clear();
  }
}
