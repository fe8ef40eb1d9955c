import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import type { Server } from './server.ts';
import { DEVICES, USERS } from './shoppers.ts';

/** An operator who merges and un-merges people and changes settings, whatever happens to the server. */
export interface Operator {
  /** How many orders were carried out. */
  readonly done: { merges: number; unmerges: number; settings: number };
  stop(): Promise<void>;
}

interface Person {
  readonly id: number;
  readonly merges: readonly { readonly from: number }[];
}

const PAUSE_MS = 150;
const TRY_MS_MAX = 5_000;
const SETTINGS_SHARE = 0.05;
const GUESSES = 10;

/** Starts the operator; orders that fail because the server is gone are not given again. */
export function startOperator(server: Server, dice: Dice): Operator {
  const done = { merges: 0, unmerges: 0, settings: 0 };
  let isStopped = false;
  const loop = (async () => {
    while (!isStopped) {
      await act(server, dice, done).catch(() => undefined);
      await wait(PAUSE_MS);
    }
  })();
  return {
    done,
    async stop() {
      isStopped = true;
      await loop;
    },
  };
}

async function act(server: Server, dice: Dice, done: Operator['done']): Promise<void> {
  if (dice.chance(SETTINGS_SHARE)) {
    const settings = await call<object>(server, 'GET', '/api/settings');
    const joinPolicy = dice.pick(['on-authentication', 'on-authentication', 'always', 'never']);
    const changed = { ...settings, joinPolicy, sessionPauseMs: 60_000 * (10 + dice.below(40)) };
    if (settings && (await call(server, 'PUT', '/api/settings', changed))) done.settings++;
    return;
  }
  const a = await findPerson(server, () => `user:user-${dice.below(USERS)}`);
  const b = await findPerson(server, () => `anonymous:device-${dice.below(DEVICES)}`);
  const merge = a?.merges.at(-1);
  if (a && merge && dice.chance(0.5)) {
    if (await call(server, 'POST', `/api/people/${a.id}/unmerge`, { absorbed: merge.from })) done.unmerges++;
  } else if (a && b) {
    if (await call(server, 'POST', '/api/people/merge', { people: [a.id, b.id] })) done.merges++;
  }
}

/** A person of a few guesses; the server has not met everybody yet. */
async function findPerson(server: Server, guess: () => string): Promise<Person | undefined> {
  for (let attempt = 0; attempt < GUESSES; attempt++) {
    const person = await call<Person>(server, 'GET', `/api/people?identity=${guess()}`);
    if (person) return person;
  }
  return undefined;
}

/** The answer, or undefined for a refusal. */
async function call<T>(server: Server, method: string, path: string, body?: object): Promise<T | undefined> {
  const response = await fetch(server.url() + path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    signal: AbortSignal.timeout(TRY_MS_MAX),
  });
  const answer = (await response.json()) as T;
  return response.ok ? answer : undefined;
}
