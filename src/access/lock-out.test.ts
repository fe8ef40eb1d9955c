import { expect, it } from 'vitest';
import { createLockOut } from './lock-out.ts';

const MINUTE_MS = 60_000;

it('an account is locked after five tries, longer with each further one, and forgets after an hour', () => {
  let now = 0;
  const lockOut = createLockOut({ now: () => now });
  const waits: number[] = [];
  for (let tries = 1; tries <= 12; tries++) {
    lockOut.trying('ada', `address ${tries}`);
    const wait = lockOut.waitMs('ada', 'another');
    waits.push(wait / 1_000);
    now += wait;
  }
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  expect(lockOut.waitMs('eve', 'another')).toBe(0);
  now += 60 * MINUTE_MS;
  lockOut.trying('ada', 'x');
  expect(lockOut.waitMs('ada', 'x')).toBe(0);
});

it('a success clears the account, and of the address only itself', () => {
  const lockOut = createLockOut({ now: () => 0 });
  for (let tries = 0; tries < 29; tries++) lockOut.trying(`user ${tries}`, 'office');
  lockOut.trying('ada', 'office');
  expect(lockOut.waitMs('new', 'office')).toBeGreaterThan(0);
  lockOut.succeeded('ada', 'office');
  expect(lockOut.waitMs('new', 'office')).toBe(0);
  lockOut.trying('eve', 'office');
  expect(lockOut.waitMs('new', 'office')).toBe(MINUTE_MS);
});
