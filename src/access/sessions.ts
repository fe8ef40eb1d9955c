import { createHash } from 'node:crypto';
import type { Clock } from '../core/index.ts';
import type { Session, User } from './records.ts';
import type { AccessChange, AccessStore } from './store.ts';

/** A session that nobody uses ends after a day, any after two weeks. */
const IDLE_MS = 24 * 60 * 60_000;
const LIFE_MS = 14 * 24 * 60 * 60_000;
/** The cookie lives as long as the session can. */
export const SESSION_SECONDS = LIFE_MS / 1_000;
/** When it was last used is kept in memory, and stored this often at most: a death makes it look older, never newer. */
const STORE_EVERY_MS = 10 * 60_000;
/** The oldest of a user ends when she signs in once more. */
const SESSIONS_PER_USER_MAX = 20;
const DEVICE_CHARACTERS_MAX = 200;

/** Where a session begins. */
export interface SessionPlace {
  readonly address: string;
  readonly device: string;
}

/** A session with its user, found by the secret in a cookie. */
export interface OpenSession {
  readonly session: Session;
  readonly user: User;
}

/** The sessions of all users. */
export interface Sessions {
  /** Begins a session and gives the secret for its cookie, which is not stored. `also` is stored with it. */
  begin(user: User, place: SessionPlace, also?: readonly AccessChange[]): Promise<string>;
  /** The session of a secret, unless it has ended or its user may not sign in; marks it as used, unless told not to. */
  find(secret: string, isUse?: boolean): OpenSession | undefined;
  /** Those of a user that have not ended, the last used first. */
  of(userId: string): Session[];
  /** What ends sessions of a user: all, or those that fit. For a commit. */
  ending(userId: string, fits?: (session: Session) => boolean): AccessChange[];
}

/** What sessions work with. */
export interface SessionDeps {
  readonly store: AccessStore;
  readonly clock: Clock;
  readonly newSecret: () => string;
  readonly newId: () => string;
  readonly onError: (error: unknown) => void;
}

/** Opens the sessions over the store. */
export function createSessions(deps: SessionDeps): Sessions {
  const { store, clock } = deps;
  const storedAt = new Map<string, number>();
  const hasEnded = (session: Session): boolean => clock.now() >= endOf(session);
  const entriesOf = (userId: string): [string, Session][] =>
    [...store.sessions].filter(([, session]) => session.user === userId);
  const touch = (key: string, session: Session): void => {
    const now = clock.now();
    const isStored = now - (storedAt.get(key) ?? session.createdAt) >= STORE_EVERY_MS;
    if (isStored) storedAt.set(key, now);
    store.touch(['session', key, { ...session, seenAt: now }], isStored).catch(deps.onError);
  };
  return {
    async begin(user, { address, device }, also = []) {
      const secret = deps.newSecret();
      const now = clock.now();
      const session = { id: deps.newId(), user: user.id, createdAt: now, seenAt: now, address, device };
      const open = entriesOf(user.id).sort(([, a], [, b]) => b.seenAt - a.seenAt);
      const surplus = open.slice(SESSIONS_PER_USER_MAX - 1).map(([key]) => key);
      const ended = [...store.sessions].filter(([, each]) => hasEnded(each)).map(([key]) => key);
      const gone = [...new Set([...surplus, ...ended])];
      await store.commit([
        ...also,
        ...gone.map((key): AccessChange => ['session', key, undefined]),
        ['session', hashOf(secret), { ...session, device: device.slice(0, DEVICE_CHARACTERS_MAX) }],
      ]);
      for (const key of gone) storedAt.delete(key);
      return secret;
    },
    find(secret, isUse = true) {
      const key = hashOf(secret);
      const session = store.sessions.get(key);
      const user = session && store.users.get(session.user);
      if (!session || user?.state !== 'active' || hasEnded(session)) return undefined;
      if (isUse) touch(key, session);
      return { session, user };
    },
    of: (userId) =>
      entriesOf(userId)
        .map(([, session]) => session)
        .filter((session) => !hasEnded(session))
        .sort((a, b) => b.seenAt - a.seenAt),
    ending: (userId, fits = () => true) =>
      entriesOf(userId)
        .filter(([, session]) => fits(session))
        .map(([key]): AccessChange => ['session', key, undefined]),
  };
}

/** When a session ends unless it is used before (ms). */
export function endOf({ createdAt, seenAt }: Session): number {
  return Math.min(seenAt + IDLE_MS, createdAt + LIFE_MS);
}

/** Secrets are long and random, so one round of a hash keeps them. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
