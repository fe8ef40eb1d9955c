import { pluralOf } from '../../../../language/plural.ts';

const form = pluralOf('en');

export const en = {
  attribution: {
    title: 'Attribution',
    name: (metrics: string, dimension: string) => `Attribution: ${metrics} by ${dimension}`,
    touches: 'Touches',
    lookback: 'Look-back',
    lookbackSession: 'the same session',
    lookbackPerson: 'everything before',
    addModel: 'Model',
    withCosts: 'Cost and return',
    cost: 'Cost',
    returns: 'Return on ad spend',
    perCost: 'Per unit of cost',
    halfLife: 'Half-life',
    shares: { first: 'First', middle: 'Between', last: 'Last' },
    asBase: 'Compare with this one',
    none: 'No touch',
    noValue: '(none)',
    withoutTouch: (amount: string, share: string) => `of it ${amount} (${share}) without a touch`,
    models: {
      last: 'Last touch',
      first: 'First touch',
      same: 'Same touch',
      linear: 'Linear',
      participation: 'Participation',
      'u-shaped': 'U-shaped',
      'j-shaped': 'J-shaped',
      'inverse-j': 'Inverse J',
      'time-decay': 'Time decay',
      custom: 'Custom shares',
      'data-driven': 'Data-driven (Shapley)',
      markov: 'Markov chain',
    },
    rule: (said: { metric: string; lookback: string; without: string }) =>
      `${said.metric} by touches, looking back ${said.lookback}; ${said.without} had no touch`,
    ruleOnly: (rule: string) => `${rule}.`,
    caption: (rule: string, value: string, share: string, isMore: boolean, model: string, base: string) =>
      `${rule}. Models differ most about ${value}: ${model} credits ${share} ${isMore ? 'more' : 'less'} than ${base}.`,
  },
  overlap: {
    title: 'Overlap',
    setup: 'Choose two to five segments or audiences to lay over each other.',
    within: 'Within all of',
    share: 'Of all people',
    only: 'in no other',
    caption: (said: { count: string; share: string; first: string; others: string }) =>
      `${said.count} ${form(said.count, 'person is in', 'people are in')} all of these: ${said.share} of ${said.first} are also in ${said.others}.`,
  },
  histogram: {
    title: 'Histogram',
    name: (metric: string, isSession: boolean) => `${metric} per ${isSession ? 'session' : 'person'}`,
    buckets: 'Bars',
    withNothing: 'Also those with nothing',
    mean: 'Mean',
    median: 'Median',
    least: 'Least',
    most: 'Most',
    caption: (said: { count: string; metric: string; median: string; mean: string; isSession: boolean }) =>
      `${said.metric} of ${said.count} ${said.isSession ? 'sessions' : 'people'}: half of them have ${said.median} or less, the mean is ${said.mean}.`,
  },
  brick: {
    title: 'Click to brick',
    window: 'Touch at most',
    days: (days: number) => `${days} ${form(days, 'day before', 'days before')}`,
    by: 'Last touch by',
    assisted: 'Store orders after a touch',
    orders: 'Orders',
    amount: 'Revenue',
    orderShare: (all: string) => `Of ${all} ${form(all, 'store order', 'store orders')}`,
    revenue: 'Revenue after a touch',
    revenueShare: (all: string) => `Of ${all} in stores`,
    median: 'Median days',
    lastTouch: (dimension: string) => `Last touch: ${dimension}`,
    store: 'Store',
    noStore: '(no store)',
    noValue: '(none)',
    caption: (said: { days: number; orders: string; share: string; revenue: string }) =>
      `Orders in stores with a touch online of the same person in the ${said.days} ${form(said.days, 'day', 'days')} before: ${said.orders}, ${said.share} of all, worth ${said.revenue}.`,
  },
  experiment: {
    title: 'Experiment',
    setup: 'Say which dimension names the variant, and which variant is the control.',
    variants: 'Variants by',
    where: 'Exposed where',
    control: 'Control',
    sure: 'Sure at',
    asMean: 'per person',
    asShare: 'share of people who have any',
    mean: 'Per person',
    share: 'Share',
    lift: 'Difference',
    interval: (confidence: string) => `Interval (${confidence}, at any time)`,
    confidence: 'Confidence',
    notYet: 'not sure yet',
    better: 'more',
    worse: 'less',
    tooLittle: 'too little is known',
    mixed: (people: string) =>
      people === '1'
        ? 'One person saw several variants and counts for none.'
        : `${people} people saw several variants and count for none.`,
    rule: (people: string, control: string) =>
      `${people} ${form(people, 'person', 'people')} from their first exposure on, against ${control}`,
    ruleOnly: (rule: string) => `${rule}; too little is known yet.`,
    conclusive: (
      rule: string,
      variant: string,
      share: string,
      isMore: boolean,
      metric: string,
      confidence: string,
    ) =>
      `${rule}: ${variant} has ${share} ${isMore ? 'more' : 'less'} ${metric}, with ${confidence} confidence.`,
    open: (rule: string, variant: string, share: string, isMore: boolean, metric: string) =>
      `${rule}: ${variant} has ${share} ${isMore ? 'more' : 'less'} ${metric} so far, which may be chance.`,
  },
};
