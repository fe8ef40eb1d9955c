import { type Clock, refusal } from '../core/index.ts';
import type { Links } from './links.ts';
import type { LockOut } from './lock-out.ts';
import { type Passwords, passwordFault } from './password.ts';
import type { Link, User } from './records.ts';
import type { OpenSession, SessionPlace, Sessions } from './sessions.ts';
import type { AccessStore } from './store.ts';

/** What somebody says who uses a link. A reset needs the password alone, an invitation also the name. */
export interface Redemption {
  readonly password: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** How people come in: with a password, or with a link that gives them one. Each gives the secret of a new session. */
export interface Accounts {
  /** Whether a user has this address, for the audit. */
  isKnown(email: string): boolean;
  /** Refusals: `access.wrong-password` (401), `access.locked` (429), `access.busy` (503). */
  signIn(email: string, password: string, place: SessionPlace): Promise<string>;
  /** Refusals: `access.link-unknown` (404), `access.password-weak`, `access.name-missing` (422), `access.email-taken` (409). */
  redeem(secret: string, given: Redemption, place: SessionPlace): Promise<string>;
  /** Changes the password and ends the user's other sessions. Refusals: as of `signIn`, and `access.password-weak` (422). */
  changePassword(open: OpenSession, current: string, password: string, address: string): Promise<void>;
}

/** What accounts work with. */
export interface AccountDeps {
  readonly store: AccessStore;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly passwords: Passwords;
  readonly lockOut: LockOut;
  readonly clock: Clock;
  readonly newSecret: () => string;
  readonly newId: () => string;
}

/** Opens the accounts. */
export function createAccounts(deps: AccountDeps): Accounts {
  const { store, sessions, links, passwords, clock } = deps;
  const userOf = (email: string): User | undefined => {
    const wanted = toEmail(email);
    return [...store.users.values()].find((user) => user.email === wanted);
  };
  const check = async (account: string, user: User | undefined, password: string, address: string) => {
    mustBeUnlocked(deps.lockOut, account, address);
    deps.lockOut.trying(account, address);
    const isRight = await passwords.isRight(password, user?.password);
    if (isRight && user?.state === 'active') return deps.lockOut.succeeded(account, address);
    throw refusal('access.wrong-password', 401, 'The e-mail address or the password is not right.');
  };
  return {
    isKnown: (email) => userOf(email) !== undefined,
    async signIn(email, password, place) {
      const user = userOf(email);
      await check(toEmail(email), user, password, place.address);
      const now: User = { ...store.users.get(user!.id)!, lastSignInAt: clock.now() };
      return sessions.begin(now, place, [['user', now.id, now]]);
    },
    redeem: (secret, given, place) =>
      links.redeem(secret, async (link, gone) => {
        const user = redeemer(link, given, store, deps.newId, clock.now());
        const taken = userOf(user.email);
        if (taken && taken.id !== user.id)
          throw refusal('access.email-taken', 409, 'There is a user with this e-mail address already.');
        mustBeStrong(given.password, user);
        const password = await passwords.hash(given.password, deps.newSecret());
        if (link.purpose === 'owner' && store.users.size > 0)
          throw refusal('access.link-unknown', 404, 'Somebody else has claimed this Rapport.');
        const active: User = { ...user, password, state: 'active', lastSignInAt: clock.now() };
        return sessions.begin(active, place, [gone, ...sessions.ending(user.id), ['user', user.id, active]]);
      }),
    async changePassword({ user, session }, current, password, address) {
      await check(user.email, user, current, address);
      mustBeStrong(password, user);
      const hash = await passwords.hash(password, deps.newSecret());
      const others = sessions.ending(user.id, (each) => each.id !== session.id);
      await store.commit([['user', user.id, { ...store.users.get(user.id)!, password: hash }], ...others]);
    },
  };
}

/** How an e-mail address is compared and stored. */
export function toEmail(text: string): string {
  return text.trim().toLowerCase().normalize('NFC');
}

function redeemer(link: Link, given: Redemption, store: AccessStore, newId: () => string, at: number): User {
  const known = link.purpose === 'owner' ? undefined : store.users.get(link.user);
  if (link.purpose !== 'owner' && (!known || known.state === 'disabled'))
    throw refusal('access.link-unknown', 404, 'The user of this link may not sign in any more.');
  const name = given.name?.trim() || known?.name;
  const email = known?.email ?? toEmail(given.email ?? '');
  if (!name || email === '') throw refusal('access.name-missing', 422, 'Say your name and e-mail address.');
  if (known) return { ...known, name };
  return { id: newId(), email, name, role: 'admin', state: 'invited', createdAt: at };
}

function mustBeStrong(password: string, { email, name }: User): void {
  const names = [email, email.split('@')[0] ?? '', ...name.split(/\s+/), 'rapport', 'password'];
  const fault = passwordFault(password, names);
  if (fault) throw refusal('access.password-weak', 422, `The password ${fault}.`);
}

function mustBeUnlocked(lockOut: LockOut, account: string, address: string): void {
  const waitMs = lockOut.waitMs(account, address);
  if (waitMs === 0) return;
  throw refusal('access.locked', 429, 'There were too many wrong passwords; try again later.', {
    retryAfterSeconds: waitMs / 1_000,
  });
}
