import { type Agent, request } from 'node:http';

/** Events of a shop's pages as Segment clients send them: about 890 bytes each, 100 a batch. */
export interface Bodies {
  readonly list: readonly Buffer[];
  /** Gives every event of a body a message id of its own, and another time (ms) where one is given. */
  stamp(body: Buffer, batch: number, time?: number): void;
  readonly eventBytes: number;
}

export const BATCH_EVENTS = 100;
const ID_DIGITS = 12;
const ID_MARK = 'bench-';
const TIME_MARK = '"timestamp":"';
/** Events of a body are so far apart when they are given another time. */
const STEP_MS = 20;
const PRODUCTS = 600;

/** A small deterministic generator (mulberry32): the same load in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes `count` batches of people out of `people`; the greater the skew, the more of them are about few. */
export function makeBodies(count: number, people: number, seed = 7, skew = 2): Bodies {
  const random = dice(seed);
  const list: Buffer[] = [];
  const offsets = new Map<Buffer, number[]>();
  const times = new Map<Buffer, number[]>();
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const batch = [];
    while (batch.length < BATCH_EVENTS)
      batch.push(...visit(random, Math.floor(random() ** skew * people), BATCH_EVENTS - batch.length));
    const body = Buffer.from(JSON.stringify({ batch, sentAt: new Date(Date.now()).toISOString() }));
    offsets.set(body, placesOf(body, ID_MARK));
    times.set(body, placesOf(body, TIME_MARK));
    list.push(body);
    bytes += body.length;
  }
  return {
    list,
    eventBytes: bytes / count / BATCH_EVENTS,
    stamp(body, batch, time) {
      if (time !== undefined)
        for (const [i, at] of times.get(body)!.entries())
          body.write(new Date(time + i * STEP_MS).toISOString(), at, 'latin1');
      const places = offsets.get(body)!;
      for (const [i, at] of places.entries())
        body.write(String(batch * BATCH_EVENTS + i).padStart(ID_DIGITS, '0'), at, 'latin1');
    },
  };
}

function placesOf(body: Buffer, mark: string): number[] {
  const places: number[] = [];
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) places.push(at + mark.length);
  return places;
}

function visit(random: () => number, who: number, most: number): object[] {
  const isKnown = random() < 0.3;
  const count = Math.min(most, 1 + Math.floor(random() * 5));
  return Array.from({ length: count }, () => event(random, who, isKnown));
}

function event(random: () => number, who: number, isKnown: boolean): object {
  const product = () => {
    const sku = Math.floor(random() * PRODUCTS);
    return {
      product_id: `sku-${sku}`,
      name: `Flow legging number ${sku}`,
      category: `yoga/${sku % 12}`,
      brand: `brand-${sku % 20}`,
      price: 10 + (sku % 90),
      quantity: 1,
    };
  };
  const dieRoll = random();
  const what =
    dieRoll < 0.03 && isKnown
      ? {
          type: 'identify',
          traits: { email: `p${who}@example.com`, firstName: 'Sam', lastName: 'Rivers', tier: 'gold' },
        }
      : dieRoll < 0.05
        ? {
            type: 'track',
            event: 'Order Completed',
            properties: {
              order_id: `o-${who}-${Math.floor(random() * 1e9)}`,
              revenue: 88.5,
              currency: 'EUR',
              products: [product(), product()],
            },
          }
        : dieRoll < 0.4
          ? {
              type: 'page',
              name: 'Category',
              properties: {
                path: '/women/yoga',
                title: 'Yoga wear',
                url: 'https://shop.example/women/yoga',
                referrer: 'https://search.example/',
              },
            }
          : {
              type: 'track',
              event: dieRoll < 0.85 ? 'Product Viewed' : 'Product Added',
              properties: { ...product(), currency: 'EUR', position: 3, list_id: 'new-in' },
            };
  return {
    ...what,
    messageId: `${ID_MARK}${'0'.repeat(ID_DIGITS)}`,
    anonymousId: `device-${who}`,
    ...(isKnown ? { userId: `user-${who}` } : {}),
    timestamp: new Date(Date.now() - Math.floor(random() * 5_000)).toISOString(),
    context: {
      library: { name: 'analytics.js', version: '2.1.0' },
      page: {
        path: '/women/yoga',
        referrer: 'https://search.example/',
        search: '',
        title: 'Yoga wear',
        url: 'https://shop.example/women/yoga',
      },
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      locale: 'de-DE',
      campaign: { source: 'search', medium: 'cpc', name: 'spring' },
      ip: '127.0.0.1',
    },
  };
}

/** Posts a body and resolves with the status. */
export function post(url: URL, key: string, agent: Agent, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
