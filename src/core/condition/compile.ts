import { refusal } from '../refusal.ts';
import { type Calendar, createCalendar } from '../trait/index.ts';
import { canonical, keyOf } from './canonical.ts';
import type { Condition } from './condition.ts';
import { compileLeaf, type Leaf, sharedLeaf } from './leaf.ts';
import { allOf, anyOf, notOf } from './parts/group.ts';
import type { AudienceResolver } from './parts/member.ts';
import type { CatalogueTest, Part } from './parts/part.ts';
import { splitPart } from './parts/split.ts';
import type { Catalogue, PersonView } from './person-view.ts';
import type { TraitResolver } from './trait-question.ts';
import type { TraitPlan } from './traits.ts';

export type { Leaf } from './leaf.ts';

/** What is around a condition: the audiences it may name, the catalogue, and time zones. */
export interface Surroundings {
  readonly audiences?: AudienceResolver;
  /** The traits that people defined. */
  readonly traits?: TraitResolver;
  readonly catalogue?: Catalogue;
  /** Share one between all conditions of a program: it remembers what it worked out. */
  readonly calendar?: Calendar;
  /** Share one between all conditions of a program: parts that ask the same are asked once of a person at a moment. */
  readonly leaves?: Map<string, Leaf>;
}

/** A condition ready to be asked, and all that it asks for. */
export interface CompiledCondition {
  /** The same for conditions that ask the same, however they were written. */
  readonly key: string;
  /** The traits it reads, each once. */
  readonly traits: readonly TraitPlan[];
  /** Attributes it looks at, by their first key: a change of another one changes nothing. */
  readonly attributes: ReadonlySet<string>;
  /** Consents it looks at, as `channel/purpose`. */
  readonly consents: ReadonlySet<string>;
  /** Audiences it builds on, also through others: when one of them changes, this is to be compiled again. */
  readonly audiences: ReadonlySet<string>;
  /** What it asks the catalogue: a change of a product can change the answer only where one of these changes. */
  readonly catalogueTests: readonly CatalogueTest[];
  /** Whether the condition is true of a person at a moment, no earlier than the latest settling of her traits. */
  holds(person: PersonView, at: number): boolean;
  /**
   * The exact moment after `at` at which the answer changes by itself, nothing new happening; undefined when it never does.
   * More than LOOK_AHEAD_MS ahead (two years) it may be a moment at which nothing changes yet and to ask again.
   */
  nextChange(person: PersonView, at: number): number | undefined;
  /** Its parts that join no others, each once: the answer is another one only where one of theirs is. */
  readonly leaves: readonly Leaf[];
  /** The compiled parts as a tree like the document's, for explanations. */
  readonly root: Part;
}

const NO_AUDIENCES: AudienceResolver = () => undefined;

/**
 * Compiles a condition that `checkCondition` has nothing against. Refusals: `condition.unknown-audience` and
 * `condition.unknown-trait` (422) when it names what there is not.
 */
export function compileCondition(condition: Condition, surroundings: Surroundings = {}): CompiledCondition {
  const { audiences = NO_AUDIENCES, calendar = createCalendar(), catalogue = () => undefined } = surroundings;
  const { traits: computed = () => undefined, leaves } = surroundings;
  const traits = new Map<string, TraitPlan>();
  const attributes = new Set<string>();
  const consents = new Set<string>();
  const named = new Set<string>();
  const catalogueTests: CatalogueTest[] = [];
  const taken = new Map<string, Leaf>();
  const around = { calendar, catalogue, computed };

  const take = (leaf: Leaf): Part => {
    const known = taken.get(leaf.key);
    if (known) return known.part;
    taken.set(leaf.key, leaf);
    for (const plan of leaf.traits) if (!traits.has(plan.key)) traits.set(plan.key, plan);
    for (const name of leaf.attributes) attributes.add(name);
    for (const consent of leaf.consents) consents.add(consent);
    catalogueTests.push(...leaf.catalogueTests);
    return leaf.part;
  };

  // `isWanted`: whether the whole can only gain when the part holds; false below an odd number of `not`.
  const compile = (part: Condition, isWanted: boolean): Part => {
    const within = (inner: Condition): Part => compile(inner, isWanted);
    if ('all' in part) return allOf(part.all.map(within));
    if ('any' in part) return anyOf(part.any.map(within));
    if ('not' in part) return notOf(compile(part.not, !isWanted));
    if ('split' in part) return splitPart(part, isWanted);
    if ('member' in part) {
      const audience = audienceOf(part.member, audiences);
      named.add(part.member);
      if ('condition' in audience) {
        const inner = within(audience.condition);
        return { holds: inner.holds, nextChange: inner.nextChange, parts: [inner] };
      }
    }
    return take(leaves ? sharedLeaf(part, around, leaves) : compileLeaf(part, around));
  };

  const root = compile(condition, true);
  return {
    key: keyOf(canonical(condition)),
    traits: [...traits.values()],
    attributes,
    consents,
    audiences: named,
    catalogueTests,
    leaves: [...taken.values()],
    holds: root.holds,
    nextChange: root.nextChange,
    root,
  };
}

/** Finds the audience that a condition names, or refuses. */
export function audienceOf(id: string, audiences: AudienceResolver): ReturnType<AudienceResolver> & object {
  const audience = audiences(id);
  if (audience) return audience;
  throw refusal(
    'condition.unknown-audience',
    422,
    'The condition names an audience that does not exist; name another one.',
    {
      detail: { audience: id },
    },
  );
}
