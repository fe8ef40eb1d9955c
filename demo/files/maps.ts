/** How `rapport import` is to read the files that import-files.ts writes: a map beside each file. */
export const MAPS = {
  'people.csv': {
    preset: 'people',
    time: 'time',
    identities: [
      { namespace: 'user', value: 'user' },
      { namespace: 'crm', value: 'crm' },
      { namespace: 'loyalty', value: 'loyalty' },
      { namespace: 'email', value: 'email' },
      { namespace: 'phone', value: 'phone' },
    ],
    traits: {
      email: 'email',
      phone: 'phone',
      firstName: 'first_name',
      lastName: 'last_name',
      gender: 'gender',
      birthday: 'birthday',
      language: 'language',
      timezone: 'timezone',
      country: 'country',
      city: 'city',
      'address.street': 'street',
      'address.postalCode': 'postal_code',
      'address.city': 'city',
      'address.country': 'country',
      accountSince: 'account_since',
      loyaltyTier: 'loyalty_tier',
      loyaltyPoints: { column: 'loyalty_points', as: 'number' },
    },
  },
  'consents.csv': {
    preset: 'events',
    event: { constant: 'Consent Updated' },
    time: 'time',
    identities: [
      { namespace: 'crm', value: 'crm' },
      { namespace: 'email', value: 'email' },
    ],
    properties: { channel: 'channel', purpose: 'purpose', state: 'state' },
  },
  'orders.csv': {
    preset: 'order-lines',
    channel: 'order',
    order: 'order_id',
    time: 'time',
    identities: [
      { namespace: 'crm', value: 'crm' },
      { namespace: 'email', value: 'email' },
    ],
    product: productColumns(),
    quantity: 'quantity',
    price: 'price',
    currency: 'currency',
  },
  'receipts.csv': {
    preset: 'order-lines',
    channel: 'store',
    order: 'order_id',
    time: 'time',
    identities: [{ namespace: 'loyalty', value: 'loyalty' }],
    product: productColumns(),
    quantity: 'quantity',
    price: 'price',
    currency: 'currency',
    properties: {
      store_id: 'store_id',
      'loyalty.tier': 'loyalty_tier',
      'loyalty.points': { column: 'loyalty_points', as: 'number' },
    },
    withoutCustomer: 'anonymous',
  },
  'products.csv': { preset: 'products', time: 'updated_at', product_id: 'product_id', rest: true },
  'stock.csv': {
    preset: 'products',
    time: 'updated_at',
    product_id: 'product_id',
    properties: { store_id: 'store_id', stock: { column: 'stock', as: 'number' } },
  },
  'stores.csv': { preset: 'stores', time: 'updated_at', store_id: 'store_id', rest: true },
} as const;

export type ImportFileName = keyof typeof MAPS;

function productColumns(): Record<string, string> {
  const names = ['product_id', 'sku', 'name', 'category', 'subcategory', 'brand', 'variant'];
  return Object.fromEntries(names.map((name) => [name, name]));
}
