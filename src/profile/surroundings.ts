import { type Event, isObject, type Json, type JsonObject } from '../core/index.ts';
import { type Machine, platformOf, readUserAgent } from './user-agent.ts';

/** What the context of an event says, in the words of the warehouse; '' where it says nothing. */
export interface Surroundings extends Machine {
  readonly campaign: Campaign;
  readonly path: string;
  readonly referrerHost: string;
  readonly country: string;
  readonly city: string;
}

/** utm parameters, as Segment puts them into `context.campaign`. */
export interface Campaign {
  readonly source: string;
  readonly medium: string;
  readonly name: string;
  readonly term: string;
  readonly content: string;
}

const NO_CAMPAIGN: Campaign = { source: '', medium: '', name: '', term: '', content: '' };
const EMPTY: JsonObject = {};
/** Values of low-cardinality columns longer than this are junk. */
const WORD_CHARACTERS_MAX = 256;

/** Reads the surroundings of an event. */
export function surroundingsOf(
  event: Pick<Event, 'context' | 'properties'>,
  readAgent: (agent: string) => Machine = readUserAgent,
): Surroundings {
  const { context, properties } = event;
  const page = objectOr(context.page);
  const location = objectOr(context.location);
  // Property by property: a copy of a machine made by `...` costs as much as all the rest.
  const { device, platform, browser } = machineOf(context, readAgent);
  return {
    campaign: isObject(context.campaign) ? campaignOf(context.campaign) : NO_CAMPAIGN,
    path: word(page.path ?? properties.path, 1_024),
    referrerHost: hostOf(word(page.referrer ?? properties.referrer, 2_048)),
    device,
    platform,
    browser,
    country: countryOf(event),
    city: word(location.city),
  };
}

/** The country that the context of an event names; '' where it names none. */
export function countryOf(event: Pick<Event, 'context'>): string {
  return word(objectOr(event.context.location).country);
}

/** A short text from anything; numbers are written out, the rest is nothing. */
export function word(value: Json | undefined, charactersMax = WORD_CHARACTERS_MAX): string {
  if (typeof value === 'string') return value.length > charactersMax ? value.slice(0, charactersMax) : value;
  return typeof value === 'number' ? String(value) : '';
}

function campaignOf(campaign: JsonObject): Campaign {
  return {
    source: word(campaign.source),
    medium: word(campaign.medium),
    name: word(campaign.name),
    term: word(campaign.term),
    content: word(campaign.content),
  };
}

/** What clients say of their machine (Segment: `context.device.type`, `os.name`) counts before what its User-Agent tells. */
function machineOf(context: JsonObject, readAgent: (agent: string) => Machine): Machine {
  const { type } = objectOr(context.device);
  const agent = typeof context.userAgent === 'string' ? context.userAgent : '';
  const told = readAgent(agent);
  const os = word(objectOr(context.os).name) || word(type);
  if (os === '') return told;
  const { browser } = told;
  const platform = platformOf(os) || told.platform;
  const given = word(type).toLowerCase();
  if (given === 'mobile' || given === 'tablet' || given === 'desktop')
    return { device: given, platform, browser };
  const isPhone = agent === '' && (platform === 'ios' || platform === 'android');
  return { device: isPhone ? 'mobile' : told.device, platform, browser };
}

function hostOf(url: string): string {
  const start = url.indexOf('://');
  if (start < 0) return '';
  const rest = url.slice(start + 3);
  const end = rest.search(/[/?#:]/);
  return (end < 0 ? rest : rest.slice(0, end)).slice(0, WORD_CHARACTERS_MAX).toLowerCase();
}

function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : EMPTY;
}
