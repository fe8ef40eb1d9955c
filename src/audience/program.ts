import {
  type CatalogueProduct,
  type CatalogueTest,
  type CompiledCondition,
  type ConditionLeaf,
  indexTraits,
  type TraitPlan,
} from '../core/condition/index.ts';

/** An audience that is evaluated live. */
export interface LiveAudience {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly compiled: CompiledCondition;
  /** People with ids above `upTo` have not been looked at since this version came into force; undefined when all have. */
  readonly sweep: { upTo: number } | undefined;
}

/** Whether a new version has not looked at a person yet. */
export function isUnseen({ sweep }: LiveAudience, person: { readonly id: number }): boolean {
  return sweep !== undefined && person.id > sweep.upTo;
}

/** A trait that fragments keep. */
export interface KeptTrait {
  readonly plan: TraitPlan;
  /** The name of its states: another one each time that the trait is taken up anew, so that leftovers never count. */
  readonly name: string;
  /** False while what happened before it was taken up is still missing. */
  readonly isFilled: boolean;
}

/** A part that joins no others, and the audiences that ask it: asked once of a person, however many they are. */
export interface LiveLeaf {
  readonly key: string;
  readonly part: ConditionLeaf['part'];
  readonly audiences: readonly LiveAudience[];
  /** How often events asked it, since the start. */
  touches: number;
}

/** What an event may touch: a trait and the parts of audiences that read it. */
export interface Touch {
  readonly trait: KeptTrait;
  readonly leaves: readonly LiveLeaf[];
}

const NOTHING: readonly never[] = [];

/** The compiled set of live audiences, indexed so that an event meets only what names it. */
export interface AudienceProgram {
  readonly audiences: ReadonlyMap<string, LiveAudience>;
  readonly leaves: ReadonlyMap<string, LiveLeaf>;
  readonly traits: ReadonlyMap<string, KeptTrait>;
  /** Names of the states that are kept. */
  readonly stateNames: ReadonlySet<string>;
  touchedBy(name: string, interactive: boolean): readonly Touch[];
  reading(trait: string): readonly LiveLeaf[];
  askingAttribute(name: string): readonly LiveLeaf[];
  /** Those that ask about any consent. */
  readonly askingConsent: readonly LiveLeaf[];
  /** Whether any audience asks what the catalogue says. */
  readonly asksCatalogue: boolean;
  /** Traits of which entries count only while the catalogue says so. */
  readonly askingTraits: readonly KeptTrait[];
  /** Audiences for which a product counts now and did not before, or the other way round: by the traits that it may be in. */
  turnedBy(
    before: CatalogueProduct | undefined,
    after: CatalogueProduct | undefined,
  ): ReadonlyMap<string, readonly LiveAudience[]>;
  /** Audiences that are true of somebody of whom nothing is known. */
  readonly ofNobody: readonly LiveAudience[];
  /** Audiences that have not looked at everybody yet. */
  readonly sweeping: readonly LiveAudience[];
}

/** Builds the program from audiences whose conditions are compiled already. */
export function programOfAudiences(
  audiences: readonly LiveAudience[],
  traits: readonly KeptTrait[],
  ofNobody: (audience: LiveAudience) => boolean,
): AudienceProgram {
  const { leaves, byTrait, byAttribute, askingConsent } = indexLeaves(audiences);
  const asking: { readonly audience: LiveAudience; readonly test: CatalogueTest }[] = [];
  for (const audience of audiences)
    for (const test of audience.compiled.catalogueTests) asking.push({ audience, test });
  const kept = new Map(traits.map((trait) => [trait.plan.key, trait]));
  const index = indexTraits(traits.map(({ plan }) => plan));
  const touches = new Map<string, readonly Touch[]>();
  const reading = (key: string): readonly LiveLeaf[] => byTrait.get(key) ?? NOTHING;
  return {
    audiences: new Map(audiences.map((audience) => [audience.id, audience])),
    leaves,
    traits: kept,
    stateNames: new Set(traits.map(({ name }) => name)),
    touchedBy(name, interactive) {
      if (kept.size === 0) return NOTHING;
      const key = `${interactive ? 1 : 0}${name}`;
      let known = touches.get(key);
      if (!known) {
        known = index
          .touchedBy(name, interactive)
          .map((plan) => ({ trait: kept.get(plan.key)!, leaves: reading(plan.key) }));
        // Names come from outside: what touches nothing is not remembered, or the map would grow with them.
        if (known.length > 0 && touches.size < TOUCHES_MAX) touches.set(key, known);
      }
      return known;
    },
    reading,
    askingAttribute: (name) => byAttribute.get(name) ?? NOTHING,
    askingConsent,
    asksCatalogue: asking.length > 0,
    askingTraits: traits.filter(({ plan }) => plan.asksCatalogue),
    turnedBy(before, after) {
      const turned = new Map<string, LiveAudience[]>();
      for (const { audience, test } of asking)
        if (test.fits(before) !== test.fits(after)) note(turned, test.trait, audience);
      return turned;
    },
    ofNobody: audiences.filter(ofNobody),
    sweeping: audiences.filter(({ sweep }) => sweep !== undefined),
  };
}

const TOUCHES_MAX = 10_000;

/** The parts of the audiences, each once, by what they ask about. */
function indexLeaves(audiences: readonly LiveAudience[]) {
  const leaves = new Map<string, LiveLeaf>();
  const byTrait = new Map<string, LiveLeaf[]>();
  const byAttribute = new Map<string, LiveLeaf[]>();
  const askingConsent: LiveLeaf[] = [];
  const byLeaf = new Map<string, LiveAudience[]>();
  for (const audience of audiences)
    for (const { key, part, traits, attributes, consents } of audience.compiled.leaves) {
      note(byLeaf, key, audience);
      if (leaves.has(key)) continue;
      const leaf = { key, part, audiences: byLeaf.get(key)!, touches: 0 };
      leaves.set(key, leaf);
      for (const trait of traits) note(byTrait, trait.key, leaf);
      for (const name of attributes) note(byAttribute, name, leaf);
      if (consents.size > 0) askingConsent.push(leaf);
    }
  return { leaves, byTrait, byAttribute, askingConsent };
}

function note<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** A program without audiences. */
export const NO_AUDIENCES: AudienceProgram = programOfAudiences([], [], () => false);
