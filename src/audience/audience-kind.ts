import { Type } from 'typebox';
import { labelFindings } from '../access/index.ts';
import {
  type ComputedTrait,
  type Condition,
  checkCondition,
  checkTrait,
  type Problem,
  type TraitResolver,
  testsOf,
} from '../core/condition/index.ts';
import {
  attributeFindings,
  conditionKeysIn,
  type DefinitionKind,
  type Finding,
  type Others,
} from '../definition/index.ts';
import { purposeFindings } from '../privacy/index.ts';
import { AUDIENCE_KEY, type AudienceContent, audiencesAmong, conditionOf } from './document.ts';
import {
  type AudienceSet,
  AudienceSetSchema,
  partsOf,
  RankSchema,
  type Split,
  SplitSchema,
  wholeOf,
} from './set.ts';
import { TRAIT_KEY, traitIn } from './trait-document.ts';

/** An audience as a document. */
export const AudienceContentSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    description: Type.Optional(Type.String({ maxLength: 2_000, description: 'What it is for' })),
    condition: Type.Optional(
      Type.Unsafe<unknown>({ type: 'object', description: 'Who is in it (docs/conditions.md)' }),
    ),
    set: Type.Optional(AudienceSetSchema),
    list: Type.Optional(
      Type.Union(
        [
          Type.Literal(true),
          Type.Object(
            { snapshotOf: Type.String(), at: Type.Integer({ description: 'ms since the epoch' }) },
            { additionalProperties: false },
          ),
        ],
        { description: 'People are put on it and taken off it' },
      ),
    ),
    rank: Type.Optional(RankSchema),
    split: Type.Optional(SplitSchema),
  },
  { additionalProperties: false, title: 'Audience' },
);

/** The kind of definition that an audience is: a condition with a name, a set of other audiences, or a list of people. */
export const audienceKind: DefinitionKind = {
  id: 'audience',
  title: 'Audience',
  permission: 'audiences.write',
  schema: AudienceContentSchema,
  looksAt: ['labels'],
  check(document, others, id): readonly Finding[] {
    const content = document as AudienceContent;
    const findings = [...checkForm(content), ...checkSplit(content.split)];
    if (findings.length > 0) return findings;
    return [
      ...checkWho(content, others, id),
      ...labelFindings(document, others),
      ...attributeFindings(document, others),
      ...purposeFindings(document, others),
    ];
  },
  dependsOn(document) {
    const { set } = document as AudienceContent;
    const named = set === undefined ? [] : namesIn(set).map(({ name }) => AUDIENCE_KEY + wholeOf(name));
    return [...new Set([...conditionKeysIn(document), ...named])];
  },
};

const FORMS = ['condition', 'set', 'list'] as const;

function checkForm(content: AudienceContent): Finding[] {
  const given = FORMS.filter((form) => content[form] !== undefined);
  if (given.length === 0)
    return [
      error('audience.incomplete', '', 'Says nobody; give a “condition”, a “set” of audiences, or “list”.'),
    ];
  if (given.length > 1)
    return [
      error('audience.ambiguous', `/${given[1]}`, `Says who twice; give only one of: ${given.join(', ')}.`),
    ];
  if (content.rank && content.list !== undefined)
    return [
      error('audience.ambiguous', '/rank', 'A list cannot rank itself; rank a “set” with this list in it.'),
    ];
  return [];
}

const ROUNDING = 1e-9;
const SHARE_MIN = 0.0001;

function checkSplit(split: Split | undefined): Finding[] {
  if (!split) return [];
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const places = split.parts.map(({ id }, i): [string, string] => [id, `/split/parts/${i}/id`]);
  if ('attribute' in split && split.other) places.push([split.other.id, '/split/other/id']);
  for (const [id, pointer] of places) {
    if (seen.has(id))
      findings.push(
        error('audience.part-twice', pointer, `There are two parts “${id}”; rename one of them.`),
      );
    seen.set(id, pointer);
  }
  if (!('attribute' in split)) {
    for (const [i, { share }] of split.parts.entries())
      if (share < SHARE_MIN)
        findings.push(
          error(
            'audience.shares',
            `/split/parts/${i}/share`,
            `Shares count in steps of 0.01 %; make it ${SHARE_MIN} at least.`,
          ),
        );
    const sum = split.parts.reduce((sum, { share }) => sum + share, 0);
    if (sum > 1 + ROUNDING)
      findings.push(
        error(
          'audience.shares',
          '/split/parts',
          `The shares come to ${Math.round(sum * 100)} %; make them 100 % at most.`,
        ),
      );
    return findings;
  }
  const values = new Map<string, number>();
  for (const [i, part] of split.parts.entries())
    for (const [j, value] of part.values.entries()) {
      const before = values.get(value);
      if (before !== undefined && before !== i)
        findings.push(
          error(
            'audience.value-twice',
            `/split/parts/${i}/values/${j}`,
            `“${value}” is in part “${split.parts[before]!.id}” already; take it out of one.`,
          ),
        );
      values.set(value, i);
    }
  return findings;
}

function checkWho(content: AudienceContent, others: Others, id: string): Finding[] {
  const audiences = audiencesAmong((key) => others.document(key));
  const traits = (other: string) => traitIn(others.document(`${TRAIT_KEY}${other}`));
  const options = { audiences, traits, audience: id };
  const inPart =
    (prefix: string) =>
    (problem: Problem): Finding =>
      error(problem.code, prefix + problem.pointer, problem.message);
  const findings: Finding[] = [];
  if (content.condition !== undefined)
    findings.push(...checkCondition(content.condition, options).map(inPart('/condition')));
  if (content.set !== undefined) {
    for (const { name, pointer } of namesIn(content.set)) {
      // Its own parts are made of it.
      const problems = checkCondition({ member: wholeOf(name) === id ? id : name }, options);
      findings.push(...problems.map(({ code, message }) => error(code, pointer, message)));
    }
    for (const { condition, pointer } of conditionsIn(content.set))
      findings.push(...checkCondition(condition, options).map(inPart(pointer)));
    // What the blocks say against each other, once each is sound by itself.
    if (findings.length === 0)
      findings.push(
        ...checkCondition(conditionOf(content), options).map(({ code, message }) =>
          error(code, '/set', message),
        ),
      );
  }
  const by = content.rank?.by;
  if (by && 'trait' in by) findings.push(...checkRankTrait(by.trait, traits));
  if (content.split)
    for (const [i, { condition }] of partsOf(id, content.split).entries()) {
      const own = 'all' in condition ? condition.all.slice(1) : [];
      for (const part of own)
        findings.push(
          ...checkCondition(part).map(({ code, message }) => error(code, `/split/parts/${i}`, message)),
        );
    }
  return findings;
}

/** People are ranked by a number or a time. */
function checkRankTrait(given: string | ComputedTrait, traits: TraitResolver): Finding[] {
  const pointer = '/rank/by/trait';
  const trait = typeof given === 'string' ? traits(given) : given;
  if (!trait)
    return [
      error('condition.unknown-trait', pointer, `There is no trait “${given}”; choose one that there is.`),
    ];
  const problems = typeof given === 'string' ? [] : checkTrait(given);
  if (problems.length > 0)
    return problems.map(({ code, pointer: at, message }) => error(code, pointer + at, message));
  const isNumber =
    testsOf(trait).includes('number') || trait.measure === 'firstTime' || trait.measure === 'lastTime';
  if (isNumber) return [];
  return [error('audience.no-number', pointer, 'People are ranked by a number or a time; this is neither.')];
}

interface Named {
  readonly name: string;
  readonly pointer: string;
}

/** The audiences that a set is made of, and where they stand. */
function namesIn(set: AudienceSet, pointer = '/set'): Named[] {
  if (typeof set === 'string') return [{ name: set, pointer }];
  return partsIn(set, pointer).flatMap((part) => namesIn(part.set, part.pointer));
}

function conditionsIn(
  set: AudienceSet,
  pointer = '/set',
): { readonly condition: Condition; readonly pointer: string }[] {
  if (typeof set === 'string') return [];
  if ('condition' in set) return [{ condition: set.condition, pointer: `${pointer}/condition` }];
  return partsIn(set, pointer).flatMap((part) => conditionsIn(part.set, part.pointer));
}

function partsIn(
  set: Exclude<AudienceSet, string>,
  pointer: string,
): { readonly set: AudienceSet; readonly pointer: string }[] {
  const listed = (key: string, sets: readonly AudienceSet[]) =>
    sets.map((set, i) => ({ set, pointer: `${pointer}/${key}/${i}` }));
  if ('union' in set) return listed('union', set.union);
  if ('intersect' in set) return listed('intersect', set.intersect);
  if ('condition' in set) return [];
  return [{ set: set.from, pointer: `${pointer}/from` }, ...listed('exclude', set.exclude)];
}

function error(code: string, pointer: string, message: string): Finding {
  return { severity: 'error', code, pointer, message };
}
