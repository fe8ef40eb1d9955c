import { refusal } from '../../../core/index.ts';
import type { Buckets } from './query.ts';

const STEPS = [1, 2, 2.5, 5, 10];

/** What values there are. */
interface Spread {
  readonly minimum: number;
  readonly maximum: number;
  /** Whole numbers only: nothing lies between them. */
  readonly isWhole: boolean;
}

/** The edges of buckets, ascending. Refusal: `analytics.edges-unordered` (422). */
export function edgesOf(buckets: Buckets, { minimum, maximum, isWhole }: Spread): number[] {
  if ('edges' in buckets) {
    if (buckets.edges.some((edge, i) => i > 0 && edge <= buckets.edges[i - 1]!))
      throw refusal(
        'analytics.edges-unordered',
        422,
        'The edges of buckets ascend; put them in order, each once.',
      );
    return [...buckets.edges];
  }
  const { count } = buckets;
  if ('width' in buckets) {
    const { width, from = 0 } = buckets;
    return Array.from({ length: count }, (_, i) => exact(from + i * width));
  }
  const width = roundWidth((maximum - minimum) / count, isWhole);
  const from = Math.floor(minimum / width) * width;
  const steps = Math.floor((maximum - from) / width) + 1;
  return Array.from({ length: steps }, (_, i) => exact(from + i * width));
}

/** The next round number: 1, 2, 2.5 or 5 times a power of ten. Buckets of whole numbers are not narrower than 1. */
function roundWidth(width: number, isWhole: boolean): number {
  if (!(width > (isWhole ? 1 : 0))) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const round = STEPS.find((step) => step * power >= width * (1 - 1e-9))! * power;
  return isWhole ? Math.ceil(round) : round;
}

/** Without the dust of adding floating-point numbers. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
