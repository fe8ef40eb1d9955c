/** What a bar needs to know. */
export interface BarState {
  /** What is being done: `upload`, `import`. */
  readonly label: string;
  /** 0 to 1. */
  readonly doneShare: number;
  /** What is told behind the bar: counts, speed. */
  readonly facts: string;
}

const BAR_CHARACTERS_MAX = 30;

/** One line with a bar, not longer than the terminal is wide. */
export function drawBar({ label, doneShare, facts }: BarState, columns: number): string {
  const share = Math.min(1, Math.max(0, doneShare));
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const width = Math.max(
    0,
    Math.min(BAR_CHARACTERS_MAX, columns - label.length - percent.length - facts.length - 6),
  );
  const filled = Math.round(share * width);
  const bar = width === 0 ? '' : ` [${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
  return `${label}${bar} ${percent}  ${facts}`.slice(0, Math.max(1, columns - 1));
}

/** 1234567 as `1,234,567`. */
export function grouped(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** 1536 as `1.5 KB`. */
export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  return `${power === 0 ? count : (count / 1000 ** power).toFixed(1)} ${units[power]}`;
}
