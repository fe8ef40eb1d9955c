import { pluralOf } from '../../../../language/plural.ts';

const form = pluralOf('en');

export const en = {
  fallout: {
    title: 'Fallout',
    name: (first: string, last: string) => `Fallout: ${first} → ${last}`,
    limit: 'Whole way within',
    noLimit: 'any time',
    sameMoment: 'Same moment',
    apart: 'is no order',
    inOrder: 'as they came in',
    shareOf: 'Share of',
    firstStep: 'the first step',
    goOn: (share: string) => `${share} go on`,
    leave: (count: string) => `${count} ${form(count, 'leaves', 'leave')}`,
    median: (time: string) => `median ${time}`,
    leftAfter: (step: string, next: string) => `Left after ${step}, before ${next}`,
    instead: 'What did they do instead?',
    insteadOf: (step: string, next: string) => `After ${step}, instead of ${next}`,
    nothingMore: 'nothing more in this range',
    asStep: 'Make it a step',
    next: 'with the very next act',
    eventual: 'at any later time',
    path: 'Follows',
    withinStep: 'Within, since the step before',
    within: (time: string) => `within ${time}`,
    swap: (touch: string) => `Swap ${touch}`,
    addTouch: 'Count something else here too',
    add: 'Add a step',
    full: (most: number) =>
      `A fallout takes ${most} steps. Put several events into one step, or begin a second fallout.`,
    addAfter: (step: number) => `Add a step after step ${step}`,
    stepMenu: (step: string) => `More for ${step}`,
    earlier: 'Move earlier',
    later: 'Move later',
    rule: ({
      isSession,
      isNext,
      limit,
    }: {
      isSession: boolean;
      isNext: boolean;
      limit: string | undefined;
    }) =>
      `${isSession ? 'Sessions' : 'People'}, in order${isNext ? ', some steps right after each other' : ''}${limit ? `, within ${limit}` : ''}`,
    ruleOnly: (rule: string) => `${rule}.`,
    caption: (said: { rule: string; reached: string; worst: string; from: string; to: string }) =>
      `${said.rule}: ${said.reached} of the first step reach the last; most leave between ${said.from} and ${said.to} (${said.worst}).`,
  },
  flow: {
    title: 'Flow',
    name: (of: string) => `Flow: ${of}`,
    nameOf: {
      starts: (value: string) => `Flow: after ${value}`,
      contains: (value: string) => `Flow: through ${value}`,
      ends: (value: string) => `Flow: to ${value}`,
    },
    of: 'Of',
    ways: 'Ways',
    kinds: { starts: 'that start', contains: 'through', ends: 'that end' },
    value: 'Value',
    fromBegin: 'at their begin',
    toEnd: 'at their end',
    occurrence: 'Where it comes',
    occurrences: { first: 'first', last: 'last' },
    paths: 'Ways',
    before: 'Steps before',
    after: 'Steps after',
    items: 'Items a step',
    repeats: 'Repeats count',
    begin: 'Begin',
    end: 'End',
    here: 'Here',
    step: (step: string) => `Step ${step}`,
    stepHead: 'Step',
    exit: 'Leave',
    entry: 'Begin here',
    rest: 'others',
    others: (count: string) => `${count} ${form(count, 'other', 'others')}`,
    from: 'From',
    to: 'To',
    asTable: (count: string) => `All ${count} ${form(count, 'way', 'ways')} as a table`,
    startHere: 'Ways that start here',
    throughHere: 'Ways through here',
    endHere: 'Ways that end here',
    oneMore: 'Show one step more',
    oneBefore: 'Show one step before',
    moreItems: 'Show more items',
    rule: ({ paths, isPerson, dimension }: { paths: string; isPerson: boolean; dimension: string }) =>
      `${paths} ${form(paths, 'way', 'ways')} by ${dimension} within a ${isPerson ? 'person' : 'session'}`,
    ruleOnly: (rule: string) => `${rule}.`,
    caption: (rule: string, share: string, from: string, to: string, exits: string) =>
      `${rule}: ${share} go from ${from} to ${to} next, ${exits} leave right away.`,
    captionBack: (rule: string, share: string, from: string, to: string) =>
      `${rule}: ${share} come from ${from} to ${to}.`,
  },
  cohort: {
    title: 'Cohorts',
    name: (back: string, isChurn: boolean) => `Cohorts: ${isChurn ? 'without' : 'again'} ${back}`,
    inclusion: 'In, once',
    back: 'Back, when',
    addCriterion: (label: string) => `${label}: one more`,
    unit: 'By',
    units: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
    shows: 'Show',
    showing: { retention: 'who came back', churn: 'who stayed away' },
    share: 'share',
    rolling: 'In every period so far',
    latency: 'Also before',
    by: 'Cohorts of',
    byDimension: 'Cohorts of a dimension',
    byTime: 'By time again',
    firstIn: {
      day: 'First on',
      week: 'First in the week of',
      month: 'First in',
      quarter: 'First in the quarter of',
      year: 'First in',
    },
    zero: { day: 'Day 0', week: 'Week 0', month: 'Month 0', quarter: 'Quarter 0', year: 'Year 0' },
    average: 'Average',
    running: '(in part)',
    notOver: 'only a part of the period, not in the average',
    noValue: '(none)',
    orMore: (share: string) => `${share} +`,
    rest: (shown: number, all: number) => `The ${shown} largest of ${all} ${form(all, 'cohort', 'cohorts')}.`,
    offset: (offset: number, unit: 'day' | 'week' | 'month' | 'quarter' | 'year') =>
      `${unit} ${offset > 0 ? '+' : '−'}${Math.abs(offset)}`,
    cell: (said: { people: string; size: string; share: string; isOver: boolean }) =>
      `${said.people} of ${said.size} ${form(said.size, 'person', 'people')}, ${said.share}${said.isOver ? '' : '; only a part of the period'}`,
    rule: (said: {
      inclusion: string;
      back: string;
      unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
      isChurn: boolean;
      isRolling: boolean;
    }) =>
      `People by the ${said.unit} of their first ${said.inclusion}, who ${said.isChurn ? 'had no' : 'had'} ${said.back}${said.isRolling ? ` in every ${said.unit}` : ''} afterwards`,
    ruleOnly: (rule: string) => `${rule}.`,
    caption: (said: {
      rule: string;
      first: string;
      last: string;
      offset: number;
      unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
      isChurn: boolean;
      isOne: boolean;
    }) =>
      `${said.rule}: on average ${said.first} in ${said.unit} +1${said.isOne ? '' : `, ${said.last} in ${said.unit} +${said.offset}`}.`,
  },
  neighbours: {
    title: 'Next and previous',
    name: (value: string) => `Before and after ${value}`,
    setup: 'Choose the value of which you want to see what comes before and after.',
    away: 'Steps away',
    previous: 'Before',
    next: 'After',
    begins: 'nothing: the way begins',
    ends: 'nothing: the way ends',
    toMiddle: 'Put it in the middle',
    times: (times: string) => `${times} ${form(times, 'time', 'times')}`,
    caption: (said: {
      value: string;
      times: string;
      before: string;
      after: string;
      away: number;
      isPerson: boolean;
    }) =>
      `${said.value} came ${said.times} times; ${said.away === 1 ? 'right' : `${said.away} steps`} before it mostly ${said.before}, ${said.away === 1 ? 'right' : `${said.away} steps`} after it mostly ${said.after}, within a ${said.isPerson ? 'person' : 'session'}.`,
  },
};
