import type { en } from './en.ts';

export const es: typeof en = {
  signIn: 'Iniciar sesión',
  signInWith: (title) => `Iniciar sesión con ${title}`,
  ended: 'Su sesión ha terminado. Vuelva a entrar; su página sigue aquí, con lo que no había guardado.',
  signOut: 'Cerrar sesión',
  email: 'Correo',
  name: 'Su nombre',
  password: 'Contraseña',
  newPassword: 'Contraseña nueva',
  currentPassword: 'Contraseña actual',
  showPassword: 'Mostrar u ocultar la contraseña',
  passwordHint: (count) => `Al menos ${count} caracteres. Mejor una frase que un acertijo.`,
  changePassword: 'Cambiar la contraseña',
  passwordChanged: 'Vale desde ahora; sus otras sesiones han terminado.',
  unclaimed: '¿De quién es este Rapport?',
  unclaimedWhy:
    'Todavía de nadie. Al arrancar se mostró un enlace que crea al primer administrador; ábralo aquí.',
  unclaimedHow:
    'Está en el terminal o en el registro del servidor, tras «create the owner». Sirve una vez y durante un día; cada arranque muestra uno nuevo.',
  lookAgain: 'Mirar otra vez',
  link: 'Enlace',
  linkTitle: { owner: 'Ser propietario', invite: 'Bienvenida', reset: 'Elegir una contraseña nueva' },
  linkWhy: {
    owner: 'Será el primer administrador y podrá invitar a los demás.',
    invite: 'Le han invitado. Elija una contraseña y entre.',
    reset: 'Sus otras sesiones terminan.',
  },
  linkDo: { owner: 'Empezar', invite: 'Empezar', reset: 'Guardar y entrar' },
  you: (name) => `Usted: ${name}`,
  sessions: 'Dónde he iniciado sesión',
  thisDevice: 'este dispositivo',
  signOutElsewhere: 'Cerrar sesión en los demás',
  roles: {
    admin: 'Administración',
    marketer: 'Marketing',
    analyst: 'Análisis',
    agent: 'Atención',
    viewer: 'Lectura',
  },
  who: {
    token: (name) => `Programa «${name}»`,
    program: 'Un programa',
    operator: 'El operador',
    api: 'Un programa de esta máquina',
    rapport: 'Rapport',
  },
  refused: {
    'access.no-role':
      'No tiene un rol aquí, o su dirección no está verificada allí. Pida a un administrador que le invite.',
    'access.unclaimed':
      'Nadie es dueño de este Rapport todavía; quien llegue primero debe ser administrador allí.',
    'access.user-disabled': 'Ya no puede iniciar sesión. Pregunte a un administrador.',
    'access.email-taken': 'Otro usuario ya tiene su dirección. Pregunte a un administrador.',
    'access.provider-refused': 'Allí no se le dejó entrar, o tardó demasiado. Inténtelo de nuevo.',
    'access.provider-away': 'El servicio de acceso no responde. Inténtelo en un momento.',
    'access.wrong-password': 'El correo o la contraseña no son correctos.',
    'access.locked': 'Demasiadas contraseñas erróneas. Espere un poco.',
    'access.too-many-calls': 'Demasiados intentos. Espere un poco.',
    'access.link-unknown': 'Este enlace ya no sirve. Pida uno nuevo.',
    'access.password-weak':
      'Demasiado fácil de adivinar: 12 caracteres o más, sin su nombre ni su dirección.',
  },
};
