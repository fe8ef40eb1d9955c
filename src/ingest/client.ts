import { isIP } from 'node:net';
import { type Channel, type JsonObject, overlay } from '../core/index.ts';
import type { CollectedHeader } from './decoded.ts';

/** How much of a client's address is kept: its network (/24, /48), all of it, or nothing. */
export const CLIENT_IP_POLICIES = ['truncated', 'full', 'none'] as const;
export type ClientIpPolicy = (typeof CLIENT_IP_POLICIES)[number];

/** What a request says about the machine that sent it. */
export interface Client {
  readonly ip?: string;
  readonly userAgent?: string;
}

const USER_AGENT_CHARACTERS_MAX = 512;
const BROWSER = /^Mozilla\//;

/**
 * What is kept of the machine that sent a request: of browsers on channel `web`, of any client on channel `app`. Requests of
 * other channels, and of servers that send for somebody, say nothing about the shopper.
 * @param ip as the server sees it, behind trusted proxies
 */
export function clientOf(
  channel: Channel,
  ip: string,
  userAgent: string | undefined,
  policy: ClientIpPolicy,
): Client | undefined {
  const isShopper = channel === 'app' || (channel === 'web' && BROWSER.test(userAgent ?? ''));
  if (!isShopper) return undefined;
  const address = policy === 'none' ? undefined : policy === 'full' ? ip : networkOf(ip);
  const agent = userAgent?.slice(0, USER_AGENT_CHARACTERS_MAX);
  return { ...(address ? { ip: address } : {}), ...(agent ? { userAgent: agent } : {}) };
}

/** The context of an event with what its request says, where the event itself does not say it. Pure. */
export function withClient(context: JsonObject, { client }: CollectedHeader): JsonObject {
  if (!client) return context;
  const { ip, userAgent } = client;
  const lacksIp = ip !== undefined && context['ip'] === undefined;
  const lacksAgent = userAgent !== undefined && context['userAgent'] === undefined;
  if (!lacksIp && !lacksAgent) return context;
  return overlay(context, { ...(lacksIp && { ip }), ...(lacksAgent && { userAgent }) });
}

const GROUPS = 8;
const KEPT_GROUPS = 3;

/** The network of an address: /24 of IPv4, /48 of IPv6; undefined for what is no address. */
export function networkOf(ip: string): string | undefined {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  const version = isIP(plain);
  if (version === 4) return plain.replace(/\.\d+$/, '.0');
  if (version !== 6) return undefined;
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::')
    ? Array(Math.max(0, GROUPS - before.length - after.length)).fill('0')
    : [];
  const kept = [...before, ...zeros, ...after].slice(0, KEPT_GROUPS);
  return `${kept.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::`;
}
