import { hash53, placeOf } from '../core/index.ts';
import { idText } from './text.ts';

/** Segment tells messages apart by up to 100 characters. */
export const MESSAGE_ID_CHARACTERS_MAX = 100;
const KEPT_CHARACTERS = 80;

/**
 * The id that an event is counted once by. A longer id than MESSAGE_ID_CHARACTERS_MAX is cut and gets the hash of the
 * whole, so that resent events still match; an event without one gets its place in the log, which no other event has.
 */
export function messageId(given: unknown, position: number, ordinal: number): string {
  const id = idText(given);
  if (id === undefined) return `place-${placeOf(position, ordinal)}`;
  if (id.length < MESSAGE_ID_CHARACTERS_MAX) return id;
  return `${storable80(id)}~${hash53(id).toString(36)}`;
}

function storable80(id: string): string {
  const cut = id.slice(0, KEPT_CHARACTERS);
  // A cut must not leave half of a surrogate pair.
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}
