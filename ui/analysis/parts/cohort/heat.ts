/** Steps of heat: enough to tell apart, few enough that the ink of each is sure to be read. */
export const STEPS = 7;
const TOP = 0.95;

/** The greatest share of the scale: of the shares without the first column, that below which 95 % lie, so that one outlier does not pale the rest. */
export function scaleMax(shares: readonly number[]): number {
  const sorted = shares.filter((share) => share > 0).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * TOP))] ?? 1;
}

/** The step of a share, from 1 to 7; 0 where there is nothing. */
export function heatStep(share: number | null | undefined, most: number): number {
  if (share === null || share === undefined || share <= 0) return 0;
  return Math.min(STEPS, Math.max(1, Math.ceil((share / most) * STEPS)));
}
