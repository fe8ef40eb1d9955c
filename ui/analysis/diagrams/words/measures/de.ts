import { pluralOf } from '../../../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('de');

export const de: typeof en = {
  attribution: {
    title: 'Attribution',
    name: (metrics, dimension) => `Attribution: ${metrics} nach ${dimension}`,
    touches: 'Kontakte',
    lookback: 'Rückblick',
    lookbackSession: 'dieselbe Sitzung',
    lookbackPerson: 'alles davor',
    addModel: 'Modell',
    withCosts: 'Kosten und Ertrag',
    cost: 'Kosten',
    returns: 'Ertrag je Werbeausgabe',
    perCost: 'Je Einheit Kosten',
    halfLife: 'Halbwertszeit',
    shares: { first: 'Erster', middle: 'Dazwischen', last: 'Letzter' },
    asBase: 'Damit vergleichen',
    none: 'Kein Kontakt',
    noValue: '(keiner)',
    withoutTouch: (amount, share) => `davon ${amount} (${share}) ohne Kontakt`,
    models: {
      last: 'Letzter Kontakt',
      first: 'Erster Kontakt',
      same: 'Gleicher Kontakt',
      linear: 'Linear',
      participation: 'Beteiligung',
      'u-shaped': 'U-förmig',
      'j-shaped': 'J-förmig',
      'inverse-j': 'Umgekehrtes J',
      'time-decay': 'Zeitverfall',
      custom: 'Eigene Anteile',
      'data-driven': 'Datengetrieben (Shapley)',
      markov: 'Markow-Kette',
    },
    rule: (said) =>
      `${said.metric} nach Kontakten, Rückblick ${said.lookback}; ${said.without} hatten keinen Kontakt`,
    ruleOnly: (rule) => `${rule}.`,
    caption: (rule, value, share, isMore, model, base) =>
      `${rule}. Am weitesten gehen die Modelle bei ${value} auseinander: ${model} schreibt ${share} ${isMore ? 'mehr' : 'weniger'} zu als ${base}.`,
  },
  overlap: {
    title: 'Überschneidung',
    setup: 'Wählen Sie zwei bis fünf Segmente oder Zielgruppen, die übereinandergelegt werden.',
    within: 'In allen von',
    share: 'Von allen Personen',
    only: 'in keinem anderen',
    caption: (said) =>
      `${said.count} ${form(said.count, 'Person ist', 'Personen sind')} in allen: ${said.share} von ${said.first} sind auch in ${said.others}.`,
  },
  histogram: {
    title: 'Histogramm',
    name: (metric, isSession) => `${metric} je ${isSession ? 'Sitzung' : 'Person'}`,
    buckets: 'Balken',
    withNothing: 'Auch die mit nichts',
    mean: 'Mittel',
    median: 'Median',
    least: 'Kleinster Wert',
    most: 'Größter Wert',
    caption: (said) =>
      `${said.metric} von ${said.count} ${said.isSession ? 'Sitzungen' : 'Personen'}: die Hälfte hat ${said.median} oder weniger, im Mittel sind es ${said.mean}.`,
  },
  brick: {
    title: 'Klick zur Filiale',
    window: 'Kontakt höchstens',
    days: (days) => `${days} ${form(days, 'Tag davor', 'Tage davor')}`,
    by: 'Letzter Kontakt nach',
    assisted: 'Filialkäufe nach Kontakt',
    orders: 'Käufe',
    amount: 'Umsatz',
    orderShare: (all) => `Von ${all} ${form(all, 'Filialkauf', 'Filialkäufen')}`,
    revenue: 'Umsatz nach Kontakt',
    revenueShare: (all) => `Von ${all} in Filialen`,
    median: 'Tage (Median)',
    lastTouch: (dimension) => `Letzter Kontakt: ${dimension}`,
    store: 'Filiale',
    noStore: '(keine Filiale)',
    noValue: '(keiner)',
    caption: (said) =>
      `Filialkäufe mit einem Online-Kontakt derselben Person in den ${said.days} ${form(said.days, 'Tag', 'Tagen')} davor: ${said.orders}, das sind ${said.share} von allen, im Wert von ${said.revenue}.`,
  },
  experiment: {
    title: 'Experiment',
    setup: 'Sagen Sie, welche Dimension die Variante nennt und welche Variante die Kontrolle ist.',
    variants: 'Varianten nach',
    where: 'Gesehen, wo',
    control: 'Kontrolle',
    sure: 'Sicher ab',
    asMean: 'je Person',
    asShare: 'Anteil der Personen mit mindestens einem',
    mean: 'Je Person',
    share: 'Anteil',
    lift: 'Unterschied',
    interval: (confidence) => `Intervall (${confidence}, jederzeit)`,
    confidence: 'Sicherheit',
    notYet: 'noch nicht sicher',
    better: 'mehr',
    worse: 'weniger',
    tooLittle: 'zu wenig bekannt',
    mixed: (people) =>
      people === '1'
        ? 'Eine Person sah mehrere Varianten und zählt für keine.'
        : `${people} Personen sahen mehrere Varianten und zählen für keine.`,
    rule: (people, control) =>
      `${people} ${form(people, 'Person', 'Personen')} ab dem ersten Kontakt, verglichen mit ${control}`,
    ruleOnly: (rule) => `${rule}; noch ist zu wenig bekannt.`,
    conclusive: (rule, variant, share, isMore, metric, confidence) =>
      `${rule}: ${variant} hat ${share} ${isMore ? 'mehr' : 'weniger'} ${metric}, mit ${confidence} Sicherheit.`,
    open: (rule, variant, share, isMore, metric) =>
      `${rule}: ${variant} hat bisher ${share} ${isMore ? 'mehr' : 'weniger'} ${metric}, was Zufall sein kann.`,
  },
};
