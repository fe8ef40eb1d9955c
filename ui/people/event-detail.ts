import type { TimelineEvent } from './queries.ts';

const SHOWN_PRODUCTS = 3;

/** What things are called that an event names by their ids. */
export interface EventNames {
  audience(id: string): string;
  consent(channel: string, purpose: string, state: string): string;
}

/** What an event was about, in its own words: products, the search, the page, the audience, the topic. */
export function eventDetail({ properties, context }: TimelineEvent, names: EventNames): string {
  const said = (name: string): string => textOf(properties[name]);
  const products = Array.isArray(properties['products'])
    ? properties['products'].slice(0, SHOWN_PRODUCTS).map((product) => textOf(fieldOf(product, 'name')))
    : [];
  const consent =
    said('channel') && names.consent(said('channel'), said('purpose') || 'marketing', said('state'));
  const candidates = [
    products.filter((name) => name !== '').join(', '),
    said('name'),
    said('query') && `“${said('query')}”`,
    said('audience') && names.audience(said('audience')),
    said('topic') && [said('topic'), said('outcome')].filter(Boolean).join(' · '),
    said('text'),
    said('title'),
    said('subject'),
    said('campaign') || said('campaign_id'),
    said('state') && consent,
    said('order_id'),
    said('category'),
    textOf(fieldOf(context['page'], 'path')),
  ];
  return candidates.find((candidate) => candidate) ?? '';
}

/** Ids of the products that an event names: those in its list, or the one that it is about. */
export function productIdsOf({ properties }: TimelineEvent): string[] {
  const lines = Array.isArray(properties['products']) ? properties['products'] : [properties];
  const ids = lines.slice(0, SHOWN_PRODUCTS).map((line) => textOf(fieldOf(line, 'product_id')));
  return ids.filter((id) => id !== '');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
