import { type Static, Type } from 'typebox';
import { PERMISSIONS, type Permission } from '../core/index.ts';
import { RoleSchema } from './roles.ts';

const Time = Type.Integer({ description: 'ms since the epoch' });

/** Somebody who works with Rapport, as stored. */
export interface User {
  readonly id: string;
  /** Lower case; unique. */
  readonly email: string;
  readonly name: string;
  readonly role: Static<typeof RoleSchema>;
  readonly state: 'invited' | 'active' | 'disabled';
  /** See `hashPassword`; absent until one is set, and for those who sign in elsewhere. */
  readonly password?: string;
  /** Who she is at an identity provider: issuer and subject. */
  readonly elsewhere?: { readonly issuer: string; readonly subject: string };
  readonly createdAt: number;
  readonly lastSignInAt?: number;
}

/** A user as others see her. */
export const UserView = Type.Object({
  id: Type.String(),
  email: Type.String(),
  name: Type.String(),
  role: RoleSchema,
  state: Type.Union([Type.Literal('invited'), Type.Literal('active'), Type.Literal('disabled')]),
  createdAt: Time,
  lastSignInAt: Type.Optional(Time),
  signsInElsewhere: Type.Boolean({ description: 'By an identity provider' }),
});

/** Being signed in on one device, as stored under the hash of its cookie. */
export interface Session {
  readonly id: string;
  readonly user: string;
  readonly createdAt: number;
  /** When a request last came (ms); stored now and then. */
  readonly seenAt: number;
  readonly address: string;
  /** What the browser says it is. */
  readonly device: string;
}

/** A session as its user sees it. */
export const SessionView = Type.Object({
  id: Type.String(),
  createdAt: Time,
  seenAt: Time,
  expiresAt: Type.Integer({ description: 'When it ends unless it is used before, ms since the epoch' }),
  address: Type.String(),
  device: Type.String({ description: 'What the browser says it is' }),
  isThis: Type.Boolean({ description: 'The one that asks' }),
});

/** One permission in a list of scopes. */
export const PermissionSchema = Type.Unsafe<Permission>(
  Type.Union(PERMISSIONS.map((permission) => Type.Literal(permission))),
);

/** A token of the API, as stored under the hash of its secret. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Static<typeof RoleSchema>;
  /** The part of the role that it may use; all of it when absent. */
  readonly scopes?: readonly Permission[];
  readonly createdAt: number;
  readonly createdBy: string;
  readonly expiresAt?: number;
  /** To the minute or so. */
  readonly usedAt?: number;
}

/** A token in a list; its secret is shown once, when it is made. */
export const TokenView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: RoleSchema,
  scopes: Type.Optional(Type.Array(PermissionSchema)),
  createdAt: Time,
  createdBy: Type.String(),
  expiresAt: Type.Optional(Time),
  usedAt: Type.Optional(Time),
});

/** A link that works once, as stored under the hash of its secret. */
export type Link =
  | { readonly purpose: 'owner'; readonly expiresAt: number }
  | { readonly purpose: 'invite' | 'reset'; readonly user: string; readonly expiresAt: number };
