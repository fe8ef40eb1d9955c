import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CONFIG_FLAGS, readConfig, SETTINGS } from './config.ts';

describe('the configuration', () => {
  it('has a default for everything, and listens to this machine only', () => {
    const config = readConfig({ PATH: '/bin' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      data: './data',
      state: 'embedded',
      warehouse: 'embedded',
      logLevel: 'info',
    });
    expect([config.token, config.retentionMs, config.bodyBytesMax]).toEqual([
      undefined,
      30 * 86_400_000,
      4 * 1024 ** 2,
    ]);
  });

  it('is read from variables with units, and an empty one counts as unset', () => {
    const env = {
      RAPPORT_PORT: '0',
      RAPPORT_LOG_RETENTION: '36h',
      RAPPORT_LOG_BYTES_MAX: '1.5gb',
      RAPPORT_HOST: '',
      RAPPORT_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      retentionMs: 36 * 3_600_000,
      retentionBytes: 1.5 * 1024 ** 3,
      host: '127.0.0.1',
      trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
    });
  });

  it('lets flags go before variables', () => {
    const { values } = parseArgs({
      args: ['--port', '9000', '--log-level', 'debug'],
      options: { ...CONFIG_FLAGS },
    });
    expect(
      readConfig({ RAPPORT_PORT: '1', RAPPORT_DATA: '/d' }, values as Record<string, string>),
    ).toMatchObject({ port: 9000, data: '/d', logLevel: 'debug' });
    expect(Object.keys(CONFIG_FLAGS)).toEqual(['host', 'port', 'data', 'log-level']);
  });

  it('names the variable that makes no sense, and what would', () => {
    const fault = (env: Record<string, string>) => {
      try {
        readConfig(env);
      } catch (error) {
        return (error as Error).message;
      }
      return undefined;
    };
    expect(fault({ RAPPORT_PORT: '80a' })).toBe('RAPPORT_PORT must be a whole number from 0 to 65535.');
    expect(fault({ RAPPORT_PORT: '65536' })).toBe('RAPPORT_PORT must be a whole number from 0 to 65535.');
    expect(fault({ RAPPORT_LOG_RETENTION: '30' })).toBe(
      'RAPPORT_LOG_RETENTION must be a number and a unit (ms, s, m, h, d), such as 30d.',
    );
    expect(fault({ RAPPORT_LOG_RETENTION: '1h' })).toBe('RAPPORT_LOG_RETENTION is out of bounds.');
    expect(fault({ RAPPORT_LOG_LEVEL: 'loud' })).toBe(
      'RAPPORT_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    );
    expect(fault({ RAPPORT_STATE: 'mysql://u:secret@db/x' })).toBe(
      'RAPPORT_STATE must be "embedded" or a URL that starts with postgres:// or postgresql://.',
    );
    expect(fault({ RAPPORT_WAREHOUSE: 'here' })).toMatch(/^RAPPORT_WAREHOUSE must be "embedded" or a URL/);
    expect(fault({ RAPPORT_TOKEN: 'short' })).toBe(
      'RAPPORT_TOKEN must have at least 16 characters and no spaces.',
    );
  });

  it('refuses a variable that it does not know, and guesses which one was meant', () => {
    expect(() => readConfig({ RAPPORT_PROT: '1' })).toThrow(
      'RAPPORT_PROT is not a setting; docs/configuration.md lists them (did you mean RAPPORT_PORT?).',
    );
    expect(() =>
      readConfig({ RAPPORT_ROOT: '/x', RAPPORT_CI_NODE24: '1', RAPPORT_TEST_POSTGRES: 'x' }),
    ).not.toThrow();
  });

  it('is documented: docs/configuration.md has a row for every setting, word for word', () => {
    const rows = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `RAPPORT_'));
    const expected = Object.values(SETTINGS).map(
      ({ variable, defaultText, meaning }) =>
        `| \`${variable}\` | ${defaultText === '' ? '' : `\`${defaultText}\``} | ${meaning} |`,
    );
    expect(rows).toEqual(expected);
  });
});
