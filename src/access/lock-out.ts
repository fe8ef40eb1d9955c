import { createHash } from 'node:crypto';
import type { Clock } from '../core/index.ts';

/** After how many failures in a row a name is locked, and for how long (ms): doubled with each further one, up to the most. */
interface LockRule {
  readonly failuresMax: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** A person mistypes a few times; a list of passwords is tried by the thousand. */
const ACCOUNT: LockRule = { failuresMax: 5, firstMs: 30_000, mostMs: 15 * 60_000 };
/** Colleagues behind one address mistype too, so an address may fail more often. */
const ADDRESS: LockRule = { failuresMax: 30, firstMs: 60_000, mostMs: 60 * 60_000 };
/** Failures are forgotten this long after the last one. */
const FORGET_MS = 60 * 60_000;
/** What is kept at most; the oldest leave first. */
const KEPT_MAX = 50_000;

/** Counts failed sign-ins of accounts and addresses. In memory: a restart forgets them, and nobody outside can restart us. */
export interface LockOut {
  /** How long until another try is heard (ms); 0 when now. */
  waitMs(account: string, address: string): number;
  /** Counts a try as failed before its password is checked, so that many at once are no way around. */
  trying(account: string, address: string): void;
  /** The try was right: clears the account, and takes back the one count of the address. */
  succeeded(account: string, address: string): void;
}

interface Failures {
  readonly count: number;
  readonly at: number;
}

/** Makes a lock-out that knows of no failures. */
export function createLockOut(clock: Clock): LockOut {
  const known = new Map<string, Failures>();
  const find = (key: string): Failures | undefined => {
    const failures = known.get(key);
    return failures && clock.now() - failures.at < FORGET_MS ? failures : undefined;
  };
  const left = (key: string, rule: LockRule): number => {
    const failures = find(key);
    if (!failures || failures.count < rule.failuresMax) return 0;
    const locked = Math.min(rule.mostMs, rule.firstMs * 2 ** (failures.count - rule.failuresMax));
    return Math.max(0, failures.at + locked - clock.now());
  };
  const count = (key: string): void => {
    const next = { count: (find(key)?.count ?? 0) + 1, at: clock.now() };
    // Set anew, so that the map stays in the order of the last failure.
    known.delete(key);
    known.set(key, next);
    if (known.size > KEPT_MAX) known.delete(known.keys().next().value!);
  };
  return {
    waitMs: (account, address) =>
      Math.max(left(accountKey(account), ACCOUNT), left(`address ${address}`, ADDRESS)),
    trying(account, address) {
      count(accountKey(account));
      count(`address ${address}`);
    },
    succeeded(account, address) {
      known.delete(accountKey(account));
      // An attacker with an account of her own must not start afresh, so the rest of the address stays.
      const failures = find(`address ${address}`);
      if (failures) known.set(`address ${address}`, { ...failures, count: failures.count - 1 });
    },
  };
}

/** A digest, for an attacker chooses how long the names are. */
function accountKey(account: string): string {
  return `account ${createHash('sha256').update(account).digest('base64url')}`;
}
