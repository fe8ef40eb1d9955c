import type { Static } from 'typebox';
import type { User, UserView } from './records.ts';

/** A user without what only the program may know. */
export function userView(user: User): Static<typeof UserView> {
  const { id, email, name, role, state, createdAt, lastSignInAt, elsewhere } = user;
  return {
    id,
    email,
    name,
    role,
    state,
    createdAt,
    ...(lastSignInAt === undefined ? {} : { lastSignInAt }),
    signsInElsewhere: elsewhere !== undefined,
  };
}
