/** A bench holds one promise of speed against this machine, and prints a table. */
export interface Bench {
  readonly name: string;
  readonly question: string;
  load(): Promise<{ run(): Promise<void> }>;
}

/** Every bench. How long each runs is set in its file by RAPPORT_BENCH_SECONDS. */
export const benches: readonly Bench[] = [
  {
    name: 'server',
    question: 'What does the HTTP layer cost, before anything is done with a request?',
    load: () => import('./server.ts'),
  },
  {
    name: 'log',
    question: 'How fast is the log, beside plain segment files?',
    load: () => import('./log.ts'),
  },
  {
    name: 'state',
    question: 'What do commits and reads of the state cost, embedded and on PostgreSQL?',
    load: () => import('./state.ts'),
  },
  {
    name: 'warehouse',
    question: 'What do inserts, timelines and reading by current person cost in the embedded warehouse?',
    load: () => import('./warehouse.ts'),
  },
  {
    name: 'kernel',
    question: 'What rate holds from HTTP to profiles and warehouse, and what does an event cost?',
    load: () => import('./kernel.ts'),
  },
  {
    name: 'people',
    question: 'How much memory do many people take, how fast is a start, how fast is a profile read?',
    load: () => import('./people.ts'),
  },
  {
    name: 'restart',
    question: 'How long after a kill -9 under load, or an orderly stop, is everything there again?',
    load: () => import('./restart.ts'),
  },
  {
    name: 'audience',
    question: 'What do ten, two hundred and a thousand live audiences cost the fold of an event?',
    load: () => import('./audience.ts'),
  },
  {
    name: 'analytics',
    question: 'What do questions cost beside hand-written SQL, a cell that opens, a dashboard?',
    load: () => import('./analytics.ts'),
  },
  {
    name: 'analytics-load',
    question: 'What do questions to all events do to collection, and collection to them?',
    load: () => import('./analytics-load.ts'),
  },
  {
    name: 'audience-kernel',
    question: 'What does an event cost with 200 live audiences, and how soon does a membership show?',
    load: () => import('./audience-kernel.ts'),
  },
  {
    name: 'audience-expiry',
    question: 'How exactly do windows end with a million timers, and how fast do very many end at once?',
    load: () => import('./audience-expiry.ts'),
  },
  {
    name: 'audience-past',
    question: 'How long does the past of a new audience take over ten million events?',
    load: () => import('./audience-past.ts'),
  },
  {
    name: 'audience-peers',
    question: 'How do conditions compare with rule engines from npm?',
    load: () => import('./audience-peers.ts'),
  },
  {
    name: 'estimate',
    question: 'How soon does an estimate answer over ten million events, and how far off is it?',
    load: () => import('./estimate.ts'),
  },
  {
    name: 'definitions',
    question: 'What does it cost to publish a thousand definitions, one by one and as a bundle?',
    load: () => import('./definitions.ts'),
  },
  {
    name: 'import',
    question: 'How fast does history come in?',
    load: () => import('./import.ts'),
  },
  {
    name: 'decode',
    question: 'What does collecting and decoding an event cost?',
    load: () => import('./decode.ts'),
  },
  {
    name: 'import-read',
    question: 'How fast are files of history read and mapped?',
    load: () => import('./import-read.ts'),
  },
  {
    name: 'demo-generate',
    question: 'How fast does the demo retailer make its messages?',
    load: () => import('./demo-generate.ts'),
  },
  {
    name: 'demo-load',
    question: 'How fast is the demo retailer loaded, and what memory and disk does that take?',
    load: () => import('./demo-load.ts'),
  },
  {
    name: 'interface',
    question: 'What does the interface cost the browser: a page to be ready, a sort, the live stream?',
    load: () => import('./interface.ts'),
  },
];

/** Runs the named benches one after another, or all; `list` names them. An unknown name is an error. */
export async function runBenches(names: readonly string[]): Promise<void> {
  if (names.includes('list')) {
    for (const { name, question } of benches) console.log(`${name.padEnd(16)} ${question}`);
    return;
  }
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}; there are ${benches.map(({ name }) => name).join(', ')}.`);
  for (const bench of benches) {
    if (names.length > 0 && !names.includes(bench.name)) continue;
    console.log(`\n# ${bench.name}: ${bench.question}`);
    const { run } = await bench.load();
    await run();
  }
}
