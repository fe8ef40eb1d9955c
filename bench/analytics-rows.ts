/** Days over which the events of the bench are spread. */
export const START_DAYS = 92;
const SECONDS = START_DAYS * 86_400;

/**
 * In-engine SQL for events of a shop: people come about three times for a visit of about eleven events, in which steps lead to an order now
 * and then. A person's visits are hers, so ways through steps are ways.
 */
export function shopFacts(from: number, count: number, people: number): string {
  return `insert into events (place, time, received, fragment, person, session, id, type, name, source, channel, utm_campaign, path,
    device, country, order_id, revenue, order_count, currency, product_ids, product_categories, product_brands, product_prices, product_quantities,
    properties_text, context_text)
  with
    intDiv(number, 11) as visit,
    number % 11 as step,
    sipHash64(visit, 1) % ${people} + 1 as who,
    toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + toIntervalSecond(sipHash64(visit, 2) % ${SECONDS} + step * 40) as at,
    sipHash64(visit, 3) % 100 as depth,
    multiIf(
      step = 8 and depth < 30, 'Product Added',
      step = 9 and depth < 15, 'Checkout Started',
      step = 10 and depth < 8, 'Order Completed',
      step % 2 = 0, 'Page Viewed',
      step = 3, 'Product List Viewed',
      'Product Viewed') as event,
    event = 'Order Completed' as ordered,
    event like 'Product %' or ordered as lined,
    sipHash64(number, 4) % 3000 as product
  select number * 4096, at, at, who * 2 + visit % 2, who, visit + 1, hex(sipHash64(number)), 'track', event, 'shop',
    ['web', 'web', 'web', 'app', 'store'][1 + visit % 5],
    if(step = 0, ['', '', 'spring', 'sale', 'search-brand'][1 + sipHash64(visit, 5) % 5], ''),
    '/p/' || toString(product), ['mobile', 'desktop', 'tablet'][1 + visit % 3], ['DE', 'AT', 'CH', 'FR'][1 + who % 4],
    if(ordered, 'O' || toString(visit), ''), if(ordered, 20 + product % 80, 0), ordered, if(ordered, 'EUR', ''),
    if(lined, ['P' || toString(product)], []), if(lined, ['Category ' || toString(product % 30)], []), if(lined, ['Brand'], []),
    if(lined, [20 + product % 80], []), if(lined, [1], []),
    '{"category":"Category ' || toString(product % 30) || '"}', '{}'
  from numbers(${from}, ${count})`;
}
