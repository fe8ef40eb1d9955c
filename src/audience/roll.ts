import type { PersonView } from '../core/condition/index.ts';
import type { EntryKind, Memberships, Profile } from '../profile/index.ts';
import type { Move } from './move.ts';
import type { LiveAudience } from './program.ts';

/** Who is in which audience: what a person is in stands with her, how many there are stands here. */
export class Roll {
  /** False while what is folded was counted by an earlier run. */
  isCounting = true;
  private readonly sizes: Map<string, number>;
  private readonly asked = new Map<string, number>();
  private lastEntry: Memberships[string] = [0, 'live', 0];

  /** @param sizes people in each audience, kept up to date */
  constructor(sizes: Map<string, number>) {
    this.sizes = sizes;
  }

  /** How often somebody was asked whether she is in an audience. */
  askedOf(id: string): number {
    return this.asked.get(id) ?? 0;
  }

  /** Asks whether a person is in an audience. Says whether she enters or leaves it. */
  judge(
    person: Profile,
    audience: LiveAudience,
    at: number,
    how: EntryKind,
    moves: Move[],
    view: PersonView,
  ): boolean {
    const { id, version, compiled } = audience;
    this.asked.set(id, this.askedOf(id) + 1);
    const holds = compiled.holds(view, at);
    const membership = person.audiences?.[id];
    if (holds === (membership !== undefined)) return false;
    if (holds) {
      person.audiences ??= {};
      person.audiences[id] = this.entry(at, how, version);
      this.count(id, 1);
      moves.push({ kind: 'entered', audience: id, version, how, at });
      return true;
    }
    delete person.audiences![id];
    if (!hasAny(person.audiences!)) delete person.audiences;
    this.count(id, -1);
    moves.push({ kind: 'left', audience: id, version, how, at });
    return true;
  }

  /** Who enters many audiences at once shares one entry for all: they are what most of the memory of a person goes into. */
  private entry(at: number, how: EntryKind, version: number): Memberships[string] {
    const [lastAt, lastHow, lastVersion] = this.lastEntry;
    if (lastAt !== at || lastHow !== how || lastVersion !== version) this.lastEntry = [at, how, version];
    return this.lastEntry;
  }

  /** So many more are in an audience. */
  count(audience: string, change: number): void {
    if (!this.isCounting) return;
    const size = (this.sizes.get(audience) ?? 0) + change;
    if (size === 0) this.sizes.delete(audience);
    else this.sizes.set(audience, size);
  }
}

function hasAny(memberships: Memberships): boolean {
  for (const _audience in memberships) return true;
  return false;
}
