/** What is known of each product line of an event. Lines stand in arrays; an event without lines has one that says nothing. */
const AMOUNTS = 'arrayMap((p, q) -> toFloat64(p) * q, product_prices, product_quantities)';

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

/** Takes the rows of a select apart into their product lines. The `arrays`, one at least, are columns of it. */
export function perLine(table: string, arrays: ReadonlyMap<ItemField, string>): string {
  // All have as many entries as there are lines, so the first tells it and nothing more is read for that.
  const [first] = arrays.values();
  const joined = [...arrays].map(
    ([field, array]) =>
      `if(empty(${first}), [${ITEM_FIELDS[field].missing}], ${array}) as ${itemName(field)}`,
  );
  // A star does not stand for what is joined.
  const names = [...arrays.keys()].map(itemName).join(', ');
  return `select *, ${names}\nfrom (\n${table}\n)\narray join ${joined.join(',\n  ')}`;
}
