import type { Change, State } from '../engine/state/index.ts';
import {
  birthId,
  decodeNode,
  encodeNode,
  type Graph,
  type IdentityKey,
  type JudgedIdentity,
  type Node,
  ownerOf,
} from '../identity/index.ts';
import { decodeSeen, encodeSeen, type Seen } from '../ingest/index.ts';
import { decodeProfile, encodeProfile, type Fragment, type Profile } from '../profile/index.ts';
import type { NobodyWork, Work } from './judge.ts';
import { personKey, type Timer } from './keys.ts';
import { Shelf } from './shelf.ts';
import { Shoppers } from './shoppers.ts';
import { inheritTimer, timerChanges, timerIsStored } from './stored-timer.ts';
import { takeSome } from './take-some.ts';

/** How many records are kept at hand. A person takes 1 to 4 KB. */
export interface WorkingSetLimits {
  readonly peopleMax: number;
  readonly identitiesMax: number;
}

const NO_SEEN = '';

/** The people, identities and message memories at hand: the graph that the fold reads, and what must be written back. */
export class WorkingSet {
  readonly graph: Graph<Fragment>;
  readonly shoppers: Shoppers;
  private readonly state: State;
  private readonly nodes: Shelf<IdentityKey, Node>;
  readonly people: Shelf<number, Profile>;
  private readonly memories: Shelf<IdentityKey, Seen>;
  private readonly touched = new Set<number>();
  private place = 0;

  constructor(state: State, limits: WorkingSetLimits) {
    this.state = state;
    this.shoppers = new Shoppers(state);
    this.nodes = new Shelf(limits.identitiesMax);
    this.people = new Shelf(limits.peopleMax);
    this.memories = new Shelf(limits.identitiesMax);
    this.graph = {
      node: (key) => this.nodes.get(key),
      setNode: (key, node) => this.nodes.set(key, node, this.place),
      person: (id) => this.people.get(id),
      isTaken: (id) => this.people.peek(id) != null,
      addPerson: (person) => {
        // Who was absorbed comes back under her id; what the state holds for it stays known.
        const before = this.people.peek(person.id);
        if (before) inheritTimer(person, before);
        this.people.set(person.id, person, this.place);
      },
      touch: (person) => {
        this.people.mark(person.id, this.place);
        this.touched.add(person.id);
      },
    };
  }

  /** The place that changes from now on are noted with. */
  at(place: number): void {
    this.place = place;
  }

  /** Before what one slice needs is loaded: what was not used lately makes room. */
  turn(): void {
    for (const shelf of [this.nodes, this.people, this.memories]) shelf.turn();
  }

  /** Loads everything that these events can touch: identities, people, message memories. */
  async load(slice: readonly (Work | NobodyWork)[]): Promise<void> {
    this.turn();
    const all = new Set<IdentityKey>();
    const senders = new Set<IdentityKey>();
    for (const work of slice) {
      senders.add(work.sender);
      if ('evidence' in work) for (const { key } of work.evidence.identities) all.add(key);
    }
    await this.loadKeys(all);
    const forgotten = this.memories.missing(senders);
    const texts = forgotten.length > 0 ? await this.state.getMany('seen', forgotten) : [];
    for (const [i, key] of forgotten.entries()) this.memories.put(key, decodeSeen(texts[i] ?? NO_SEEN));
    const involved = new Set<IdentityKey>();
    for (const work of slice) if ('evidence' in work) this.addInvolved(work.evidence.identities, involved);
    await this.loadNodes(this.nodes.missing(involved));
  }

  /** Loads identities with the people who have or had them, or the one who would be born from them. */
  async loadKeys(keys: ReadonlySet<IdentityKey>): Promise<void> {
    await this.loadNodes(this.nodes.missing(keys));
    const ids = new Set<number>();
    for (const key of keys) {
      const node = this.nodes.get(key);
      if (node && node.person !== 0) ids.add(node.person);
      else ids.add(birthId(key, node?.births ?? 0));
      for (let i = 1; node && i < node.owners.length; i += 2)
        if (node.owners[i] !== 0) ids.add(node.owners[i]!);
    }
    await this.loadPeople(ids);
  }

  /**
   * An event whose identities are not one person's already may cut or merge, which touches other identities of the people
   * it names. An event that is settled now can be unsettled only by one that involves the same person.
   */
  private addInvolved(identities: readonly JudgedIdentity[], involved: Set<IdentityKey>): void {
    const first = this.nodes.get(identities[0]!.key);
    const isSettled = identities.every(({ key }) => {
      const node = this.nodes.get(key);
      return (
        node !== undefined && node.person !== 0 && node.person === first?.person && node.owners.length === 0
      );
    });
    if (isSettled) return;
    for (const { key } of identities) {
      const owner = ownerOf(this.graph, key);
      for (const link in owner?.links) involved.add(link);
    }
  }

  private async loadNodes(missing: readonly IdentityKey[]): Promise<void> {
    const texts = missing.length > 0 ? await this.state.getMany('identities', missing) : [];
    for (const [i, key] of missing.entries()) {
      const text = texts[i];
      this.nodes.put(key, text === undefined ? null : decodeNode(text));
    }
  }

  /** Loads people, and whoever absorbed them. */
  async loadPeople(ids: Iterable<number>): Promise<void> {
    for (let wanted = this.people.missing(ids); wanted.length > 0; ) {
      const texts = await this.state.getMany('people', wanted.map(personKey));
      const next = new Set<number>();
      for (const [i, id] of wanted.entries()) {
        const text = texts[i];
        const person = text === undefined ? null : decodeProfile(text);
        if (person) timerIsStored(person);
        this.people.put(id, person);
        if (person?.into !== undefined) next.add(person.into);
      }
      wanted = this.people.missing(next);
    }
  }

  /** The person who has this id now, or who absorbed her; she was loaded. */
  follow(id: number): Profile | undefined {
    let person: Profile | undefined = this.graph.person(id);
    while (person?.into !== undefined) person = this.graph.person(person.into);
    return person;
  }

  seen(sender: IdentityKey): Seen {
    return this.memories.get(sender)!;
  }

  markSeen(sender: IdentityKey): void {
    this.memories.mark(sender, this.place);
  }

  markPerson(person: Profile): void {
    this.people.mark(person.id, this.place);
  }

  /** The person as she is at this moment, from memory or from the state; nothing is kept at hand for it. */
  async readPerson(id: number): Promise<Profile | undefined> {
    for (let next: number | undefined = id; next !== undefined; ) {
      let person = this.people.peek(next);
      if (person === undefined) {
        const [text] = await this.state.getMany('people', [personKey(next)]);
        person = text === undefined ? null : decodeProfile(text);
      }
      if (!person || person.into === undefined) return person ?? undefined;
      next = person.into;
    }
    return undefined;
  }

  /** An identity's place in the graph at this moment. */
  async readNode(key: IdentityKey): Promise<Node | undefined> {
    const node = this.nodes.peek(key);
    if (node !== undefined) return node ?? undefined;
    const [text] = await this.state.getMany('identities', [key]);
    return text === undefined ? undefined : decodeNode(text);
  }

  /**
   * Everything of the graph that changed, and up to so many people and message memories whose turn it is; fewer when they are
   * large.
   */
  takeChanges(countMax: number): Change[] {
    const changes: Change[] = this.shoppers.takeChanges();
    for (const [key, node] of this.nodes.take(Number.POSITIVE_INFINITY))
      changes.push({ collection: 'identities', key, value: encodeNode(node) });
    const personChange = ([id, person]: [number, Profile]): Change => {
      changes.push(...timerChanges(person));
      return { collection: 'people', key: personKey(id), value: encodeProfile(person) };
    };
    for (const record of this.people.takeNamed(this.touched)) changes.push(personChange(record));
    this.touched.clear();
    takeSome(this.people, countMax, personChange, changes);
    const seenChange = ([key, seen]: [IdentityKey, Seen]): Change => ({
      collection: 'seen',
      key,
      value: encodeSeen(seen),
    });
    takeSome(this.memories, countMax, seenChange, changes);
    return changes;
  }

  /** Timers of people who are not stored as they are now. */
  *unstoredTimers(): Iterable<Timer> {
    for (const { id, due } of this.people.unstored()) if (due !== undefined) yield { due, person: id };
  }

  /** The person when she is at hand: null when there is none, undefined when she must be loaded first. */
  peekPerson(id: number): Profile | null | undefined {
    return this.people.peek(id);
  }

  /** The changes taken last are stored. */
  stored(): void {
    this.nodes.stored();
    this.people.stored();
    this.memories.stored();
    this.shoppers.stored();
  }

  /** Place of the oldest change that is not taken yet. */
  oldestChange(): number | undefined {
    const oldest = [this.nodes, this.people, this.memories].map((shelf) => shelf.oldestChange());
    return oldest.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)));
  }

  get isDirty(): boolean {
    return this.nodes.changedCount + this.changedCount > 0 || this.shoppers.isDirty;
  }

  get changedCount(): number {
    return this.people.changedCount + this.memories.changedCount;
  }

  get peopleAtHand(): number {
    return this.people.size;
  }
}
