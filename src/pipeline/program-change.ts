import { AUDIENCE_KEY, TRAIT_KEY } from '../audience/index.ts';
import type { RecordHeader } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';

/** Whether a definition is one of an audience or of a trait. */
export function isOfAudiences(key: string): boolean {
  return key.startsWith(AUDIENCE_KEY) || key.startsWith(TRAIT_KEY);
}

/** Whether people are folded otherwise after the record. */
export function changesProgram(header: RecordHeader, definitions: Pick<Definitions, 'dependants'>): boolean {
  if (header.kind !== 'definition') return header.kind === 'filled';
  const { key } = header;
  return key === 'settings' || isOfAudiences(key) || definitions.dependants(key).length > 0;
}
