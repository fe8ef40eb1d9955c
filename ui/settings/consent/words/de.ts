import { pluralOf } from '../../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('de');

export const de: typeof en = {
  intro:
    'Wozu Menschen um Einwilligung gebeten werden. Call-Center, Bedingungen und Reichweite folgen dieser Liste; was jemand zu anderem gesagt hat, bleibt erhalten und wird gezeigt.',
  key: 'Schlüssel',
  keyHint: 'Wie Ereignisse ihn nennen; Groß- und Kleinschreibung zählt.',
  name: 'Name',
  description: 'Beschreibung',
  nameIn: (language) => `Name auf ${language}`,
  descriptionIn: (language) => `Beschreibung auf ${language}`,
  channels: 'Erfragt für',
  anyChannel: 'eine Antwort für jeden Kanal',
  unsaid: 'Wer nichts gesagt hat',
  unsaidHint: 'Zählt, wenn gefragt wird, wer angesprochen werden darf.',
  unsaidNo: 'hat nicht zugestimmt (Opt-in)',
  unsaidYes: 'hat zugestimmt, bis sie widerspricht (Opt-out)',
  optIn: 'Opt-in',
  optOut: 'Opt-out',
  retired: 'aufgegeben',
  retire: 'Aufgeben',
  askAgain: 'Wieder erfragen',
  remove: 'Entfernen',
  add: 'Zweck hinzufügen',
  stated: 'Gesagt, aber nicht erfragt',
  nothingStated: (days) =>
    `Alles, wozu in den letzten ${days} ${form(days, 'Tag', 'Tagen')} etwas gesagt wurde, steht in der Liste.`,
  people: 'Personen',
  last: 'Zuletzt',
  list: 'Aufnehmen',
};
