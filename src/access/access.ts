import type { FastifyRequest } from 'fastify';
import type { Clock, Principal } from '../core/index.ts';
import type { State } from '../engine/state/index.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { type Audit, openAudit } from './audit.ts';
import { type Cookies, createCookies } from './cookie.ts';
import { createGate, type Gate } from './gate.ts';
import type { MaskOf } from './labels.ts';
import { createLinks, type Links } from './links.ts';
import { createLockOut } from './lock-out.ts';
import { createPasswords, type PasswordCost } from './password.ts';
import { createProvider, type Provider, type ProviderOptions } from './provider.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { allows } from './roles.ts';
import { createSessions, type OpenSession, type Sessions } from './sessions.ts';
import { type AccessStore, openAccessStore } from './store.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** What access works with. */
export interface AccessDeps {
  readonly state: State;
  readonly clock: Clock;
  /** Makes a secret nobody can guess: at least 128 bits, of the characters of base64url. */
  readonly newSecret: () => string;
  readonly newId: () => string;
  readonly onError: (error: unknown) => void;
  /** The address that the server listens on. */
  readonly host: string;
  /** RAPPORT_TOKEN. */
  readonly token?: string | undefined;
  /** Where browsers reach us, when that is not what their requests say. */
  readonly publicUrl?: string | undefined;
  readonly hasProxies?: boolean;
  /** Where people may sign in beside here. */
  readonly provider?: ProviderOptions | undefined;
  /** What a role may not read; nothing is hidden without it. */
  readonly maskOf?: MaskOf;
  /** How long the audit is kept (ms). */
  readonly auditRetentionMs: number;
  /** For tests, which hash many passwords. */
  readonly passwordCost?: PasswordCost;
}

/** Who may do what, and did: users, roles, sessions, tokens, audit. */
export interface Access {
  readonly audit: Audit;
  readonly gate: Gate;
  readonly store: AccessStore;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly links: Links;
  readonly tokens: Tokens;
  readonly cookies: Cookies;
  readonly provider: Provider | undefined;
  readonly publicUrl: string | undefined;
  /** Takes a call to sign in or use a link from an address; the refusal when there are too many. */
  readonly limitSignIns: RateLimit;
  readonly clock: Clock;
  readonly newId: () => string;
  isClaimed(): boolean;
  /** The session whose cookie a request brings. */
  openSession(request: FastifyRequest): OpenSession | undefined;
  /** A new link to create the owner, for as long as there is none; links that were given before are good for nothing. */
  ownerLink(): Promise<{ readonly path: string; readonly expiresAt: number } | undefined>;
}

/** Name of the cookie of a session. */
export const SESSION_COOKIE = 'session';
/** Sign-ins of one address: a person needs few, and each takes a hash. */
const SIGN_INS = { burst: 20, perSecond: 0.2 };
/** Calls of one user or token. A page of the interface makes some ten at once. */
const CALLS = { burst: 600, perSecond: 100 };

/** Opens access over a state. */
export async function openAccess(deps: AccessDeps): Promise<Access> {
  const { clock, newSecret, newId, onError, publicUrl } = deps;
  const store = await openAccessStore(deps.state);
  const sessions = createSessions({ store, clock, newSecret, newId, onError });
  const links = createLinks(store, clock, newSecret);
  const tokens = createTokens({ store, clock, newSecret, newId, onError });
  const passwords = createPasswords(deps.passwordCost);
  const lockOut = createLockOut(clock);
  const accounts = createAccounts({ store, sessions, links, passwords, lockOut, clock, newSecret, newId });
  const cookies = createCookies(publicUrl);
  const audit = openAudit({ state: deps.state, clock, newId, onError, retentionMs: deps.auditRetentionMs });
  const limitCalls = createRateLimit(clock, CALLS);
  const isClaimed = (): boolean => store.users.size > 0;
  const openSession = (request: FastifyRequest, isUse = true): OpenSession | undefined => {
    const secret = cookies.read(request, SESSION_COOKIE);
    return secret === undefined ? undefined : sessions.find(secret, isUse);
  };
  const gate = createGate({
    host: deps.host,
    token: deps.token,
    publicUrl,
    hasProxies: deps.hasProxies ?? false,
    isClaimed,
    user: (request, isUse) => principalOf(openSession(request, isUse)),
    bearer: (secret) => tokens.find(secret),
    maskOf: deps.maskOf,
    tooMany: ({ kind, by }) => (kind === 'user' || kind === 'token' ? limitCalls(by) : undefined),
  });
  return {
    audit,
    gate,
    store,
    sessions,
    accounts,
    links,
    tokens,
    cookies,
    provider: deps.provider && createProvider(deps.provider, clock, newSecret),
    publicUrl,
    limitSignIns: createRateLimit(clock, SIGN_INS),
    clock,
    newId,
    isClaimed,
    openSession: (request) => openSession(request),
    async ownerLink() {
      if (isClaimed()) return undefined;
      const { secret, expiresAt, changes } = links.make('owner');
      await store.commit(changes);
      return { path: linkPath(secret), expiresAt };
    },
  };
}

/** The page of the interface that uses a link. The secret is behind the #, which browsers do not send to servers. */
export function linkPath(secret: string): string {
  return `/link#${secret}`;
}

/** Who calls, of somebody who is signed in. */
export function principalOf(open: OpenSession | undefined): Principal | undefined {
  if (!open) return undefined;
  const { id, role } = open.user;
  return { kind: 'user', id, by: `user:${id}`, role, may: allows(role) };
}
