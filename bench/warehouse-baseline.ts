/** The same inserts through chDB's own session, in a process of its own: what our child is measured against. */
import { readFileSync } from 'node:fs';
import { Session } from 'chdb';

interface Task {
  readonly folder: string;
  readonly create: string;
  readonly columns: readonly string[];
  readonly files: readonly string[];
  readonly settings: Readonly<Record<string, number>>;
}

process.on('message', (task: Task) => {
  void insertAll(task).then((figures) => process.send?.(figures));
});

async function insertAll(task: Task): Promise<{ cpuUs: number; wallMs: number }> {
  const session = new Session(task.folder);
  await session.queryAsync(task.create);
  const { columns, settings } = task;
  const blocks = task.files.map((file) => readFileSync(file));
  const insert = (values: Buffer) =>
    session.insert({ table: 'events', columns, values, format: 'TSV', settings });
  await insert(blocks[0] as Buffer);
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (const block of blocks.slice(1)) await insert(block);
  const { user, system } = process.cpuUsage(cpu);
  const figures = { cpuUs: user + system, wallMs: performance.now() - started };
  session.close();
  return figures;
}
