import { isCatalogueEvent } from '../catalog/index.ts';
import { type CollectedHeader, decodeCollected, type Reject } from '../ingest/index.ts';
import type { Arrival } from './hand-off.ts';
import {
  type CatalogueWork,
  judge,
  type NobodyWork,
  type Program,
  readForCatalogue,
  type Work,
  workOfNobody,
} from './judge.ts';

/** An event to fold: into a person, into the catalogue, or into nobody. */
export type Task = Work | CatalogueWork | NobodyWork;

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
      : event.identities.length === 0
        ? workOfNobody(event, position)
        : judge(event, position, header.country, program);
    if ('place' in work) works.push(work);
    else refused.push(work);
  }
  return { batch: { position, received: header.received, works }, rejects: [...refused, ...rejects] };
}
