import { EARLIEST_TIME } from '../time.ts';
import { Fault } from './map/fault.ts';
import type { ImportedEvent } from './map/preset.ts';

/** Clocks and time zones differ; an order from the day after tomorrow is a wrong format. */
const FUTURE_MS_MAX = 86_400_000;

/** An order of 5,000 lines takes about 600,000 characters. */
const EVENT_CHARACTERS_MAX = 1_000_000;

const TOO_EARLY = new Fault('event.time-too-early');
const IN_FUTURE = new Fault('event.time-in-future');
const TOO_LARGE = new Fault('event.too-large');

/** What is wrong with an event that a map made, if anything. */
export function judgeEvent(event: ImportedEvent, text: string, asOf: number): Fault | undefined {
  if (event.time < EARLIEST_TIME) return TOO_EARLY;
  if (event.time > asOf + FUTURE_MS_MAX) return IN_FUTURE;
  return text.length > EVENT_CHARACTERS_MAX ? TOO_LARGE : undefined;
}
