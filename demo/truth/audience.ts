import type { World } from '../world/world.ts';
import type { Fact, FactKind } from './fact.ts';
import { of, type Profile } from './profile.ts';

/** An audience whose members are known: asked of every profile, once, at `now`. */
export interface NamedAudience {
  readonly id: string;
  readonly title: string;
  /** The definition in words, exact enough to build it. "In the last n days" is: later than now less n times 24 hours. */
  readonly definition: string;
  includes(profile: Profile, world: World): boolean;
}

/** Truths of a kind later than a moment. */
export function since(profile: Profile, kind: FactKind, time: number): Fact[] {
  return of(profile, kind).filter((fact) => fact.time > time);
}

/** Event time of the newest truth of a kind; 0 for none. */
export function newest(profile: Profile, kind: FactKind): number {
  return of(profile, kind).reduce((latest, fact) => Math.max(latest, fact.time), 0);
}
