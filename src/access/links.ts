import { type Clock, refusal } from '../core/index.ts';
import type { Link, User } from './records.ts';
import { hashOf } from './sessions.ts';
import type { AccessChange, AccessStore } from './store.ts';

const HOUR_MS = 60 * 60_000;
/** A link is as good as a password until it is used, so it does not wait for long. */
const LIFE_MS: Readonly<Record<Link['purpose'], number>> = {
  owner: 24 * HOUR_MS,
  invite: 7 * 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
};

/** A new link: its secret, which is not stored, and when it ends. */
export interface NewLink {
  readonly secret: string;
  readonly expiresAt: number;
  /** What stores it, and takes older links for the same away. */
  readonly changes: readonly AccessChange[];
}

/** Links that work once: for the owner, for those who are invited, for those who forgot their password. */
export interface Links {
  make(purpose: 'owner'): NewLink;
  make(purpose: 'invite' | 'reset', user: User): NewLink;
  /** What a secret is for. Refusal: `access.link-unknown` (404) when it was used, is too old or never was. */
  find(secret: string): Link;
  /** What ends the links of a user, for a commit. */
  ending(userId: string): AccessChange[];
  /** Uses a link up: nobody else can while `use` runs, and it is good again when that fails. `use` stores what is given to it. */
  redeem<T>(secret: string, use: (link: Link, gone: AccessChange) => Promise<T>): Promise<T>;
}

/** Opens the links over the store. */
export function createLinks(store: AccessStore, clock: Clock, newSecret: () => string): Links {
  const inUse = new Set<string>();
  const ending = (fits: (link: Link) => boolean): AccessChange[] =>
    [...store.links]
      .filter(([, link]) => fits(link) || link.expiresAt <= clock.now())
      .map(([key]): AccessChange => ['link', key, undefined]);
  const find = (secret: string): Link => {
    const key = hashOf(secret);
    const link = store.links.get(key);
    const isGood = link && link.expiresAt > clock.now() && !inUse.has(key);
    // Whoever claims first owns it; a link for the owner that was printed before is good for nothing then.
    if (isGood && !(link.purpose === 'owner' && store.users.size > 0)) return link;
    throw refusal(
      'access.link-unknown',
      404,
      'This link was used already, or is too old; ask for a new one.',
    );
  };
  return {
    find,
    make(purpose: Link['purpose'], user?: User) {
      const secret = newSecret();
      const expiresAt = clock.now() + LIFE_MS[purpose];
      const link: Link =
        purpose === 'owner' ? { purpose, expiresAt } : { purpose, user: user!.id, expiresAt };
      const older = ending(
        (each) => each.purpose === purpose && ('user' in each ? each.user : '') === (user?.id ?? ''),
      );
      return { secret, expiresAt, changes: [...older, ['link', hashOf(secret), link]] };
    },
    ending: (userId) => ending((link) => link.purpose !== 'owner' && link.user === userId),
    async redeem(secret, use) {
      const link = find(secret);
      const key = hashOf(secret);
      inUse.add(key);
      try {
        return await use(link, ['link', key, undefined]);
      } finally {
        inUse.delete(key);
      }
    },
  };
}
