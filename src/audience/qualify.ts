import { type Event, INTERACTIVE_CHANNELS, type Settings } from '../core/index.ts';
import {
  type EntryKind,
  type Fragment,
  type JoinTraits,
  type Profile,
  TraitStates,
} from '../profile/index.ts';
import { askedByEvent, askedByFragments } from './asked-by-event.ts';
import { dueBy, setDue } from './dues.ts';
import { FixedView, joinStates, Mind } from './mind.ts';
import type { Listed, Move } from './move.ts';
import { productsHeld } from './products-held.ts';
import { type AudienceProgram, isUnseen, type LiveAudience, NO_AUDIENCES } from './program.ts';
import { Roll } from './roll.ts';
import { Turns } from './turns.ts';

/**
 * Who enters and who leaves. Pure and deterministic but for the people it is given; what it remembers beside them (merged states)
 * can be made again at any moment. Work is proportional to what an event touches.
 */
export class Qualifier {
  private program: AudienceProgram = NO_AUDIENCES;
  private policy: Settings['attributePolicy'];
  private readonly minds = new WeakMap<Profile, Mind>();
  /** Audiences to be asked anew, with all their parts. */
  private readonly affected = new Set<LiveAudience>();
  private readonly turns = new Turns();
  readonly roll: Roll;
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
    this.roll = new Roll(sizes);
    this.hasProduct = hasProduct;
  }

  /** Changes what is evaluated from now on. */
  use(program: AudienceProgram, policy: Settings['attributePolicy']): void {
    for (const leaf of program.leaves.values())
      leaf.touches = this.program.leaves.get(leaf.key)?.touches ?? 0;
    this.program = program;
    this.policy = policy;
  }

  get current(): AudienceProgram {
    return this.program;
  }

  /** How often an audience was asked, or a part of it, since the start: what it costs. */
  touchesOf(id: string): number {
    const leaves = this.program.audiences.get(id)?.compiled.leaves ?? [];
    const ofLeaves = leaves.reduce((sum, { key }) => sum + this.program.leaves.get(key)!.touches, 0);
    return ofLeaves + this.roll.askedOf(id);
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
      if (ours) this.roll.count(id, -1);
      if (!ours || enteredAt < ours[0]) person.audiences[id] = [enteredAt, how, version];
      const audience = this.program.audiences.get(id);
      if (audience) this.affected.add(audience);
    }
    delete from.audiences;
    delete from.dues;
    delete from.due;
    for (const { audiences } of askedByFragments(fragments, this.program))
      for (const audience of audiences) this.affected.add(audience);
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
    const { program, turns } = this;
    this.feed(person, fragment, event, at);
    for (const leaf of askedByEvent(event, program)) turns.turned(leaf);
    if (isFirst) for (const audience of program.ofNobody) this.affected.add(audience);
    this.settleAffected(person, at, moves, listed);
    if (turns.isEmpty) return;
    const view = new FixedView(this.mindOf(person));
    turns.settle(person, view, at);
    for (const audience of turns.audiences())
      this.roll.judge(person, audience, at, audience.id === listed?.list ? listed.how : 'live', moves, view);
    turns.clear();
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
    for (const id in before) this.roll.count(id, -1);
    const view = new FixedView(this.mindOf(person));
    for (const audience of this.program.audiences.values())
      this.evaluate(person, audience, at, 'un-merge', moves, view);
    for (const id in before) {
      const audience = this.program.audiences.get(id);
      if (!audience) {
        person.audiences ??= {};
        person.audiences[id] = before[id]!;
        this.roll.count(id, 1);
      } else if (!person.audiences?.[id])
        moves.push({ kind: 'left', audience: id, version: audience.version, how: 'un-merge', at });
      else person.audiences[id] = before[id]!;
    }
  }

  /** The moment has come at which something changes by itself. */
  fire(person: Profile, moves: Move[]): void {
    const { due } = person;
    if (due === undefined) return;
    const { turns } = this;
    const view = new FixedView(this.mindOf(person));
    for (const key of dueBy(person, due)) {
      const leaf = this.program.leaves.get(key);
      if (leaf) turns.turned(leaf);
      else setDue(person, key, undefined);
    }
    turns.settle(person, view, due);
    for (const audience of turns.audiences())
      this.roll.judge(person, audience, due, isUnseen(audience, person) ? 'back-fill' : 'time', moves, view);
    turns.clear();
  }

  /** Asks some audiences about a person though she did nothing. Says whether anything about her is another than before. */
  askAgain(person: Profile, audiences: Iterable<LiveAudience>, at: number, moves: Move[]): boolean {
    let isChanged = false;
    const view = new FixedView(this.mindOf(person));
    for (const audience of audiences) {
      const how = isUnseen(audience, person) ? 'back-fill' : 'live';
      if (this.evaluate(person, audience, at, how, moves, view)) isChanged = true;
    }
    return isChanged;
  }

  /** Notes every product that a person has where the catalogue is asked: her fragments came another way. */
  noteProducts(person: Profile): void {
    for (const product of productsHeld(person, this.program)) this.hasProduct(product, person.id);
  }

  /** Asks some audiences about a person for the first time, and clears away what is kept no longer. Says whether anything changed. */
  sweep(person: Profile, audiences: readonly LiveAudience[], at: number, moves: Move[]): boolean {
    const { stateNames, leaves } = this.program;
    let isChanged = this.askAgain(person, audiences, at, moves);
    for (const { traits } of person.fragments)
      if (traits?.keepOnly((name) => stateNames.has(name))) isChanged = true;
    const asks = (key: string) =>
      audiences.some(({ compiled }) => compiled.leaves.some((leaf) => leaf.key === key));
    for (const key of person.dues?.parts.filter((key) => !leaves.has(key) && !asks(key)) ?? [])
      isChanged = setDue(person, key, undefined);
    return isChanged;
  }

  private feed(person: Profile, fragment: Fragment, event: Event, at: number): void {
    const touches = this.program.touchedBy(event.name, INTERACTIVE_CHANNELS.has(event.channel));
    if (touches.length === 0) return;
    const { turns } = this;
    const mind = this.mindOf(person);
    const before = new FixedView(mind);
    for (const touch of touches) {
      const said = touch.trait.plan.read(event);
      if (said) turns.touch(touch, said, before, at);
    }
    for (const { touch, said } of turns.touched) {
      const { plan, name } = touch.trait;
      const known = fragment.traits?.get(name, plan.monoid);
      const state = known ?? plan.monoid.empty();
      plan.put(state, said, at);
      if (plan.asksCatalogue)
        for (const { product } of said.entries)
          if (product !== undefined) this.hasProduct(product, person.id);
      fragment.traits ??= new TraitStates();
      if (known) fragment.traits.changed(name);
      else fragment.traits.set(name, plan.monoid, state);
      if (person.fragments.length > 1) mind.note(plan.key, (merged) => plan.put(merged, said, at));
    }
  }

  /** Asks an audience and all its parts. Says whether anything about the person is another than before. */
  private evaluate(
    person: Profile,
    audience: LiveAudience,
    at: number,
    how: EntryKind,
    moves: Move[],
    view: FixedView,
  ): boolean {
    let isChanged = false;
    for (const { key, part } of audience.compiled.leaves)
      if (setDue(person, key, part.nextChange(view, at))) isChanged = true;
    return this.roll.judge(person, audience, at, how, moves, view) || isChanged;
  }
}
