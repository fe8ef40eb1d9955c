import type { DryRunReport } from './dry-run.ts';
import { grouped } from './progress-bar.ts';

const NAMES_TOLD_MAX = 12;

/** A dry run's report as lines for a terminal. */
export function reportText(report: DryRunReport): string {
  const people = `${report.isPeopleExact ? '' : 'about '}${grouped(report.people)}`;
  const lines = [
    `${report.file} (${report.format}): ${grouped(report.rows)} rows make ${grouped(report.events)} events of ${people} people.`,
  ];
  if (report.firstTime !== undefined) lines.push(`From ${report.firstTime} to ${report.lastTime}.`);
  const names = Object.entries(report.eventNames).sort(([, a], [, b]) => b - a);
  for (const [name, count] of names.slice(0, NAMES_TOLD_MAX))
    lines.push(`  ${grouped(count).padStart(12)}  ${name}`);
  if (names.length > NAMES_TOLD_MAX) lines.push(`  and ${names.length - NAMES_TOLD_MAX} more names`);
  lines.push(...reasonLines('Rejected into the quarantine:', report.rejects));
  lines.push(...reasonLines('Left out, as the map says:', report.drops));
  if (report.splitOrders > 0) {
    lines.push(
      `Warning: ${grouped(report.splitOrders)} orders come in several pieces. Sort the file by order number.`,
    );
  }
  if (report.unusedColumns.length > 0)
    lines.push(`Columns that are not used: ${report.unusedColumns.join(', ')}.`);
  if (report.absentColumns.length > 0)
    lines.push(`Columns that no row has: ${report.absentColumns.join(', ')}.`);
  const [sample] = report.samples;
  if (sample !== undefined) lines.push('The first event:', JSON.stringify(sample, undefined, 2));
  return lines.join('\n') + '\n';
}

function reasonLines(title: string, reasons: DryRunReport['rejects']): string[] {
  if (reasons.length === 0) return [];
  return [
    title,
    ...reasons.map(({ code, message, rows, lines, columns }) => {
      const where = columns.length === 0 ? '' : ` Column ${columns.join(', ')}.`;
      const more = rows > lines.length ? ' …' : '';
      return `  ${grouped(rows).padStart(12)}  ${code}: ${message}${where} Lines ${lines.join(', ')}${more}`;
    }),
  ];
}
