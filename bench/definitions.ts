import { conditionOf } from './audience-conditions.ts';
import { until } from './audience-http.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { machine, printTable, type Row } from './table.ts';

/** Definitions that are published; others with RAPPORT_BENCH_COUNTS. */
const COUNT = Number(process.env.RAPPORT_BENCH_COUNTS ?? 1_000);

type Content = Readonly<Record<string, unknown>>;

async function send(server: BenchServer, method: string, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function oneByOne(server: BenchServer, contents: readonly Content[]): Promise<void> {
  for (const [i, content] of contents.entries())
    await send(server, 'PUT', `/api/audiences/one-${i}`, content);
}

async function asBundle(server: BenchServer, contents: readonly Content[]): Promise<void> {
  const definitions = contents.map((document, i) => ({ key: `audience/many-${i}`, state: 'live', document }));
  await send(server, 'POST', '/api/definitions/import', { format: 1, definitions });
}

async function inForce(server: BenchServer): Promise<void> {
  await until<{ audiences: readonly { evaluated: string; progress?: object }[] }>(
    server,
    '/api/audiences',
    ({ audiences }) => audiences.every((each) => each.evaluated !== 'not' && !each.progress),
  );
}

const CASES: readonly [
  string,
  (server: BenchServer, contents: readonly Content[]) => Promise<void>,
  Content[],
][] = [
  ['lists, one by one', oneByOne, contentsOf((i) => ({ name: `List ${i}`, list: true }))],
  [
    'conditions, one by one',
    oneByOne,
    contentsOf((i) => ({ name: `Audience ${i}`, condition: conditionOf(i) })),
  ],
  [
    'conditions, as a bundle',
    asBundle,
    contentsOf((i) => ({ name: `Audience ${i}`, condition: conditionOf(i) })),
  ],
];

function contentsOf(content: (number: number) => Content): Content[] {
  return Array.from({ length: COUNT }, (_, i) => content(i));
}

/** What it costs to publish many definitions, and to have them all in force. */
export async function run(): Promise<void> {
  console.log(`definitions: ${machine()}`);
  const rows: Row[] = [];
  for (const [what, publish, contents] of CASES) {
    const server = await startServer();
    try {
      const [before, began] = [server.cpu(), performance.now()];
      await publish(server, contents);
      const [published, publishedAt] = [server.cpu(), performance.now()];
      await inForce(server);
      const after = server.cpu();
      rows.push({
        [`${COUNT} definitions`]: what,
        'published in s': (publishedAt - began) / 1_000,
        'CPU s': (published.main - before.main) / 1_000,
        'in force after s': (performance.now() - began) / 1_000,
        'CPU s in all': (after.main - before.main) / 1_000,
        'of the warehouse': (after.child - before.child) / 1_000,
      });
    } finally {
      await server.stop();
    }
  }
  printTable('Many definitions', rows);
}
