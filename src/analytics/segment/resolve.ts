import { traitIn } from '../../audience/index.ts';
import { type Condition, parseCondition, type TraitResolver } from '../../core/condition/index.ts';
import { isObject, refusal } from '../../core/index.ts';
import type { Frame } from '../frame.ts';
import type { Segment, SegmentLevel } from './schema.ts';
import { shippedSegment } from './shipped.ts';

/** A segment with its condition, ready to be applied. */
export interface ResolvedSegment {
  readonly level: SegmentLevel;
  readonly condition: Condition;
}

/**
 * What a segment of a query means. Refusals: `analytics.unknown-segment` (422), `condition.invalid` (422), `condition.unknown-audience`
 * (422).
 */
export function resolveSegment(segment: Segment, frame: Frame): ResolvedSegment {
  if ('audience' in segment)
    return { level: 'person', condition: checked({ member: segment.audience }, frame) };
  if ('condition' in segment) return { level: segment.level, condition: checked(segment.condition, frame) };
  const document = frame.definition(`segment/${segment.segment}`) ?? shippedSegment(segment.segment);
  if (!isObject(document as never))
    throw refusal('analytics.unknown-segment', 422, `There is no live segment “${segment.segment}”.`, {
      detail: { segment: segment.segment },
    });
  const { level, condition } = document as unknown as ResolvedSegment;
  return { level, condition: checked(condition, frame) };
}

function checked(document: unknown, frame: Frame): Condition {
  return parseCondition(document, { audiences: frame.audiences, traits: traitsFor(frame) });
}

/** The traits that people defined, by their ids. */
export function traitsFor({ definition }: Frame): TraitResolver {
  return (id) => traitIn(definition(`trait/${id}`));
}
