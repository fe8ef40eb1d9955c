import { describe, expect, it } from 'vitest';
import { createPasswords, PASSWORD_COST, passwordFault } from './password.ts';

const CHEAP = { logN: 4, r: 8, p: 1 };

describe('a stored password', () => {
  it('is right again, and no other is', async () => {
    const passwords = createPasswords(CHEAP);
    const stored = await passwords.hash('correct horse battery', 'salt-1');
    expect(stored).toMatch(/^scrypt\$4\$8\$1\$salt-1\$[\w-]{43}$/);
    expect(await passwords.isRight('correct horse battery', stored)).toBe(true);
    expect(await passwords.isRight('correct horse batterz', stored)).toBe(false);
    expect(await passwords.isRight('correct horse battery', undefined)).toBe(false);
    expect(await passwords.isRight('', 'scrypt$4$8$1$nobody$')).toBe(false);
  });

  it('differs with its salt, and not with how a keyboard writes an umlaut', async () => {
    const passwords = createPasswords(CHEAP);
    const [a, b] = await Promise.all([
      passwords.hash('grüne Wiese', 'a'),
      passwords.hash('grüne Wiese', 'b'),
    ]);
    expect(a.split('$')[5]).not.toBe(b.split('$')[5]);
    expect(await passwords.isRight('gru\u0308ne Wiese', a)).toBe(true);
  });

  it('keeps the cost that it was made with', async () => {
    const stored = await createPasswords(CHEAP).hash('correct horse battery', 's');
    expect(await createPasswords(PASSWORD_COST).isRight('correct horse battery', stored)).toBe(true);
  });

  it('is hashed two at a time, and beyond a hundred that wait callers are told to come back', async () => {
    const passwords = createPasswords(CHEAP);
    const all = await Promise.allSettled(Array.from({ length: 110 }, () => passwords.hash('x', 's')));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { code: 'access.busy', retryAfterSeconds: 5 } });
    expect(await passwords.hash('x', 's')).toMatch(/^scrypt/);
  });
});

it('a new password is long, and is not what is guessed first', () => {
  const faults = (...passwords: string[]) =>
    passwords.map((password) => passwordFault(password, ['sarah', 'Keller', 'password']) !== undefined);
  expect(faults('elevenchars', 'x'.repeat(201), 'aaaaaaaaaaaaaaa', 'abababababab')).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(faults('SARAH-is-the-best', 'my-keller-2026', 'password-12345')).toEqual([true, true, true]);
  expect(faults('correct horse battery', '正しい馬の電池の杭よりも長い')).toEqual([false, false]);
});
