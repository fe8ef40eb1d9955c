import { isObject, type Json, type JsonObject } from '../core/index.ts';
import type { Decoded, DecodedEvent, Reject, RejectCode } from './decoded.ts';
import { EVENT_SCALE, type Scale, weigh } from './weigh.ts';

/** Reads one member of a record; the code when it cannot be taken. */
export type ReadItem = (item: JsonObject, ordinal: number) => DecodedEvent | RejectCode;
/** Makes the reject of a member, whatever it is. */
export type RejectItem = (item: Json, ordinal: number, code: RejectCode) => Reject;

/** Weighs and reads each member of a record: an event, or a reject with the reason. */
export function decodeItems(
  items: readonly Json[],
  read: ReadItem,
  reject: RejectItem,
  most: Readonly<Scale> = EVENT_SCALE,
): Decoded {
  const events: DecodedEvent[] = [];
  const rejects: Reject[] = [];
  const scale: Scale = { ...most };
  for (let ordinal = 0; ordinal < items.length; ordinal++) {
    const item = items[ordinal] as Json;
    scale.characters = most.characters;
    scale.keys = most.keys;
    const event = isObject(item) ? (weigh(item, scale) ?? read(item, ordinal)) : 'event.not-an-object';
    if (typeof event === 'string') rejects.push(reject(item, ordinal, event));
    else events.push(event);
  }
  return { events, rejects };
}
