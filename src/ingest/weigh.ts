import type { Json } from '../core/index.ts';
import type { RejectCode } from './decoded.ts';

/** 32 KB an event, as Segment documents it; counted in characters of compact JSON, a number as eight. */
export const EVENT_CHARACTERS_MAX = 32 * 1024;
/** Nesting of an event; an order with products with options needs five. */
const EVENT_DEPTH_MAX = 16;
/** Keys and array elements of an event; an order of 100 lines with 20 keys each needs 2,000. */
const EVENT_KEYS_MAX = 4_000;
/** One text of an event. */
const TEXT_CHARACTERS_MAX = 16 * 1024;
/** One key of an event; keys become column paths. */
const KEY_CHARACTERS_MAX = 200;

const NUMBER_CHARACTERS = 8;
const TEXT_QUOTES = 3; // Two quotation marks and a comma.
const KEY_QUOTES = 3; // Two quotation marks and a colon.

/** What may still be used up while one event is weighed. Reused from event to event. */
export interface Scale {
  characters: number;
  keys: number;
}

/** Limits of what is weighed; an event's own by default. */
export const EVENT_SCALE: Readonly<Scale> = { characters: EVENT_CHARACTERS_MAX, keys: EVENT_KEYS_MAX };
/** Limits of an imported event: wholesale orders have hundreds of lines, an import takes orders of up to 5,000. */
export const IMPORTED_EVENT_SCALE: Readonly<Scale> = { characters: 2_000_000, keys: 250_000 };

/**
 * Walks a JSON value once and tells the first limit that it breaks. Stops there, so that a hostile value costs no more
 * than a lawful one; never recurses deeper than EVENT_DEPTH_MAX. `__proto__` keys are refused here, so that no later
 * stage can be made to write to a prototype; other keys (`constructor` …) are plain own properties and do no harm.
 */
export function weigh(value: Json | undefined, scale: Scale, depth = 0): RejectCode | undefined {
  if (typeof value === 'string') {
    if (value.length > TEXT_CHARACTERS_MAX) return 'event.text-too-long';
    scale.characters -= value.length + TEXT_QUOTES;
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    scale.characters -= NUMBER_CHARACTERS;
    return undefined;
  }
  if (depth >= EVENT_DEPTH_MAX) return 'event.too-deep';
  if (Array.isArray(value)) {
    scale.keys -= value.length;
    if (scale.keys < 0) return 'event.too-many-keys';
    for (let i = 0; i < value.length; i++) {
      const fault = weigh(value[i] as Json, scale, depth + 1);
      if (fault !== undefined) return fault;
    }
  } else {
    const object = value as { readonly [key: string]: Json | undefined };
    for (const key in object) {
      if (key === '__proto__') return 'event.unsafe-key';
      if (key.length > KEY_CHARACTERS_MAX) return 'event.key-too-long';
      scale.characters -= key.length + KEY_QUOTES;
      if (--scale.keys < 0) return 'event.too-many-keys';
      const fault = weigh(object[key], scale, depth + 1);
      if (fault !== undefined) return fault;
    }
  }
  return scale.characters < 0 ? 'event.too-large' : undefined;
}

/** Sentences for the codes of `weigh`. */
export const WEIGHT_MESSAGES = {
  'event.too-large': `The event is larger than ${EVENT_CHARACTERS_MAX} characters of JSON; send less with it.`,
  'event.too-deep': `The event is nested deeper than ${EVENT_DEPTH_MAX} levels; flatten it.`,
  'event.too-many-keys': `The event has more than ${EVENT_KEYS_MAX} keys and elements; send less with it.`,
  'event.text-too-long': `A text of the event is longer than ${TEXT_CHARACTERS_MAX} characters; shorten it.`,
  'event.key-too-long': `A key of the event is longer than ${KEY_CHARACTERS_MAX} characters; shorten it.`,
  'event.unsafe-key': 'The event has a key "__proto__"; remove it.',
} as const satisfies Partial<Record<RejectCode, string>>;
