import { parseArgs } from 'node:util';

/** What the command of the demo is told. */
export interface DemoArguments {
  readonly folder: string;
  readonly port: number;
  /** How fast the shop lives on; 1 is real time. */
  readonly speed: number;
  readonly reset: boolean;
  readonly headless: boolean;
  readonly answers: boolean;
  readonly help: boolean;
  /** What the shop is made from, as far as it was said. */
  readonly people?: number;
  readonly days?: number;
  readonly seed?: number;
  readonly now?: number;
}

/** At 60, 6,000 people make two to three events a second; in real time one in 25 seconds. */
const SPEED_DEFAULT = 60;
const SPEED_MAX = 10_000;
const PORT_MAX = 65_535;

export const DEMO_USAGE = `Opens a make-believe retailer that lives.

  npm run demo -- [--people 6000] [--days 90] [--port 8080] [--speed ${SPEED_DEFAULT}] [--data ./data/demo] [--reset]
                  [--headless] [--no-answers] [--seed 1] [--now 2026-03-31T10:00Z]

The first start loads the history; every other one goes on where the last one stopped. Ctrl-C stops it.

  --speed       how much more often people come than in life; 1 is real time
  --reset       forgets the shop and begins anew
  --headless    loads, prints what came of it as JSON, and ends; \`rapport start --data <folder>\` serves it then
  --no-answers  leaves the answer sheet out, which takes memory: for 300,000 people some 3 GB
  --now         the moment at which the history ends; this minute without it
`;

/** Reads the arguments. Throws a RangeError for what makes no sense. */
export function readDemoArguments(args: readonly string[]): DemoArguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: text,
      days: text,
      seed: text,
      now: text,
      port: { ...text, default: '8080' },
      speed: { ...text, default: String(SPEED_DEFAULT) },
      data: { ...text, default: './data/demo' },
      reset: flag,
      headless: flag,
      'no-answers': flag,
      help: flag,
    },
  });
  const { people, days, seed, now } = values;
  return {
    folder: values.data,
    port: number('--port', values.port, 0, PORT_MAX),
    speed: number('--speed', values.speed, 0.01, SPEED_MAX),
    reset: values.reset,
    headless: values.headless,
    answers: !values['no-answers'],
    help: values.help,
    ...(people === undefined ? {} : { people: number('--people', people, 0, Number.MAX_SAFE_INTEGER) }),
    ...(days === undefined ? {} : { days: number('--days', days, 1, Number.MAX_SAFE_INTEGER) }),
    ...(seed === undefined ? {} : { seed: number('--seed', seed, 0, Number.MAX_SAFE_INTEGER) }),
    ...(now === undefined ? {} : { now: moment(now) }),
  };
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new RangeError(`${name} must be a number from ${least} to ${most}, not ${text}`);
  return value;
}

function moment(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`--now ${text} is not a moment such as 2026-03-31T10:00Z`);
  return time;
}
