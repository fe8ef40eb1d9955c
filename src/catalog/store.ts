import type { Json } from '../core/index.ts';
import type { CatalogueChange } from './change.ts';
import { type Latest, state } from './latest.ts';

/** A branch where people can go. */
export interface Store {
  readonly id: string;
  readonly place: Latest | undefined;
  readonly attributes: Latest | undefined;
}

/** The store after a change; the same object when everything was stated later already. */
export function applyToStore(store: Store | undefined, change: CatalogueChange & { kind: 'store' }): Store {
  const { place, attributes, time } = change;
  const next = {
    id: change.store,
    place: state(store?.place, place as Record<string, Json>, time),
    attributes:
      Object.keys(attributes).length > 0 ? state(store?.attributes, attributes, time) : store?.attributes,
  };
  return store && next.place === store.place && next.attributes === store.attributes ? store : next;
}
