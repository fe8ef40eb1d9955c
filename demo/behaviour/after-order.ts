import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS, midnight } from '../time.ts';
import { type Order, revenueOf } from '../truth/fact.ts';
import { amount } from '../wire/product-wire.ts';
import { takeCall } from './call.ts';
import { orderSystemIds, type Report, report } from './native.ts';
import { linesWire } from './order.ts';
import { playReview } from './review.ts';

const CANCEL_SHARE = 0.015;
const RETURN_SHARE = 0.09;
const CLOTHES_RETURN_SHARE = 0.19;
const TROUBLE_SHARE = 0.035;
const REVIEW_SHARE = 0.06;

/** What follows an order that is shipped: parcel, delivery, perhaps a return, a review, a call. */
export function afterOrder(stage: Stage, order: Order, visitEnd: number): void {
  const { random } = order.person;
  const placed = Math.max(order.at, visitEnd);
  if (random.chance(CANCEL_SHARE)) {
    const at = placed + Math.floor(random.between(0.2, 6) * HOUR_MS);
    stage.schedule(at, () =>
      tell(stage, order, at, 'Order Cancelled', 'cancelled', { reason: 'changed her mind' }),
    );
    return;
  }
  const shipped = midnight(placed) + DAY_MS + Math.floor(random.between(8, 17) * HOUR_MS);
  const delivered = shipped + Math.floor(random.between(1, 4) * DAY_MS);
  const parcel = { tracking_id: `TR${order.id}` };
  stage.schedule(shipped, () => tell(stage, order, shipped, 'Order Shipped', 'system', parcel));
  stage.schedule(delivered, () => tell(stage, order, delivered, 'Order Delivered', 'system', parcel));
  const isClothes = order.lines.some(
    ({ product }) => product.kind.shape === 'legs' || product.kind.shape === 'garment',
  );
  if (random.chance(isClothes ? CLOTHES_RETURN_SHARE : RETURN_SHARE)) {
    const at = delivered + Math.floor(random.between(2, 14) * DAY_MS);
    stage.schedule(at, () => giveBack(stage, order, at));
  } else if (random.chance(REVIEW_SHARE)) {
    const at = delivered + Math.floor(random.between(1, 12) * DAY_MS);
    stage.schedule(at, () => playReview(stage, order, at));
  }
  if (random.chance(TROUBLE_SHARE))
    takeCall(stage, order.person, delivered + random.below(2 * DAY_MS), 'where is my parcel', order.id);
}

/** Some of the things come back, or all. */
function giveBack(stage: Stage, order: Order, at: number): void {
  const { random } = order.person;
  const some = order.lines.filter(() => random.chance(0.6));
  const lines = some.length === 0 ? order.lines.slice(0, 1) : some;
  const share = revenueOf(order) / order.subtotalCents;
  const cents = lines.reduce((sum, line) => sum + line.priceCents * line.quantity, 0);
  tell(stage, order, at, 'Order Refunded', 'refunded', {
    total: amount(Math.round(cents * share)),
    currency: order.currency,
    products: linesWire(lines),
  });
}

function tell(
  stage: Stage,
  order: Order,
  at: number,
  name: string,
  kind: Report['kind'],
  properties: Report['properties'],
): void {
  report(stage, {
    source: 'orders',
    id: `${order.id}-${name.split(' ')[1]!.toLowerCase()}`,
    name,
    at,
    person: order.person,
    identities: orderSystemIds(stage.world.seed, order.person),
    properties: { order_id: order.id, ...properties },
    kind,
    order,
    text: typeof properties['total'] === 'number' ? String(properties['total']) : '',
  });
}
