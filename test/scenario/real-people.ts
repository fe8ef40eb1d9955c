import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Rows of a packed CSV file as objects; quoted cells may hold commas and doubled quotes, but no line ends. */
export function packedRows(path: string): Record<string, string>[] {
  const [head, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/);
  const names = cellsOf(head!);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

/** An order of the wholesaler: what was bought at one moment. */
export interface RealOrder {
  readonly time: number;
  readonly country: string;
  readonly lines: { readonly product: string; readonly price: number; readonly amount: number }[];
}

/** British clocks went forward in this night; there is no other change in the file. */
const SUMMER_FROM = '2011-03-27';
const HOUR = 3_600_000;

/** The customers of Online Retail with their orders, read without any of the program. */
export function retailCustomers(path: string): RealOrder[][] {
  const customers = new Map<string, Map<string, RealOrder>>();
  for (const row of packedRows(path)) {
    const { CustomerID: customer = '', InvoiceNo: invoice = '', InvoiceDate: date = '' } = row;
    const [quantity, price] = [Number(row.Quantity), Number(row.UnitPrice)];
    if (customer === '' || quantity <= 0 || price <= 0 || invoice.startsWith('C')) continue;
    const utc = Date.parse(`${date.replace(' ', 'T')}Z`);
    const orders = customers.get(customer) ?? new Map<string, RealOrder>();
    customers.set(customer, orders);
    const order = orders.get(invoice) ?? {
      time: date >= SUMMER_FROM ? utc - HOUR : utc,
      country: row.Country ?? '',
      lines: [],
    };
    orders.set(invoice, order);
    order.lines.push({ product: row.StockCode!, price, amount: Math.round(price * quantity * 10_000) });
  }
  return [...customers.values()].map((orders) => [...orders.values()].sort((a, b) => a.time - b.time));
}

/** A click in the electronics shop. */
export interface RealClick {
  readonly event: string;
  readonly time: number;
  readonly platform: string;
  readonly campaign: string;
}

/** The visitors of the electronics shop with their clicks, read without any of the program. */
export function shopVisitors(path: string): RealClick[][] {
  const visitors = new Map<string, RealClick[]>();
  for (const row of packedRows(path)) {
    const clicks = visitors.get(row.user_id!) ?? [];
    visitors.set(row.user_id!, clicks);
    const time = Date.parse(`${row.timestamp!.replace(' ', 'T')}Z`);
    clicks.push({ event: row.event!, time, platform: row.platform!, campaign: row.acquisition_channel! });
  }
  return [...visitors.values()].map((clicks) => clicks.sort((a, b) => a.time - b.time));
}
