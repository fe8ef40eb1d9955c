import type { Place } from '../edit.ts';

const TYPE = 'application/x-rapport-part';

/** Puts a part into a drag. */
export function carryPart(data: DataTransfer, place: Place): void {
  data.setData(TYPE, JSON.stringify(place));
  data.effectAllowed = 'move';
}

/** Whether a part is dragged. */
export function isPartCarried(data: DataTransfer): boolean {
  return data.types.includes(TYPE);
}

/** The part that was dropped. */
export function carriedPart(data: DataTransfer): Place | undefined {
  const text = data.getData(TYPE);
  return text === '' ? undefined : (JSON.parse(text) as Place);
}
