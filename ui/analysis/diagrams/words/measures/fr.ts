import { pluralOf } from '../../../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('fr');

export const fr: typeof en = {
  attribution: {
    title: 'Attribution',
    name: (metrics, dimension) => `Attribution : ${metrics} par ${dimension}`,
    touches: 'Contacts',
    lookback: 'Fenêtre',
    lookbackSession: 'la même session',
    lookbackPerson: 'tout ce qui précède',
    addModel: 'Modèle',
    withCosts: 'Coût et retour',
    cost: 'Coût',
    returns: 'Retour sur dépenses publicitaires',
    perCost: 'Par unité de coût',
    halfLife: 'Demi-vie',
    shares: { first: 'Premier', middle: 'Entre', last: 'Dernier' },
    asBase: 'Comparer à celui-ci',
    none: 'Sans contact',
    noValue: '(aucun)',
    withoutTouch: (amount, share) => `dont ${amount} (${share}) sans contact`,
    models: {
      last: 'Dernier contact',
      first: 'Premier contact',
      same: 'Même contact',
      linear: 'Linéaire',
      participation: 'Participation',
      'u-shaped': 'En U',
      'j-shaped': 'En J',
      'inverse-j': 'En J inversé',
      'time-decay': 'Décroissance',
      custom: 'Parts choisies',
      'data-driven': 'Par les données (Shapley)',
      markov: 'Chaîne de Markov',
    },
    rule: (said) => `${said.metric} par contacts, fenêtre de ${said.lookback} ; ${said.without} sans contact`,
    ruleOnly: (rule) => `${rule}.`,
    caption: (rule, value, share, isMore, model, base) =>
      `${rule}. Les modèles divergent le plus sur ${value} : ${model} attribue ${share} de ${isMore ? 'plus' : 'moins'} que ${base}.`,
  },
  overlap: {
    title: 'Recoupement',
    setup: 'Choisissez de deux à cinq segments ou audiences à superposer.',
    within: 'Dans tous',
    share: 'De toutes les personnes',
    only: 'dans aucun autre',
    caption: (said) =>
      `${said.count} ${form(said.count, 'personne est', 'personnes sont')} dans tous : ${said.share} de ${said.first} sont aussi dans ${said.others}.`,
  },
  histogram: {
    title: 'Histogramme',
    name: (metric, isSession) => `${metric} par ${isSession ? 'session' : 'personne'}`,
    buckets: 'Barres',
    withNothing: 'Aussi ceux qui n’ont rien',
    mean: 'Moyenne',
    median: 'Médiane',
    least: 'Minimum',
    most: 'Maximum',
    caption: (said) =>
      `${said.metric} de ${said.count} ${said.isSession ? 'sessions' : 'personnes'} : la moitié a ${said.median} ou moins, la moyenne est de ${said.mean}.`,
  },
  brick: {
    title: 'Du clic au magasin',
    window: 'Contact au plus',
    days: (days) => `${days} ${form(days, 'jour avant', 'jours avant')}`,
    by: 'Dernier contact par',
    assisted: 'Achats en magasin après contact',
    orders: 'Achats',
    amount: 'Chiffre d’affaires',
    orderShare: (all) => `Sur ${all} ${form(all, 'achat', 'achats')} en magasin`,
    revenue: 'Chiffre d’affaires après contact',
    revenueShare: (all) => `Sur ${all} en magasin`,
    median: 'Jours (médiane)',
    lastTouch: (dimension) => `Dernier contact : ${dimension}`,
    store: 'Magasin',
    noStore: '(sans magasin)',
    noValue: '(aucun)',
    caption: (said) =>
      `Achats en magasin précédés d’un contact en ligne de la même personne dans les ${said.days} ${form(said.days, 'jour', 'jours')} : ${said.orders}, soit ${said.share} du total, pour ${said.revenue}.`,
  },
  experiment: {
    title: 'Expérimentation',
    setup: 'Indiquez quelle dimension nomme la variante, et laquelle est le témoin.',
    variants: 'Variantes par',
    where: 'Exposés où',
    control: 'Témoin',
    sure: 'Sûr à',
    asMean: 'par personne',
    asShare: 'part des personnes qui en ont',
    mean: 'Par personne',
    share: 'Part',
    lift: 'Différence',
    interval: (confidence) => `Intervalle (${confidence}, à tout moment)`,
    confidence: 'Confiance',
    notYet: 'pas encore sûr',
    better: 'plus',
    worse: 'moins',
    tooLittle: 'trop peu de données',
    mixed: (people) =>
      people === '1'
        ? 'Une personne a vu plusieurs variantes et ne compte pour aucune.'
        : `${people} personnes ont vu plusieurs variantes et ne comptent pour aucune.`,
    rule: (people, control) =>
      `${people} ${form(people, 'personne', 'personnes')} dès leur première exposition, face à ${control}`,
    ruleOnly: (rule) => `${rule} ; trop peu de données pour l’instant.`,
    conclusive: (rule, variant, share, isMore, metric, confidence) =>
      `${rule} : ${variant} a ${share} de ${isMore ? 'plus' : 'moins'} en ${metric}, avec ${confidence} de confiance.`,
    open: (rule, variant, share, isMore, metric) =>
      `${rule} : ${variant} a pour l’instant ${share} de ${isMore ? 'plus' : 'moins'} en ${metric}, ce qui peut être le hasard.`,
  },
};
