/** A stretch of words that two texts share, or that only one of them has. */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Longer texts are shown one after the other: the table of the comparison would grow with the square. */
const WORDS_MAX = 600;

/** Where two texts differ, word by word (longest common subsequence); Chinese is compared sign by sign. */
export function wordDiff(before: string, after: string): Stretch[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > WORDS_MAX || other.length > WORDS_MAX)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'come', text: after },
    ]);
  // shared[i][j]: how many words the rest from i and the rest from j have in common.
  const shared = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      shared[i]![j] =
        one[i] === other[j] ? shared[i + 1]![j + 1]! + 1 : Math.max(shared[i + 1]![j]!, shared[i]![j + 1]!);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const isSame = i < one.length && j < other.length && one[i] === other[j];
    const goes = j >= other.length || (i < one.length && shared[i + 1]![j]! >= shared[i]![j + 1]!);
    if (isSame) found.push({ kind: 'same', text: one[i]! });
    else if (goes) found.push({ kind: 'gone', text: one[i]! });
    else found.push({ kind: 'come', text: other[j]! });
    if (isSame || goes) i++;
    if (isSame || !goes) j++;
  }
  return joined(found);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: { kind: Stretch['kind']; text: string }[] = [];
  for (const { kind, text } of stretches) {
    const last = found.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}
