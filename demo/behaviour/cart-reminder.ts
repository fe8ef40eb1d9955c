import type { Person } from '../people/person.ts';
import { shareOf } from '../random.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS } from '../time.ts';
import { HOLD_OUT_SHARE, type MessageCampaign } from '../world/campaigns.ts';
import { sendMessage } from './send.ts';

/** The one automatic message that the retailer had before: a mail some hours after a cart was left. */
const CART_REMINDER: MessageCampaign = {
  id: 'auto-cart-reminder',
  channel: 'email',
  subject: 'Your cart is waiting',
  at: 0,
  department: undefined,
  coupon: undefined,
  discount: 0,
  response: 0.12,
};

const WAIT_MS = 4 * HOUR_MS;

/** Reminds a known person of a cart, or holds her out. */
export function remindOfCart(stage: Stage, person: Person, leftAt: number): void {
  if (person.cart.length === 0 || !person.isKnown || !person.allowsEmail || person.kind === 'card') return;
  const at = leftAt + WAIT_MS;
  const orderCount = person.orderCount;
  stage.schedule(at, () => {
    if (person.orderCount > orderCount || !person.allowsEmail) return;
    const isHeldOut =
      shareOf(stage.world.seed, `hold ${CART_REMINDER.id} ${person.key}`, Math.floor(at / DAY_MS)) <
      HOLD_OUT_SHARE;
    sendMessage(stage, person, CART_REMINDER, at, isHeldOut);
  });
}
