import type { JsonObject, Money } from '../core/index.ts';

/** What is known of a product besides its price history and its stock. Every field is optional: nobody said it yet. */
export interface ProductFields {
  name?: string;
  description?: string;
  /** From the widest to the narrowest. */
  category?: readonly string[];
  brand?: string;
  price?: Money;
  listPrice?: Money;
  currency?: string;
  url?: string;
  image?: string;
  variants?: readonly JsonObject[];
  removed?: boolean;
}

/** A field that an event states; null takes the value away. */
export type Stated = { readonly [Name in keyof ProductFields]: ProductFields[Name] | null };
