import { type Clock, encodeRecord, type JsonObject, refusal } from '../core/index.ts';
import type { Catalogue } from './catalogue.ts';
import { type CatalogueEventName, readCatalogueEvent } from './change.ts';
import { limitOf } from './product.ts';

/** A change as it is asked for: the name of an event, what it says, and when it was so (now, unless said). */
export interface CatalogueOrder {
  readonly name: CatalogueEventName;
  readonly properties: JsonObject;
  readonly time?: number | undefined;
}

/** What writing to the catalogue needs of the log and the fold. */
export interface WriterDeps {
  readonly catalogue: Pick<Catalogue, 'product'>;
  /** What decoding would refuse of the events of a record that is not written yet. */
  judge(record: Uint8Array): readonly RefusedEvent[];
  append(bytes: Uint8Array): Promise<number>;
  /** Resolves when the record is folded. */
  folded(position: number): Promise<unknown>;
  readonly clock: Clock;
  /** Makes a short text that no other call gives. */
  readonly newId: () => string;
}

/** An event that cannot be read, by its place in its record. */
export interface RefusedEvent {
  readonly ordinal: number;
  readonly code: string;
  readonly message: string;
}

/** Writes changes and resolves when the catalogue shows them. */
export type WriteCatalogue = (orders: readonly CatalogueOrder[]) => Promise<void>;

/** The source that such events name. */
const SOURCE = 'catalogue-api';
const EVENTS_PER_RECORD = 250;
const FAULTS_SHOWN_MAX = 50;
/** As for any other event; a description of a whole page has a tenth. */
const CHARACTERS_MAX = 24 * 1024;

/**
 * The log is the only way into the catalogue: the API writes the events that a feed would send. All orders of a call are
 * looked at before one is written. Refusal: `catalogue.not-valid` (422) with the places.
 */
export function createCatalogueWriter(deps: WriterDeps): WriteCatalogue {
  const { catalogue, judge, append, folded, clock, newId } = deps;
  return async (orders) => {
    const received = clock.now();
    refuse(orders.flatMap((order, index) => faultsOf(order, received, index, catalogue)));
    const header = {
      kind: 'collected',
      protocol: 'native',
      source: SOURCE,
      channel: 'catalogue',
      received,
    } as const;
    const records: Uint8Array[] = [];
    for (let start = 0; start < orders.length; start += EVENTS_PER_RECORD) {
      const events = orders
        .slice(start, start + EVENTS_PER_RECORD)
        .map(({ name, properties, time = received }) => ({
          id: newId(),
          name,
          time,
          properties,
        }));
      records.push(encodeRecord(header, Buffer.from(JSON.stringify({ events }))));
    }
    // What a feed would find in the quarantine, a caller is told at once.
    refuse(
      records.flatMap((record, i) =>
        judge(record).map(({ ordinal, code, message }) => {
          return { index: i * EVENTS_PER_RECORD + ordinal, code, message };
        }),
      ),
    );
    const positions: number[] = [];
    for (const record of records) positions.push(await append(record));
    await Promise.all(positions.map(folded));
  };
}

interface Fault {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

function refuse(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  throw refusal('catalogue.not-valid', 422, `Nothing was written: ${first.message}`, {
    detail: { faults: faults.slice(0, FAULTS_SHOWN_MAX) },
  });
}

function faultsOf(
  { name, properties, time }: CatalogueOrder,
  received: number,
  index: number,
  catalogue: WriterDeps['catalogue'],
): Fault[] {
  const characters = JSON.stringify(properties).length;
  if (characters > CHARACTERS_MAX)
    return [
      { index, code: 'catalogue.too-large', message: `It has more than ${CHARACTERS_MAX} characters.` },
    ];
  const change = readCatalogueEvent({ name, properties, received, time: time ?? received });
  if ('refused' in change) return [{ index, code: change.refused, message: change.message }];
  const limit = change.kind === 'product' ? limitOf(catalogue.product(change.product), change) : undefined;
  return limit === undefined ? [] : [{ index, code: 'catalogue.full', message: limit }];
}
