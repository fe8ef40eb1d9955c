import type { en } from './en.ts';

export const de: typeof en = {
  signIn: 'Anmelden',
  signInWith: (title) => `Anmelden mit ${title}`,
  ended:
    'Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an; Ihre Seite ist noch da, mit allem, was nicht gespeichert war.',
  signOut: 'Abmelden',
  email: 'E-Mail',
  name: 'Ihr Name',
  password: 'Passwort',
  newPassword: 'Neues Passwort',
  currentPassword: 'Bisheriges Passwort',
  showPassword: 'Passwort zeigen oder verbergen',
  passwordHint: (count) => `Mindestens ${count} Zeichen. Ein Satz ist besser als ein Rätsel.`,
  changePassword: 'Passwort ändern',
  passwordChanged: 'Es gilt ab jetzt; Ihre anderen Sitzungen sind beendet.',
  unclaimed: 'Wem gehört dieses Rapport?',
  unclaimedWhy:
    'Noch niemandem. Beim Start wurde ein Link ausgegeben, der den ersten Admin macht; öffnen Sie ihn hier.',
  unclaimedHow:
    'Er steht im Terminal oder im Protokoll des Servers, nach „create the owner“. Er gilt einmal und einen Tag; jeder Start gibt einen neuen aus.',
  lookAgain: 'Noch einmal nachsehen',
  link: 'Link',
  linkTitle: { owner: 'Rapport übernehmen', invite: 'Willkommen', reset: 'Neues Passwort wählen' },
  linkWhy: {
    owner: 'Sie werden der erste Admin und können die anderen einladen.',
    invite: 'Sie wurden eingeladen. Wählen Sie ein Passwort, dann sind Sie drin.',
    reset: 'Ihre anderen Sitzungen enden.',
  },
  linkDo: { owner: 'Beginnen', invite: 'Beginnen', reset: 'Speichern und anmelden' },
  you: (name) => `Sie: ${name}`,
  sessions: 'Wo ich angemeldet bin',
  thisDevice: 'dieses Gerät',
  signOutElsewhere: 'Überall sonst abmelden',
  roles: { admin: 'Admin', marketer: 'Marketing', analyst: 'Analyse', agent: 'Service', viewer: 'Leserecht' },
  who: {
    token: (name) => `Programm „${name}“`,
    program: 'Ein Programm',
    operator: 'Betrieb',
    api: 'Ein Programm dieser Maschine',
    rapport: 'Rapport',
  },
  refused: {
    'access.no-role':
      'Sie haben hier keine Rolle, oder Ihre Adresse ist dort nicht bestätigt. Bitten Sie einen Admin um eine Einladung.',
    'access.unclaimed': 'Dieses Rapport gehört noch niemandem; wer zuerst kommt, muss dort Admin sein.',
    'access.user-disabled': 'Sie dürfen sich nicht mehr anmelden. Fragen Sie einen Admin.',
    'access.email-taken': 'Ihre Adresse hat hier schon jemand anderes. Fragen Sie einen Admin.',
    'access.provider-refused':
      'Dort wurden Sie nicht eingelassen, oder es dauerte zu lange. Versuchen Sie es noch einmal.',
    'access.provider-away': 'Die Anmeldestelle antwortet nicht. Versuchen Sie es gleich noch einmal.',
    'access.wrong-password': 'E-Mail-Adresse oder Passwort ist falsch.',
    'access.locked': 'Zu viele falsche Passwörter. Warten Sie etwas.',
    'access.too-many-calls': 'Zu viele Versuche. Warten Sie etwas.',
    'access.link-unknown': 'Dieser Link gilt nicht mehr. Bitten Sie um einen neuen.',
    'access.password-weak': 'Zu leicht zu erraten: mindestens 12 Zeichen, ohne Ihren Namen und Ihre Adresse.',
  },
};
