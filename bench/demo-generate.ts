import { openRetailer } from '../demo/index.ts';
import { printTable, type Row } from './table.ts';

/** People of a run; 300,000 make about 15 million messages: `DEMO_PEOPLE=300000 npm run bench demo-generate`. */
const PEOPLE = Number(process.env['DEMO_PEOPLE'] ?? 20_000);
const NOW = Date.UTC(2026, 2, 31, 10);

/** Prints how many messages a second of CPU makes, as objects, as JSON text, and with the answer sheet kept. */
export async function run(): Promise<void> {
  const rows = [
    measure('messages as objects', false, false),
    measure('and as JSON text', false, true),
    measure('and with the answer sheet', true, true),
  ];
  printTable(`The demo retailer, ${PEOPLE.toLocaleString('en')} people for 90 days, one core`, rows);
}

function measure(what: string, withAnswers: boolean, asText: boolean): Row {
  globalThis.gc?.();
  const began = process.cpuUsage();
  const retailer = openRetailer({ now: NOW, people: PEOPLE }, withAnswers);
  let count = 0;
  let bytes = 0;
  let peak = 0;
  for (const { message } of retailer.items) {
    count++;
    if (asText) bytes += JSON.stringify(message).length;
    if (count % 100_000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  if (withAnswers) retailer.answers();
  const used = process.cpuUsage(began);
  const seconds = (used.user + used.system) / 1e6;
  return {
    what,
    messages: count,
    'bytes each': asText ? bytes / count : '',
    'CPU s': seconds,
    'messages/CPU s': count / seconds,
    'CPU us each': (seconds * 1e6) / count,
    'peak RSS MB': Math.max(peak, process.memoryUsage.rss()) / 1e6,
  };
}
