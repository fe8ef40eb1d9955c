import type { Catalogue, CompiledCondition, Condition, TraitPlan } from '../core/condition/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { rememberingCompiler } from './compiler.ts';
import { type ComputedState, ComputedTraits } from './computed-traits.ts';
import { namingTrait } from './dependants.ts';
import { AUDIENCE_KEY, type AudienceDocument } from './document.ts';
import { changedWith, noteDocuments } from './documents.ts';
import type { AudienceProgram, LiveAudience } from './program.ts';
import { askedBy, plansOfBook, programOfBook } from './program-of-book.ts';
import { publish } from './publish.ts';
import type { Ranked } from './records.ts';
import {
  type AudienceState,
  asksOf,
  BEGUN,
  type Fill,
  fillFor,
  isBegun,
  letGo,
  type Sweep,
  sweepFor,
  type TraitEntry,
  waitsFor,
} from './standing.ts';
import { StoredParts, storedParts } from './stored-parts.ts';
import { TRAIT_KEY } from './trait-document.ts';
import { Waiting } from './waiting.ts';

type Live = Pick<Definitions, 'get' | 'head'>;

/** The audiences, their traits and what is under way, as of a position of the log. Pure; every change is to be stored with it. */
export class AudienceBook {
  readonly audiences = new Map<string, AudienceState>();
  readonly fills = new Map<number, Fill>();
  readonly sweeps = new Map<number, Sweep>();
  /** How many people are in each audience, as far as everything is folded. */
  readonly sizes = new Map<string, number>();
  readonly documents = new Map<string, AudienceDocument>();
  /** The rankings that were worked out last, by audience. */
  readonly rankings = new Map<string, Ranked>();
  /** Identities on lists that nobody has yet. */
  waiting = new Waiting();
  /** Those among them that somebody turned up with since. */
  readonly appeared = new Set<string>();
  /** The traits that people defined. */
  readonly computed: ComputedTraits;
  readonly traits = new Map<string, TraitEntry>();
  private readonly stored = new StoredParts();
  private readonly compiled: (condition: Condition) => CompiledCondition;
  /** Of the audiences and traits as they are; undefined where they changed since. */
  private knownPlans: ReadonlyMap<string, TraitPlan> | undefined;

  constructor(catalogue: Catalogue = () => undefined) {
    this.compiled = rememberingCompiler(catalogue);
    this.computed = new ComputedTraits(catalogue);
  }

  /** Reads what was stored. */
  static async load(
    state: State,
    definitions: Pick<Definitions, 'get' | 'head' | 'heads'>,
    catalogue?: Catalogue,
  ): Promise<AudienceBook> {
    const book = new AudienceBook(catalogue);
    book.waiting = await Waiting.load(state);
    for (const { key } of definitions.heads())
      if (key.startsWith(AUDIENCE_KEY))
        noteDocuments(book.documents, key.slice(AUDIENCE_KEY.length), definitions);
      else if (key.startsWith(TRAIT_KEY)) book.computed.note(key.slice(TRAIT_KEY.length), definitions);
    for await (const { kind, id, value, key, text } of storedParts(state)) {
      if (kind === 'audience') book.audiences.set(id, value as AudienceState);
      else if (kind === 'computed') book.computed.states.set(id, value as ComputedState);
      else if (kind === 'trait') book.traits.set(id, value as TraitEntry);
      else if (kind === 'fill') book.fills.set(Number(id), value as Fill);
      else if (kind === 'sweep') book.sweeps.set(Number(id), value as Sweep);
      else if (kind === 'ranking') book.rankings.set(id, value as Ranked);
      else if (kind === 'size') book.sizes.set(id, value as number);
      book.stored.holds(key, text);
    }
    return book;
  }

  /** The definition of an audience changed at a position. What names the audience changes with it. */
  define(id: string, definitions: Live, position: number, at: number): void {
    noteDocuments(this.documents, id, definitions);
    for (const each of changedWith(id, this.documents, this.audiences.keys())) this.publish(each, position);
    this.takeUp(position, at);
  }

  /** The definition of a trait changed at a position. The audiences that name it change with it. */
  defineTrait(id: string, definitions: Live, position: number, at: number): void {
    this.computed.define(id, definitions);
    this.knownPlans = undefined;
    for (const each of namingTrait(id, this.documents)) this.publish(each, position);
    this.takeUp(position, at);
  }

  /** Takes up the traits that are new, and lets in what waits for none. */
  private takeUp(position: number, at: number): void {
    const missing = [...this.plans().keys()].filter((key) => !this.traits.has(key));
    fillFor(missing, position, at, this);
    this.promote(position);
  }

  private publish(id: string, position: number): void {
    this.knownPlans = undefined;
    publish(id, position, this);
  }

  /** Everybody is to be looked at again for these audiences, though nobody changed them. */
  lookAgain(ids: readonly string[], position: number): void {
    if (ids.length > 0) sweepFor(ids, position, this);
    this.letGo();
  }

  /** Somebody begins to read the past for a fill: from here on nothing joins it. */
  begin(fill: Fill): void {
    fill.upTo = BEGUN;
    fill.asks = asksOf(this.audiences, (rule) => {
      const { traits, catalogueTests } = this.compiled(rule.condition);
      // What the catalogue says may change after somebody was asked.
      if (catalogueTests.length > 0) return false;
      return traits.every(({ key }) => this.isFilled(key) || fill.traits.includes(key));
    });
  }

  /** Whether it matters who changes: people are asked on the way, or those who changed meanwhile are to be asked again. */
  get isAsking(): boolean {
    const { fills, sweeps } = this;
    return (
      [...fills.values()].some(isBegun) ||
      [...sweeps.values()].some((each) => each.changedSince !== undefined)
    );
  }

  /** What people are asked whose past a fill has brought: audiences as they will be once it is complete. */
  asked(fill: Fill): LiveAudience[] {
    return askedBy(fill, this.audiences, this.compiled);
  }

  /** The past of a fill's traits is complete. */
  filled(since: number, position: number): void {
    const fill = this.fills.get(since);
    for (const key of fill?.traits ?? []) {
      const trait = this.traits.get(key);
      if (trait?.since === since) trait.isFilled = true;
    }
    this.fills.delete(since);
    this.promote(position, fill);
  }

  /** What waits for nothing any more comes into force; traits that nobody needs any more are let go. */
  private promote(position: number, fill?: Fill): void {
    const ready: string[] = [];
    let isAsked = fill !== undefined;
    for (const audience of this.audiences.values()) {
      const { id, pending } = audience;
      if (!pending || audience.paused !== undefined) continue;
      if (!this.compiled(pending.condition).traits.every(({ key }) => this.isFilled(key))) continue;
      if (fill?.asks?.[id] !== pending.since) isAsked = false;
      audience.inForce = pending;
      audience.pending = undefined;
      audience.isAsked = undefined;
      ready.push(id);
    }
    const isAny = this.computed.promote((key) => this.isFilled(key));
    if (ready.length > 0) sweepFor(ready, position, this, isAsked ? fill?.since : undefined);
    if (isAny || ready.length > 0) this.knownPlans = undefined;
    this.letGo();
  }

  private letGo(): void {
    letGo(this, this.plans());
  }

  private isFilled(trait: string): boolean {
    return this.traits.get(trait)?.isFilled === true;
  }

  /** People up to an id were looked at; undefined when all were. */
  swept(since: number, upTo: number | undefined): void {
    const sweep = this.sweeps.get(since);
    if (!sweep) return;
    if (upTo !== undefined) {
      sweep.upTo = upTo;
      return;
    }
    this.sweeps.delete(since);
    for (const id of sweep.audiences) if (this.audiences.get(id)?.isClosing) this.audiences.delete(id);
    this.knownPlans = undefined;
    for (const id of this.rankings.keys()) if (!this.audiences.has(id)) this.rankings.delete(id);
    this.letGo();
  }

  /** Whether a trait still waits for this fill. */
  waitsFor(fill: Fill, trait: string): boolean {
    return waitsFor(fill, this.traits.get(trait));
  }

  /** The traits that a fill is still to bring. */
  plansOf(fill: Fill): TraitPlan[] {
    const plans = this.plans();
    return fill.traits.flatMap((key) => (this.waitsFor(fill, key) ? (plans.get(key) ?? []) : []));
  }

  /** The traits that live and coming versions read, by key. */
  private plans(): ReadonlyMap<string, TraitPlan> {
    this.knownPlans ??= plansOfBook(this.audiences.values(), this.computed.plans(), this.compiled);
    return this.knownPlans;
  }

  /** The condition that an audience follows now; undefined where it follows none. */
  live(id: string): CompiledCondition | undefined {
    const { inForce, paused } = this.audiences.get(id) ?? {};
    return inForce && paused === undefined ? this.compiled(inForce.condition) : undefined;
  }

  /** What the fold works by from now on. The same book gives the same program. */
  program(): AudienceProgram {
    return programOfBook(this, this.traits, this.plans(), this.compiled);
  }

  /** What changed since the last call, to be stored with the next commit. */
  changes(): Change[] {
    const { audiences: audience, traits: trait, fills: fill, sweeps: sweep, rankings: ranking } = this;
    const [computed, size] = [this.computed.states, this.sizes];
    return this.stored.changes({ audience, computed, trait, fill, sweep, ranking, size });
  }
}
