import { describe, expect, test } from 'vitest';
import { clientOf, networkOf, withClient } from './client.ts';

const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15';

describe('what a request says about the machine of a shopper', () => {
  test.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:1234:5678::1', '2001:db8:1234::'],
    ['2001:0db8::7', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0::'],
    ['not an address', undefined],
  ])('the network of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  test('is kept of browsers and apps, not of servers that send for somebody', () => {
    expect(clientOf('web', '203.0.113.77', SAFARI, 'truncated')).toEqual({
      ip: '203.0.113.0',
      userAgent: SAFARI,
    });
    expect(clientOf('app', '203.0.113.77', 'okhttp/4', 'full')).toEqual({
      ip: '203.0.113.77',
      userAgent: 'okhttp/4',
    });
    expect(clientOf('web', '203.0.113.77', SAFARI, 'none')).toEqual({ userAgent: SAFARI });
    expect(clientOf('web', '203.0.113.77', 'analytics-node/3', 'truncated')).toBeUndefined();
    expect(clientOf('order', '203.0.113.77', SAFARI, 'truncated')).toBeUndefined();
  });

  test('fills the context where the event is silent', () => {
    const header = {
      kind: 'collected',
      protocol: 'segment',
      source: 's',
      channel: 'web',
      received: 1,
    } as const;
    const client = { ip: '203.0.113.0', userAgent: SAFARI };
    expect(withClient({ ip: '198.51.100.7' }, { ...header, client })).toEqual({
      ip: '198.51.100.7',
      userAgent: SAFARI,
    });
    const context = { userAgent: 'own' };
    expect(withClient(context, { ...header, client })).toEqual({ ip: '203.0.113.0', userAgent: 'own' });
    expect(withClient(context, header)).toBe(context);
  });
});
