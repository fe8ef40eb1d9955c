import { Type } from 'typebox';
import { audiencesAmong, traitIn } from '../../audience/index.ts';
import { checkCondition } from '../../core/condition/index.ts';
import { isObject } from '../../core/index.ts';
import {
  attributeFindings,
  conditionKeysIn,
  type DefinitionKind,
  type Finding,
} from '../../definition/index.ts';
import { purposeFindings } from '../../privacy/index.ts';
import { SegmentLevel } from './schema.ts';

/** The kind of definition that a segment of analytics is: a condition with a name and the level at which it holds. */
export const segmentKind: DefinitionKind = {
  id: 'segment',
  title: 'Segment',
  permission: 'analytics.write',
  schema: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 200 }), level: SegmentLevel, condition: Type.Object({}) },
    { additionalProperties: false },
  ),
  check(document, others): readonly Finding[] {
    if (!isObject(document as never)) return [];
    const audiences = audiencesAmong((key) => others.document(key));
    const traits = (id: string) => traitIn(others.document(`trait/${id}`));
    const problems = checkCondition((document as { condition: unknown }).condition, { audiences, traits });
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
      ...purposeFindings(document, others),
    ];
  },
  dependsOn: conditionKeysIn,
};
