import type { Words } from '../../language/words/en.ts';

const units = {
  min: ['minute', 'minutes'],
  h: ['heure', 'heures'],
  d: ['jour', 'jours'],
  w: ['semaine', 'semaines'],
  mo: ['mois', 'mois'],
  y: ['an', 'ans'],
};
const calendars = {
  day: ['Aujourd’hui', 'Hier', 'jour', 'jours'],
  week: ['Cette semaine', 'La semaine dernière', 'semaine', 'semaines'],
  month: ['Ce mois-ci', 'Le mois dernier', 'mois', 'mois'],
  quarter: ['Ce trimestre', 'Le trimestre dernier', 'trimestre', 'trimestres'],
  year: ['Cette année', 'L’année dernière', 'an', 'ans'],
};

export const fr: Words['analysis'] = {
  title: 'Analyse',
  workspaces: 'Espaces d’analyse',
  newWorkspace: 'Nouvel espace',
  newName: 'Nouvel espace',
  noWorkspaces:
    'Personne n’a encore enregistré d’espace d’analyse. Créez-en un, ou regardez les quatre de la démo.',
  name: 'Nom',
  rename: 'Cliquer pour renommer',
  unsaved: 'Non enregistré',
  save: 'Enregistrer',
  revert: 'Rétablir',
  saved: 'Enregistré pour tous ceux à qui cet espace est montré.',
  notSaved: 'Non enregistré',
  changedMeanwhile:
    'Quelqu’un d’autre a enregistré cet espace depuis que vous l’avez ouvert. Enregistrez le vôtre sous un autre nom, ou rétablissez pour voir le sien.',
  panel: (number) => `Panneau ${number}`,
  addPanel: 'Ajouter un panneau',
  addPart: 'Ajouter',
  removePanel: 'Retirer le panneau',
  emptyPanel: 'Ce panneau est vide. Ajoutez un tableau ou un graphique, ou faites glisser un élément ici.',
  panelMenu: (name) => `Plus d’actions pour le panneau ${name}`,
  partMenu: (name) => `Plus d’actions pour ${name}`,
  duplicate: 'Dupliquer',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  moveBack: 'Avancer',
  moveOn: 'Reculer',
  moveTo: 'Déplacer vers le panneau',
  size: 'Largeur',
  widths: (columns) =>
    columns === 12
      ? 'Entière'
      : ({ 3: 'Un quart', 4: 'Un tiers', 6: 'La moitié', 8: 'Deux tiers', 9: 'Trois quarts' }[columns] ??
        `${columns} sur 12`),
  csv: 'Télécharger en CSV',
  png: 'Télécharger l’image',
  exportFailed: 'Le fichier n’a pas pu être créé',
  remove: 'Retirer',
  unknownPart: (kind) => `Cette version ne sait pas dessiner « ${kind} ».`,
  find: 'Chercher',
  nothingFound: 'Rien ne correspond.',
  components: 'Éléments',
  findComponent: 'Chercher un élément',
  kinds: { dimension: 'Dimensions', metric: 'Mesures', segment: 'Segments', range: 'Périodes' },
  before: (value) => `Avant : ${value}`,
  comparison: 'Comparer avec',
  aCondition: 'Une condition',
  from: (what, origin) => `${what} (${origin})`,
  origins: { workspace: 'de l’espace', panel: 'du panneau', part: 'd’ici' },
  takeAway: (what) => `Enlever ici : ${what}`,
  filters: {
    is: (dimension, value) => `${dimension} : ${value}`,
    isNot: (dimension, value) => `${dimension} autre que ${value}`,
    known: (dimension) => `${dimension} : valeur connue`,
  },
  states: {
    asking: 'Interrogation',
    waiting: (elapsed) => `Calcul en cours · ${elapsed}`,
    cancel: 'Annuler',
    stopped: 'Vous avez arrêté cette question.',
    askAgain: 'Demander à nouveau',
    empty: 'Rien ne s’est passé ici pendant cette période. Élargissez-la, ou enlevez un filtre.',
  },
  number: {
    menu: 'Que faire de ce chiffre',
    keep: 'Ne garder que ceci',
    keepInPanel: 'Ne garder que ceci dans le panneau',
    exclude: 'Exclure ceci',
    breakDown: 'Détailler par',
  },
  text: {
    title: 'Texte',
    edit: 'Écrire',
    empty: 'Rien d’écrit pour l’instant.',
    hint: '# titre, - liste, **gras**. Quitter le champ garde le texte ; Échap l’abandonne.',
  },
  ranges: {
    units,
    last: (count, unit) =>
      unit === 'd' || unit === 'mo' || unit === 'y'
        ? `${count} ${count === 1 ? 'dernier' : 'derniers'} ${units[unit][count === 1 ? 0 : 1]}`
        : `${count} ${count === 1 ? 'dernière' : 'dernières'} ${units[unit][count === 1 ? 0 : 1]}`,
    calendar: (unit, back, count) => {
      const [now, before, one, many] = calendars[unit];
      if (count > 1)
        return back === 0 ? `${count} ${many} jusqu’à aujourd’hui` : `${count} ${many} entiers précédents`;
      return back === 0 ? now! : back === 1 ? before! : `Il y a ${back} ${back > 1 ? many : one}`;
    },
    formula: (unit, shift, days) =>
      `début : ${calendars[unit][0]!.toLowerCase()}${shift ? ` ${signed(shift)} ${calendars[unit][3]}` : ''}${days ? ` ${signed(days)} jours` : ''}`,
    since: (from) => `Depuis le ${from}`,
    none: 'Rien',
    previous: 'la période précédente',
    yearBefore: 'l’année précédente',
    against: (range) => `par rapport à ${range}`,
  },
};

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}
