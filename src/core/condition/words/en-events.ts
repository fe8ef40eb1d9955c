import type { EventWords, KnownEvent } from './dictionary.ts';

/** `past` and `tail` stand around the thing: added … to the cart. */
function event(
  past: string,
  object: string,
  none: string,
  tail: string,
  one: string,
  many: string,
): EventWords {
  const around = (verb: string, thing: string): string => `${verb} ${thing} ${tail} {when}`;
  return {
    did: around(past, object),
    didThing: around(past, '{thing}'),
    not: around(`has not ${past}`, none),
    notThing: around(`has not ${past}`, '{thing}'),
    many,
    first: `the first ${one}`,
    last: `the last ${one}`,
    since: `since the last ${one}`,
  };
}

/** What people do, in English. */
export const enEvents: Readonly<Record<KnownEvent, EventWords>> = {
  'Order Completed': event('bought', '', '', '', 'purchase', 'purchases'),
  'Order Refunded': event('returned', 'an order', 'any order', '', 'return', 'returns'),
  'Order Cancelled': event('cancelled', 'an order', 'any order', '', 'cancellation', 'cancellations'),
  'Product Viewed': event('viewed', 'a product', 'any product', '', 'product view', 'product views'),
  'Product List Viewed': event('viewed', 'a product list', 'any product list', '', 'list view', 'list views'),
  'Product Added': event(
    'added',
    'a product',
    'any product',
    'to the cart',
    'addition to the cart',
    'additions to the cart',
  ),
  'Product Removed': event(
    'removed',
    'a product',
    'any product',
    'from the cart',
    'removal from the cart',
    'removals from the cart',
  ),
  'Product Added to Wishlist': event(
    'added',
    'a product',
    'any product',
    'to the wish list',
    'wish',
    'wishes',
  ),
  'Product Reviewed': event('reviewed', 'a product', 'any product', '', 'review', 'reviews'),
  'Products Searched': event('searched', 'for products', 'for products', '', 'search', 'searches'),
  'Cart Viewed': event('viewed', 'the cart', 'the cart', '', 'cart view', 'cart views'),
  'Checkout Started': event('started', 'a checkout', 'any checkout', '', 'checkout', 'checkouts'),
  'Coupon Applied': event('used', 'a coupon', 'any coupon', '', 'use of a coupon', 'uses of coupons'),
  'Promotion Clicked': event(
    'clicked',
    'a promotion',
    'any promotion',
    '',
    'click on a promotion',
    'clicks on promotions',
  ),
  'Page Viewed': event('viewed', 'a page', 'any page', '', 'page view', 'page views'),
  'Screen Viewed': event('viewed', 'an app screen', 'any app screen', '', 'screen view', 'screen views'),
  'Email Opened': event('opened', 'an e-mail', 'any e-mail', '', 'opened e-mail', 'opened e-mails'),
  'Email Link Clicked': event(
    'clicked',
    'in an e-mail',
    'in any e-mail',
    '',
    'click in an e-mail',
    'clicks in e-mails',
  ),
};
