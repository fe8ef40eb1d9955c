/** Properties of events that the warehouse keeps in a column of a type of their own (migrations/warehouse): '' or 0 where there is none. */
export const TEXT_PROPERTIES = [
  'product_id',
  'sku',
  'name',
  'category',
  'brand',
  'variant',
  'query',
  'list_id',
  'cart_id',
  'checkout_id',
  'coupon',
  'promotion_id',
] as const;

/** Those that are numbers there. */
export const NUMBER_PROPERTIES = ['price', 'quantity', 'value'] as const;
