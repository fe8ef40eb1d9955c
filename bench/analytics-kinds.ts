/** Further kinds of questions, each with the same answer written by hand; run by analytics.ts. */
const RANGE = { from: '2026-03-01', to: '2026-05-31' };
const IN_RANGE = "time >= '2026-03-01 00:00:00' and time < '2026-06-01 00:00:00'";
const ORDERED = "name = 'Order Completed'";
const did = (event: string) => ({ level: 'person', condition: { did: { event } } });

const ABOUT_ORDERS = "name in ('Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled')";
/** Touches before each order by person, as somebody would write them down; what changes an order later goes to its touches. */
const PATHS = `select revenue, order_time, arrayFilter(x -> x.1 <= order_time and x.1 >= order_time - interval 30 day, touches) as path
  from (
    select if(placed.1 = 0, person, placed.1) as person, if(placed.1 = 0, time, placed.2) as order_time, toFloat64(revenue) as revenue
    from events
    any left join (
      select order_id, min((person, time)) as placed from events
      where time >= '2025-12-30 00:00:00' and time < '2026-06-01 00:00:00' and ${ORDERED} and order_id in (
        select order_id from events where ${IN_RANGE} and name in ('Order Updated', 'Order Refunded', 'Order Cancelled')
      )
      group by order_id
    ) as changed using order_id
    where ${IN_RANGE} and ${ABOUT_ORDERS}
  ) as o
  left join (
    select person, arraySort(groupArray((time, utm_campaign))) as touches
    from events where time >= '2026-01-30 00:00:00' and time < '2026-06-01 00:00:00' and utm_campaign != '' group by person
  ) as t on o.person = t.person`;
const SIX = [
  'arrayMap(i -> toFloat64(i = n), arrayEnumerate(path))',
  'arrayMap(i -> toFloat64(i = 1), arrayEnumerate(path))',
  'arrayMap(i -> 1 / n, path)',
  'arrayMap(i -> multiIf(n = 1, 1, n = 2, 0.5, i = 1 or i = n, 0.4, 0.2 / (n - 2)), arrayEnumerate(path))',
  `arrayMap(x -> exp2(-dateDiff('millisecond', x.1, order_time) / 604800000), path)`,
  'arrayMap(u -> if(u = 1, 1 / arrayUniq(path.2), 0), arrayEnumerateUniq(path.2))',
];

export const KINDS = [
  {
    title: 'attribution by six models',
    question: 'attribution',
    query: {
      range: RANGE,
      dimension: 'campaign',
      metrics: ['revenue'],
      models: ['last', 'first', 'linear', 'u-shaped', 'time-decay', 'data-driven'].map((model) => ({
        model,
      })),
    },
    byHand: `select value, ${SIX.map((_, i) => `sum(revenue * w${i})`).join(', ')} from (
      select revenue, length(path) as n, path.2 as values, ${SIX.map((sql, i) => `${sql} as a${i}`).join(', ')} from (${PATHS})
    ) array join values as value, ${SIX.map((_, i) => `${i === 4 ? 'arrayMap(a -> a / arraySum(a4), a4)' : `a${i}`} as w${i}`).join(', ')} group by value`,
    mostMs: 4_000,
  },
  {
    title: 'flow of five steps through pages of a kind',
    question: 'flow',
    query: { range: RANGE, dimension: 'event', within: 'session', after: 5 },
    // Names as numbers: lists of them are made five times faster than lists of pairs with texts.
    byHand: `select step, value, next, count(), uniqExact(person) from (
      select person, arraySlice(arrayCompact(arraySort((n, t) -> t, names, times)), 1, 6) as path
      from (
        select any(person) as person, groupArray(cityHash64(name)) as names, groupArray(time) as times
        from events where ${IN_RANGE} and channel in ('web', 'app', 'store', 'call') and session != 0 group by session
      )
    ) array join arrayEnumerate(path) as step, path as value, arrayPushBack(arrayPopFront(path), 0) as next
    group by step, value, next`,
    mostMs: undefined,
  },
  {
    title: 'weekly cohorts of buyers',
    question: 'cohort',
    query: { range: RANGE, unit: 'week', inclusion: [{ metric: 'orders' }] },
    byHand: `select first, week, count() from (
      select person, arraySort(groupArray(bought)) as weeks, weeks[1] as first from (
        select person, toMonday(time) as bought from events where ${IN_RANGE} and ${ABOUT_ORDERS} group by person, bought having sum(order_count) > 0
      ) group by person
    ) array join weeks as week group by first, week`,
    mostMs: undefined,
  },
  {
    title: 'click to brick by campaign',
    question: 'click-to-brick',
    query: { range: RANGE, by: 'campaign', touch: { event: 'Page Viewed' } },
    byHand: `select campaign, store, count(), sum(revenue), uniqExact(person), median(days) from (
      select o.person as person, store, revenue, campaign, dateDiff('second', came, at) / 86400 as days
      from (
        select argMin(person, time) as person, argMin(store, time) as store, min(time) as at, toFloat64(sum(revenue)) as revenue
        from events where ${IN_RANGE} and ${ORDERED} and channel = 'store' group by order_id
      ) as o
      asof join (
        select person, time as came, utm_campaign as campaign from events
        where time >= '2026-02-15 00:00:00' and time < '2026-06-01 00:00:00' and name = 'Page Viewed'
      ) as t on o.person = t.person and o.at > t.came
      where came >= at - interval 14 day
    ) group by grouping sets ((campaign), (store), ())`,
    mostMs: undefined,
  },
  {
    title: 'overlap of three segments',
    question: 'overlap',
    query: { range: RANGE, sets: ['Order Completed', 'Product Added', 'Checkout Started'].map(did) },
    byHand: `select a, b, c, count() from (
      select person, max(name = 'Order Completed') as a, max(name = 'Product Added') as b, max(name = 'Checkout Started') as c
      from events where ${IN_RANGE} group by person
    ) group by a, b, c`,
    mostMs: undefined,
  },
  {
    title: 'histogram of page views a person',
    question: 'histogram',
    query: { range: RANGE, metric: 'page-views', buckets: { width: 5, count: 20 } },
    byHand: `select intDiv(views, 5) as bucket, count(), sum(views) from (
      select person, count() as views from events where ${IN_RANGE} and name in ('Page Viewed', 'Screen Viewed') group by person
    ) group by bucket`,
    mostMs: undefined,
  },
  {
    title: 'what comes before and after an event',
    question: 'neighbours',
    query: { range: RANGE, dimension: 'event', value: 'Product Added' },
    // With a window over the rows of a session it takes three times as long.
    byHand: `select previous, next, count(), uniqExact(person) from (
      select person, arrayCompact(arraySort((n, t) -> t, names, times)) as path
      from (
        select any(person) as person, groupArray(cityHash64(name)) as names, groupArray(time) as times
        from events where ${IN_RANGE} and channel in ('web', 'app', 'store', 'call') and session != 0 group by session
      )
    ) array join path as value, arrayPushFront(arrayPopBack(path), 0) as previous, arrayPushBack(arrayPopFront(path), 0) as next
    where value = cityHash64('Product Added') group by grouping sets ((previous), (next))`,
    mostMs: undefined,
  },
  {
    title: 'experiment with two metrics',
    question: 'experiment',
    query: {
      range: RANGE,
      exposure: { dimension: 'country', filters: [{ dimension: 'event', text: { is: 'Page Viewed' } }] },
      control: 'DE',
      metrics: [{ metric: 'revenue' }, { metric: 'orders', as: 'share' }],
    },
    byHand: `select variant, count(), sum(spent), sum(spent * spent), sum(bought) from (
      select e.person as person, any(variant) as variant, toFloat64(sumIf(revenue, o.time >= since)) as spent, sumIf(order_count, o.time >= since) > 0 as bought
      from (select person, if(min(country) = max(country), any(country), '') as variant, min(time) as since from events where ${IN_RANGE} and name = 'Page Viewed' group by person) as e
      left join (
        select person, time, revenue, order_count from events where ${IN_RANGE} and ${ABOUT_ORDERS}
      ) as o on e.person = o.person
      group by person
    ) group by variant`,
    mostMs: undefined,
  },
] as const;
