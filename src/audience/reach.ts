import { type Condition, PURPOSE_DEFAULT, REACHABILITY_CHANGED } from '../core/condition/index.ts';
import { isAskedFor, type Purposes } from '../privacy/index.ts';

/** Events by which apps say that they run on a device: Segment's life cycle of an application, and one that only registers. */
const DEVICE_EVENTS = [
  'Device Registered',
  'Application Installed',
  'Application Opened',
  'Application Updated',
];

/** Channels on which people are contacted, each with what is an address there. */
export const CHANNELS = {
  email: [{ attribute: 'email', exists: true }],
  sms: [{ attribute: 'phone', exists: true }],
  push: [
    { attribute: 'pushToken', exists: true },
    { did: { event: DEVICE_EVENTS, where: [{ context: 'device.token', exists: true }] } },
    { did: { event: 'Device Registered', where: [{ property: 'token', exists: true }] } },
  ],
} as const satisfies Readonly<Record<string, readonly Condition[]>>;

/**
 * Of whom it is true that she may be contacted: she allowed it (or said nothing, where that is enough), and has an address at which
 * messages arrive. Undefined where nobody is asked for it, so that nobody may be.
 */
export function reachOn(channel: keyof typeof CHANNELS, { purposes }: Purposes): Condition | undefined {
  if (!isAskedFor(purposes, PURPOSE_DEFAULT, channel)) return undefined;
  const isOptOut = purposes.some(({ key, unsaid }) => key === PURPOSE_DEFAULT && unsaid === 'in');
  return {
    all: [
      isOptOut ? { not: { consent: { channel }, is: 'out' } } : { consent: { channel }, is: 'in' },
      { any: [...CHANNELS[channel], { reachable: channel }] },
      {
        not: {
          did: { event: REACHABILITY_CHANGED, where: [{ property: 'channel', text: { is: channel } }] },
          last: { of: { property: 'reachable' }, truth: false },
        },
      },
    ],
  };
}
