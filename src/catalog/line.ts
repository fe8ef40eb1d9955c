import { type Event, fromMoney } from '../core/index.ts';
import { tsv, tsvJson, tsvTexts, tsvTime } from '../engine/warehouse/index.ts';
import type { CatalogueChange } from './change.ts';

/** The columns of a line for table `catalogue_changes`. */
export const CATALOGUE_COLUMNS = [
  'place',
  'time',
  'received',
  'id',
  'source',
  'name',
  'product',
  'store',
  'said',
  'category',
  'brand',
  'price',
  'list_price',
  'currency',
  'stock',
  'properties_text',
] as const;

/** A change of the catalogue as a line for the warehouse, with everything that the event said. */
export function catalogueLine(event: Event, change: CatalogueChange, place: number): string {
  const fields = change.kind === 'product' ? change.fields : {};
  const stock = change.kind === 'product' ? change.stock : undefined;
  const said = change.kind === 'product' ? Object.keys(fields) : Object.keys(change.place);
  if (stock) said.push('stock');
  const { price, listPrice } = fields;
  return `${[
    place,
    tsvTime(change.time),
    tsvTime(event.received),
    tsv(event.id),
    tsv(event.source),
    tsv(event.name),
    tsv(change.kind === 'product' ? change.product : ''),
    tsv(change.kind === 'product' ? (stock?.store ?? '') : change.store),
    tsvTexts(said),
    tsv(fields.category?.join('/') ?? ''),
    tsv(fields.brand ?? ''),
    price === undefined || price === null ? '\\N' : fromMoney(price),
    listPrice === undefined || listPrice === null ? '\\N' : fromMoney(listPrice),
    fields.currency ?? '',
    stock?.quantity ?? '\\N',
    tsvJson(JSON.stringify(event.properties)),
  ].join('\t')}\n`;
}
