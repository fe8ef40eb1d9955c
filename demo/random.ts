/**
 * Chance from a seed. Every entity (a person, a product, a campaign) draws from a sequence of its own, so what one does
 * never changes what another draws. Generator: sfc32 (Doty-Humphrey, PractRand), 128 bits of state: with a 32-bit state
 * a million people would hold pairs of identical twins.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(a: number, b: number, c: number) {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    for (let i = 0; i < 12; i++) this.next();
  }

  /** A number in [0, 1) with 32 bits of chance. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return (sum >>> 0) / 4294967296;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** An index of a list of weights, with a probability proportional to its weight. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.next() * total;
    for (let i = 0; i < weights.length - 1; i++) {
      left -= weights[i]!;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** A waiting time with this mean. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** A standard normal number (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** A factor around 1 (its mean) that is often a little and sometimes much larger. */
  spread(sigma: number): number {
    return Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /** A count with this mean (Knuth); for small means. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }
}

/** The sequence of one entity: the same for ever for the same seed, kind and numbers. */
export function randomOf(seed: number, kind: string, first = 0, second = 0): Random {
  const kindHash = hashText(kind);
  const a = mix(mix(mix(seed, kindHash), first), second);
  const b = mix(mix(mix(kindHash, seed ^ 0x5bd1e995), second ^ 0x27d4eb2f), first);
  return new Random(a, b, mix(a ^ 0x165667b1, b));
}

/** A number in [0, 1) that hangs on its arguments alone; for choices that must not use up anybody's sequence. */
export function shareOf(seed: number, kind: string, first: number, second = 0): number {
  return mix(mix(mix(seed, hashText(kind)), first), second) / 4294967296;
}

/** 32 bits as eight hexadecimal digits. */
export function hex8(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}

/** An id that looks like a random UUID and hangs on its arguments alone. */
export function uuidOf(seed: number, kind: string, first: number, second: number): string {
  const kindHash = hashText(kind);
  const a = mix(mix(mix(seed, kindHash), first), second);
  const b = mix(mix(a, second ^ 0x9e3779b9), first);
  const c = mix(mix(b, kindHash), seed);
  const d = mix(mix(c, first ^ 0x85ebca77), second);
  const [hexB, hexC] = [hex8(b), hex8(c)];
  return `${hex8(a)}-${hexB.slice(0, 4)}-4${hexB.slice(5)}-a${hexC.slice(1, 4)}-${hexC.slice(4)}${hex8(d)}`;
}

/** Stirs a number into a hash (the finaliser of MurmurHash3); unsigned 32 bits. */
function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value ^ (hash << 7), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ Math.imul(value, 0x9e3779b1), 0x27d4eb2d);
  return (h ^ (h >>> 15)) >>> 0;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
