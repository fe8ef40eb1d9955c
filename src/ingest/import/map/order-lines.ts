import { type Static, Type } from 'typebox';
import { fromMoney, type Identity, type Money, toMoney } from '../../../core/index.ts';
import type { Cell, Row } from '../read/rows.ts';
import { commonSettings, DropOrQuarantine } from './common.ts';
import { compileNumber, compileText, compileTime, type Target } from './compile.ts';
import { Fault } from './fault.ts';
import { From, FromRecord, IdentityList } from './from.ts';
import { contentId, type Outcome, type Preset, type Rules, type Values } from './preset.ts';
import { compileIdentities, compileValues } from './values.ts';

const Schema = Type.Object(
  {
    preset: Type.Literal('order-lines'),
    ...commonSettings,
    /** The order's number: lines that share it are one order, also when up to 100 other lines stand between them. */
    order: From,
    /** When it was placed; that of the order's first line counts. */
    time: From,
    identities: IdentityList,
    /** What a line says of its product: product_id, name, category, brand, variant, coupon … */
    product: FromRecord,
    quantity: Type.Optional(From),
    /** Of one piece. */
    price: Type.Optional(From),
    /** Of the whole line; instead of `price` or beside it, and then it is what counts. */
    lineTotal: Type.Optional(From),
    currency: Type.Optional(From),
    /** Of the order, taken from its first line: shipping, tax, coupon, store_id … */
    properties: Type.Optional(FromRecord),
    context: Type.Optional(FromRecord),
    /** Orders whose number begins so are cancellations. */
    cancelledPrefix: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    /** Cancellations and lines with a negative quantity: an `Order Refunded` of that number, or left out, or quarantined. */
    cancelled: Type.Optional(Type.Union([Type.Literal('refund'), DropOrQuarantine])),
    /** Orders that name no customer: a person of their own by the receipt, or left out, or quarantined. */
    withoutCustomer: Type.Optional(Type.Union([Type.Literal('anonymous'), DropOrQuarantine])),
    /** Other lines with a quantity or an amount of nothing or less: kept, left out, or quarantined. */
    notPositive: Type.Optional(Type.Union([Type.Literal('keep'), DropOrQuarantine])),
  },
  { additionalProperties: false },
);
type OrderLinesMap = Static<typeof Schema>;

interface Line {
  readonly row: Row;
  readonly product: Values;
  readonly amount: Money;
}

const CANCELLED = new Fault('line.cancelled');
const NOT_POSITIVE = new Fault('line.not-positive');
const NO_CUSTOMER = new Fault('order.without-customer');
const NO_ORDER = new Fault('order.without-number');
const NO_TIME = new Fault('order.without-time');
const NO_QUANTITY = new Fault('line.without-quantity');
const NO_AMOUNT = new Fault('line.without-price');
const BROKEN_ORDER = new Fault('order.has-broken-line');

/** Order lines, receipts, invoices: the lines of an order become one `Order Completed`, cancellations `Order Refunded`. */
export const orderLines: Preset = {
  id: 'order-lines',
  title: 'Order lines',
  schema: Schema,
  channel: 'order',
  compile: (map, target) => compileOrderLines(map as OrderLinesMap, target),
};

function compileOrderLines(map: OrderLinesMap, target: Target): Rules {
  if (map.price === undefined && map.lineTotal === undefined) {
    target.problems.push({
      place: '/price',
      message: 'say which column has the price of a piece (price) or of a line (lineTotal)',
    });
  }
  const orderOf = compileText(target, map.order, '/order', 'code');
  const toLine = compileLine(map, target);
  const toOrder = compileOrder(map, target);
  const prefix = map.cancelledPrefix;
  const cancelledPolicy = map.cancelled ?? 'refund';
  const notPositivePolicy = map.notPositive ?? 'quarantine';
  return {
    keyOf: (row) => orderOf(row.cells) ?? NO_ORDER,
    map(rows, outcome) {
      const order = orderOf(rows[0]!.cells) as string;
      const isCancellation = prefix !== undefined && order.startsWith(prefix);
      const bought: Line[] = [];
      const returned: Line[] = [];
      let fault: Fault | undefined;
      for (const row of rows) {
        const line = toLine(row);
        if (line instanceof Fault) {
          // An order without one of its lines would be a false order: all of it waits for the fix.
          fault = line;
          break;
        }
        const quantity = line.product['quantity'] as number;
        if (isCancellation || quantity < 0) {
          if (cancelledPolicy === 'refund') returned.push(positive(line));
          else leaveOut(row, CANCELLED, cancelledPolicy, outcome);
        } else if (notPositivePolicy !== 'keep' && (quantity === 0 || line.amount <= 0)) {
          leaveOut(row, NOT_POSITIVE, notPositivePolicy, outcome);
        } else bought.push(line);
      }
      if (fault !== undefined) return rejectOrder(rows, fault, toLine, outcome);
      if (bought.length > 0) toOrder('Order Completed', order, bought, outcome);
      if (returned.length > 0) toOrder('Order Refunded', order, returned, outcome);
    },
  };
}

function leaveOut(row: Row, fault: Fault, policy: 'drop' | 'quarantine', outcome: Outcome): void {
  if (policy === 'drop') outcome.drop(row, fault);
  else outcome.reject(row, fault);
}

function rejectOrder(
  rows: readonly Row[],
  first: Fault,
  toLine: (row: Row) => Line | Fault,
  outcome: Outcome,
): void {
  for (const row of rows) {
    const line = toLine(row);
    outcome.reject(row, line instanceof Fault ? line : new Fault(BROKEN_ORDER.code, first.column));
  }
}

function positive(line: Line): Line {
  const quantity = Math.abs(line.product['quantity'] as number);
  return { row: line.row, product: { ...line.product, quantity }, amount: Math.abs(line.amount) };
}

function compileLine(map: OrderLinesMap, target: Target): (row: Row) => Line | Fault {
  const productOf = compileValues(target, map.product, '/product');
  const quantityOf = map.quantity === undefined ? () => 1 : compileNumber(target, map.quantity, '/quantity');
  const priceOf = map.price === undefined ? undefined : compileNumber(target, map.price, '/price');
  const totalOf =
    map.lineTotal === undefined ? undefined : compileNumber(target, map.lineTotal, '/lineTotal');
  return (row) => {
    const product: Values = {};
    const fault = productOf(row.cells, product);
    if (fault !== undefined) return fault;
    const quantity = quantityOf(row.cells) ?? NO_QUANTITY;
    if (quantity instanceof Fault) return quantity;
    const amounts = amountsOf(priceOf?.(row.cells), totalOf?.(row.cells), quantity);
    if (amounts instanceof Fault) return amounts;
    product['price'] = amounts.price;
    product['quantity'] = quantity;
    return { row, product, amount: amounts.amount };
  };
}

/** Price of a piece and amount of the line, from whichever of the two the file has. */
function amountsOf(
  price: number | Fault | undefined,
  total: number | Fault | undefined,
  quantity: number,
): { readonly price: number; readonly amount: Money } | Fault {
  if (price instanceof Fault) return price;
  if (total instanceof Fault) return total;
  if (total === undefined && price === undefined) return NO_AMOUNT;
  const piece = toMoney(price ?? (quantity === 0 ? 0 : total! / quantity));
  // Unit prices have up to four decimals; quantities of loose goods have decimals too, so the product is rounded once.
  const amount = total === undefined ? Math.round((piece ?? Number.NaN) * quantity) : toMoney(total);
  if (piece === undefined || amount === undefined || !Number.isSafeInteger(amount)) return NO_AMOUNT;
  return { price: fromMoney(piece), amount };
}

type OrderName = 'Order Completed' | 'Order Refunded';

function compileOrder(
  map: OrderLinesMap,
  target: Target,
): (name: OrderName, order: string, lines: readonly Line[], outcome: Outcome) => void {
  const timeOf = compileTime(target, map.time, '/time');
  const identitiesOf = compileIdentities(target, map.identities, '/identities');
  const currencyOf = map.currency === undefined ? undefined : compileText(target, map.currency, '/currency');
  const propertiesOf = compileValues(target, map.properties ?? {}, '/properties');
  const contextOf = map.context === undefined ? undefined : compileValues(target, map.context, '/context');
  const policy = map.withoutCustomer ?? 'anonymous';
  return (name, order, lines, outcome) => {
    const { cells } = lines[0]!.row;
    const properties: Values = { order_id: order };
    const context: Values = {};
    const time = timeOf(cells) ?? NO_TIME;
    const named = firstNamed(identitiesOf, lines);
    const currency = currencyOf?.(cells);
    const fault =
      propertiesOf(cells, properties) ?? contextOf?.(cells, context) ?? [time, named, currency].find(isFault);
    if (fault !== undefined) {
      for (const { row } of lines) outcome.reject(row, fault);
      return;
    }
    let identities = named as Identity[];
    if (identities.length === 0) {
      if (policy !== 'anonymous') {
        for (const { row } of lines) leaveOut(row, NO_CUSTOMER, policy, outcome);
        return;
      }
      identities = [{ namespace: 'receipt', value: order }];
    }
    let amount = 0;
    let text = name;
    for (const line of lines) {
      amount += line.amount;
      text += '\n' + line.row.text;
    }
    if (name === 'Order Completed') properties['revenue'] = fromMoney(amount);
    properties['total'] ??= fromMoney(amount);
    if (currency !== undefined) properties['currency'] = currency as string;
    properties['products'] = lines.map(({ product }) => product);
    const event = {
      id: contentId(`order:${order}`, text),
      type: 'track',
      name,
      time: time as number,
      identities,
      properties,
    } as const;
    const rows = lines.map(({ row }) => row);
    outcome.event(contextOf === undefined ? event : { ...event, context }, rows);
  };
}

/** The customer may stand on any of the lines. */
function firstNamed(
  identitiesOf: (cells: readonly Cell[]) => Identity[] | Fault,
  lines: readonly Line[],
): Identity[] | Fault {
  for (const { row } of lines) {
    const identities = identitiesOf(row.cells);
    if (identities instanceof Fault || identities.length > 0) return identities;
  }
  return [];
}

function isFault(value: unknown): value is Fault {
  return value instanceof Fault;
}
