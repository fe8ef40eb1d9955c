import type { Condition, Matcher } from '../../core/condition/index.ts';
import type { Frame } from '../frame.ts';
import type { Dimension } from '../model/dimension.ts';
import { stepSpan } from '../range/calendar.ts';
import type { Span } from '../range/span.ts';

/** A value of a dimension in the words of conditions: a test of the event, of a product line or of the person, or a stretch of time. */
export type DimensionFilter =
  | { readonly where: NonNullable<Matcher['where']>[number] }
  | { readonly products: NonNullable<Matcher['products']>[number] }
  | { readonly person: Condition }
  | { readonly span: Span };

/** What an event says of itself, by dimension. */
const ORIGINS = { event: 'name', channel: 'channel', source: 'source' } as const;
/** Properties with a dimension of their own. */
const PROPERTIES: Readonly<Record<string, string>> = {
  search: 'query',
  coupon: 'coupon',
  list: 'list_id',
  promotion: 'promotion_id',
  store: 'store_id',
  journey: 'journey',
  'journey-step': 'step',
  message: 'message',
  offer: 'offer',
  placement: 'placement',
  experience: 'experience',
  experiment: 'experiment',
  variant: 'variant',
};
/** Where the surroundings of an event say it. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'utm-source': 'campaign.source',
  'utm-medium': 'campaign.medium',
  campaign: 'campaign.name',
  'utm-term': 'campaign.term',
  'utm-content': 'campaign.content',
  country: 'location.country',
  city: 'location.city',
};
const PRODUCTS: Readonly<Record<string, string>> = {
  category: 'category',
  brand: 'brand',
  product: 'product_id',
};
/** Texts of conditions are no longer. */
const CHARACTERS_MAX = 256;

/** The filter that a value of a dimension stands for; undefined where conditions have no words for it. */
export function dimensionFilter(
  { id, unit }: Dimension,
  value: string,
  frame: Frame,
): DimensionFilter | undefined {
  if (unit) return { span: stepSpan(frame, unit, value) };
  if (value === '' || value.length > CHARACTERS_MAX) return undefined;
  const text = { is: value };
  const [family, path = ''] = [id.split(':', 1)[0]!, id.slice(id.indexOf(':') + 1)];
  if (Object.hasOwn(ORIGINS, id)) return { where: { origin: ORIGINS[id as keyof typeof ORIGINS], text } };
  if (Object.hasOwn(PROPERTIES, id)) return { where: { property: PROPERTIES[id]!, text } };
  if (Object.hasOwn(CONTEXTS, id)) return { where: { context: CONTEXTS[id]!, text } };
  if (Object.hasOwn(PRODUCTS, id)) return { products: { product: PRODUCTS[id]!, text } };
  if (family === 'property') return { where: { property: path, text } };
  if (family === 'context') return { where: { context: path, text } };
  if (family === 'attribute') return { person: { attribute: path, text } };
  if (id === 'catalogue:category' || id === 'catalogue:brand')
    return { products: { catalogue: path as 'category' | 'brand', text } };
  return undefined;
}
