import type { Move, Qualifier } from '../audience/index.ts';
import type { Event } from '../core/index.ts';
import {
  type Evidence,
  type Graph,
  type IdentityKey,
  type JudgedIdentity,
  type Move as Link,
  link,
  type MergeMark,
  newPerson,
  ownerOf,
  ownersOf,
  type Person,
  resolve,
  speaksFor,
  subjectOf,
} from '../identity/index.ts';
import { check, hasSeen, seenUntil } from '../ingest/index.ts';
import {
  book,
  compactFragments,
  type createAgentReader,
  type Entry,
  type Folded,
  type Fragment,
  factLine,
  fold,
  fragmentFor,
  type Profile,
  restated,
} from '../profile/index.ts';
import type { Program, Work } from './judge.ts';
import type { WorkingSet } from './working-set.ts';

/** Where the outcome of a step goes: lines for the warehouse, and what watchers see. */
export interface Outputs {
  fact(line: string, place: number): void;
  override(line: string, place: number): void;
  /** Rows of a session belong to another one of the same fragment. */
  session(line: string, place: number): void;
  /** Rows of this person say something else of orders than is known now. */
  restated(entries: readonly Entry[], person: Profile, place: number): void;
  happened(event: Event, person: Profile, place: number): void;
  /** She entered or left audiences, because of an event of this fragment. */
  moved(person: Profile, fragment: Fragment, moves: readonly Move[], place: number): void;
}

/** What an event is folded by: people at hand, rules, audiences, and the time of the log. */
export interface Surroundings {
  readonly set: WorkingSet;
  readonly program: Program;
  readonly qualifier: Qualifier;
  readonly at: number;
  readonly readAgent: ReturnType<typeof createAgentReader>;
  /** She is to be asked again at another moment than before. */
  readonly dueAnew: (person: Profile, before: number | undefined) => void;
  /** Fires what she is due for by now, before anything else happens to her; undefined while nobody waits for that. */
  readonly catchUp: ((person: Profile, place: number) => void) | undefined;
}

const NOTHING: readonly Entry[] = [];

export type StepOutcome = 'folded' | 'duplicate' | 'seen-before';

/** One event through identify and fold, with its outputs. Synchronous: everything it needs was loaded. */
export function step(
  work: Work,
  { set, program, qualifier, at, dueAnew, catchUp, readAgent }: Surroundings,
  outputs: Outputs,
): StepOutcome {
  const { event, place, evidence, sender } = work;
  set.at(place);
  if (check(set.seen(sender), event.id, place, event.received) === 'again') return 'duplicate';
  set.markSeen(sender);
  if (catchUp) for (const person of ownersOf(set.graph, evidence.identities)) catchUp(person, place);
  const resolution = resolve(evidence, set.graph, program.rules);
  const person: Profile = resolution.person;
  const links = resolution.moves;
  const moves: Move[] = [];
  const isFirst = person.place < 0;
  const dueBefore = person.due;
  qualifier.beforeEvent(person, at, moves);
  const isMerged = links.some((move) => move.kind === 'merged');
  const corrected = isMerged ? join(person, links, work, { set, qualifier }, outputs) : NOTHING;
  const fragment = fragmentFor(person, sender, qualifier.joinTraits);
  if (fragment.written.at(-1) !== person.id) fragment.written.push(person.id);
  const { folded, booking } = book(person.fragments, fragment, event, () =>
    fold(fragment, event, place, program.settings),
  );
  qualifier.afterEvent(person, fragment, event, at, isFirst, moves);
  dueAnew(person, dueBefore);
  person.place = place;
  set.markPerson(person);
  outputs.fact(
    factLine(event, {
      place,
      person: person.id,
      fragment: fragment.id,
      folded,
      revenue: booking?.own?.revenue ?? 0,
      orderCount: booking?.own?.orderCount ?? 0,
      isOrder: booking !== undefined,
      currency: booking?.own?.currency ?? currencyOf(event, program, booking !== undefined),
      keys: evidence.identities.map((identity) => identity.key),
      readAgent,
    }),
    place,
  );
  for (const line of sessionLines(fragment, folded, place)) outputs.session(line, place);
  // After the row of the event: rows of a place stand in the order of their numbers.
  if (corrected.length > 0) outputs.restated(corrected, person, place);
  if (booking && booking.others.length > 0) outputs.restated(booking.others, person, place);
  outputs.happened(event, person, place);
  if (moves.length > 0) outputs.moved(person, fragment, moves, place);
  return 'folded';
}

/**
 * What was two people is one: rows say so, and what the absorbed one was in counts for her now. Returns what rows say of
 * orders that both of them reported.
 */
function join(
  person: Profile,
  links: readonly Link[],
  { place }: Work,
  { set, qualifier }: Pick<Surroundings, 'set' | 'qualifier'>,
  outputs: Outputs,
): readonly Entry[] {
  const marks = person.merges.filter((merge) => merge.place === place);
  const merged = new Set(marks.flatMap((merge) => merge.fragments));
  for (const line of overrideLines(person, merged, place)) outputs.override(line, place);
  const fragments = person.fragments.filter(({ id }) => merged.has(id));
  const corrected = restated(partsOf(person, marks), [person.fragments]);
  for (const link of links)
    if (link.kind === 'merged') qualifier.absorbed(person, set.graph.person(link.from)!, fragments);
  compactFragments(person, qualifier.joinTraits);
  return corrected;
}

/** The people who have become this one by these merges, as the fragments of each. An inner merge stands before an outer one. */
function partsOf(person: Profile, marks: readonly MergeMark[]): Fragment[][] {
  const owners = new Map<number, MergeMark>();
  for (const mark of marks) for (const id of mark.fragments) if (!owners.has(id)) owners.set(id, mark);
  return [undefined, ...marks].map((mark) => person.fragments.filter(({ id }) => owners.get(id) === mark));
}

/**
 * One event that an earlier run folded already, read again because not every record was stored before it ended. People
 * who have seen it skip it; outputs were stored with the checkpoint.
 */
export function stepAgain(work: Work, { set, program, qualifier, at, dueAnew }: Surroundings): StepOutcome {
  const { event, place, evidence, sender } = work;
  set.at(place);
  const verdict = checkAgain(work, set);
  if (verdict === 'again') return 'duplicate';
  if (verdict === 'new') set.markSeen(sender);
  bearAgain(evidence, set.graph);
  const person: Profile | undefined = subjectOf(evidence, set.graph);
  if (!person || person.place >= place) return 'seen-before';
  for (const { key } of relinked(evidence, person, set.graph, program)) relink(key, person, work, set);
  const isFirst = person.place < 0;
  const dueBefore = person.due;
  qualifier.beforeEvent(person, at, []);
  const fragment = fragmentFor(person, sender, qualifier.joinTraits);
  if (fragment.written.at(-1) !== person.id) fragment.written.push(person.id);
  fold(fragment, event, place, program.settings);
  qualifier.afterEvent(person, fragment, event, at, isFirst, []);
  dueAnew(person, dueBefore);
  person.place = place;
  set.markPerson(person);
  return 'folded';
}

/** What a memory lacks though it goes beyond the event was crowded out of it; it must not crowd out others in turn. */
export function checkAgain(
  { event, place, sender }: Pick<Work, 'event' | 'place' | 'sender'>,
  set: WorkingSet,
): ReturnType<typeof check> {
  const seen = set.seen(sender);
  if (place <= seenUntil(seen) && !hasSeen(seen, event.id)) return 'same';
  return check(seen, event.id, place, event.received);
}

/** Identities are stored at once and people later: whoever was born between the two is only known by her identities. */
function bearAgain({ identities }: Evidence, graph: Graph<Fragment>): void {
  for (const { key } of identities) {
    const id = graph.node(key)?.person ?? 0;
    if (id !== 0 && !graph.person(id)) graph.addPerson(newPerson(id));
  }
}

/**
 * The identities whose links the event was evidence for, in the order in which it linked them: who she is by priority, then
 * her devices. An anonymous event of a device that has gone to somebody else since was evidence for none.
 */
function relinked(
  evidence: Evidence,
  person: Profile,
  graph: Graph<Fragment>,
  { rules }: Program,
): readonly JudgedIdentity[] {
  const identities = speaksFor(evidence, rules);
  const isAbout = (subject: string) => (identity: JudgedIdentity) => identity.namespace.subject === subject;
  const known = identities.filter(isAbout('person'));
  if (known.length === 0 && ownerOf(graph, evidence.identities[0]!.key) !== person) return [];
  known.sort((a, b) => a.namespace.priority - b.namespace.priority);
  return [...known, ...identities.filter(isAbout('device'))];
}

/** The graph is newer than the event, so only evidence on links that still stand is noted. */
function relink(key: IdentityKey, person: Person<Fragment>, work: Work, set: WorkingSet): void {
  if (ownerOf(set.graph, key) !== person) return;
  const frozen = { ...set.graph, setNode: () => {} };
  link(frozen, person, key, work.evidence);
}

function currencyOf(event: Event, program: Program, isOrder: boolean): string {
  const given = event.properties.currency;
  if (typeof given === 'string') return given.slice(0, 3);
  return isOrder ? program.settings.currency : '';
}

/** Rows of these fragments belong to this person from now on, whoever they were written for. */
export function overrideLines(person: Profile, fragments: ReadonlySet<number>, place: number): string[] {
  const lines: string[] = [];
  for (const fragment of person.fragments) {
    if (!fragments.has(fragment.id)) continue;
    for (const [id, ...written] of [[fragment.id, ...fragment.written], ...(fragment.also ?? [])])
      for (const writtenFor of written) lines.push(`${id}\t${writtenFor}\t${person.id}\t${place}\n`);
  }
  return lines;
}

/** Rows of the session that an event joined to its own belong to that one from now on. */
function sessionLines(
  { id, also = [] }: Fragment,
  { absorbedSession, session }: Folded,
  place: number,
): string[] {
  if (absorbedSession === 0) return [];
  return [id, ...also.map(([older]) => older)].map(
    (fragment) => `${fragment}\t${absorbedSession}\t${session}\t${place}\n`,
  );
}
