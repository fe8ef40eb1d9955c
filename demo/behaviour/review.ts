import type { Stage } from '../stage.ts';
import type { Order } from '../truth/fact.ts';
import { look } from './browse.ts';
import { directCause } from './cause.ts';
import { soil } from './dirt.ts';
import { logIn } from './login.ts';
import { openVisit, pause, track } from './visit.ts';

const BODIES = [
  'Does what it should.',
  'Would buy it again.',
  'Runs a little small.',
  'Lovely colour.',
  'Not for me.',
  'Worth every cent.',
];

/** A short visit to write about something that was bought. */
export function playReview(stage: Stage, order: Order, at: number): void {
  const { person } = order;
  const device = person.devices.find((one) => !one.isShared);
  if (!device) return;
  if (device.loggedIn !== person.index) device.loggedIn = -1;
  const { product } = order.lines[0]!;
  const visit = openVisit(stage, person, device, directCause(product), at);
  if (person.kind === 'member' || person.kind === 'account') logIn(visit);
  pause(visit, 8);
  look(visit, product);
  pause(visit, 90);
  const rating = 5 - person.random.weighted([52, 26, 12, 6, 4]);
  const review = {
    product_id: product.id,
    review_id: `R-${order.id}`,
    review_body: person.random.pick(BODIES),
    rating,
  };
  track(visit, 'Product Reviewed', review, 'reviewed', product, undefined, String(rating));
  person.lastVisitAt = visit.at;
  soil(visit);
}
