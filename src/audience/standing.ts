import type { Condition } from '../core/condition/index.ts';

/** A condition that people are held to, since a position of the log. */
export interface Rule {
  readonly version: number;
  /** With the conditions of other audiences in their place. */
  readonly condition: Condition;
  readonly since: number;
}

/** Where an audience stands. What its fields hold is replaced and never changed, here as in the others. */
export interface AudienceState {
  readonly id: string;
  name: string;
  /** What membership follows now. */
  inForce?: Rule | undefined;
  /** What it will follow once history is read. */
  pending?: Rule | undefined;
  /** Why nobody enters or leaves. */
  paused?: string | undefined;
  /** It goes when the last member has left. */
  isClosing?: true | undefined;
}

/** How far a fill or a sweep is before it is begun; until then others join it. */
export const NOT_BEGUN = -1;

/** Whether somebody reads history for it, or looks at people. */
export function isBegun({ upTo }: Fill | Sweep): boolean {
  return upTo !== NOT_BEGUN;
}

/** Traits whose past is read from the warehouse. */
export interface Fill {
  /** Position of the definition; what is before it comes from the warehouse. */
  readonly since: number;
  /** Time of the log there (ms). */
  readonly at: number;
  readonly traits: readonly string[];
  /** Fragments up to this id are done. */
  upTo: number;
  /** Fragments that an un-merge moved since, and to whom. */
  moved: { readonly [fragment: string]: number };
}

/** Everybody is looked at once for audiences that came into force. */
export interface Sweep {
  readonly since: number;
  audiences: readonly string[];
  /** People up to this id are done. */
  upTo: number;
}

/** A trait of the program: where it was taken up, and whether its past is complete. */
export interface TraitEntry {
  readonly since: number;
  isFilled: boolean;
}
