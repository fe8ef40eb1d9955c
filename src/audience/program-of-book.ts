import { type CompiledCondition, type Condition, NOBODY, type TraitPlan } from '../core/condition/index.ts';
import { type AudienceProgram, type KeptTrait, type LiveAudience, programOfAudiences } from './program.ts';
import type { AudienceState, Fill, Sweep, TraitEntry } from './standing.ts';

/** The traits that live and coming versions of audiences read, and those that people defined, by key. */
export function plansOfBook(
  audiences: Iterable<AudienceState>,
  defined: Iterable<TraitPlan>,
  compiled: (condition: Condition) => CompiledCondition,
): Map<string, TraitPlan> {
  const plans = new Map<string, TraitPlan>();
  for (const { inForce, pending } of audiences)
    for (const rule of [inForce, pending])
      if (rule) for (const plan of compiled(rule.condition).traits) plans.set(plan.key, plan);
  for (const plan of defined) plans.set(plan.key, plan);
  return plans;
}

const RADIX = 36;

/** What the fold works by, as the book says. The same book gives the same program. */
export function programOfBook(
  book: {
    readonly audiences: ReadonlyMap<string, AudienceState>;
    readonly sweeps: ReadonlyMap<number, Sweep>;
  },
  entries: ReadonlyMap<string, TraitEntry>,
  plans: ReadonlyMap<string, TraitPlan>,
  compiled: (condition: Condition) => CompiledCondition,
): AudienceProgram {
  const sweepOf = new Map<string, Sweep>();
  for (const sweep of book.sweeps.values()) for (const id of sweep.audiences) sweepOf.set(id, sweep);
  const audiences: LiveAudience[] = [];
  for (const { id, name, inForce, paused } of book.audiences.values())
    if (inForce && paused === undefined)
      audiences.push({
        id,
        name,
        version: inForce.version,
        compiled: compiled(inForce.condition),
        sweep: sweepOf.get(id),
      });
  const traits = [...entries].flatMap(([key, { since, isFilled }]): KeptTrait[] => {
    const plan = plans.get(key);
    return plan ? [{ plan, name: `${key}.${since.toString(RADIX)}`, isFilled }] : [];
  });
  return programOfAudiences(audiences.sort(byId), traits.sort(byName), ({ compiled }) =>
    compiled.holds(NOBODY, 0),
  );
}

/** The audiences that people are asked about while a fill brings their past, as they will be once it is complete. */
export function askedBy(
  fill: Fill,
  audiences: ReadonlyMap<string, AudienceState>,
  compiled: (condition: Condition) => CompiledCondition,
): LiveAudience[] {
  return Object.entries(fill.asks ?? {}).flatMap(([id, since]): LiveAudience[] => {
    const { name = '', pending, paused } = audiences.get(id) ?? {};
    if (pending?.since !== since || paused !== undefined) return [];
    const { version, condition } = pending;
    return [{ id, name, version, compiled: compiled(condition), sweep: fill }];
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
