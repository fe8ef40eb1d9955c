/** The candidate that a mistyped name most likely meant; undefined when none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = bare(name);
  let best: string | undefined;
  // Two letters in five may differ: `InvoiceNumber` is `InvoiceNo`, `Barcode` is not `Country`.
  let bestDistance = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const distance = isPart(wanted, bare(candidate))
      ? 1
      : editDistance(wanted, bare(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

const PART_CHARACTERS_MIN = 4;

/** `Price` of `UnitPrice`, or the other way round. */
function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= PART_CHARACTERS_MIN && long.includes(short);
}

/** A name without case, spaces and signs. */
export function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const NAME_CHARACTERS_MAX = 60;

/** Levenshtein's distance, given up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (
    Math.abs(a.length - b.length) >= limit ||
    a.length > NAME_CHARACTERS_MAX ||
    b.length > NAME_CHARACTERS_MAX
  )
    return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}
