/** The one condition language: who and what, in one document with several readings. Meaning: docs/conditions.md. */
export { canonical, keyOf, stableText } from './canonical.ts';
export { PROBLEM_CODES, type Problem, type ProblemCode } from './check/problem.ts';
export { audiencesOf, type CheckOptions, checkCondition, parseCondition, traitsOf } from './check.ts';
export {
  type CompiledCondition,
  compileCondition,
  type Leaf as ConditionLeaf,
  type Surroundings as ConditionSurroundings,
} from './compile.ts';
export { type CompiledTrait, ComputedTrait, checkTrait, compileTrait } from './computed.ts';
export { COMPUTED_FIELDS } from './computed-schema.ts';
export {
  type BehaviourCondition,
  type Condition,
  ConditionSchema,
  DEPTH_MAX as CONDITION_DEPTH_MAX,
  type SequenceCondition,
  SIZE_MAX as CONDITION_SIZE_MAX,
} from './condition.ts';
export { type Explanation, explain } from './explain.ts';
export {
  AUDIENCE_ENTERED,
  AUDIENCE_LEFT,
  LIST_CHANGED,
  LISTED_FOR_EVER,
  NOT_LISTED,
  ORDER_RESTATED,
  PURPOSE_DEFAULT,
  REACHABILITY_CHANGED,
  SCORE_COMPUTED,
  TIME_ZONE_ATTRIBUTE,
} from './facts.ts';
export { ANYTHING, Matcher, namesOf } from './matcher.ts';
export { NumberTest, numberComparisons } from './operators/number.ts';
export { TextTest, textHolds } from './operators/text.ts';
export { LOOK_AHEAD_MS } from './parts/group.ts';
export type { AudienceDefinition, AudienceResolver } from './parts/member.ts';
export type { CatalogueTest, Found } from './parts/part.ts';
export { isPath, keysOf, Path } from './path.ts';
export {
  type Catalogue,
  type CatalogueProduct,
  NOBODY,
  type PersonView,
  type TraitState,
} from './person-view.ts';
export { compileMatcher, type EventReader } from './read-event.ts';
export { type History, holdsByReference, type ReferenceSurroundings } from './reference.ts';
export { type Rows as MatchedRows, rowsOf } from './sql/matcher.ts';
export { and, layered, newQuery, or, type Query as SqlQuery, type SqlBindings } from './sql/query.ts';
export { textOfRaw } from './sql/read.ts';
export { testOfNumber, testOfText } from './sql/tests.ts';
export {
  attributeValuesSql,
  CATALOGUE_COLUMNS,
  type ConditionSql,
  conditionSql,
  conditionsSql,
  type RankBy,
  rankSql,
  type SqlSurroundings,
} from './sql.ts';
export { type TraitResolver, testsOf } from './trait-question.ts';
export { indexTraits, type TraitEntries, type TraitIndex, type TraitPlan, type TraitSpec } from './traits.ts';
export { de as conditionWordsDe } from './words/de.ts';
export type { Dictionary as ConditionWords } from './words/dictionary.ts';
export { en as conditionWordsEn } from './words/en.ts';
export { es as conditionWordsEs } from './words/es.ts';
export { fr as conditionWordsFr } from './words/fr.ts';
export { type SpeakerOptions, sayConditionIn, sayNameIn } from './words/say.ts';
export { zh as conditionWordsZh } from './words/zh.ts';
export { LANGUAGES, type Language, sayCondition, type WordOptions } from './words.ts';
