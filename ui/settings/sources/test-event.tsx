import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Failure } from '../../parts/failure.tsx';
import styles from '../settings.module.css';
import type { Source } from './source.ts';

const LOOK_EVERY_MS = 150;
const LOOK_MS_MAX = 10_000;

/** Sends an event with the key of a source, as a client would, and waits until its person is there. */
export function TestEvent({ source }: { readonly source: Source }): ReactNode {
  const words = useWords().settings.sources;
  const format = useFormat();
  const test = useMutation({ mutationFn: () => sendAndFind(source) });
  return (
    <div className={styles.tools} aria-live="polite">
      {test.isPending && <span className="dimmed">{words.testing}</span>}
      {test.isSuccess &&
        (test.data.person === undefined ? (
          <span>{words.notArrived}</span>
        ) : (
          <span>
            {words.arrived(format.duration(test.data.elapsedMs))}{' '}
            <Link to="/people/$id" params={{ id: String(test.data.person) }}>
              {words.openTest}
            </Link>
          </span>
        ))}
      {test.isError && <Failure isDeed error={test.error} />}
      <Button
        size="xs"
        variant="default"
        disabled={!source.enabled}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {words.test}
      </Button>
    </div>
  );
}

async function sendAndFind(source: Source): Promise<{ elapsedMs: number; person?: number }> {
  const visitor = `test-${newId()}`;
  const startedAt = performance.now();
  await must(
    api.POST('/api/events', {
      headers: { authorization: `Basic ${btoa(`${source.writeKey}:`)}` },
      body: { events: [{ name: 'Test Event', identities: { anonymous: visitor } }] },
    }),
  );
  for (;;) {
    const person = await find(`anonymous:${visitor}`);
    const elapsedMs = performance.now() - startedAt;
    if (person !== undefined) return { elapsedMs, person };
    if (elapsedMs > LOOK_MS_MAX) return { elapsedMs };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function find(identity: string): Promise<number | undefined> {
  try {
    return (await must(api.POST('/api/people/find', { body: { identity } }))).id;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'person.unknown') return undefined;
    throw error;
  }
}
