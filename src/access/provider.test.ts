import { expect, it } from 'vitest';
import { pairOf, roleOf } from './provider.ts';

it('a role is read from a claim, by the first pair that fits', () => {
  const roles = ['crm-admins=admin', 'a=b=agent', 'staff=viewer'];
  const read = (claims: object, roleClaim = 'groups') =>
    roleOf(claims as Record<string, unknown>, { roleClaim, roles });
  expect(read({ groups: ['staff', 'crm-admins'] })).toBe('admin');
  expect(read({ groups: 'a=b' })).toBe('agent');
  expect(read({ realm_access: { roles: ['staff'] } }, 'realm_access.roles')).toBe('viewer');
  expect(read({ groups: ['guests'] })).toBeUndefined();
  expect(read({})).toBeUndefined();
  expect(read({ groups: ['staff'] }, 'groups.constructor.name')).toBeUndefined();
});

it('a pair that is none is refused', () => {
  for (const text of ['admin', '=admin', 'staff=boss']) expect(() => pairOf(text)).toThrow('must be pairs');
});
