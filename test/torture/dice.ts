/** Chance that a seed repeats (mulberry32). */
export interface Dice {
  /** A number from 0 up to, but not including, 1. */
  roll(): number;
  /** A whole number below `bound`. */
  below(bound: number): number;
  /** True with this chance. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Dice that fall the same for the same seed. */
export function createDice(seed: number): Dice {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(roll() * bound);
  return { roll, below, chance: (share) => roll() < share, pick: (list) => list[below(list.length)]! };
}
