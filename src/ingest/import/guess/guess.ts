import type { ImportMap } from '../map/map.ts';
import { parseMap } from '../map/map.ts';
import type { Cell, Reading, Row } from '../read/rows.ts';
import { type Role, type Roles, rolesOf } from './roles.ts';
import { cancelledPrefix, fittingTimeFormats, hasDecimalComma } from './values.ts';

/** A map to begin with, and what its owner should look at. */
export interface Guess {
  readonly map: ImportMap;
  readonly notes: readonly string[];
}

/** Namespaces that people are known by, devices first: an event's first identity is its sender. */
const IDENTITY_ROLES = ['anonymous', 'user', 'crm', 'loyalty', 'email', 'phone'] as const satisfies Role[];

/** Guesses a map from the names of the columns and the first rows; undefined when the file looks like nothing we know. */
export function guessMap(reading: Pick<Reading, 'columns' | 'sample'>): Guess | undefined {
  const roles = rolesOf(reading.columns);
  const draft = draftOf(roles);
  if (draft === undefined) return undefined;
  const notes: string[] = [];
  const common = { ...timeSettings(reading, roles, notes), ...numberSettings(reading, roles) };
  const orders = roles.order === undefined ? [] : textsOf(reading, roles.order);
  const prefix = draft['preset'] === 'order-lines' ? cancelledPrefix(orders) : undefined;
  if (prefix !== undefined) {
    draft['cancelledPrefix'] = prefix;
    notes.push(`Orders that begin with ${prefix} are taken for cancellations.`);
  }
  if (draft['preset'] === 'order-lines' && roles.currency === undefined) {
    notes.push('The file names no currency; add "currency": { "constant": "EUR" } or what it is.');
  }
  if (roles.time !== undefined) notes.push('Times without a zone are taken as UTC; set "timeZone".');
  return { map: parseMap({ ...draft, ...common }), notes };
}

function draftOf(roles: Roles): Record<string, unknown> | undefined {
  const identities = IDENTITY_ROLES.filter((role) => roles[role] !== undefined).map((role) => ({
    namespace: role,
    value: roles[role],
  }));
  const price = roles.price ?? roles.lineTotal;
  if (roles.order !== undefined && roles.time !== undefined && price !== undefined) {
    return orderLines(roles, identities);
  }
  if (roles.event !== undefined && roles.time !== undefined && identities.length > 0) {
    return { preset: 'events', event: roles.event, time: roles.time, identities, rest: true };
  }
  if (roles.product !== undefined && identities.length === 0) {
    const properties = named(roles, {
      name: 'productName',
      price: 'price',
      category: 'category',
      brand: 'brand',
    });
    return { preset: 'products', product_id: roles.product, properties, rest: true };
  }
  if (roles.store !== undefined && identities.length === 0)
    return { preset: 'stores', store_id: roles.store, rest: true };
  if (identities.length === 0) return undefined;
  const traits = named(roles, {
    email: 'email',
    phone: 'phone',
    firstName: 'firstName',
    lastName: 'lastName',
  });
  return { preset: 'people', identities, traits, rest: true };
}

function orderLines(roles: Roles, identities: readonly unknown[]): Record<string, unknown> {
  return {
    preset: 'order-lines',
    order: roles.order,
    time: roles.time,
    // A till without customer cards: every receipt is a person of its own.
    identities: identities.length > 0 ? identities : [{ namespace: 'receipt', value: roles.order }],
    product: named(roles, {
      product_id: 'product',
      name: 'productName',
      category: 'category',
      brand: 'brand',
      variant: 'variant',
    }),
    ...named(roles, { quantity: 'quantity', price: 'price', lineTotal: 'lineTotal', currency: 'currency' }),
    properties: named(roles, { coupon: 'coupon', store_id: 'store', country: 'country' }),
  };
}

function named(roles: Roles, names: Readonly<Record<string, Role>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, role] of Object.entries(names)) {
    const column = roles[role];
    if (column !== undefined) found[name] = column;
  }
  return found;
}

function timeSettings(
  reading: Pick<Reading, 'columns' | 'sample'>,
  roles: Roles,
  notes: string[],
): Record<string, string> {
  if (roles.time === undefined) return {};
  const texts = textsOf(reading, roles.time);
  const [best, second] = fittingTimeFormats(texts);
  if (texts.length === 0 || best === 'auto') return {};
  if (best === undefined) {
    notes.push(`The times in "${roles.time}" are in no format that is known here; set "timeFormat".`);
    return {};
  }
  if (second !== undefined) notes.push(`The times could be ${best} or ${second}; check "timeFormat".`);
  return { timeFormat: best };
}

function numberSettings(reading: Pick<Reading, 'columns' | 'sample'>, roles: Roles): Record<string, string> {
  const columns = [roles.price, roles.lineTotal, roles.quantity].filter((column) => column !== undefined);
  const texts = columns.flatMap((column) => textsOf(reading, column));
  return hasDecimalComma(texts) ? { decimal: ',' } : {};
}

function textsOf(reading: Pick<Reading, 'columns' | 'sample'>, column: string): string[] {
  const index = reading.columns.indexOf(column);
  return reading.sample
    .map((row: Row): Cell => row.cells[index])
    .flatMap((cell) => {
      const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
      return text === '' ? [] : [text];
    });
}
