import { DAY_MS, HOUR_MS, iso, MINUTE_MS } from '../time.ts';
import type { SegmentMessage } from '../wire/message.ts';
import type { Said, Visit } from './visit.ts';

/** How often the wires of a real shop lie, per visit. */
const REPEATED_SHARE = 0.012;
const OFFLINE_SHARE = 0.05;
const BLANK_USER_SHARE = 0.02;
const BLANK_DEVICE_SHARE = 0.004;
const CURRENCY_SHARE = 0.006;
const UNKNOWN_PRODUCT_SHARE = 0.006;

const BLANK_USERS = ['null', '', 'undefined', 'anonymous', '0'];
const BLANK_DEVICES = ['', 'null', 'undefined'];
const WRONG_CURRENCIES = ['EURO', 'eur', '€', 'GPB', 'XXX'];

/** Sends a visit's messages: most as they are, some blank, wrong, twice, late or in the wrong order. */
export function soil(visit: Visit): void {
  const { random } = visit;
  const said = visit.said.slice();
  if (random.chance(CURRENCY_SHARE)) spoilCurrency(visit, said);
  if (random.chance(UNKNOWN_PRODUCT_SHARE)) spoilProduct(visit, said);
  if (visit.source === 'app' && random.chance(BLANK_USER_SHARE * 4)) blankUsers(visit, said);
  if (visit.source === 'web' && random.chance(BLANK_DEVICE_SHARE)) blankDevice(visit, said);
  if (visit.device.clockMs !== 0) showClock(visit.device.clockMs, said);
  if (visit.source === 'app' && random.chance(OFFLINE_SHARE)) {
    sendLate(visit, said);
    return;
  }
  for (const { at, message, fact } of said) visit.stage.emit(visit.source, at + 40, message, fact);
  if (random.chance(REPEATED_SHARE)) repeat(visit, said);
}

/** A batch that the client believes lost comes again, with the same message ids. */
function repeat(visit: Visit, said: readonly Said[]): void {
  const from = visit.random.below(said.length);
  const delay = visit.random.chance(0.7)
    ? visit.random.between(3_000, 4 * MINUTE_MS)
    : visit.random.between(HOUR_MS, 2 * DAY_MS);
  const at = Math.floor(visit.at + delay);
  for (const { message } of said.slice(from, from + 5)) visit.stage.emit(visit.source, at, message);
}

/** The telephone was in a tunnel: the rest of the visit comes when there is a network again, newest batch first. */
function sendLate(visit: Visit, said: readonly Said[]): void {
  const cut = visit.random.below(said.length);
  for (const { at, message, fact } of said.slice(0, cut))
    visit.stage.emit(visit.source, at + 40, message, fact);
  const back = Math.floor(
    visit.at + visit.random.between(2 * MINUTE_MS, visit.random.chance(0.2) ? 3 * DAY_MS : 6 * HOUR_MS),
  );
  const late = said.slice(cut);
  const half = late.length >> 1;
  [...late.slice(half), ...late.slice(0, half)].forEach(({ message, fact }, i) => {
    visit.stage.emit(visit.source, back + i, message, fact);
  });
}

/** An old version of the app writes something where it should write nothing. It names nobody. */
function blankUsers(visit: Visit, said: Said[]): void {
  const userId = visit.random.pick(BLANK_USERS);
  said.forEach((one, i) => {
    if (one.message.userId === undefined && one.message.type !== 'identify')
      said[i] = { ...one, message: { ...one.message, userId } };
  });
}

/** A page that lost its device id: nobody can say whose it was, so no truth goes with it. */
function blankDevice(visit: Visit, said: Said[]): void {
  const i = said.findIndex((one) => one.message.type === 'page' && one.message.userId === undefined);
  if (i < 0) return;
  const anonymousId = visit.random.pick(BLANK_DEVICES);
  said[i] = { at: said[i]!.at, message: { ...said[i]!.message, anonymousId }, fact: undefined };
}

/** The clock of the device is wrong: beside the true time stands what it showed. */
function showClock(clockMs: number, said: Said[]): void {
  said.forEach((one, i) => {
    const originalTimestamp = iso(one.at + clockMs);
    said[i] = { ...one, message: { ...one.message, originalTimestamp } };
  });
}

function spoilCurrency(visit: Visit, said: Said[]): void {
  const currency = visit.random.pick(WRONG_CURRENCIES);
  change(said, (message) =>
    message.event === 'Product Viewed' || message.event === 'Order Completed'
      ? { ...message, properties: { ...message.properties, currency } }
      : undefined,
  );
}

/** A product that the catalogue no longer has: nothing but an id and a price. */
function spoilProduct(visit: Visit, said: Said[]): void {
  const i = said.findIndex((one) => one.message.event === 'Product Viewed');
  if (i < 0) return;
  const { at, message, fact } = said[i]!;
  const properties = {
    product_id: `X${9000 + visit.random.below(400)}`,
    price: message.properties?.['price'] ?? 1,
  };
  said[i] = { at, message: { ...message, properties }, fact: fact && { ...fact, product: undefined } };
}

function change(said: Said[], to: (message: SegmentMessage) => SegmentMessage | undefined): void {
  said.forEach((one, i) => {
    const message = to(one.message);
    if (message) said[i] = { ...one, message };
  });
}
