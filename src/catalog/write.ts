import { type Clock, encodeRecord, type JsonObject, refusal } from '../core/index.ts';
import { type CatalogueEventName, readCatalogueEvent } from './change.ts';

/** A change as it is asked for: the name of an event, what it says, and when it was so (now, unless said). */
export interface CatalogueOrder {
  readonly name: CatalogueEventName;
  readonly properties: JsonObject;
  readonly time?: number | undefined;
}

/** What writing to the catalogue needs of the log and the fold. */
export interface WriterDeps {
  append(bytes: Uint8Array): Promise<number>;
  /** Resolves when the record is folded. */
  folded(position: number): Promise<unknown>;
  readonly clock: Clock;
  /** Makes a short text that no other call gives. */
  readonly newId: () => string;
}

/** Writes changes and resolves when the catalogue shows them. */
export type WriteCatalogue = (orders: readonly CatalogueOrder[]) => Promise<void>;

/** The source that such events name. */
const SOURCE = 'catalogue-api';
const EVENTS_PER_RECORD = 250;
/** As for any other event; a description of a whole page has a tenth. */
const CHARACTERS_MAX = 24 * 1024;

/**
 * The log is the only way into the catalogue: the API writes the events that a feed would send. All orders of a call are
 * looked at before one is written. Refusal: `catalogue.not-valid` (422) with the places.
 */
export function createCatalogueWriter({ append, folded, clock, newId }: WriterDeps): WriteCatalogue {
  return async (orders) => {
    const received = clock.now();
    const faults = orders.flatMap((order, index) => faultOf(order, received, index));
    if (faults.length > 0)
      throw refusal('catalogue.not-valid', 422, `Nothing was written: ${faults[0]!.message}`, {
        detail: { faults: faults.slice(0, 50) },
      });
    const header = {
      kind: 'collected',
      protocol: 'native',
      source: SOURCE,
      channel: 'catalogue',
      received,
    } as const;
    const positions: number[] = [];
    for (let start = 0; start < orders.length; start += EVENTS_PER_RECORD) {
      const events = orders
        .slice(start, start + EVENTS_PER_RECORD)
        .map(({ name, properties, time = received }) => ({
          id: newId(),
          name,
          time,
          properties,
        }));
      positions.push(await append(encodeRecord(header, Buffer.from(JSON.stringify({ events })))));
    }
    await Promise.all(positions.map(folded));
  };
}

function faultOf(
  { name, properties, time }: CatalogueOrder,
  received: number,
  index: number,
): { index: number; code: string; message: string }[] {
  const characters = JSON.stringify(properties).length;
  if (characters > CHARACTERS_MAX)
    return [
      { index, code: 'catalogue.too-large', message: `It has more than ${CHARACTERS_MAX} characters.` },
    ];
  const change = readCatalogueEvent({ name, properties, received, time: time ?? received });
  return 'refused' in change ? [{ index, code: change.refused, message: change.message }] : [];
}
