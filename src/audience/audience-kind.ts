import { Type } from 'typebox';
import { type Condition, checkCondition } from '../core/condition/index.ts';
import { isObject } from '../core/index.ts';
import {
  attributeFindings,
  conditionKeysIn,
  type DefinitionKind,
  type Finding,
} from '../definition/index.ts';
import { AUDIENCE_KEY } from './document.ts';
import { TRAIT_KEY, traitIn } from './trait-document.ts';

/** The kind of definition that an audience is: a condition with a name, or a list of people who come and go by events. */
export const audienceKind: DefinitionKind = {
  id: 'audience',
  title: 'Audience',
  permission: 'audiences.write',
  schema: Type.Union([
    Type.Object(
      { name: Type.String({ minLength: 1, maxLength: 200 }), condition: Type.Object({}) },
      { additionalProperties: false, title: 'By condition' },
    ),
    Type.Object(
      { name: Type.String({ minLength: 1, maxLength: 200 }), list: Type.Literal(true) },
      { additionalProperties: false, title: 'List' },
    ),
  ]),
  check(document, others, id): readonly Finding[] {
    if (!isObject(document) || document.condition === undefined) return [];
    const audiences = (other: string) => {
      const found = others.document(`${AUDIENCE_KEY}${other}`);
      if (!isObject(found)) return undefined;
      return found.list === true
        ? ({ list: true } as const)
        : { condition: found.condition as unknown as Condition };
    };
    const traits = (other: string) => traitIn(others.document(`${TRAIT_KEY}${other}`));
    const problems = checkCondition(document.condition, { audiences, traits, audience: id });
    return [
      ...problems.map(
        ({ code, pointer, message }): Finding => ({
          severity: 'error',
          code,
          pointer: `/condition${pointer}`,
          message,
        }),
      ),
      ...attributeFindings(document, others),
    ];
  },
  dependsOn: conditionKeysIn,
};
