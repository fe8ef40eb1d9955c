import { type Static, Type } from 'typebox';
import { PERMISSIONS, type Permission } from '../core/index.ts';

/** What a user or token is for: one of five. The owner is the first admin. */
export const RoleSchema = Type.Union([
  Type.Literal('admin'),
  Type.Literal('marketer'),
  Type.Literal('analyst'),
  Type.Literal('agent'),
  Type.Literal('viewer'),
]);
export type Role = Static<typeof RoleSchema>;

const VIEWER = [
  'analytics.read',
  'audiences.read',
  'catalog.read',
  'definitions.read',
  'live.read',
  'operation.read',
  'people.read',
  'settings.read',
] as const satisfies readonly Permission[];

/** What each role may do. A permission that is added later is the admin's until it is given to another role here. */
export const ROLES: Readonly<Record<Role, readonly Permission[]>> = {
  admin: PERMISSIONS,
  marketer: [
    ...VIEWER,
    'analytics.write',
    'audiences.write',
    'catalog.write',
    'definitions.write',
    'imports.read',
    'imports.write',
    'people.export',
    'people.write',
    'sources.read',
  ],
  analyst: [...VIEWER, 'analytics.write', 'definitions.write', 'imports.read'],
  agent: [
    'audiences.read',
    'catalog.read',
    'live.read',
    'operation.read',
    'people.read',
    'people.write',
    'settings.read',
  ],
  viewer: VIEWER,
};

/** The test whether a role, or the part of it that a token was given, includes a permission. */
export function allows(role: Role, scopes?: readonly Permission[]): (permission: Permission) => boolean {
  const allowed = new Set(ROLES[role]);
  const given = scopes && new Set(scopes);
  return (permission) => allowed.has(permission) && (given === undefined || given.has(permission));
}
