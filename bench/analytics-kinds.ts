/** Further kinds of questions, each with the same answer written by hand; run by analytics.ts. */
const RANGE = { from: '2026-03-01', to: '2026-05-31' };
const IN_RANGE = "time >= '2026-03-01 00:00:00' and time < '2026-06-01 00:00:00'";
const ORDERED = "name = 'Order Completed'";
const did = (event: string) => ({ level: 'person', condition: { did: { event } } });

/** Touches before each order by person, as somebody would write them down. */
const PATHS = `select revenue, order_time, arrayFilter(x -> x.1 <= order_time and x.1 >= order_time - interval 30 day, touches) as path
  from (select person, time as order_time, toFloat64(revenue) as revenue from events where ${IN_RANGE} and ${ORDERED}) as o
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
    byHand: `select step, value, next, count(), uniqExact(person) from (
      select person, arrayJoin(arrayMap(i -> (i, p[i], p[i + 1]), range(1, least(length(p), 6) + 1))) as s, s.1 as step, s.2 as value, s.3 as next
      from (
        select any(person) as person, arrayCompact(arraySort(x -> x.1, groupArray((time, name))).2) as p
        from events where ${IN_RANGE} and channel in ('web', 'app', 'store', 'call') and session != 0 group by session
      )
    ) group by step, value, next`,
    mostMs: undefined,
  },
  {
    title: 'weekly cohorts of buyers',
    question: 'cohort',
    query: { range: RANGE, unit: 'week', inclusion: [{ metric: 'orders' }] },
    byHand: `select first, week, count() from (
      select person, arraySort(groupUniqArray(toMonday(time))) as weeks, weeks[1] as first
      from events where ${IN_RANGE} and ${ORDERED} group by person
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
    byHand: `select previous, next, count(), uniqExact(person) from (
      select person, name, lagInFrame(name) over w as previous, leadInFrame(name) over w as next
      from events where ${IN_RANGE} and channel in ('web', 'app', 'store', 'call') and session != 0
      window w as (partition by session order by time, place rows between unbounded preceding and unbounded following)
    ) where name = 'Product Added' group by previous, next`,
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
      select e.person as person, any(variant) as variant, toFloat64(sumIf(revenue, o.time >= since)) as spent, countIf(o.time >= since and order_id != '') > 0 as bought
      from (select person, any(country) as variant, min(time) as since from events where ${IN_RANGE} and name = 'Page Viewed' group by person) as e
      left join (
        select person, time, revenue, order_id from events
        where ${IN_RANGE} and name in ('Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled')
      ) as o on e.person = o.person
      group by person
    ) group by variant`,
    mostMs: undefined,
  },
] as const;
