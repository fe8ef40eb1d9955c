import type { Words } from '../language/dictionaries.ts';

/** What happened in the reader's words; an event of the shop's own keeps its name. */
export function eventText(name: string, words: Words['people']): string {
  const known: Readonly<Record<string, string>> = words.events;
  return known[name] ?? name;
}

/** A channel in the reader's words. */
export function channelText(channel: string, words: Words['people']): string {
  const known: Readonly<Record<string, string>> = words.channels;
  return known[channel] ?? channel;
}
