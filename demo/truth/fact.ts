import type { Device } from '../people/devices.ts';
import type { Person } from '../people/person.ts';
import type { MessageCampaign } from '../world/campaigns.ts';
import type { Channel, ChannelId } from '../world/channels.ts';
import type { Incident } from '../world/incidents.ts';
import type { Product } from '../world/products.ts';
import type { Store } from '../world/stores.ts';

/** What happened, in the words of the shop. */
export type FactKind =
  | 'page'
  | 'listed'
  | 'searched'
  | 'viewed'
  | 'added'
  | 'removed'
  | 'checkout'
  | 'payment'
  | 'ordered'
  | 'refunded'
  | 'cancelled'
  | 'identified'
  | 'logged in'
  | 'waits for stock'
  | 'wished'
  | 'unwished'
  | 'reviewed'
  | 'called'
  | 'sent'
  | 'opened'
  | 'clicked'
  | 'bounced'
  | 'consent'
  | 'promotion'
  | 'system';

/** How somebody was present: with a device, a card, a voice. */
export interface Presence {
  /** The sender on the wire: an anonymous id, or `loyalty:…`; empty when there is none. */
  readonly sender: string;
  readonly device: Device | undefined;
  /** The person whom the message names; undefined while she is anonymous. */
  readonly as: Person | undefined;
}

/** One truth. The same shape for all kinds, so that ten million of them stay cheap. */
export interface Fact extends Presence {
  readonly kind: FactKind;
  /** Who it truly was. */
  readonly who: Person;
  readonly time: number;
  /** Opens and extends sessions: it came over an interactive channel. */
  readonly isInteractive: boolean;
  readonly product: Product | undefined;
  readonly order: Order | undefined;
  /** Search words, a reason, a variant. */
  readonly text: string;
  readonly campaign: MessageCampaign | undefined;
}

/** A line of an order, in cents of the order's currency. */
export interface OrderLine {
  readonly product: Product;
  readonly variant: string;
  readonly quantity: number;
  readonly priceCents: number;
}

/** Why somebody came: the way in, and what it was about. */
export interface Cause {
  readonly channel: Channel;
  /** utm_campaign; empty without one. */
  readonly campaignId: string;
  readonly source: string;
  readonly term: string;
  readonly department: string | undefined;
  readonly product: Product | undefined;
  readonly message: MessageCampaign | undefined;
  readonly incident: Incident['id'] | undefined;
}

/** An order and the truth about it. */
export interface Order {
  readonly id: string;
  readonly person: Person;
  readonly at: number;
  readonly channel: 'web' | 'app' | 'store' | 'order';
  readonly store: Store | undefined;
  readonly lines: readonly OrderLine[];
  readonly currency: string;
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly shippingCents: number;
  readonly coupon: string | undefined;
  /** What each channel truly added to the probability of this order; the shares sum to 1. */
  readonly credits: Readonly<Partial<Record<ChannelId, number>>>;
  /** The online visit that sent her to the store. */
  readonly brickFrom: { readonly channel: ChannelId; readonly at: number } | undefined;
  readonly cause: Cause | undefined;
}

/** Revenue as Segment counts it: lines less discount, without shipping. */
export function revenueOf(order: Order): number {
  return order.subtotalCents - order.discountCents;
}

/** Who got a message and who was held out, and what it was expected to do. */
export interface Assignment {
  readonly campaign: MessageCampaign;
  readonly person: Person;
  readonly at: number;
  readonly isHeldOut: boolean;
  /** Orders that the message adds, expected at the moment of sending. */
  readonly uplift: number;
}
