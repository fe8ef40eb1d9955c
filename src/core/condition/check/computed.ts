import type { ComputedTrait } from '../computed-schema.ts';
import { asksCatalogue } from '../matcher.ts';
import { isCount } from '../trait-question.ts';
import { checkMatcher, checkWindow } from './behaviour.ts';
import type { Place } from './problem.ts';

const TEXTS: ReadonlySet<string> = new Set(['mostFrequent', 'newest']);
const WITHOUT_VALUE: ReadonlySet<string> = new Set(['times', 'lines', 'firstTime', 'lastTime']);

/** Checks a computed trait for what its schema cannot say. */
export function checkTrait(trait: ComputedTrait, place: Place): undefined {
  checkMatcher(trait.did, place.down('did'));
  if (trait.in) checkWindow(trait.in, place.down('in'));
  const needsValue = !WITHOUT_VALUE.has(trait.measure);
  if (needsValue && !trait.of)
    place.problem('condition.incomplete', 'Needs “of”: the value that is measured.');
  if (!needsValue && trait.of)
    place.down('of').problem('condition.ambiguous', 'Nothing is read for this measure; leave it away.');
  const isOfLine = trait.measure === 'lines' || (trait.of !== undefined && 'product' in trait.of);
  if (asksCatalogue(trait.did) && needsValue && !isOfLine)
    place
      .down('of')
      .problem(
        'condition.catalogue-count',
        'The catalogue is asked of product lines; measure a field of the product.',
      );
  if (asksCatalogue(trait.did) && trait.measure === 'times')
    place
      .down('measure')
      .problem(
        'condition.catalogue-count',
        'The catalogue is asked of product lines; count “lines” instead.',
      );
  if (trait.size !== undefined && trait.measure !== 'newest')
    place.down('size').problem('condition.ambiguous', 'Only the newest values are so many; leave it away.');
  if (trait.as === 'number' && (isCount(trait.measure) || TEXTS.has(trait.measure)))
    place.down('as').problem('condition.wrong-type', 'Values are compared as texts here; leave it away.');
}
