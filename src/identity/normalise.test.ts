import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/index.ts';
import { namespacesOf, normalise } from './normalise.ts';

const namespaces = namespacesOf(DEFAULT_SETTINGS);
const written = (namespace: string, value: string, country = 'DE'): string | undefined =>
  normalise({ namespace, value }, namespaces, country)?.key;

describe('an identity', () => {
  it.each([
    '',
    ' ',
    'null',
    'NULL',
    'undefined',
    'anonymous',
    'Guest',
    'invalid',
    'n/a',
    '(not set)',
    '0',
    '-1',
    'true',
    '[object Object]',
    '00000000-0000-0000-0000-000000000000',
    '00000000000000000000000000000000000000',
  ])('never links when it is a placeholder: "%s"', (value) => {
    for (const namespace of ['user', 'crm', 'anonymous', 'loyalty'])
      expect(written(namespace, value)).toBe(undefined);
  });

  it('never links when its namespace is unknown or its value too long', () => {
    expect(written('cookie', 'a')).toBe(undefined);
    expect(written('user', 'x'.repeat(256))).toBe(`user:${'x'.repeat(256)}`);
    expect(written('user', 'x'.repeat(257))).toBe(undefined);
  });

  it('is compared without the blanks around it, and with its case where case may matter', () => {
    expect(written('user', ' U-007 ')).toBe('user:U-007');
    expect(written('user', 'u-007')).toBe('user:u-007');
  });

  it('is an e-mail address in lower case, or nothing', () => {
    expect(written('email', " Sarah.O'Neil+Shop@Example.co.uk ")).toBe(
      "email:sarah.o'neil+shop@example.co.uk",
    );
    for (const value of [
      'sarah',
      'sarah@',
      '@example.com',
      'a@b@example.com',
      'sarah@localhost',
      'a b@example.com',
      'a\tb@example.com',
      'sarah@example.',
    ])
      expect(written('email', value)).toBe(undefined);
  });

  it('is a telephone number in E.164, read by the country of its source', () => {
    expect(written('phone', '0171 1234567', 'DE')).toBe('phone:+491711234567');
    expect(written('phone', '07911 123456', 'GB')).toBe('phone:+447911123456');
    expect(written('phone', '(212) 555-1234', 'US')).toBe('phone:+12125551234');
    expect(written('phone', '+44 7911 123456', 'DE')).toBe('phone:+447911123456');
    expect(written('phone', '0664 1234567', 'AT')).not.toBe(written('phone', '0664 1234567', 'DE'));
  });

  it('is no telephone number when nobody can have it', () => {
    for (const value of [
      '123',
      '+49',
      'call me',
      '0000000000',
      '1111111111',
      '+1 555 555 5555',
      '+4917112345678901234',
    ])
      expect(written('phone', value)).toBe(undefined);
    expect(written('phone', '0171 1234567', 'XX')).toBe(undefined);
  });
});
