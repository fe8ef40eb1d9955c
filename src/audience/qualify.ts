import { type Event, INTERACTIVE_CHANNELS, type Settings } from '../core/index.ts';
import {
  type EntryKind,
  type Fragment,
  type JoinTraits,
  type Profile,
  TraitStates,
} from '../profile/index.ts';
import { askedByEvent, askedByFragments } from './asked-by-event.ts';
import { setDue } from './dues.ts';
import { FixedView, joinStates, Mind } from './mind.ts';
import type { Listed, Move } from './move.ts';
import { productsHeld } from './products-held.ts';
import { type AudienceProgram, isUnseen, type LiveAudience, NO_AUDIENCES } from './program.ts';

/**
 * Who enters and who leaves. Pure and deterministic but for the people it is given; what it remembers beside them (merged states)
 * can be made again at any moment. Work is proportional to what an event touches.
 */
export class Qualifier {
  private program: AudienceProgram = NO_AUDIENCES;
  private policy: Settings['attributePolicy'];
  private readonly minds = new WeakMap<Profile, Mind>();
  private readonly affected = new Set<LiveAudience>();
  /** How many people are in each audience. */
  private readonly sizes: Map<string, number>;
  /** False while what is folded was counted by an earlier run. */
  isCounting = true;
  /** Questions asked of conditions since the start, by audience: what it costs. */
  readonly touches = new Map<string, number>();

  private readonly hasProduct: (product: string, person: number) => void;

  /**
   * @param sizes people in each audience, kept up to date
   * @param hasProduct told that a person has a product in a trait whose readings ask the catalogue
   */
  constructor(
    policy: Settings['attributePolicy'],
    sizes: Map<string, number> = new Map(),
    hasProduct: (product: string, person: number) => void = () => {},
  ) {
    this.policy = policy;
    this.sizes = sizes;
    this.hasProduct = hasProduct;
  }

  /** Changes what is evaluated from now on. */
  use(program: AudienceProgram, policy: Settings['attributePolicy']): void {
    this.program = program;
    this.policy = policy;
  }

  get current(): AudienceProgram {
    return this.program;
  }

  readonly joinTraits: JoinTraits = (all) => joinStates(this.program, all);

  /** What conditions see of a person. */
  mindOf(person: Profile): Mind {
    // Nothing is merged for a person of one fragment, so there is nothing to remember.
    if (person.fragments.length === 1) return new Mind(person, this.program, this.policy);
    let mind = this.minds.get(person);
    if (!mind?.isOf(this.program, this.policy)) {
      mind = new Mind(person, this.program, this.policy);
      this.minds.set(person, mind);
    }
    return mind;
  }

  /**
   * Before an event is folded into somebody whom a new version has not looked at: what her history made of her is told apart from
   * what the event will make of her.
   */
  beforeEvent(person: Profile, at: number, moves: Move[]): void {
    if (this.program.sweeping.length === 0 || person.place < 0) return;
    const view = new FixedView(this.mindOf(person));
    for (const audience of this.program.sweeping)
      if (isUnseen(audience, person)) this.evaluate(person, audience, at, 'back-fill', moves, view);
  }

  /** Somebody else was absorbed: her memberships count, and what her fragments bring is looked at with the next `afterEvent`. */
  absorbed(person: Profile, from: Profile, fragments: readonly Fragment[]): void {
    for (const [id, [enteredAt, how, version]] of Object.entries(from.audiences ?? {})) {
      const ours = person.audiences?.[id];
      person.audiences ??= {};
      if (ours) this.count(id, -1);
      if (!ours || enteredAt < ours[0]) person.audiences[id] = [enteredAt, how, version];
      const audience = this.program.audiences.get(id);
      if (audience) this.affected.add(audience);
    }
    delete from.audiences;
    delete from.dues;
    delete from.due;
    for (const audience of askedByFragments(fragments, this.program)) this.affected.add(audience);
    this.minds.get(person)?.forget();
  }

  /** Feeds an event that was folded into a fragment of the person to the traits, and asks the audiences that it touched. */
  afterEvent(
    person: Profile,
    fragment: Fragment,
    event: Event,
    at: number,
    isFirst: boolean,
    moves: Move[],
    listed?: Listed,
  ): void {
    const { program } = this;
    this.feed(person, fragment, event, at);
    for (const audience of askedByEvent(event, isFirst, program)) this.affected.add(audience);
    this.settleAffected(person, at, moves, listed);
  }

  /** Asks what earlier calls found affected, also when no event follows: after an operator's merge. */
  settleAffected(person: Profile, at: number, moves: Move[], listed?: Listed): void {
    if (this.affected.size === 0) return;
    const view = new FixedView(this.mindOf(person));
    for (const audience of this.affected) {
      const how = audience.id === listed?.list ? listed.how : 'live';
      this.evaluate(person, audience, at, how, moves, view);
    }
    this.affected.clear();
  }

  /** After an un-merge both people state afresh where they are: the rows that told it went with the fragments. */
  parted(person: Profile, at: number, moves: Move[]): void {
    this.minds.get(person)?.forget();
    this.noteProducts(person);
    const before = person.audiences ?? {};
    delete person.audiences;
    for (const id in before) this.count(id, -1);
    const view = new FixedView(this.mindOf(person));
    for (const audience of this.program.audiences.values())
      this.evaluate(person, audience, at, 'un-merge', moves, view);
    for (const id in before) {
      const audience = this.program.audiences.get(id);
      if (!audience) {
        person.audiences ??= {};
        person.audiences[id] = before[id]!;
        this.count(id, 1);
      } else if (!person.audiences?.[id])
        moves.push({ kind: 'left', audience: id, version: audience.version, how: 'un-merge', at });
      else person.audiences[id] = before[id]!;
    }
  }

  /** The moment has come at which something changes by itself. */
  fire(person: Profile, moves: Move[]): void {
    const { due, dues } = person;
    if (due === undefined || !dues) return;
    const view = new FixedView(this.mindOf(person));
    for (const id of Object.keys(dues)) {
      if (dues[id]! > due) continue;
      const audience = this.program.audiences.get(id);
      const how = audience && isUnseen(audience, person) ? 'back-fill' : 'time';
      if (audience) this.evaluate(person, audience, due, how, moves, view);
      else setDue(person, id, undefined);
    }
  }

  /** Asks some audiences about a person though she did nothing. Says whether anything about her is another than before. */
  askAgain(person: Profile, audiences: Iterable<LiveAudience>, at: number, moves: Move[]): boolean {
    let isChanged = false;
    const view = new FixedView(this.mindOf(person));
    for (const audience of audiences) {
      const before = person.dues?.[audience.id];
      const count = moves.length;
      const how = isUnseen(audience, person) ? 'back-fill' : 'live';
      this.evaluate(person, audience, at, how, moves, view);
      isChanged ||= moves.length > count || person.dues?.[audience.id] !== before;
    }
    return isChanged;
  }

  /** Notes every product that a person has where the catalogue is asked: her fragments came another way. */
  noteProducts(person: Profile): void {
    for (const product of productsHeld(person, this.program)) this.hasProduct(product, person.id);
  }

  /** Looks at a person for audiences whose new version came into force, and clears away what the program no longer keeps. */
  sweep(person: Profile, ids: readonly string[], at: number, moves: Move[]): void {
    const view = new FixedView(this.mindOf(person));
    for (const id of ids) {
      const audience = this.program.audiences.get(id);
      if (audience) this.evaluate(person, audience, at, 'back-fill', moves, view);
    }
    for (const { traits } of person.fragments) traits?.keepOnly((name) => this.program.stateNames.has(name));
  }

  private feed(person: Profile, fragment: Fragment, event: Event, at: number): void {
    const touches = this.program.touchedBy(event.name, INTERACTIVE_CHANNELS.has(event.channel));
    if (touches.length === 0) return;
    const mind = person.fragments.length > 1 ? this.mindOf(person) : undefined;
    for (const { trait, audiences } of touches) {
      const { plan, name } = trait;
      const known = fragment.traits?.get(name, plan.monoid);
      const state = known ?? plan.monoid.empty();
      if (!plan.add(state, event)) continue;
      plan.monoid.settle(state, at);
      if (plan.asksCatalogue)
        for (const product of plan.productsOf(event)) this.hasProduct(product, person.id);
      fragment.traits ??= new TraitStates();
      if (known) fragment.traits.changed(name);
      else fragment.traits.set(name, plan.monoid, state);
      mind?.note(plan.key, (merged) => {
        plan.add(merged, event);
        plan.monoid.settle(merged, at);
      });
      for (const audience of audiences) this.affected.add(audience);
    }
  }

  private evaluate(
    person: Profile,
    audience: LiveAudience,
    at: number,
    how: EntryKind,
    moves: Move[],
    view: FixedView,
  ): void {
    const { id, version, compiled } = audience;
    this.touches.set(id, (this.touches.get(id) ?? 0) + 1);
    const holds = compiled.holds(view, at);
    setDue(person, id, compiled.nextChange(view, at));
    const membership = person.audiences?.[id];
    if (holds === (membership !== undefined)) return;
    if (holds) {
      person.audiences ??= {};
      person.audiences[id] = [at, how, version];
      this.count(id, 1);
      moves.push({ kind: 'entered', audience: id, version, how, at });
      return;
    }
    delete person.audiences![id];
    if (Object.keys(person.audiences!).length === 0) delete person.audiences;
    this.count(id, -1);
    moves.push({ kind: 'left', audience: id, version, how, at });
  }

  private count(audience: string, change: number): void {
    if (!this.isCounting) return;
    const size = (this.sizes.get(audience) ?? 0) + change;
    if (size === 0) this.sizes.delete(audience);
    else this.sizes.set(audience, size);
  }
}
