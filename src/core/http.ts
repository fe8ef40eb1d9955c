import type { FastifyRequest, FastifyTypeProvider } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { type FieldMask, mustBeVisible } from './mask.ts';
import { refusal } from './refusal.ts';

/**
 * Makes Fastify take the types of a route from its TypeBox schemas: `app.withTypeProvider<TypeBoxTypes>()` gives an
 * instance on which `request.body`, `request.query` and `request.params` are `Static<typeof theSchema>`, and on which
 * the answer of the handler must fit the response schema.
 */
export interface TypeBoxTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  readonly serializer: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

/** What somebody can be allowed to do; `access` says which role may do what. */
export const PERMISSIONS = [
  'access.read',
  'access.write',
  'analytics.read',
  'analytics.write',
  'audiences.read',
  'audiences.write',
  'audit.read',
  'catalog.read',
  'catalog.write',
  'definitions.read',
  'definitions.write',
  'imports.read',
  'imports.write',
  'live.read',
  'operation.read',
  'people.export',
  'people.read',
  'people.write',
  'quarantine.read',
  'quarantine.write',
  'settings.read',
  'settings.write',
  'sources.read',
  'sources.write',
] as const;
/** One of the things that somebody can be allowed to do. */
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What a route asks of its caller, in its options: `config: { permission: 'people.read' }`. Beside the permissions:
 * `signed-in`, anybody whom we know; `collect`, any client (the route checks a write key itself); `open`, anybody.
 */
export type RoutePermission = Permission | 'signed-in' | 'collect' | 'open';

/** Who calls: a user in a browser, a token, the holder of `RAPPORT_TOKEN`, or a program of this machine before there is an owner. */
export interface Principal {
  readonly kind: 'user' | 'token' | 'operator' | 'local';
  /** Id of the user or token; for the others the same as `by`. */
  readonly id: string;
  /** How the caller stands in versions, records and the audit: `user:<id>`, `token:<id>`, `operator` or `api`. */
  readonly by: string;
  readonly role: string;
  may(permission: Permission): boolean;
  /** What the caller may not read of people; undefined when she may read everything. */
  readonly mask?: FieldMask | undefined;
}

/** A route and what it asks of its caller. */
export interface RouteRule {
  readonly method: string;
  readonly url: string;
  readonly permission: RoutePermission;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route of the server declares it; the server does not start without. */
    permission?: RoutePermission;
    /** What the route is to the audit, where its permission does not tell (`auditOf` of access). */
    audit?: 'change' | 'view' | 'none';
  }
  interface FastifyRequest {
    /** Who calls; set before the handler runs unless the route is for anybody. */
    principal?: Principal | undefined;
    /** Whether the caller of an answer that goes on for long may still have it. */
    mayStay?: (() => boolean) | undefined;
    /** People whom the answer shows or changed; see `noteSeen`. */
    seenPeople?: number[] | undefined;
    /** What the audit is to say of it; see `noteChange`. */
    auditNote?: string | undefined;
  }
  interface FastifyInstance {
    /** Every route of the server with what it asks for. */
    routeRules: RouteRule[];
  }
}

/** Tells the audit whom an answer shows. */
export function noteSeen(request: FastifyRequest, people: readonly number[]): void {
  request.seenPeople ??= [];
  request.seenPeople.push(...people);
}

/** Tells the audit in words what a request changes: no secrets, nothing of people. */
export function noteChange(request: FastifyRequest, note: string): void {
  request.auditNote = note;
}

/** Who is to stand in the record of a change that a request makes. */
export function callerOf(request: FastifyRequest): string {
  return request.principal?.by ?? 'api';
}

/**
 * Refuses callers who lack a permission that depends on what is asked, beyond the one of the route. Without a server
 * around it (tests of one domain) a route is for anybody. Refusal: `access.not-allowed` (403).
 */
export function mustMay(request: FastifyRequest, permission: Permission): void {
  if (request.principal === undefined || request.principal.may(permission)) return;
  throw notAllowed(permission);
}

/**
 * Refuses a condition or question that names a field which is hidden from the caller: the answer would tell what is in it.
 * Refusal: `access.hidden-field` (403).
 */
export function mustNotAskFor(request: FastifyRequest, document: unknown): void {
  mustBeVisible(document, request.principal?.mask);
}

/** The refusal for a caller whom we know, and who may not. */
export function notAllowed(permission: Permission): Error {
  return refusal('access.not-allowed', 403, `Your role or token does not include ${permission}.`, {
    detail: { permission },
  });
}
