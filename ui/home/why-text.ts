import type { Words } from '../language/dictionaries.ts';
import type { Format } from '../language/format.ts';
import type { Health } from './queries.ts';

/** What /health found out about one part. */
type Finding = NonNullable<Health['checks']>[string];

/** Why a part is not well, in the reader's words; what the server says where it has a code that this page does not know. */
export function whyText(finding: Finding, words: Words['home'], format: Format): string {
  const { code, reason, state } = finding;
  const count = (figure: string): string => format.number(numberIn(finding, figure) ?? 0);
  const time = (figure: string): string => format.duration(numberIn(finding, figure) ?? 0);
  const why = words.why;
  if (code === 'health.late') return why[code](count('backlogCount'), time('lagMs'));
  if (code === 'health.disk-low') return why[code](format.bytes(numberIn(finding, 'freeBytes') ?? 0));
  if (code === 'health.rows-refused') return why[code](count('refused'));
  if (code === 'health.entries-lost') return why[code](count('lost'));
  if (code === 'health.warehouse-away') return why[code](time('downMs'));
  return (code && why[code]) ?? reason ?? words[state];
}

/** What only the server can say, in its language: the error itself. */
const ITS_OWN: readonly Finding['code'][] = [
  'health.fold-stopped',
  'health.warehouse-away',
  'health.check-failed',
];

/** What the server says beyond our words. */
export function detailOf({ code, reason }: Finding): string | undefined {
  return ITS_OWN.includes(code) ? reason : undefined;
}

/** A figure behind a finding; undefined where it has none. */
export function numberIn(finding: Finding, figure: string): number | undefined {
  const value = finding[figure];
  return typeof value === 'number' ? value : undefined;
}
