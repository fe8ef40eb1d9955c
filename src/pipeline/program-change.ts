import { AUDIENCE_KEY } from '../audience/index.ts';
import type { RecordHeader } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';

/** Whether people are folded otherwise after the record. */
export function changesProgram(header: RecordHeader, definitions: Pick<Definitions, 'dependants'>): boolean {
  if (header.kind !== 'definition') return header.kind === 'filled';
  const { key } = header;
  return key === 'settings' || key.startsWith(AUDIENCE_KEY) || definitions.dependants(key).length > 0;
}
