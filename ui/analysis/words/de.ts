import type { Words } from '../../language/words/en.ts';

const units = {
  min: ['Minute', 'Minuten'],
  h: ['Stunde', 'Stunden'],
  d: ['Tag', 'Tage'],
  w: ['Woche', 'Wochen'],
  mo: ['Monat', 'Monate'],
  y: ['Jahr', 'Jahre'],
};
const calendars = {
  day: ['Heute', 'Gestern', 'Tag', 'Tage', 'Tagen'],
  week: ['Diese Woche', 'Letzte Woche', 'Woche', 'Wochen', 'Wochen'],
  month: ['Dieser Monat', 'Letzter Monat', 'Monat', 'Monate', 'Monaten'],
  quarter: ['Dieses Quartal', 'Letztes Quartal', 'Quartal', 'Quartale', 'Quartalen'],
  year: ['Dieses Jahr', 'Letztes Jahr', 'Jahr', 'Jahre', 'Jahren'],
};

export const de: Words['analysis'] = {
  title: 'Analyse',
  workspaces: 'Arbeitsbereiche',
  newWorkspace: 'Neuer Arbeitsbereich',
  newName: 'Neuer Arbeitsbereich',
  noWorkspaces:
    'Noch hat niemand einen Arbeitsbereich gespeichert. Legen Sie einen an oder sehen Sie sich die vier der Demo an.',
  name: 'Name',
  rename: 'Zum Umbenennen klicken',
  unsaved: 'Nicht gespeichert',
  save: 'Speichern',
  revert: 'Verwerfen',
  saved: 'Gespeichert für alle, denen dieser Arbeitsbereich gezeigt wird.',
  notSaved: 'Nicht gespeichert',
  changedMeanwhile:
    'Seit Sie den Arbeitsbereich geöffnet haben, hat ihn jemand anderes gespeichert. Speichern Sie Ihren unter anderem Namen, oder verwerfen Sie ihn, um den anderen zu sehen.',
  panel: (number) => `Abschnitt ${number}`,
  addPanel: 'Abschnitt hinzufügen',
  addPart: 'Hinzufügen',
  removePanel: 'Abschnitt entfernen',
  emptyPanel:
    'Dieser Abschnitt ist leer. Fügen Sie eine Tabelle oder ein Diagramm hinzu, oder ziehen Sie eine Komponente hierher.',
  panelMenu: (name) => `Mehr zum Abschnitt ${name}`,
  partMenu: (name) => `Mehr zu ${name}`,
  duplicate: 'Duplizieren',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  moveBack: 'Nach vorn',
  moveOn: 'Nach hinten',
  moveTo: 'In Abschnitt verschieben',
  size: 'Breite',
  widths: (columns) =>
    columns === 12
      ? 'Ganz'
      : ({ 3: 'Ein Viertel', 4: 'Ein Drittel', 6: 'Die Hälfte', 8: 'Zwei Drittel', 9: 'Drei Viertel' }[
          columns
        ] ?? `${columns} von 12`),
  csv: 'CSV herunterladen',
  png: 'Bild herunterladen',
  exportFailed: 'Die Datei konnte nicht erstellt werden',
  remove: 'Entfernen',
  unknownPart: (kind) => `Diese Version kann „${kind}“ nicht zeichnen.`,
  find: 'Suchen',
  nothingFound: 'Nichts passt.',
  components: 'Komponenten',
  findComponent: 'Komponente suchen',
  kinds: { dimension: 'Dimensionen', metric: 'Kennzahlen', segment: 'Segmente', range: 'Zeiträume' },
  before: (value) => `Vorher: ${value}`,
  comparison: 'Vergleichen mit',
  aCondition: 'Eine Bedingung',
  from: (what, origin) => `${what} (${origin})`,
  origins: { workspace: 'vom Arbeitsbereich', panel: 'vom Abschnitt', part: 'von hier' },
  takeAway: (what) => `Hier weglassen: ${what}`,
  filters: {
    is: (dimension, value) => `${dimension} ist ${value}`,
    isNot: (dimension, value) => `${dimension} ist nicht ${value}`,
    known: (dimension) => `${dimension} ist bekannt`,
  },
  states: {
    asking: 'Fragt ab',
    waiting: (elapsed) => `Zählt noch · ${elapsed}`,
    cancel: 'Abbrechen',
    stopped: 'Sie haben diese Abfrage abgebrochen.',
    askAgain: 'Noch einmal fragen',
    empty:
      'In diesem Zeitraum ist hier nichts geschehen. Wählen Sie einen längeren oder nehmen Sie einen Filter weg.',
  },
  number: {
    menu: 'Was mit dieser Zahl geschehen soll',
    keep: 'Nur dies behalten',
    keepInPanel: 'Im ganzen Abschnitt nur dies behalten',
    exclude: 'Dies weglassen',
    breakDown: 'Aufschlüsseln nach',
  },
  text: {
    title: 'Text',
    edit: 'Schreiben',
    empty: 'Noch nichts geschrieben.',
    hint: '# Überschrift, - Liste, **fett**. Wer das Feld verlässt, behält den Text; Escape verwirft ihn.',
  },
  ranges: {
    units,
    last: (count, unit) => (count === 1 ? `1 ${units[unit][0]} zurück` : `Letzte ${count} ${units[unit][1]}`),
    calendar: (unit, back, count) => {
      const [now, before, , many, ago] = calendars[unit];
      if (count > 1)
        return back === 0 ? `Letzte ${count} ${many} mit heute` : `Letzte ${count} ganze ${many}`;
      return back === 0 ? now! : back === 1 ? before! : `Vor ${back} ${ago}`;
    },
    formula: (unit, shift, days) =>
      `Beginn: ${calendars[unit][0]}${shift ? ` ${signed(shift)} ${calendars[unit][3]}` : ''}${days ? ` ${signed(days)} Tage` : ''}`,
    since: (from) => `Seit ${from}`,
    none: 'Nichts',
    previous: 'dem Zeitraum davor',
    yearBefore: 'dem Jahr davor',
    against: (range) => `gegen ${range}`,
  },
};

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}
