import { type Clock, refusal } from '../core/index.ts';
import type { Links } from './links.ts';
import type { Identity } from './provider.ts';
import type { User } from './records.ts';
import type { SessionPlace, Sessions } from './sessions.ts';
import type { AccessStore } from './store.ts';

/** What is needed to let somebody in whom a provider vouches for. */
export interface ElsewhereDeps {
  readonly store: AccessStore;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Begins a session for an identity and gives its secret. A user is known by issuer and subject; the first time, by an
 * address that the provider has verified; else she is made when the provider says her role.
 * Refusals: `access.no-role`, `access.unclaimed` (403), `access.user-disabled` (409).
 */
export async function enterFromElsewhere(
  identity: Identity,
  place: SessionPlace,
  { store, sessions, links, clock, newId }: ElsewhereDeps,
): Promise<string> {
  const users = [...store.users.values()];
  const { issuer, subject, email, role } = identity;
  const known =
    users.find(({ elsewhere }) => elsewhere?.issuer === issuer && elsewhere.subject === subject) ??
    users.find((user) => email !== undefined && user.email === email && user.elsewhere === undefined);
  if (known?.state === 'disabled') throw refusal('access.user-disabled', 409, 'The user may not sign in.');
  const fresh = known ? undefined : newcomer(identity, users, newId(), clock.now());
  const user = known ?? fresh!;
  const isLastAdmin =
    user.role === 'admin' &&
    !users.some((each) => each.id !== user.id && each.role === 'admin' && each.state === 'active');
  const entered: User = {
    ...user,
    state: 'active',
    // The provider may take a role away, but not the last admin from the shop.
    role: role === undefined || (isLastAdmin && !fresh) ? user.role : role,
    elsewhere: { issuer, subject },
    lastSignInAt: clock.now(),
  };
  return sessions.begin(entered, place, [...links.ending(entered.id), ['user', entered.id, entered]]);
}

function newcomer(
  { role, email, name, issuer, subject }: Identity,
  users: readonly User[],
  id: string,
  at: number,
): User {
  if (role === undefined || email === undefined)
    throw refusal(
      'access.no-role',
      403,
      'The identity provider gives you no role here, or has not verified your address; ask an admin to invite you.',
    );
  if (users.length === 0 && role !== 'admin')
    throw refusal(
      'access.unclaimed',
      403,
      'Nobody has claimed this Rapport; its first user must be an admin.',
    );
  if (users.some((user) => user.email === email))
    throw refusal('access.email-taken', 409, 'There is a user with this e-mail address already.');
  const elsewhere = { issuer, subject };
  return { id, email, name: name ?? email, role, state: 'active', elsewhere, createdAt: at };
}
