import type { Change } from '../../engine/state/index.ts';
import { encodeEntry } from '../quarantine-entry.ts';
import type { RejectedRow } from './packing.ts';
import { reasonOf } from './reasons.ts';

const LINE_DIGITS = 12;

/** Who the rejects belong to. */
export interface RejectOrigin {
  readonly job: string;
  readonly source: string;
  readonly channel: string;
  readonly country?: string;
  readonly received: number;
}

/**
 * Changes of the state that put rejected rows into the quarantine, beside the events that collection refused. Repeating
 * them changes nothing: the key is the job and the line. The entry holds the row, not an event, so a replay must bring a
 * corrected event (`clipped` says so).
 */
export function rejectChanges(origin: RejectOrigin, rejects: readonly RejectedRow[]): Change[] {
  const { job, source, channel, country, received } = origin;
  return rejects.map(({ code, file, line, column, row }) => ({
    collection: 'quarantine',
    key: `import-${job}-${String(line).padStart(LINE_DIGITS, '0')}`,
    value: encodeEntry({
      reason: code,
      message: `${file}, line ${line}${column === undefined ? '' : `, column ${column}`}: ${reasonOf(code)}`,
      source,
      channel,
      ...(country === undefined ? {} : { country }),
      protocol: 'import',
      received,
      clipped: true,
      event: { file, line, ...(column === undefined ? {} : { column }), row },
    }),
  }));
}
