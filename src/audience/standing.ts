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
  /** People were asked already while their past was brought, though it is not in force yet: it has members. */
  isAsked?: true | undefined;
}

/** How far a fill or a sweep is before it is begun; until then others join it. */
export const NOT_BEGUN = -1;

/** How far it is when it is begun: no person and no fragment has an id as small as this. */
export const BEGUN = 0;

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
  /** Audiences that people are asked about as soon as their past is there: of each, since when its rule is. Known once it is begun. */
  asks?: { readonly [audience: string]: number } | undefined;
}

/** Everybody is looked at once for audiences that came into force. */
export interface Sweep {
  readonly since: number;
  audiences: readonly string[];
  /** People up to this id are done. */
  upTo: number;
  /** A fill that asked everybody already: only those are left who changed while it went on, as long as they are known. */
  changedSince?: number | undefined;
}

/** How far what waits for the past has come; each by the position of the log that it belongs to. */
export interface UnderWay {
  readonly fills: Map<number, Fill>;
  readonly sweeps: Map<number, Sweep>;
  readonly traits: Map<string, TraitEntry>;
}

/** Whether a trait still waits for this fill. */
export function waitsFor(fill: Fill, trait: TraitEntry | undefined): boolean {
  return trait?.since === fill.since && !trait.isFilled;
}

/**
 * History is to be read for these traits, which are new at a position. It is read once for all that wait until it is begun: what was
 * taken up before is taken up anew with the rest.
 */
export function fillFor(missing: readonly string[], position: number, at: number, under: UnderWay): void {
  if (missing.length === 0) return;
  const { fills, traits } = under;
  const all = [...missing];
  for (const [since, fill] of fills)
    if (!isBegun(fill)) {
      all.push(...fill.traits.filter((key) => waitsFor(fill, traits.get(key))));
      fills.delete(since);
    }
  for (const key of all) traits.set(key, { since: position, isFilled: false });
  fills.set(position, { since: position, at, traits: all, upTo: NOT_BEGUN, moved: {} });
}

/**
 * Everybody is to be looked at for these audiences, once for all that wait until it is begun; where a fill asked everybody already, only
 * those who changed since.
 */
export function sweepFor(
  ids: readonly string[],
  position: number,
  { sweeps }: UnderWay,
  changedSince?: number,
): void {
  for (const sweep of sweeps.values()) sweep.audiences = sweep.audiences.filter((id) => !ids.includes(id));
  const waiting = [...sweeps.values()].find((sweep) => !isBegun(sweep));
  if (waiting) {
    waiting.audiences = [...waiting.audiences, ...ids].sort();
    waiting.changedSince = undefined;
  } else sweeps.set(position, { since: position, audiences: [...ids].sort(), upTo: NOT_BEGUN, changedSince });
}

/** A trait of the program: where it was taken up, and whether its past is complete. */
export interface TraitEntry {
  readonly since: number;
  isFilled: boolean;
}

/** The audiences that are new and wait for what a fill brings, and nothing else: people are asked about them on the way. */
export function asksOf(
  audiences: ReadonlyMap<string, AudienceState>,
  isBrought: (rule: Rule) => boolean,
): Fill['asks'] {
  const asked = [...audiences.values()].flatMap((audience) => {
    const { id, inForce, pending, paused } = audience;
    if (inForce || !pending || paused !== undefined || !isBrought(pending)) return [];
    audience.isAsked = true;
    return [[id, pending.since] as const];
  });
  return Object.fromEntries(asked);
}

/** Lets go what nobody needs any more: traits, and what was under way for them. */
export function letGo({ fills, sweeps, traits }: UnderWay, needed: ReadonlyMap<string, unknown>): void {
  for (const [since, { audiences }] of sweeps) if (audiences.length === 0) sweeps.delete(since);
  for (const key of traits.keys()) if (!needed.has(key)) traits.delete(key);
  for (const [since, fill] of fills)
    if (!fill.traits.some((key) => traits.get(key)?.since === since)) fills.delete(since);
}
