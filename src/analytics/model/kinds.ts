import type { Dimension, DimensionFamily } from './dimension.ts';
import { derivedFamily } from './dimensions/derived.ts';
import { catalogueFamily, ITEMS } from './dimensions/items.ts';
import { audienceThen, memberFamily } from './dimensions/membership.ts';
import { contextFamily, propertyFamily } from './dimensions/paths.ts';
import { attributeFamily, newOrReturning } from './dimensions/person.ts';
import { PLAIN } from './dimensions/plain.ts';
import { TIME_PARTS, TIME_STEPS } from './dimensions/time.ts';
import { WITHIN } from './dimensions/within.ts';
import type { CalculatedMetric, Metric, MetricFamily } from './metric.ts';
import { ADVERTISING } from './metrics/advertising.ts';
import { BASE } from './metrics/base.ts';
import { eventsFamily, peopleFamily, sumFamily } from './metrics/families.ts';
import { SHIPPED } from './metrics/shipped.ts';

/** Every dimension of its own. */
export const DIMENSIONS: readonly Dimension[] = [
  ...PLAIN,
  ...ITEMS,
  ...TIME_STEPS,
  ...TIME_PARTS,
  newOrReturning,
  audienceThen,
];

/** Dimensions told apart by what stands after a colon. */
export const DIMENSION_FAMILIES: readonly DimensionFamily[] = [
  propertyFamily,
  contextFamily,
  attributeFamily,
  memberFamily,
  catalogueFamily,
  derivedFamily,
  ...WITHIN,
];

export const METRICS: readonly Metric[] = [...BASE, ...ADVERTISING];

/** Metrics that follow from others. */
export const CALCULATED: readonly CalculatedMetric[] = SHIPPED;

export const METRIC_FAMILIES: readonly MetricFamily[] = [eventsFamily, peopleFamily, sumFamily];
