import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { notAllowed, type Principal, Refusal, type RoutePermission, refusal } from '../core/index.ts';
import type { MaskOf } from './labels.ts';
import { isLoopback, refuseForged, refuseStrangers } from './origin.ts';
import type { Role } from './roles.ts';

/** What the gate knows of the world. Without the look-ups it knows no users. */
export interface GateOptions {
  /** The address that the server listens on. */
  readonly host: string;
  /** RAPPORT_TOKEN: whoever brings it may do everything. */
  readonly token?: string | undefined;
  /** Where browsers reach us; a server that has one is not for this machine alone. */
  readonly publicUrl?: string | undefined;
  readonly hasProxies?: boolean;
  /** Somebody owns this Rapport. */
  isClaimed?(): boolean;
  /** The user of the session that the request's cookie names; `isUse` keeps the session going. */
  user?(request: FastifyRequest, isUse: boolean): Principal | undefined;
  /** Who brings this secret of an API token. */
  bearer?(secret: string): Principal | undefined;
  /** What a role may not read. */
  readonly maskOf?: MaskOf | undefined;
  /** Whether somebody calls too often. */
  tooMany?(principal: Principal): Refusal | undefined;
}

/** Decides who may call what. */
export interface Gate {
  /** Anybody on this machine may call: it is not claimed, there is no token, and only this machine reaches it. */
  isOpen(): boolean;
  /** Who calls, or why we do not know. Refusals: `access.not-signed-in`, `access.token-wrong`, `access.unclaimed` (401), `access.host`, `access.origin`, `access.page-header` (403). */
  identify(request: FastifyRequest): Principal | Refusal;
  /** Whether who was admitted would be again, now; asking is no use of a session. */
  stays(request: FastifyRequest, permission: RoutePermission): boolean;
  /** Lets a request to a route with this permission pass (undefined) and names its `principal`, or refuses it. */
  admit(request: FastifyRequest, permission: RoutePermission): Error | undefined;
}

const MAY_ALL = (): boolean => true;
/** Whoever brings RAPPORT_TOKEN. */
const OPERATOR: Principal = { kind: 'operator', id: 'operator', by: 'operator', role: 'admin', may: MAY_ALL };
/** A program of this machine, while Rapport belongs to nobody. */
const LOCAL: Principal = { kind: 'local', id: 'api', by: 'api', role: 'admin', may: MAY_ALL };

/** Makes the gate of a server. */
export function createGate(options: GateOptions): Gate {
  const expected = options.token === undefined ? undefined : digest(options.token);
  const isNear = isLoopback(options.host) && options.publicUrl === undefined && options.hasProxies !== true;
  const isOpen = (): boolean => isNear && expected === undefined && options.isClaimed?.() !== true;
  const identify = (request: FastifyRequest, isUse = true): Principal | Refusal => {
    const secret = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (secret !== undefined) {
      // Digests have one length, so the comparison takes the same time whatever was sent.
      if (expected && timingSafeEqual(digest(secret), expected)) return OPERATOR;
      const principal = options.bearer?.(secret);
      if (principal) return principal;
      if (!isOpen()) return refusal('access.token-wrong', 401, 'The token is not a right one.');
    }
    const user = secret === undefined ? options.user?.(request, isUse) : undefined;
    if (user) return refuseForged(request, options.publicUrl) ?? user;
    if (isOpen()) return refuseStrangers(request) ?? LOCAL;
    return refusal(
      'access.not-signed-in',
      401,
      'This route needs a session, or a token in the header "Authorization: Bearer <token>".',
    );
  };
  return {
    isOpen,
    identify: (request) => identify(request),
    stays(request, permission) {
      if (permission === 'open' || permission === 'collect') return true;
      const principal = identify(request, false);
      if (principal instanceof Refusal) return false;
      return permission === 'signed-in' || principal.may(permission);
    },
    admit(request, permission) {
      if (permission === 'open' || permission === 'collect') return undefined;
      const principal = identify(request);
      if (principal instanceof Refusal) return principal;
      const refused = options.tooMany?.(principal);
      if (refused) return refused;
      const mask = options.maskOf?.(principal.role as Role);
      request.principal = mask ? { ...principal, mask } : principal;
      if (permission === 'signed-in' || principal.may(permission)) return undefined;
      return notAllowed(permission);
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
