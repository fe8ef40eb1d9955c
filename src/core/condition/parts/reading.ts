import { isTallied, type Measured, NEWEST_MAX } from '../../trait/index.ts';
import { TIME_ZONE_DEFAULT } from '../facts.ts';
import { NEWEST_DEFAULT } from '../measure-keys.ts';
import type { Check } from '../operators/value-check.ts';
import { zoneOf } from '../person-view.ts';
import { compileCatalogueTests } from '../read-event.ts';
import type { TraitSpec } from '../traits.ts';
import { betweenBounds, keptForWindow } from './bounds.ts';
import { listedReading } from './listed.ts';
import type { Compiler } from './part.ts';
import type { CountRange, MeasureQuestion, Reading } from './reading-parts.ts';
import { summedReading } from './summed.ts';

/** Compiles a measure. Nothing is looked up of the person's zone unless it is asked for. */
export function readMeasure(
  question: MeasureQuestion,
  compiler: Compiler,
  check: Check<Measured>,
  isPersonal: boolean,
  range: CountRange | undefined,
): Reading {
  const spec = specOf(question, compiler);
  const zoneFor = isPersonal ? zoneOf : () => TIME_ZONE_DEFAULT;
  const parts = { question, spec, compiler, check, zoneFor, range };
  return spec.form === 'total' || spec.form === 'tally' ? summedReading(parts) : listedReading(parts);
}

/** So many values are kept, the fewest that are enough: lists of different length then share one trait. */
const KEPT_COUNTS = [NEWEST_DEFAULT, NEWEST_MAX] as const;

/** The cheapest trait that answers the question: sums where the window has no moving start, else a list. */
function specOf(question: MeasureQuestion, { calendar }: Compiler): TraitSpec {
  const { did, window, measure, of, as, perLine, size = NEWEST_MAX } = question;
  const what = { did, ...(of && as ? { of, as } : {}), ...(perLine ? { perLine } : {}) };
  if (window && 'since' in window) return { ...what, form: 'since', since: window.since };
  const isMoving = window !== undefined && ('last' in window || 'calendar' in window);
  const bounds = window && !isMoving ? finite(betweenBounds(window, calendar)) : {};
  if (!isMoving && !compileCatalogueTests(did, calendar)) {
    if (measure === 'newest')
      return { ...what, ...bounds, form: 'newest', keptCount: KEPT_COUNTS.find((count) => count >= size)! };
    return { ...what, ...bounds, form: isTallied(measure) ? 'tally' : 'total' };
  }
  const keptMs = keptForWindow(window);
  return { ...what, ...bounds, form: 'list', ...(keptMs === undefined ? {} : { keptMs }) };
}

function finite({ from, to }: { from: number; to: number }): { from?: number; to?: number } {
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) };
}
