import type { Condition } from '../src/core/condition/index.ts';
import type { BenchServer } from './kernel-server.ts';

const ASK_EVERY_MS = 50;

/** Sets an audience up in a running server. */
export async function defineOver(server: BenchServer, id: string, condition: Condition): Promise<void> {
  const answer = await fetch(`${server.url}/api/audiences/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: id, condition }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Asks until the answer is as it should be. */
export async function until<T>(server: BenchServer, path: string, isDone: (body: T) => boolean): Promise<T> {
  for (;;) {
    const body = (await (await fetch(`${server.url}${path}`)).json()) as T;
    if (isDone(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
