import { type Clock, type Permission, type Principal, refusal } from '../core/index.ts';
import type { Token } from './records.ts';
import { allows, ROLES, type Role } from './roles.ts';
import { hashOf } from './sessions.ts';
import type { AccessStore } from './store.ts';

/** Makes a leaked token easy to find in code and logs. */
const PREFIX = 'rapport_';
const STORE_EVERY_MS = 10 * 60_000;
const TOKENS_MAX = 1_000;

/** What a new token is to be. */
export interface TokenOrder {
  readonly name: string;
  readonly role: Role;
  readonly scopes?: readonly Permission[] | undefined;
  readonly expiresAt?: number | undefined;
}

/** The tokens of the API: for programs, with a role and perhaps a part of it. */
export interface Tokens {
  /** Makes a token; its secret is given this once. Refusals: `access.scope-outside-role` (422), `access.too-many-tokens` (409). */
  make(order: TokenOrder, by: string): Promise<{ readonly token: Token; readonly secret: string }>;
  /** Who brings this secret; undefined when there is no such token, or it has ended. */
  find(secret: string): Principal | undefined;
  list(): Token[];
  /** Refusal: `access.token-unknown` (404). */
  revoke(id: string): Promise<Token>;
}

/** Opens the tokens over the store. */
export function createTokens(deps: {
  readonly store: AccessStore;
  readonly clock: Clock;
  readonly newSecret: () => string;
  readonly newId: () => string;
  readonly onError: (error: unknown) => void;
}): Tokens {
  const { store, clock } = deps;
  const storedAt = new Map<string, number>();
  return {
    async make({ name, role, scopes, expiresAt }, by) {
      const outside = scopes?.find((scope) => !ROLES[role].includes(scope));
      if (outside !== undefined)
        throw refusal('access.scope-outside-role', 422, `The role ${role} does not include ${outside}.`);
      if (store.tokens.size >= TOKENS_MAX)
        throw refusal('access.too-many-tokens', 409, `There are ${TOKENS_MAX} tokens; revoke some.`);
      const secret = PREFIX + deps.newSecret();
      const token: Token = {
        id: deps.newId(),
        name,
        role,
        ...(scopes ? { scopes } : {}),
        createdAt: clock.now(),
        createdBy: by,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      };
      await store.commit([['token', hashOf(secret), token]]);
      return { token, secret };
    },
    find(secret) {
      if (!secret.startsWith(PREFIX)) return undefined;
      const key = hashOf(secret);
      const token = store.tokens.get(key);
      const now = clock.now();
      if (!token || (token.expiresAt !== undefined && now >= token.expiresAt)) return undefined;
      const isStored = now - (storedAt.get(key) ?? 0) >= STORE_EVERY_MS;
      if (isStored) storedAt.set(key, now);
      store.touch(['token', key, { ...token, usedAt: now }], isStored).catch(deps.onError);
      const { id, role, scopes } = token;
      return { kind: 'token', id, by: `token:${id}`, role, may: allows(role, scopes) };
    },
    list: () => [...store.tokens.values()].sort((a, b) => b.createdAt - a.createdAt),
    async revoke(id) {
      const found = [...store.tokens].find(([, token]) => token.id === id);
      if (!found)
        throw refusal('access.token-unknown', 404, 'There is no such token; it may be revoked already.');
      await store.commit([['token', found[0], undefined]]);
      return found[1];
    },
  };
}
