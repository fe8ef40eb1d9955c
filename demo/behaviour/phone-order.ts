import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS } from '../time.ts';
import { CALL_DAY, momentOfDay } from '../world/rhythm.ts';
import { afterOrder } from './after-order.ts';
import { takeCall } from './call.ts';
import { orderSystemIds, report } from './native.ts';
import { orderWire, placeOrder } from './order.ts';
import { basketSize, lineOf, pickAvailable, pickDepartment } from './taste.ts';

/** Somebody calls and orders; the agent types it into the order system. */
export function orderByPhone(stage: Stage, person: Person, day: number): void {
  const at = Math.floor(day + momentOfDay(CALL_DAY, person.random.next()));
  takeCall(stage, person, day - DAY_MS, 'order by telephone');
  stage.schedule(at, () => {
    const cart = Array.from({ length: basketSize(person) }, () =>
      lineOf(person, pickAvailable(stage.world, person, pickDepartment(person), at)),
    );
    const order = placeOrder({ person, at, channel: 'order', cart });
    report(stage, {
      source: 'orders',
      id: `${order.id}-completed`,
      name: 'Order Completed',
      at,
      person,
      identities: orderSystemIds(stage.world.seed, person),
      properties: orderWire(order, { ordered_by: 'telephone' }),
      kind: 'ordered',
      order,
    });
    afterOrder(stage, order, at);
  });
}
