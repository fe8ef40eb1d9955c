/** What is known of each product line of an event. Lines stand in arrays; an event without lines has one that says nothing. */
const AMOUNTS = 'arrayMap((p, q) -> toFloat64(p) * q, product_prices, product_quantities)';

/** How many lines an event has: the sizes of the lists are read without what stands in them. */
export const LINE_COUNT = 'product_ids.size0';

/** The fields of a line: the array over all lines in terms of the table, and what a missing line says. */
export const ITEM_FIELDS = {
  product: { array: 'product_ids', missing: "''" },
  category: { array: 'product_categories', missing: "''" },
  brand: { array: 'product_brands', missing: "''" },
  price: { array: 'arrayMap(p -> toFloat64(p), product_prices)', missing: '0' },
  quantity: { array: 'product_quantities', missing: '0' },
  /** The share of a line in its event, by amount, or equal shares where amounts say nothing. The shares of an event add up to 1. */
  weight: {
    array: `if(arraySum(${AMOUNTS}) = 0, arrayMap(q -> 1 / length(product_quantities), product_quantities), arrayMap(a -> a / arraySum(${AMOUNTS}), ${AMOUNTS}))`,
    missing: '1',
  },
} as const;

export type ItemField = keyof typeof ITEM_FIELDS;

/** The name of a field where events are taken apart into lines. */
export function itemName(field: ItemField): string {
  return `item_${field}`;
}

/** Takes the rows of a select apart into their product lines. `count`, how many there are, and the values of `arrays` are columns of it. */
export function perLine(table: string, count: string, arrays: ReadonlyMap<ItemField, string>): string {
  const joined = [...arrays].map(
    ([field, array]) => `if(${count} = 0, [${ITEM_FIELDS[field].missing}], ${array}) as ${itemName(field)}`,
  );
  // A star does not stand for what is joined.
  const names = [...arrays.keys()].map(itemName).join(', ');
  return `select *, ${names}\nfrom (\n${table}\n)\narray join ${joined.join(',\n  ')}`;
}
