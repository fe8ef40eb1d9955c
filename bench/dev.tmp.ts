import { writeFileSync } from 'node:fs';
import { openEmbeddedWarehouse } from '../src/engine/warehouse/index.ts';
import { askQuestion, createAnalytics } from '../src/analytics/index.ts';
import { DEFAULT_SETTINGS } from '../src/core/index.ts';
import { KINDS } from './analytics-kinds.ts';
import { CASES } from './analytics.ts';
const warehouse = await openEmbeddedWarehouse({ folder: '/tmp/bench-10m' });
let count = 0;
const log: string[] = [];
const wrapped = { ...warehouse, query: async (sql: string, b: any, l: any) => {
  const t = performance.now(); const r = await warehouse.query(sql, b, l);
  const ms = performance.now() - t;
  if (!sql.includes('person_overrides') && show) { const s = `-- ${ms.toFixed(0)} ms, engine ${r.statistics.elapsedMs.toFixed(0)}, rows ${r.statistics.rowsRead}, bytes ${(r.statistics as any).bytesRead}`; log.push(s + '\n' + sql + '\n' + JSON.stringify(b)); console.log(s); }
  return r; } } as any;
let show = false;
const analytics = createAnalytics({ warehouse: wrapped, clock: { now: () => Date.UTC(2026,5,1) }, newId: () => String(++count), newSecret: () => '', settings: () => DEFAULT_SETTINGS, audiences: () => undefined, definition: () => undefined, define: async () => {}, list: () => [], enterList: async () => {}, freshness: () => ({ version: String(++count), freshAt: Date.UTC(2026,5,1) }) });
const tries = Number(process.env.TRIES ?? 3);
for (const c of [...CASES, ...KINDS] as any[]) {
  if (process.argv[2] && !c.title.includes(process.argv[2])) continue;
  console.log('\n## ' + c.title); log.push('\n## ' + c.title);
  const o: number[] = [], h: number[] = [];
  for (let i = 0; i < tries; i++) { show = i === tries - 1; let t = performance.now(); await askQuestion(analytics, c.question, c.query); o.push(performance.now() - t); t = performance.now(); await warehouse.query(c.byHand); h.push(performance.now() - t); }
  console.log(`ours ${Math.min(...o).toFixed(0)} hand ${Math.min(...h).toFixed(0)} ratio ${(Math.min(...o)/Math.min(...h)).toFixed(2)}`);
}
const { rows } = await warehouse.query<any>(`select partition, count() as parts, sum(rows) as rows, formatReadableSize(sum(bytes_on_disk)) as size from system.parts where active and table = 'events' group by partition order by partition`);
console.log(rows);
writeFileSync('/tmp/an-dev.sql', log.join('\n\n'));
await warehouse.close();
