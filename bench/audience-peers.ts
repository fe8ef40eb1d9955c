import { GrowthBook } from '@growthbook/growthbook';
import { Engine } from 'json-rules-engine';
import { type Condition, compileCondition, NOBODY, type PersonView } from '../src/core/condition/index.ts';
import { dice } from './kernel-load.ts';
import { machine, printTable, type Row } from './table.ts';

const PEOPLE = 1_000;
const SECONDS = Number(process.env.RAPPORT_BENCH_SECONDS ?? 3);
const SEED = 5;
const CITIES = ['Bern', 'Basel', 'Berlin', 'Paris', 'Lyon', 'Wien', 'Zürich', 'Genf'];
const TIERS = ['bronze', 'silver', 'gold'];

type Facts = Readonly<Record<string, string | number | boolean>>;

/** The same rules as the three write them: plain attributes, which is all that the two others know. */
const RULES: readonly { readonly ours: Condition; readonly rules: object; readonly growthbook: object }[] = [
  {
    ours: {
      all: [
        { attribute: 'city', text: { anyOf: ['Bern', 'Basel', 'Zürich'] } },
        { attribute: 'loyaltyPoints', number: { atLeast: 500 } },
        {
          any: [
            { attribute: 'tier', text: { is: 'gold' } },
            { attribute: 'vip', truth: true },
          ],
        },
      ],
    },
    rules: {
      all: [
        { fact: 'city', operator: 'in', value: ['Bern', 'Basel', 'Zürich'] },
        { fact: 'loyaltyPoints', operator: 'greaterThanInclusive', value: 500 },
        {
          any: [
            { fact: 'tier', operator: 'equal', value: 'gold' },
            { fact: 'vip', operator: 'equal', value: true },
          ],
        },
      ],
    },
    growthbook: {
      city: { $in: ['Bern', 'Basel', 'Zürich'] },
      loyaltyPoints: { $gte: 500 },
      $or: [{ tier: 'gold' }, { vip: true }],
    },
  },
  {
    ours: {
      all: [
        { not: { attribute: 'country', text: { is: 'DE' } } },
        { attribute: 'orders', number: { above: 2 } },
        { attribute: 'revenue', number: { atLeast: 100, below: 1_000 } },
      ],
    },
    rules: {
      all: [
        { fact: 'country', operator: 'notEqual', value: 'DE' },
        { fact: 'orders', operator: 'greaterThan', value: 2 },
        { fact: 'revenue', operator: 'greaterThanInclusive', value: 100 },
        { fact: 'revenue', operator: 'lessThan', value: 1_000 },
      ],
    },
    growthbook: {
      country: { $ne: 'DE' },
      orders: { $gt: 2 },
      revenue: { $gte: 100, $lt: 1_000 },
    },
  },
];

function people(): Facts[] {
  const random = dice(SEED);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  return Array.from({ length: PEOPLE }, () => ({
    city: pick(CITIES),
    country: pick(['CH', 'DE', 'AT', 'FR']),
    tier: pick(TIERS),
    vip: random() < 0.1,
    loyaltyPoints: Math.floor(random() * 2_000),
    orders: Math.floor(random() * 8),
    revenue: Math.floor(random() * 1_500),
  }));
}

/** Asks every rule of everybody, over and over for some seconds of CPU. Gives who matched in one round, and the rate. */
async function measure(
  name: string,
  round: () => Promise<number> | number,
): Promise<{ name: string; matched: number; rate: number }> {
  const matched = await round();
  const before = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  let rounds = 0;
  while (spent() < SECONDS) {
    await round();
    rounds++;
  }
  return { name, matched, rate: (rounds * PEOPLE * RULES.length) / spent() };
}

/** Rapport's compiled conditions beside two rule engines from npm, on the same rules, per second of CPU. */
export async function run(): Promise<void> {
  console.log(
    `audience-peers: ${machine()}; ${RULES.length} rules, ${PEOPLE} people, ${SECONDS} s of CPU each`,
  );
  const all = people();
  const views = all.map((facts): PersonView => ({ ...NOBODY, attribute: (name) => facts[name] }));
  const compiled = RULES.map(({ ours }) => compileCondition(ours));
  const ours = await measure('Rapport', () => {
    let matched = 0;
    for (const view of views) for (const { holds } of compiled) if (holds(view, 0)) matched++;
    return matched;
  });
  const engines = RULES.map(({ rules }) => {
    const engine = new Engine([{ conditions: rules as never, event: { type: 'match' } }]);
    return engine;
  });
  const engine = await measure('json-rules-engine', async () => {
    let matched = 0;
    for (const facts of all)
      for (const engine of engines) matched += (await engine.run({ ...facts })).events.length;
    return matched;
  });
  const growthbooks = RULES.map(
    ({ growthbook }) =>
      new GrowthBook({
        features: { it: { defaultValue: false, rules: [{ condition: growthbook as never, force: true }] } },
      }),
  );
  const growthbook = await measure('@growthbook/growthbook', async () => {
    let matched = 0;
    for (const facts of all)
      for (const book of growthbooks) {
        await book.setAttributes(facts);
        if (book.isOn('it')) matched++;
      }
    return matched;
  });
  if (engine.matched !== ours.matched || growthbook.matched !== ours.matched)
    throw new Error(`they do not agree: ${ours.matched}, ${engine.matched}, ${growthbook.matched}`);
  printTable(
    'Rules asked of people, per second of CPU',
    [ours, engine, growthbook].map(
      ({ name, rate, matched }): Row => ({ name, 'rules/s': rate, ratio: ours.rate / rate, matched }),
    ),
  );
}
