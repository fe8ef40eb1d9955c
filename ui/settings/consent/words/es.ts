import { pluralOf } from '../../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('es');

export const es: typeof en = {
  intro:
    'Aquello para lo que se pide consentimiento. Agentes, condiciones y alcance siguen esta lista; lo dicho para otra cosa se conserva y se muestra.',
  key: 'Clave',
  keyHint: 'Como la nombran los eventos; las mayúsculas cuentan.',
  name: 'Nombre',
  description: 'Descripción',
  nameIn: (language) => `Nombre en ${language}`,
  descriptionIn: (language) => `Descripción en ${language}`,
  channels: 'Se pide para',
  anyChannel: 'una respuesta para todos los canales',
  unsaid: 'Quien no dijo nada',
  unsaidHint: 'Cuenta al preguntar a quién se puede contactar.',
  unsaidNo: 'no ha aceptado (opt-in)',
  unsaidYes: 'ha aceptado mientras no se oponga (opt-out)',
  optIn: 'opt-in',
  optOut: 'opt-out',
  retired: 'retirada',
  retire: 'Retirar',
  askAgain: 'Volver a pedir',
  remove: 'Quitar',
  add: 'Añadir una finalidad',
  stated: 'Dicho, pero no pedido',
  nothingStated: (days) =>
    `Todo lo dicho en los últimos ${days} ${form(days, 'día', 'días')} figura en la lista.`,
  people: 'Personas',
  last: 'Última vez',
  list: 'Incluir',
};
