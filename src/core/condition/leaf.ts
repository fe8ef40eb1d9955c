import type { Calendar } from '../trait/index.ts';
import { canonical, keyOf } from './canonical.ts';
import type { Condition } from './condition.ts';
import { attributePart } from './parts/attribute.ts';
import { behaviourPart, questionPart } from './parts/behaviour.ts';
import { consentPart } from './parts/consent.ts';
import { latestScore, listPart, reachability } from './parts/member.ts';
import type { CatalogueTest, Compiler, Part } from './parts/part.ts';
import { remembered } from './parts/remembered.ts';
import { sequencePart } from './parts/sequence.ts';
import type { Catalogue } from './person-view.ts';
import { questionOfTrait, type TraitResolver } from './trait-question.ts';
import { planTrait, type TraitPlan } from './traits.ts';

/** A part without parts, with all that it asks for. */
export interface Leaf {
  /** The same for parts that ask the same, at any time and on any machine. */
  readonly key: string;
  readonly part: Part;
  readonly traits: readonly TraitPlan[];
  readonly attributes: ReadonlySet<string>;
  readonly consents: ReadonlySet<string>;
  readonly catalogueTests: readonly CatalogueTest[];
}

interface Around {
  readonly calendar: Calendar;
  readonly catalogue: Catalogue;
  readonly computed: TraitResolver;
}

type LeafCondition = Exclude<
  Condition,
  { all: unknown } | { any: unknown } | { not: unknown } | { split: unknown }
>;

/** Compiles a part that joins no others; membership is that of a list. */
export function compileLeaf(condition: LeafCondition, { calendar, catalogue, computed }: Around): Leaf {
  const traits = new Map<string, TraitPlan>();
  const attributes = new Set<string>();
  const consents = new Set<string>();
  const catalogueTests: CatalogueTest[] = [];
  const compiler: Compiler = {
    calendar,
    catalogue: (productId) => catalogue(productId),
    attribute: (name) => attributes.add(name),
    consent: (channel, purpose) => consents.add(`${channel}/${purpose}`),
    catalogueTest: (test) => catalogueTests.push(test),
    trait(spec) {
      const plan = planTrait(spec, calendar);
      const known = traits.get(plan.key);
      if (known) return known;
      traits.set(plan.key, plan);
      return plan;
    },
  };
  const part = partOf(condition, compiler, computed);
  const key = keyOf(canonical(condition));
  return { key, part, traits: [...traits.values()], attributes, consents, catalogueTests };
}

/** The same leaf for all parts that ask the same; it remembers what it answered last. */
export function sharedLeaf(condition: LeafCondition, around: Around, leaves: Map<string, Leaf>): Leaf {
  // What a name stands for may become something else.
  if ('trait' in condition && typeof condition.trait === 'string') return compileLeaf(condition, around);
  const key = keyOf(canonical(condition));
  const known = leaves.get(key);
  if (known) return known;
  const leaf = compileLeaf(condition, around);
  const shared = Object.assign({}, leaf, { part: remembered(leaf.part) });
  leaves.set(key, shared);
  return shared;
}

function partOf(condition: LeafCondition, compiler: Compiler, computed: TraitResolver): Part {
  if ('attribute' in condition) return attributePart(condition, compiler);
  if ('consent' in condition) return consentPart(condition, compiler);
  if ('sequence' in condition) return sequencePart(condition, compiler);
  if ('trait' in condition) return questionPart(questionOfTrait(condition, computed), compiler);
  if ('member' in condition) return listPart(condition, compiler);
  if ('reachable' in condition) return behaviourPart(reachability(condition), compiler);
  if ('score' in condition) return behaviourPart(latestScore(condition), compiler);
  return behaviourPart(condition, compiler);
}
