import type { JsonObject } from '../../src/core/index.ts';
import type { Device } from '../people/devices.ts';
import type { Person } from '../people/person.ts';
import { shareOf } from '../random.ts';
import type { Cause } from '../truth/fact.ts';

const WEB_LIBRARY = { name: 'analytics.js', version: 'next-1.84.3' };
const APP_LIBRARY = { name: 'analytics-react-native', version: '2.20.1' };
const APP = { name: 'Halden & Moss', version: '4.2.1', build: '421', namespace: 'example.haldenmoss.app' };

/** The context that all messages of a visit share. */
export function surroundings(
  person: Person,
  device: Device,
  cause: Cause,
  pushToken: string | undefined,
): JsonObject {
  const { platform } = device;
  const place = { country: person.country.code, city: person.store?.city };
  const shared = {
    library: platform.isApp ? APP_LIBRARY : WEB_LIBRARY,
    userAgent: platform.userAgent,
    locale: person.country.locale,
    timezone: person.country.timezone,
    ip: ipOf(device),
    location: place.city === undefined ? { country: place.country } : place,
  };
  if (platform.isApp)
    return {
      ...shared,
      app: APP,
      os: { name: platform.os, version: platform.osVersion },
      device: { type: platform.os === 'iOS' ? 'ios' : 'android', token: pushToken },
    };
  const campaign = campaignOf(cause);
  return campaign === undefined ? shared : { ...shared, campaign };
}

/** Address ranges for documentation (RFC 5737): they belong to nobody. */
function ipOf(device: Device): string {
  const share = shareOf(7, 'ip', device.owner, device.ordinal);
  const net = share < 0.33 ? '192.0.2' : share < 0.66 ? '198.51.100' : '203.0.113';
  return `${net}.${1 + (Math.floor(share * 100_000) % 254)}`;
}

function campaignOf(cause: Cause): JsonObject | undefined {
  if (cause.campaignId === '') return undefined;
  const campaign = { source: cause.source, medium: cause.channel.medium, name: cause.campaignId };
  return cause.term === '' ? campaign : { ...campaign, term: cause.term };
}

/** The query of the landing page of an advertisement or a message. */
export function campaignWire(cause: Cause, visitPrefix: string): { readonly query: string } | undefined {
  if (cause.campaignId === '') return undefined;
  const { source, channel, campaignId, term } = cause;
  const utm = `utm_source=${source}&utm_medium=${channel.medium}&utm_campaign=${campaignId}`;
  const words = term === '' ? '' : `&utm_term=${encodeURIComponent(term)}`;
  const click =
    source === 'google'
      ? `&gclid=${visitPrefix}`
      : source === 'facebook' || source === 'instagram'
        ? `&fbclid=${visitPrefix}`
        : '';
  return { query: utm + words + click };
}
