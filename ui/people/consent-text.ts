import type { Words } from '../language/dictionaries.ts';

/** A channel of consent in the reader's words; `any` stands for all. */
export function consentChannelText(channel: string, words: Words['people']): string {
  const known: Readonly<Record<string, string>> = {
    any: words.person.anyChannel,
    email: words.namespaces.email,
    ...words.consentChannels,
  };
  return known[channel] ?? channel;
}
