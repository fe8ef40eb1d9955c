import { pluralOf } from '../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('de');

export const de: typeof en = {
  title: 'Start',
  period: 'Zeitraum',
  days: (days) => (days === 1 ? '24 Stunden' : `${days} Tage`),
  basis: (days) => (days === 1 ? 'ggü. den 24 Stunden davor' : `ggü. den ${days} Tagen davor`),
  tiles: {
    people: 'Gesehene Personen',
    orders: 'Bestellungen',
    revenue: 'Umsatz',
    sessions: 'Besuche',
    events: 'Ereignisse',
  },
  live: 'Ereignisse live',
  rate: (rate) => `${rate} / s`,
  pause: 'Anhalten',
  resume: 'Weiter',
  filter: 'Nach Ereignis, Kanal oder Quelle filtern',
  quiet: 'Gerade geschieht nichts. Ereignisse erscheinen hier, sobald sie kommen.',
  noMatch: 'Keines der letzten Ereignisse passt zum Filter.',
  dropped: (count) => `${count} ${form(count, 'kam zu schnell', 'kamen zu schnell')}, um gezeigt zu werden`,
  time: 'Zeit',
  event: 'Ereignis',
  channel: 'Kanal',
  source: 'Quelle',
  person: 'Person',
  openPerson: (id) => `Person ${id}`,
  pipeline: 'Verarbeitung',
  stage: 'Stufe',
  lag: 'Rückstand',
  backlog: 'Wartend',
  status: 'Zustand',
  stages: {
    fold: 'Identität und Profil',
    pipeline: 'Verarbeitung',
    checkpoint: 'Zwischenstand',
    rows: 'Abgewiesene Zeilen',
    sink: 'Analysespeicher',
    warehouse: 'Warehouse',
    disk: 'Festplatte',
    audiences: 'Zielgruppen',
    access: 'Zugang',
    audit: 'Prüfprotokoll',
  },
  green: 'OK',
  yellow: 'Warnung',
  red: 'Steht',
  free: (bytes) => `${bytes} frei`,
  attention: 'Braucht Aufmerksamkeit',
  nothingWrong: 'Alles in Ordnung.',
  quarantined: (count) =>
    `${count} ${form(count, 'abgelehntes Ereignis wartet', 'abgelehnte Ereignisse warten')} in der Quarantäne`,
  fills: (name, share) => `Die Vergangenheit von „${name}“ wird gelesen: ${share}`,
  jumped: (name, share, before, now) =>
    `„${name}“ hat sich seit gestern um ${share} verändert: von ${before} auf ${now} ${form(now, 'Person', 'Personen')}`,
  unwell: (stage, why) => `${stage}: ${why}`,
  why: {
    'health.late': (count, wait) => `das Älteste von ${count} wartet seit ${wait}`,
    'health.disk-low': (free) => `auf der Platte der Daten sind nur noch ${free} frei`,
    'health.fold-stopped': 'steht bei einem Ereignis und geht weiter, wenn der Fehler behoben ist',
    'health.state-unwritable': 'der Zustand kann nicht geschrieben werden',
    'health.rows-refused': (count) =>
      `das Warehouse hat seit dem Start ${count} ${form(count, 'Zeile', 'Zeilen')} abgelehnt: siehe Quarantäne`,
    'health.entries-lost': (count) =>
      `${count} ${form(count, 'Eintrag ging', 'Einträge gingen')} verloren, als der Zustand nicht da war`,
    'health.warehouse-away': (time) => `antwortet seit ${time} nicht`,
    'health.no-answer': 'antwortet nicht',
    'health.check-failed': 'konnte nicht geprüft werden',
  },
  start: {
    title: 'Noch keine Ereignisse',
    why: 'Senden Sie das erste, oder sehen Sie sich einen erfundenen Laden mit 90 Tagen Geschichte an: npm run demo.',
    sources: 'Quellen und Schlüssel',
  },
};
