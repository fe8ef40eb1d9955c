/** The tiers of the loyalty programme and the spending of a year (in whole euros) from which they begin. */
export const TIERS = [
  { name: 'seed', fromPoints: 0 },
  { name: 'leaf', fromPoints: 150 },
  { name: 'bloom', fromPoints: 450 },
] as const;

export type TierName = (typeof TIERS)[number]['name'];

/** One point for each whole unit of currency. */
export function pointsFor(cents: number): number {
  return Math.max(0, Math.floor(cents / 100));
}

/** The tier that a balance of points gives. */
export function tierOf(points: number): TierName {
  let tier: TierName = 'seed';
  for (const { name, fromPoints } of TIERS) if (points >= fromPoints) tier = name;
  return tier;
}
