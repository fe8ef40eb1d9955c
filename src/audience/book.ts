import {
  audiencesOf,
  type Catalogue,
  type CompiledCondition,
  type Condition,
  canonical,
  compileCondition,
  keyOf,
  NOBODY,
  stableText,
  type TraitPlan,
} from '../core/condition/index.ts';
import { createCalendar } from '../core/trait/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { AUDIENCE_KEY, type AudienceDocument, readDocument, resolved } from './document.ts';
import { type AudienceProgram, type KeptTrait, type LiveAudience, programOfAudiences } from './program.ts';

/** A condition that people are held to, since a position of the log. */
export interface Rule {
  readonly version: number;
  /** With the conditions of other audiences in their place. */
  readonly condition: Condition;
  readonly since: number;
}

/** Where an audience stands. */
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
  readonly moved: { [fragment: string]: number };
}

/** Everybody is looked at once for audiences that came into force. */
export interface Sweep {
  readonly since: number;
  audiences: readonly string[];
  /** People up to this id are done. */
  upTo: number;
}

interface TraitEntry {
  readonly since: number;
  isFilled: boolean;
}

const PREFIX = 'audiences/';
const PAGE = 1_000;
const RADIX = 36;
/** Nobody is in an audience that is closing. */
const NEVER: Condition = { any: [] };

/** The audiences, their traits and what is under way, as of a position of the log. Pure; every change is to be stored with it. */
export class AudienceBook {
  readonly audiences = new Map<string, AudienceState>();
  readonly fills = new Map<number, Fill>();
  readonly sweeps = new Map<number, Sweep>();
  /** How many people are in each audience, as far as everything is folded. */
  readonly sizes = new Map<string, number>();
  readonly documents = new Map<string, AudienceDocument>();
  private readonly traits = new Map<string, TraitEntry>();
  private readonly stored = new Map<string, string>();
  private readonly storedSizes = new Map<string, number>();
  private readonly compiled = new Map<string, CompiledCondition>();
  private readonly calendar = createCalendar();
  private readonly catalogue: Catalogue;

  constructor(catalogue: Catalogue = () => undefined) {
    this.catalogue = catalogue;
  }

  /** Reads what was stored. */
  static async load(
    state: State,
    definitions: Pick<Definitions, 'get' | 'head' | 'heads'>,
    catalogue?: Catalogue,
  ): Promise<AudienceBook> {
    const book = new AudienceBook(catalogue);
    for (const { key } of definitions.heads())
      if (key.startsWith(AUDIENCE_KEY)) book.note(key.slice(AUDIENCE_KEY.length), definitions);
    for (let from = PREFIX; ; ) {
      const entries = await state.range('meta', { from, to: `${PREFIX}\uffff`, limit: PAGE });
      for (const [key, text] of entries) book.take(key, text);
      const last = entries.at(-1);
      if (!last || entries.length < PAGE) return book;
      from = `${last[0]}\0`;
    }
  }

  private take(key: string, text: string): void {
    const [, kind, id = ''] = /^audiences\/([a-z]+)\/(.*)$/.exec(key) ?? [];
    const value: unknown = JSON.parse(text);
    if (kind === 'audience') this.audiences.set(id, value as AudienceState);
    else if (kind === 'trait') this.traits.set(id, value as TraitEntry);
    else if (kind === 'fill') this.fills.set(Number(id), value as Fill);
    else if (kind === 'size') {
      this.sizes.set(id, value as number);
      this.storedSizes.set(id, value as number);
      return;
    } else if (kind === 'sweep') this.sweeps.set(Number(id), value as Sweep);
    else return;
    this.stored.set(key, text);
  }

  private note(id: string, definitions: Pick<Definitions, 'get' | 'head'>): void {
    const document = readDocument(id, definitions);
    if (document) this.documents.set(id, document);
    else this.documents.delete(id);
  }

  /** The definition of an audience changed at a position. What names the audience changes with it. */
  define(id: string, definitions: Pick<Definitions, 'get' | 'head'>, position: number, at: number): void {
    this.note(id, definitions);
    for (const each of [id, ...dependants(id, this.documents)]) this.publish(each, position);
    const missing: string[] = [];
    for (const { pending } of this.audiences.values())
      for (const { key } of pending ? this.compile(pending.condition).traits : [])
        if (!this.traits.has(key)) {
          this.traits.set(key, { since: position, isFilled: false });
          missing.push(key);
        }
    if (missing.length > 0)
      this.fills.set(position, { since: position, at, traits: missing, upTo: -1, moved: {} });
    this.promote(position);
  }

  private publish(id: string, position: number): void {
    const document = this.documents.get(id);
    const known = this.audiences.get(id);
    if (!document || document.list || document.state === 'draft' || document.state === 'archived') {
      this.withdraw(known, position);
      return;
    }
    const audience = known ?? { id, name: document.name };
    this.audiences.set(id, audience);
    audience.name = document.name;
    if (document.state === 'paused') {
      audience.paused = document.problem ?? 'it was paused';
      return;
    }
    const condition = resolved(document, (other) => this.documents.get(other));
    if ('unevaluable' in condition) {
      audience.paused = condition.unevaluable;
      return;
    }
    const rule = { version: document.version, condition: canonical(condition), since: position };
    const { inForce } = audience;
    const isSame = inForce && keyOf(inForce.condition) === keyOf(rule.condition);
    if (isSame && audience.paused === undefined) {
      audience.inForce = { ...inForce, version: rule.version };
      audience.pending = undefined;
    } else audience.pending = rule;
    audience.paused = undefined;
    audience.isClosing = undefined;
  }

  private withdraw(audience: AudienceState | undefined, position: number): void {
    if (!audience) return;
    const { version } = audience.inForce ?? {};
    if (version === undefined) {
      this.audiences.delete(audience.id);
      return;
    }
    audience.pending = { version, condition: NEVER, since: position };
    audience.paused = undefined;
    audience.isClosing = true;
  }

  /** The past of a fill's traits is complete. */
  filled(since: number, position: number): void {
    for (const key of this.fills.get(since)?.traits ?? []) {
      const trait = this.traits.get(key);
      if (trait?.since === since) trait.isFilled = true;
    }
    this.fills.delete(since);
    this.promote(position);
  }

  /** What waits for nothing any more comes into force; traits that nobody needs any more are let go. */
  private promote(position: number): void {
    const ready: string[] = [];
    for (const audience of this.audiences.values()) {
      const { pending } = audience;
      if (!pending || audience.paused !== undefined) continue;
      if (!this.compile(pending.condition).traits.every(({ key }) => this.traits.get(key)?.isFilled))
        continue;
      audience.inForce = pending;
      audience.pending = undefined;
      ready.push(audience.id);
    }
    if (ready.length > 0) {
      for (const sweep of this.sweeps.values())
        sweep.audiences = sweep.audiences.filter((id) => !ready.includes(id));
      this.sweeps.set(position, { since: position, audiences: ready.sort(), upTo: -1 });
    }
    this.letGo();
  }

  private letGo(): void {
    for (const [since, { audiences }] of this.sweeps) if (audiences.length === 0) this.sweeps.delete(since);
    const needed = new Set(this.plans().keys());
    for (const key of this.traits.keys()) if (!needed.has(key)) this.traits.delete(key);
    for (const [since, { traits }] of this.fills)
      if (!traits.some((key) => this.traits.get(key)?.since === since)) this.fills.delete(since);
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
    this.letGo();
  }

  /** Whether a trait still waits for this fill. */
  waitsFor(fill: Fill, trait: string): boolean {
    const entry = this.traits.get(trait);
    return entry?.since === fill.since && !entry.isFilled;
  }

  /** The traits that a fill is still to bring. */
  plansOf(fill: Fill): TraitPlan[] {
    const plans = this.plans();
    return fill.traits.flatMap((key) => (this.waitsFor(fill, key) ? (plans.get(key) ?? []) : []));
  }

  /** The traits that live and coming versions read, by key. */
  private plans(): Map<string, TraitPlan> {
    const plans = new Map<string, TraitPlan>();
    for (const { inForce, pending } of this.audiences.values())
      for (const rule of [inForce, pending])
        if (rule) for (const plan of this.compile(rule.condition).traits) plans.set(plan.key, plan);
    return plans;
  }

  /** What the fold works by from now on. The same book gives the same program. */
  program(): AudienceProgram {
    const sweepOf = new Map<string, Sweep>();
    for (const sweep of this.sweeps.values()) for (const id of sweep.audiences) sweepOf.set(id, sweep);
    const audiences: LiveAudience[] = [];
    for (const { id, name, inForce, paused } of this.audiences.values())
      if (inForce && paused === undefined)
        audiences.push({
          id,
          name,
          version: inForce.version,
          compiled: this.compile(inForce.condition),
          sweep: sweepOf.get(id),
        });
    const plans = this.plans();
    const traits = [...this.traits].flatMap(([key, { since, isFilled }]): KeptTrait[] => {
      const plan = plans.get(key);
      return plan ? [{ plan, name: `${key}.${since.toString(RADIX)}`, isFilled }] : [];
    });
    return programOfAudiences(audiences.sort(byId), traits.sort(byName), ({ compiled }) =>
      compiled.holds(NOBODY, 0),
    );
  }

  private compile(condition: Condition): CompiledCondition {
    const key = keyOf(condition);
    const known = this.compiled.get(key);
    if (known) return known;
    const audiences = () => ({ list: true }) as const;
    const compiled = compileCondition(condition, {
      audiences,
      calendar: this.calendar,
      catalogue: this.catalogue,
    });
    this.compiled.set(key, compiled);
    return compiled;
  }

  /** The sizes that changed since the last call, to be stored with the next commit. */
  sizeChanges(): Change[] {
    const changes: Change[] = [];
    for (const id of new Set([...this.sizes.keys(), ...this.storedSizes.keys()])) {
      const size = this.sizes.get(id);
      if (this.storedSizes.get(id) === size) continue;
      if (size === undefined) this.storedSizes.delete(id);
      else this.storedSizes.set(id, size);
      changes.push({
        collection: 'meta',
        key: `${PREFIX}size/${id}`,
        value: size === undefined ? undefined : String(size),
      });
    }
    return changes;
  }

  /** What else changed since the last call, to be stored with the next commit. */
  changes(): Change[] {
    const now = new Map<string, string>();
    for (const [id, value] of this.audiences) now.set(`${PREFIX}audience/${id}`, stableText(value));
    for (const [id, value] of this.traits) now.set(`${PREFIX}trait/${id}`, stableText(value));
    for (const [id, value] of this.fills) now.set(`${PREFIX}fill/${id}`, stableText(value));
    for (const [id, value] of this.sweeps) now.set(`${PREFIX}sweep/${id}`, stableText(value));
    const changes: Change[] = [];
    for (const [key, value] of now)
      if (this.stored.get(key) !== value) changes.push({ collection: 'meta', key, value });
    for (const key of this.stored.keys())
      if (!now.has(key)) changes.push({ collection: 'meta', key, value: undefined });
    for (const { key, value } of changes)
      if (value === undefined) this.stored.delete(key);
      else this.stored.set(key, value);
    return changes;
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** The audiences whose conditions name this one, also through others, in an order that does not depend on when they were set up. */
function dependants(id: string, documents: ReadonlyMap<string, AudienceDocument>): string[] {
  const found = new Set<string>();
  for (const waiting = [id]; waiting.length > 0; ) {
    const named = waiting.pop()!;
    for (const [other, { condition, state }] of documents)
      if (other !== id && !found.has(other) && condition && state === 'live') {
        if (!namesOf(condition).has(named)) continue;
        found.add(other);
        waiting.push(other);
      }
  }
  return [...found].sort();
}

function namesOf(condition: Condition): ReadonlySet<string> {
  return new Set(audiencesOf(condition));
}
