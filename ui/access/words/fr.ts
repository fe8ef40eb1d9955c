import type { en } from './en.ts';

export const fr: typeof en = {
  signIn: 'Se connecter',
  signInWith: (title) => `Se connecter avec ${title}`,
  ended:
    'Votre session a pris fin. Reconnectez-vous ; votre page est toujours là, avec ce qui n’était pas enregistré.',
  signOut: 'Se déconnecter',
  email: 'E-mail',
  name: 'Votre nom',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  currentPassword: 'Mot de passe actuel',
  showPassword: 'Montrer ou cacher le mot de passe',
  passwordHint: (count) => `Au moins ${count} caractères. Une phrase vaut mieux qu’une énigme.`,
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Il vaut dès maintenant ; vos autres sessions sont terminées.',
  unclaimed: 'À qui est ce Rapport ?',
  unclaimedWhy:
    'À personne encore. Au démarrage, un lien a été affiché qui crée le premier administrateur ; ouvrez-le ici.',
  unclaimedHow:
    'Il se trouve dans le terminal ou le journal du serveur, après « create the owner ». Il sert une fois et un jour ; chaque démarrage en affiche un nouveau.',
  lookAgain: 'Regarder à nouveau',
  link: 'Lien',
  linkTitle: { owner: 'Devenir propriétaire', invite: 'Bienvenue', reset: 'Choisir un nouveau mot de passe' },
  linkWhy: {
    owner: 'Vous serez le premier administrateur et pourrez inviter les autres.',
    invite: 'Vous êtes invité. Choisissez un mot de passe et entrez.',
    reset: 'Vos autres sessions se terminent.',
  },
  linkDo: { owner: 'Commencer', invite: 'Commencer', reset: 'Enregistrer et se connecter' },
  you: (name) => `Vous : ${name}`,
  sessions: 'Où je suis connecté',
  thisDevice: 'cet appareil',
  signOutElsewhere: 'Se déconnecter partout ailleurs',
  roles: {
    admin: 'Administration',
    marketer: 'Marketing',
    analyst: 'Analyse',
    agent: 'Service client',
    viewer: 'Lecture',
  },
  who: {
    token: (name) => `Programme « ${name} »`,
    program: 'Un programme',
    operator: 'L’exploitant',
    api: 'Un programme de cette machine',
    rapport: 'Rapport',
  },
  refused: {
    'access.no-role':
      'Vous n’avez pas de rôle ici, ou votre adresse n’y est pas vérifiée. Demandez une invitation à un administrateur.',
    'access.unclaimed': 'Personne ne possède encore ce Rapport ; le premier venu doit y être administrateur.',
    'access.user-disabled': 'Vous ne pouvez plus vous connecter. Adressez-vous à un administrateur.',
    'access.email-taken': 'Quelqu’un d’autre a déjà votre adresse ici. Adressez-vous à un administrateur.',
    'access.provider-refused': 'L’accès y a été refusé, ou cela a pris trop de temps. Réessayez.',
    'access.provider-away': 'Le service de connexion ne répond pas. Réessayez dans un instant.',
    'access.wrong-password': 'E-mail ou mot de passe incorrect.',
    'access.locked': 'Trop de mots de passe faux. Attendez un peu.',
    'access.too-many-calls': 'Trop d’essais. Attendez un peu.',
    'access.link-unknown': 'Ce lien ne sert plus. Demandez-en un nouveau.',
    'access.password-weak':
      'Trop facile à deviner : 12 caractères au moins, sans votre nom ni votre adresse.',
  },
};
