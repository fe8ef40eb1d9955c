import { shareOf, uuidOf } from '../random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';

const MINUTES_OFF_SHARE = 0.02;
const HOURS_OFF_SHARE = 0.006;
const YEARS_OFF_SHARE = 0.001;

/** What a browser or an app runs on. */
export interface Platform {
  readonly kind: 'phone' | 'laptop' | 'tablet';
  readonly isApp: boolean;
  readonly userAgent: string;
  readonly os: string;
  readonly osVersion: string;
}

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0';

export const PHONES: readonly Platform[] = [
  browser(
    'phone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
    'iOS',
    '18.3',
  ),
  browser('phone', `Mozilla/5.0 (Linux; Android 15; K) ${CHROME} Mobile Safari/537.36`, 'Android', '15'),
];
export const LAPTOPS: readonly Platform[] = [
  browser('laptop', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, 'Windows', '10'),
  browser(
    'laptop',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`,
    'macOS',
    '10.15.7',
  ),
  browser('laptop', 'Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0', 'Linux', ''),
];
export const TABLETS: readonly Platform[] = [
  browser(
    'tablet',
    `Mozilla/5.0 (iPad; CPU OS 18_3 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
    'iPadOS',
    '18.3',
  ),
];
export const APPS: readonly Platform[] = [
  { kind: 'phone', isApp: true, userAgent: 'HaldenMoss/4.2.1 (iOS 18.3)', os: 'iOS', osVersion: '18.3' },
  { kind: 'phone', isApp: true, userAgent: 'HaldenMoss/4.2.0 (Android 15)', os: 'Android', osVersion: '15' },
];

/** A thing somebody visits with. */
export interface Device {
  readonly platform: Platform;
  /** Two numbers that its ids are made from. */
  readonly owner: number;
  readonly ordinal: number;
  /** Several people of a household use it. */
  readonly isShared: boolean;
  /** How much its clock is ahead of the true time, ms; known from its first use on. */
  clockMs: number;
  /** How often its cookies were cleared. */
  generation: number;
  /** Index of the person who is logged in; -1 for nobody. */
  loggedIn: number;
  /** Empty before the first visit; `openVisit` fills it. */
  anonymousId: string;
  /** Somebody has logged in with the id it has now. */
  isLinked: boolean;
}

/** Makes a device. */
export function makeDevice(owner: number, ordinal: number, platform: Platform, isShared = false): Device {
  return {
    platform,
    owner,
    ordinal,
    isShared,
    clockMs: 0,
    generation: 0,
    loggedIn: -1,
    isLinked: false,
    anonymousId: '',
  };
}

/** Gives a device its anonymous id when it is first used; half of them never are, and a text each is much memory. */
export function giveId(seed: number, device: Device): void {
  const kind = device.isShared ? 'tablet' : 'device';
  if (device.anonymousId !== '') return;
  device.clockMs = clockOf(shareOf(seed, `${kind} clock`, device.owner, device.ordinal));
  device.anonymousId = uuidOf(seed, kind, device.owner, device.ordinal * 65_536 + device.generation);
}

/** Most clocks are right. Some are minutes off, some show the time of another place, and a few have lost their year. */
function clockOf(share: number): number {
  const [minutes, hours, years] = [MINUTES_OFF_SHARE, HOURS_OFF_SHARE, YEARS_OFF_SHARE];
  if (share >= minutes + hours + years) return 0;
  // What is left of the number is even over the range.
  if (share < minutes) return Math.round(((share / minutes) * 2 - 1) * 20) * MINUTE_MS + 7_000;
  if (share < minutes + hours) return (Math.floor(((share - minutes) / hours) * 20) - 10 || 1) * HOUR_MS;
  return -Math.ceil(((share - minutes - hours) / years) * 5) * 365 * DAY_MS;
}

/** Gives a device a new anonymous id: cookies were cleared, or never allowed. */
export function renewId(seed: number, device: Device): void {
  device.generation++;
  device.loggedIn = -1;
  device.isLinked = false;
  device.anonymousId = '';
  giveId(seed, device);
}

/** The token under which an app can be pushed to. */
export function pushTokenOf(seed: number, device: Device): string {
  return uuidOf(seed, 'push', device.owner, device.ordinal).replaceAll('-', '');
}

function browser(kind: Platform['kind'], userAgent: string, os: string, osVersion: string): Platform {
  return { kind, isApp: false, userAgent, os, osVersion };
}
