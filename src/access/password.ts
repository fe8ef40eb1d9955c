import { type BinaryLike, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { refusal } from '../core/index.ts';

/** What one hash costs: scrypt's N as a power of two, r and p (RFC 7914). */
export interface PasswordCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and three passes, which OWASP's cheat sheet on password storage holds equal to N = 2^17 with one. */
export const PASSWORD_COST: PasswordCost = { logN: 15, r: 8, p: 3 };
/** Length in characters. NIST SP 800-63B asks for 8 at least and 64 to be taken; length is what counts. */
export const PASSWORD_LENGTH = { min: 12, max: 200 };
const HASH_BYTES = 32;
/** Two at a time, so that a flood of sign-ins takes 64 MB and leaves threads for the disk. */
const RUNNING_MAX = 2;
/** Beyond this many that wait, callers are told to come back. */
const WAITING_MAX = 100;

/** Hashes and checks passwords on the threads of libuv. */
export interface Passwords {
  /** The hash of a password, with its salt and cost. Refusal: `access.busy` (503). */
  hash(password: string, salt: string): Promise<string>;
  /** Takes as long for a user without a password (undefined). Refusal: `access.busy` (503). */
  isRight(password: string, stored: string | undefined): Promise<boolean>;
}

/** Makes the hasher; a lower cost is for tests. */
export function createPasswords(cost: PasswordCost = PASSWORD_COST): Passwords {
  const run = createQueue();
  const derive = (password: string, salt: string, { logN, r, p }: PasswordCost): Promise<Buffer> => {
    const options = { N: 2 ** logN, r, p, maxmem: 2 ** logN * r * 256 };
    // One form for what keyboards write in several, such as ü (RFC 8265 section 4.2.2).
    return run(() => derived(password.normalize('NFKC'), salt, options));
  };
  return {
    async hash(password, salt) {
      const key = await derive(password, salt, cost);
      return ['scrypt', cost.logN, cost.r, cost.p, salt, key.toString('base64url')].join('$');
    },
    async isRight(password, stored = `scrypt$${cost.logN}$${cost.r}$${cost.p}$nobody$`) {
      const [, logN, r, p, salt = '', hash = ''] = stored.split('$');
      const key = await derive(password, salt, { logN: Number(logN), r: Number(r), p: Number(p) });
      const expected = Buffer.from(hash, 'base64url');
      return expected.length === key.length && timingSafeEqual(expected, key);
    },
  };
}

/** What is wrong with a new password; undefined when nothing is. `names` are what others know of the user. */
export function passwordFault(password: string, names: readonly string[]): string | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return `must have at least ${PASSWORD_LENGTH.min} characters`;
  if (length > PASSWORD_LENGTH.max) return `must have at most ${PASSWORD_LENGTH.max} characters`;
  if (new Set(password).size < 5) return 'repeats the same few characters';
  const lower = password.toLowerCase();
  const isNamed = names.some((name) => name.length > 3 && lower.includes(name.toLowerCase()));
  return isNamed ? 'must not hold your name, your e-mail address or a word that is guessed first' : undefined;
}

function derived(password: BinaryLike, salt: string, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (waiting.length >= WAITING_MAX)
      throw refusal('access.busy', 503, 'Too many are signing in; try again.', { retryAfterSeconds: 5 });
    if (running < RUNNING_MAX) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // Whoever waits takes the place over, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
