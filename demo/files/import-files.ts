import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../src/core/index.ts';
import { catalogueWire, storeWire } from '../behaviour/world-feed.ts';
import { DAY_MS, iso } from '../time.ts';
import type { NativeMessage } from '../wire/message.ts';
import type { SourceId } from '../wire/sources.ts';
import { isInAssortment, shelfStock, storeOutages } from '../world/stock.ts';
import { STORES } from '../world/stores.ts';
import type { World } from '../world/world.ts';
import { type CellValue, CsvFile } from './csv.ts';
import { type ImportFileName, MAPS } from './maps.ts';

const PEOPLE = [
  'time',
  'user',
  'crm',
  'loyalty',
  'email',
  'phone',
  'first_name',
  'last_name',
  'gender',
  'birthday',
  'language',
  'timezone',
  'country',
  'city',
  'street',
  'postal_code',
  'account_since',
  'loyalty_tier',
  'loyalty_points',
];
const CONSENTS = ['time', 'crm', 'email', 'channel', 'purpose', 'state'];
const LINES = [
  'order_id',
  'time',
  'crm',
  'email',
  'loyalty',
  'store_id',
  'loyalty_tier',
  'loyalty_points',
  'product_id',
  'sku',
  'name',
  'category',
  'subcategory',
  'brand',
  'variant',
  'quantity',
  'price',
  'currency',
];
const PRODUCTS = [
  'updated_at',
  'product_id',
  'sku',
  'name',
  'brand',
  'category',
  'description',
  'price',
  'currency',
  'cycle_days',
  'url',
  'image_url',
];
const STOCK = ['updated_at', 'product_id', 'store_id', 'stock'];
const STORE_COLUMNS = ['updated_at', 'store_id', 'name', 'city', 'country', 'latitude', 'longitude'];

/** The retailer's past as files for `rapport import`: a table and a map for each. */
export interface ImportFiles {
  /** Takes a message of before the window; false when no file is for it. */
  take(source: SourceId, message: NativeMessage): boolean;
  /** Writes what is left. Returns the number of rows of each file. */
  close(): Record<string, number>;
}

/** Opens the files in a folder and writes catalogue and stores at once. */
export function openImportFiles(folder: string, world: World): ImportFiles {
  const open = (name: ImportFileName, columns: readonly string[]): CsvFile => {
    writeFileSync(
      join(folder, name.replace('.csv', '.map.json')),
      `${JSON.stringify(MAPS[name], null, 2)}\n`,
    );
    return new CsvFile(join(folder, name), columns);
  };
  const files = {
    'people.csv': open('people.csv', PEOPLE),
    'consents.csv': open('consents.csv', CONSENTS),
    'orders.csv': open('orders.csv', LINES),
    'receipts.csv': open('receipts.csv', LINES),
    'products.csv': open('products.csv', PRODUCTS),
    'stores.csv': open('stores.csv', STORE_COLUMNS),
    'stock.csv': open('stock.csv', STOCK),
  };
  // An export of the day before the window; the feed tells what changed since.
  const updated_at = iso(world.start - DAY_MS);
  for (const product of world.products)
    files['products.csv'].row(
      cellsOf({ ...catalogueWire(product, world.start - DAY_MS, world.seed), updated_at }, PRODUCTS),
    );
  for (const store of STORES)
    files['stores.csv'].row(cellsOf({ ...storeWire(store), updated_at }, STORE_COLUMNS));
  for (const [product, store, pieces] of shelvesOf(world))
    files['stock.csv'].row([updated_at, product, store, pieces]);
  return {
    take(source, message) {
      if (message.name === 'Order Completed')
        writeLines(files[source === 'stores' ? 'receipts.csv' : 'orders.csv'], message);
      else if (message.type === 'identify') files['people.csv'].row(personCells(message));
      else if (message.name === 'Consent Updated') writeConsents(files['consents.csv'], message);
      else return false;
      return true;
    },
    close() {
      for (const file of Object.values(files)) file.close();
      return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.rows]));
    },
  };
}

/** What each store has of its assortment on the day before the window. */
function* shelvesOf(world: World): Generator<[product: string, store: string, pieces: number], void> {
  const { seed, rounds } = world;
  const at = world.start - DAY_MS;
  for (const product of world.products)
    for (const store of STORES) {
      if (!isInAssortment(seed, product, store.index)) continue;
      const outages = storeOutages(seed, product.index, store.index, rounds);
      yield [product.id, store.id, shelfStock(seed, product.index, store.index, outages, at)];
    }
}

function personCells({ time, identities, properties }: NativeMessage): CellValue[] {
  const address = isObject(properties['address']) ? properties['address'] : {};
  const { user, crm, loyalty, email, phone } = identities;
  const [street, postalCode] = [address['street'], address['postalCode']] as (string | undefined)[];
  const named = ['firstName', 'lastName', 'gender', 'birthday', 'language', 'timezone', 'country', 'city'];
  return [
    time,
    user,
    crm,
    loyalty,
    email,
    phone,
    ...cellsOf(properties, named),
    street,
    postalCode,
    ...cellsOf(properties, ['accountSince', 'loyaltyTier', 'loyaltyPoints']),
  ];
}

function writeConsents(file: CsvFile, { time, identities, properties }: NativeMessage): void {
  for (const consent of properties['consents'] as readonly JsonObject[])
    file.row([
      time,
      identities['crm'],
      identities['email'],
      ...cellsOf(consent, ['channel', 'purpose', 'state']),
    ]);
}

function writeLines(file: CsvFile, { time, identities, properties }: NativeMessage): void {
  const loyalty = isObject(properties['loyalty']) ? properties['loyalty'] : {};
  for (const line of properties['products'] as readonly JsonObject[])
    file.row([
      properties['order_id'] as string,
      time,
      identities['crm'],
      identities['email'],
      identities['loyalty'],
      properties['store_id'] as string | undefined,
      ...cellsOf(loyalty, ['tier', 'points']),
      ...cellsOf(line, LINES.slice(8, 17)),
      properties['currency'] as string,
    ]);
}

function cellsOf(object: JsonObject, columns: readonly string[]): CellValue[] {
  return columns.map((column) => object[column] as CellValue);
}
