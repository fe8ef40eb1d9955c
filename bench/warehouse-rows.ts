import { tsv, tsvJson, tsvNumbers, tsvTexts, tsvTime } from '../src/engine/warehouse/index.ts';

/** The columns of the rows made here: all of table `events` but `properties`, which follows from its text. */
export const COLUMNS =
  'place time received fragment person session id type name source channel identities utm_source utm_medium utm_campaign utm_term utm_content path referrer_host device platform country city store order_id revenue currency product_ids product_categories product_brands product_prices product_quantities properties_text context_text'.split(
    ' ',
  );

const START = Date.UTC(2026, 4, 3);
const PEOPLE = 26_000;
const PRODUCTS = 3_000;
const NAMES = [
  'Page Viewed',
  'Product Viewed',
  'Product Viewed',
  'Product List Viewed',
  'Product Added',
  'Order Completed',
];
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
];

/** A number that looks random and is the same for the same row, so that every run inserts the same. */
function mixed(row: number, salt: number): number {
  let hash = Math.imul(row ^ (salt * 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One fact of a shop as a TabSeparated line of about 1,000 bytes. */
export function factLine(row: number): string {
  const person = mixed(row, 1) % PEOPLE;
  const name = NAMES[mixed(row, 2) % NAMES.length] as string;
  const product = mixed(row, 3) % PRODUCTS;
  const time = tsvTime(START + row * 20);
  const isOrder = name === 'Order Completed';
  const isMobile = person % 2 === 1;
  const id = `P${100_000 + product}`;
  const price = (product * 7) % 200;
  const isAboutProduct = isOrder || name.startsWith('Product ');
  const orderId = isOrder ? `O${mixed(row, 4).toString(36)}` : '';
  return `${[
    row * 3 + 4096,
    time,
    time,
    person * 7919 + 13,
    person + 1,
    person * 100 + Math.floor(row / 100_000),
    `${mixed(row, 5).toString(16)}-${mixed(row, 6).toString(16)}-${mixed(row, 7).toString(16)}`,
    name === 'Page Viewed' ? 'page' : 'track',
    tsv(name),
    'web-shop',
    isMobile ? 'app' : 'web',
    tsvTexts([
      `anonymous:${mixed(person, 8).toString(16)}-${mixed(person, 9).toString(16)}`,
      `user:u${person}`,
    ]),
    'google\tcpc\tsummer\t\t',
    tsv(`/p/${id}`),
    'www.google.com',
    isMobile ? 'mobile\tiOS' : 'desktop\tWindows',
    'GB\tLondon\t',
    orderId,
    isOrder ? price : 0,
    isOrder ? 'EUR' : '',
    isAboutProduct ? tsvTexts([id]) : '[]',
    isAboutProduct ? tsvTexts([`Category ${product % 30}`]) : '[]',
    isAboutProduct ? tsvTexts([`Brand ${product % 40}`]) : '[]',
    isAboutProduct ? tsvNumbers([price]) : '[]',
    isAboutProduct ? tsvNumbers([1]) : '[]',
    tsvJson(JSON.stringify(propertiesOf(row, product, price, id, orderId))),
    tsvJson(JSON.stringify(contextOf(row, person, id))),
  ].join('\t')}\n`;
}

function propertiesOf(row: number, product: number, price: number, id: string, orderId: string): object {
  return {
    product_id: id,
    sku: `SKU-${id}`,
    name: `Brand ${product % 40} model ${product}`,
    category: `Category ${product % 30}`,
    brand: `Brand ${product % 40}`,
    variant: product % 2 ? 'red-M' : 'blue-L',
    price,
    quantity: 1,
    currency: 'EUR',
    url: `https://shop.example.com/p/${id}`,
    position: mixed(row, 10) % 30,
    ...(orderId && { order_id: orderId, total: price, tax: 3.1, shipping: 4.9 }),
  };
}

function contextOf(row: number, person: number, id: string): object {
  return {
    ip: `10.${person % 250}.${row % 250}.1`,
    userAgent: AGENTS[person % 2],
    locale: 'en-GB',
    page: { path: `/p/${id}`, url: `https://shop.example.com/p/${id}`, referrer: 'https://www.google.com/' },
    campaign: { name: 'summer', source: 'google', medium: 'cpc' },
    library: { name: 'analytics.js', version: '2.1.0' },
    screen: { width: 1920, height: 1080 },
  };
}

/** In-engine SQL for many narrow facts: two fragments a person, at random moments of a month. */
export function manyFacts(from: number, count: number, fragments: number): string {
  return `insert into events (place, time, received, fragment, person, session, id, type, name, source, channel, path,
    device, country, revenue, properties_text, context_text)
  select number * 4096, toDateTime64('2026-05-01 00:00:00', 3, 'UTC') + toIntervalSecond(sipHash64(number) % 2600000) as at,
    at, sipHash64(number, 1) % ${fragments} + 1 as chosen, intDiv(chosen, 2) + 1, chosen * 7, hex(sipHash128(number)), 'track',
    ['Page Viewed', 'Product Viewed', 'Product Added', 'Order Completed'][1 + number % 4], 'web-shop', 'web',
    '/p/' || toString(number % 3000), 'mobile', 'GB', if(number % 4 = 3, 10, 0),
    '{"category":"Category ' || toString(number % 30) || '","name":"' || hex(sipHash128(number, 2)) || '"}',
    '{"userAgent":"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)","ip":"10.0.0.' || toString(number % 250) || '"}'
  from numbers(${from}, ${count})`;
}
