import { pluralOf } from '../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('fr');

export const fr: typeof en = {
  title: 'Accueil',
  period: 'Période',
  days: (days) => (days === 1 ? '24 heures' : `${days} jours`),
  basis: (days) => (days === 1 ? 'vs les 24 heures précédentes' : `vs les ${days} jours précédents`),
  tiles: {
    people: 'Personnes vues',
    orders: 'Commandes',
    revenue: 'Chiffre d’affaires',
    sessions: 'Sessions',
    events: 'Événements',
  },
  live: 'Événements en direct',
  rate: (rate) => `${rate} / s`,
  pause: 'Pause',
  resume: 'Reprendre',
  filter: 'Filtrer par événement, canal ou source',
  quiet: 'Rien ne se passe en ce moment. Les événements s’affichent ici dès leur arrivée.',
  noMatch: 'Aucun des derniers événements ne correspond au filtre.',
  dropped: (count) =>
    `${count} ${form(count, 'est arrivé trop vite pour être affiché', 'sont arrivés trop vite pour être affichés')}`,
  time: 'Heure',
  event: 'Événement',
  channel: 'Canal',
  source: 'Source',
  person: 'Personne',
  openPerson: (id) => `Personne ${id}`,
  pipeline: 'Traitement',
  stage: 'Étape',
  lag: 'Retard',
  backlog: 'En attente',
  status: 'État',
  stages: {
    fold: 'Identité et profil',
    pipeline: 'Traitement',
    checkpoint: 'Point de reprise',
    timers: 'Échéances',
    rows: 'Lignes refusées',
    sink: 'Stockage d’analyse',
    warehouse: 'Entrepôt',
    disk: 'Disque',
    audiences: 'Audiences',
    access: 'Accès',
    audit: 'Audit',
  },
  green: 'OK',
  yellow: 'Attention',
  red: 'Bloqué',
  free: (bytes) => `${bytes} libres`,
  attention: 'À surveiller',
  nothingWrong: 'Tout va bien.',
  quarantined: (count) =>
    `${count} ${form(count, 'événement refusé attend', 'événements refusés attendent')} en quarantaine`,
  fills: (name, share) => `L’historique de « ${name} » est en cours de lecture : ${share}`,
  fillMany: (count, share) => `${count} audiences en cours de remplissage : ${share}`,
  jumped: (name, share, before, now) =>
    `« ${name} » a changé de ${share} depuis hier : de ${before} à ${now} ${form(now, 'personne', 'personnes')}`,
  unwell: (stage, why) => `${stage} : ${why}`,
  why: {
    'health.late': (count, wait) => `le plus ancien de ${count} attend depuis ${wait}`,
    'health.disk-low': (free) => `plus que ${free} sur le disque des données`,
    'health.fold-stopped': 'arrêté à un événement ; reprend dès que l’erreur est corrigée',
    'health.state-unwritable': 'l’état ne peut pas être écrit',
    'health.rows-refused': (count) =>
      `l’entrepôt a refusé ${count} ${form(count, 'ligne', 'lignes')} depuis le démarrage : voir la quarantaine`,
    'health.entries-lost': (count) =>
      `${count} ${form(count, 'entrée perdue', 'entrées perdues')} pendant que l’état était absent`,
    'health.warehouse-away': (time) => `ne répond plus depuis ${time}`,
    'health.no-answer': 'ne répond pas',
    'health.check-failed': 'n’a pas pu être vérifié',
  },
  start: {
    title: 'Pas encore d’événements',
    why: 'Envoyez le premier, ou regardez une boutique imaginaire avec 90 jours d’histoire : npm run demo.',
    sources: 'Sources et clés',
  },
};
