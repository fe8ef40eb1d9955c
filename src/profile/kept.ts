import type { IdentityKey } from '../identity/index.ts';
import type { Fragment, Known, Memberships, Profile } from './fragment.ts';
import type { TraitStates } from './trait-states.ts';

/** Who a person is, and who she was made of. */
export type Bonds = Pick<Profile, 'links' | 'merges'>;

/** A part as it is stored: without what is empty. */
type Stored<Part> = { -readonly [Name in keyof Part]?: Part[Name] };

/** Has a part that stays the JSON text in which it was stored until somebody asks for it. */
class Keeping<Part> {
  /** The text, or what there is of the part once somebody asked. */
  kept: Stored<Part> | string;

  constructor(text: string) {
    this.kept = text;
  }

  /** The part, which may be changed in place from now on. */
  protected open(): Stored<Part> {
    if (typeof this.kept === 'string') this.kept = JSON.parse(this.kept) as Stored<Part>;
    return this.kept;
  }
}

/** A fragment as it was read: what it knows is text until somebody asks. */
export class KeptFragment extends Keeping<Known> implements Fragment {
  readonly id: number;
  readonly key: IdentityKey;
  written: number[];
  declare also?: number[][];
  count: number;
  first: number;
  last: number;
  declare traits?: TraitStates;

  constructor(brief: Omit<Fragment, keyof Known>, known: string) {
    super(known);
    this.id = brief.id;
    this.key = brief.key;
    this.written = brief.written;
    this.count = brief.count;
    this.first = brief.first;
    this.last = brief.last;
    if (brief.also) this.also = brief.also;
    if (brief.traits) this.traits = brief.traits;
  }

  get attributes(): Known['attributes'] {
    const part = this.open();
    part.attributes ??= {};
    return part.attributes;
  }

  get addresses(): Known['addresses'] {
    const part = this.open();
    part.addresses ??= {};
    return part.addresses;
  }

  get attributeChars(): number {
    return this.open().attributeChars ?? 0;
  }

  set attributeChars(count: number) {
    this.open().attributeChars = count;
  }

  get consents(): Known['consents'] {
    const part = this.open();
    part.consents ??= {};
    return part.consents;
  }

  get orders(): Known['orders'] {
    const part = this.open();
    part.orders ??= {};
    return part.orders;
  }

  get earlierOrders(): Known['earlierOrders'] {
    return this.open().earlierOrders;
  }

  set earlierOrders(earlier: Known['earlierOrders']) {
    this.open().earlierOrders = earlier;
  }

  get sessions(): Known['sessions'] {
    const part = this.open();
    part.sessions ??= [];
    return part.sessions;
  }

  get earlierSessions(): number | undefined {
    return this.open().earlierSessions;
  }

  set earlierSessions(count: number | undefined) {
    this.open().earlierSessions = count;
  }
}

/** A person as she was read: her links and merges are text until somebody asks. */
export class KeptPerson extends Keeping<Bonds> implements Profile {
  readonly id: number;
  place: number;
  declare into?: number;
  fragments: Fragment[];
  declare audiences?: Memberships;
  declare dues?: NonNullable<Profile['dues']>;
  declare due?: number;

  constructor(brief: Omit<Profile, keyof Bonds>, fragments: Fragment[], bonds: string) {
    super(bonds);
    this.id = brief.id;
    this.place = brief.place;
    this.fragments = fragments;
    if (brief.into !== undefined) this.into = brief.into;
    if (brief.audiences) this.audiences = brief.audiences;
    if (brief.dues) this.dues = brief.dues;
    if (brief.due !== undefined) this.due = brief.due;
  }

  get links(): Bonds['links'] {
    const part = this.open();
    part.links ??= {};
    return part.links;
  }

  set links(links: Bonds['links']) {
    this.open().links = links;
  }

  get merges(): Bonds['merges'] {
    const part = this.open();
    part.merges ??= [];
    return part.merges;
  }

  set merges(merges: Bonds['merges']) {
    this.open().merges = merges;
  }
}
