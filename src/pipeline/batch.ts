import { isCatalogueEvent } from '../catalog/index.ts';
import { type CollectedHeader, decodeCollected, type Reject } from '../ingest/index.ts';
import type { Arrival } from './hand-off.ts';
import { type CatalogueWork, judge, type Program, readForCatalogue, type Work } from './judge.ts';

/** An event to fold: into a person, or into the catalogue. */
export type Task = Work | CatalogueWork;

/** The events of a record, and when it was received. */
export interface Batch {
  readonly position: number;
  readonly received: number;
  readonly works: readonly Task[];
}

/** Reads the events of a record; what cannot be folded comes apart. */
export function readBatch(
  arrival: Arrival,
  header: CollectedHeader,
  program: Program,
): { batch: Batch; rejects: readonly Reject[] } {
  const { position } = arrival;
  const { events, rejects } = decodeCollected(arrival.entry, position, arrival.parsed);
  const works: Task[] = [];
  const refused: Reject[] = [];
  for (const event of events) {
    const work = isCatalogueEvent(event)
      ? readForCatalogue(event, position, header)
      : judge(event, position, header.country, program);
    if ('place' in work) works.push(work);
    else refused.push(work);
  }
  return { batch: { position, received: header.received, works }, rejects: [...refused, ...rejects] };
}
