import { refusal } from '../../core/index.ts';
import type { Dimension } from './dimension.ts';
import { marketingChannel } from './dimensions/marketing-channel.ts';
import { DIMENSION_FAMILIES, DIMENSIONS, METRIC_FAMILIES, METRICS } from './kinds.ts';
import type { Metric, MetricFamily } from './metric.ts';
import { distinctFamilies } from './metrics/families.ts';

/** Rules of marketing channels ask for dimensions themselves. */
const CHANNEL = marketingChannel((id) => dimensionOf(id, 1));
/** Every dimension of its own. */
export const ALL_DIMENSIONS: readonly Dimension[] = [...DIMENSIONS, CHANNEL];
const BY_ID = new Map(ALL_DIMENSIONS.map((dimension) => [dimension.id, dimension]));
/** Every family of metrics, those that count values of dimensions among them. */
export const ALL_METRIC_FAMILIES: readonly MetricFamily[] = [
  ...METRIC_FAMILIES,
  ...distinctFamilies((id) => dimensionOf(id)),
];
const METRIC_BY_ID = new Map(METRICS.map((metric) => [metric.id, metric]));

/** A dimension of dimensions goes no deeper than this. */
const DEPTH_MAX = 3;

/** The dimension of an id; undefined when there is none. */
export function dimensionOf(id: string, depth = 0): Dimension | undefined {
  const known = BY_ID.get(id);
  if (known || depth > DEPTH_MAX) return known;
  const [family, argument] = partsOf(id);
  return DIMENSION_FAMILIES.find((each) => each.id === family)?.of(argument, (inner) =>
    dimensionOf(inner, depth + 1),
  );
}

/** The dimension that a query names. Refusal: `analytics.unknown-dimension` (422). */
export function mustFindDimension(id: string): Dimension {
  const found = dimensionOf(id);
  if (found) return found;
  throw refusal(
    'analytics.unknown-dimension',
    422,
    `There is no dimension “${id}”; GET /api/analytics/dimensions lists them.`,
    {
      detail: { dimension: id },
    },
  );
}

/** The metric of an id that is measured, not calculated; undefined when there is none. */
export function metricOf(id: string): Metric | undefined {
  const known = METRIC_BY_ID.get(id);
  if (known) return known;
  const [family, argument] = partsOf(id);
  return ALL_METRIC_FAMILIES.find((each) => each.id === family)?.of(argument);
}

/** The metric that a query names, where only a measured one makes sense. Refusal: `analytics.unknown-metric` (422). */
export function mustFindMetric(id: string): Metric {
  const found = metricOf(id);
  if (found) return found;
  throw refusal(
    'analytics.unknown-metric',
    422,
    `There is no metric “${id}”; GET /api/analytics/metrics lists them.`,
    {
      detail: { metric: id },
    },
  );
}

function partsOf(id: string): [family: string, argument: string] {
  const colon = id.indexOf(':');
  return colon < 0 ? [id, ''] : [id.slice(0, colon), id.slice(colon + 1)];
}
