/** What is known of a variant: people, the sum of their numbers and the sum of the squares. */
export interface Sample {
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
}

/** How a confidence sequence is made. */
export interface SequenceOptions {
  /** Probability of ever being wrong, such as 0.05; already divided by the number of comparisons. */
  readonly alpha: number;
  /** The number of people at which it is tightest, chosen beforehand. */
  readonly tightestAt: number;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export function meanOf({ people, sum }: Sample): number {
  return sum / people;
}

/** The sample variance; 0 for a single person. */
export function varianceOf({ people, sum, squares }: Sample): number {
  return people < 2 ? 0 : Math.max(0, (squares - sum ** 2 / people) / (people - 1));
}

/**
 * Half the width of an asymptotic confidence sequence: an interval that holds at all times together, so that one may look whenever one
 * likes and stop when one likes (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas: “Time-uniform central limit theory and asymptotic
 * confidence sequences”, 2021, theorem 2.2, with the mixture's parameter of their appendix B.2).
 * @param variance of a single observation
 */
export function halfWidth(people: number, variance: number, { alpha, tightestAt }: SequenceOptions): number {
  const square = people * mixtureOf(tightestAt, alpha) + 1;
  const scaled = (2 * square) / (people ** 2 * mixtureOf(tightestAt, alpha));
  return Math.sqrt(variance * scaled * Math.log(Math.sqrt(square) / alpha));
}

function mixtureOf(tightestAt: number, alpha: number): number {
  const log = -2 * Math.log(alpha);
  return (log + Math.log(log + 1)) / tightestAt;
}

/** The confidence sequence of a mean. */
export function meanInterval(sample: Sample, options: SequenceOptions): Interval | undefined {
  if (sample.people < 2) return undefined;
  return around(meanOf(sample), halfWidth(sample.people, varianceOf(sample), options));
}

/** A variant beside the control. */
export interface Comparison {
  readonly lift: number | undefined;
  readonly liftInterval: Interval | undefined;
  /** 1 less the anytime-valid p-value that both are the same; undefined while too little is known. */
  readonly confidence: number | undefined;
}

/**
 * Compares a variant with the control. The difference of means is a mean over all people of both, each weighed by the inverse of the
 * share of her variant, and has a sequence as such; so has the lift, by the linear part of the ratio. The p-value is the least alpha
 * at which the sequence of the difference leaves 0 out, with the mixture kept as the options have it.
 */
export function compare(variant: Sample, control: Sample, options: SequenceOptions): Comparison {
  const nothing = { lift: undefined, liftInterval: undefined, confidence: undefined };
  if (variant.people < 2 || control.people < 2) return nothing;
  const all = variant.people + control.people;
  const [a, b] = [meanOf(variant), meanOf(control)];
  const [ofVariant, ofControl] = [
    (varianceOf(variant) * all) / variant.people,
    (varianceOf(control) * all) / control.people,
  ];
  const confidence = confidenceOf(a - b, all, ofVariant + ofControl, options);
  if (b <= 0) return { ...nothing, confidence };
  const lift = a / b - 1;
  const variance = ofVariant / b ** 2 + (ofControl * a ** 2) / b ** 4;
  return { lift, liftInterval: around(lift, halfWidth(all, variance, options)), confidence };
}

function confidenceOf(
  difference: number,
  people: number,
  variance: number,
  { alpha, tightestAt }: SequenceOptions,
): number | undefined {
  if (variance === 0) return undefined;
  const mixture = mixtureOf(tightestAt, alpha);
  const square = people * mixture + 1;
  const exponent = (difference ** 2 * people ** 2 * mixture) / (2 * square * variance);
  return 1 - Math.min(1, Math.sqrt(square) * Math.exp(-exponent));
}

function around(middle: number, half: number): Interval {
  return { lower: middle - half, upper: middle + half };
}
