import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { writeDemo } from './files/write-demo.ts';
import { DEFAULT_DEMO } from './options.ts';
import { MINUTE_MS } from './time.ts';

const USAGE = `Writes the demo retailer to files.

  npx tsx demo/cli.ts [--people 6000] [--days 90] [--history 365] [--ahead 0] [--seed 1] [--now 2026-03-31T10:00Z]
                      [--out demo/out] [--no-answers] [--no-pictures]

The same options give the same bytes. Without --now it is this minute.`;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: String(DEFAULT_DEMO.people) },
    days: { type: 'string', default: String(DEFAULT_DEMO.days) },
    history: { type: 'string', default: String(DEFAULT_DEMO.historyDays) },
    ahead: { type: 'string', default: String(DEFAULT_DEMO.aheadDays) },
    seed: { type: 'string', default: String(DEFAULT_DEMO.seed) },
    now: { type: 'string' },
    out: { type: 'string', default: 'demo/out' },
    'no-answers': { type: 'boolean', default: false },
    'no-pictures': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else run();

function run(): void {
  const now =
    values.now === undefined ? Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS : Date.parse(values.now);
  if (!Number.isFinite(now))
    throw new RangeError(`--now ${values.now} is not a moment such as 2026-03-31T10:00Z`);
  const options = {
    now,
    people: Number(values.people),
    days: Number(values.days),
    historyDays: Number(values.history),
    aheadDays: Number(values.ahead),
    seed: Number(values.seed),
  };
  const began = performance.now();
  const written = writeDemo(options, {
    folder: values.out,
    withAnswers: !values['no-answers'],
    withPictures: !values['no-pictures'],
    onProgress: (done, count) => {
      if (process.stderr.isTTY)
        process.stderr.write(
          `\r${(done * 100).toFixed(0).padStart(3)} %  ${count.toLocaleString('en')} messages`,
        );
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.table(written);
  console.log(
    `${values.out}: now ${new Date(now).toISOString()}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}
