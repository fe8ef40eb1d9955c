import { refusal } from '../../../core/index.ts';
import type { Events } from '../../rows/events.ts';
import type { Buckets } from './query.ts';

/** How wide buckets of a round width are, in units of a power of ten. As texts: a number is read from them without dust. */
const STEPS = ['1', '2', '2.5', '5', '10'];
/** A width that is a hair too narrow by floating-point dust is wide enough. */
const DUST = 1e-9;

/**
 * Lays edges beside numbers: a select with `number` gets the column `edges`, ascending, the same in every row. Refusal: `analytics.edges-unordered` (422).
 * @param isWhole only whole numbers: nothing lies between them
 */
export function withEdges(numbers: string, buckets: Buckets, isWhole: boolean, events: Events): string {
  if (!('width' in buckets) && !('edges' in buckets))
    return aboutSoMany(numbers, events.bind('Float64', buckets.count), isWhole, events);
  const edges = events.bind('Array(Float64)', edgesOf(buckets));
  return `select *, ${edges} as edges\nfrom (\n${numbers}\n)`;
}

/** Edges that do not depend on the numbers. */
function edgesOf(buckets: Exclude<Buckets, { count: number; width?: never }>): number[] {
  if ('edges' in buckets) {
    if (buckets.edges.some((edge, i) => i > 0 && edge <= buckets.edges[i - 1]!))
      throw refusal(
        'analytics.edges-unordered',
        422,
        'The edges of buckets ascend; put them in order, each once.',
      );
    return [...buckets.edges];
  }
  const { width, from = 0, count } = buckets as { width: number; from?: number; count: number };
  return Array.from({ length: count }, (_, i) => Number((from + i * width).toPrecision(12)));
}

/** Edges at multiples of the next round width: 1, 2, 2.5 or 5 times a power of ten. */
function aboutSoMany(numbers: string, count: string, isWhole: boolean, events: Events): string {
  const steps = events.bind('Array(String)', STEPS);
  const step = `arrayFirst(s -> toFloat64(concat(s, 'e', toString(power))) >= rough * (1 - ${DUST}), ${steps})`;
  const width = `toFloat64(concat(${step}, 'e', toString(power)))`;
  return `select *, arrayMap(i -> round((first + i) * width, places), range(toUInt32(floor(highest / width) - first + 1))) as edges
from (
select *, floor(lowest / width) as first, toUInt8(greatest(0, 1 - power)) as places
from (
select *, if(rough > ${isWhole ? 1 : 0}, ${isWhole ? `ceil(${width})` : width}, 1.) as width
from (
select *, toInt32(floor(log10(if(rough > 0, rough, 1.)))) as power
from (
select *, min(number) over () as lowest, max(number) over () as highest, (highest - lowest) / ${count} as rough
from (
${numbers}
)
)
)
)
)`;
}
