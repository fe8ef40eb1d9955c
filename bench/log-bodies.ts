const DISTINCT = 64;
const PRODUCTS = 5_000;
const VISITORS = 100_000;
const AGENTS = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
];

/** Bodies as a browser library sends them: about 800 bytes an event; ids and products differ, field names repeat. */
export function bodiesOf(eventsPerBody: number): Buffer[] {
  return Array.from({ length: DISTINCT }, (_, body) => {
    const batch = Array.from({ length: eventsPerBody }, (_, i) => eventOf(body * eventsPerBody + i));
    return Buffer.from(JSON.stringify(eventsPerBody === 1 ? batch[0] : { batch }));
  });
}

function eventOf(n: number): object {
  const chance = Math.imul(n + 1, 2654435761) >>> 0;
  const product = chance % PRODUCTS;
  const page = {
    url: `https://shop.example/p/${product}?utm_source=n${n % 9}`,
    path: `/p/${product}`,
    title: `Product ${product}`,
  };
  return {
    type: 'track',
    event: n % 3 === 0 ? 'Product Added' : 'Product Viewed',
    messageId: `ajs-next-${chance.toString(16)}-${Math.imul(chance, 40503).toString(36)}`,
    anonymousId: `${(chance % VISITORS).toString(16)}-4f1c-8a1e-${Math.imul(chance, 2246822507).toString(16)}`,
    timestamp: new Date(1_780_000_000_000 + n * 37).toISOString(),
    properties: {
      product_id: `sku-${product}`,
      name: `Running shoe ${product}`,
      category: `Shoes/Running/${product % 40}`,
      price: (chance % 20_000) / 100,
      currency: 'EUR',
      quantity: 1 + (chance % 3),
    },
    context: {
      page,
      userAgent: AGENTS[chance % AGENTS.length],
      locale: 'de-DE',
      library: { name: 'analytics.js', version: 'next-1.70.0' },
      campaign: n % 5 === 0 ? { source: 'newsletter', medium: 'email', name: `week-${n % 52}` } : undefined,
    },
  };
}
