import type { Words } from '../../language/words/en.ts';

const units = {
  min: ['minuto', 'minutos'],
  h: ['hora', 'horas'],
  d: ['día', 'días'],
  w: ['semana', 'semanas'],
  mo: ['mes', 'meses'],
  y: ['año', 'años'],
};
const calendars = {
  day: ['Hoy', 'Ayer', 'día', 'días'],
  week: ['Esta semana', 'La semana pasada', 'semana', 'semanas'],
  month: ['Este mes', 'El mes pasado', 'mes', 'meses'],
  quarter: ['Este trimestre', 'El trimestre pasado', 'trimestre', 'trimestres'],
  year: ['Este año', 'El año pasado', 'año', 'años'],
};

export const es: Words['analysis'] = {
  title: 'Análisis',
  workspaces: 'Espacios de análisis',
  newWorkspace: 'Nuevo espacio',
  newName: 'Nuevo espacio',
  noWorkspaces: 'Nadie ha guardado todavía un espacio de análisis. Cree uno, o mire los cuatro de la demo.',
  name: 'Nombre',
  rename: 'Haga clic para cambiar el nombre',
  unsaved: 'Sin guardar',
  save: 'Guardar',
  revert: 'Descartar',
  saved: 'Guardado para todos los que ven este espacio.',
  notSaved: 'No se ha guardado',
  changedMeanwhile:
    'Otra persona ha guardado este espacio desde que usted lo abrió. Guarde el suyo con otro nombre, o descártelo para ver el otro.',
  panel: (number) => `Panel ${number}`,
  addPanel: 'Añadir un panel',
  addPart: 'Añadir',
  removePanel: 'Quitar el panel',
  emptyPanel: 'Este panel está vacío. Añada una tabla o un gráfico, o arrastre un componente aquí.',
  panelMenu: (name) => `Más sobre el panel ${name}`,
  partMenu: (name) => `Más sobre ${name}`,
  duplicate: 'Duplicar',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  moveBack: 'Mover atrás',
  moveOn: 'Mover adelante',
  moveTo: 'Mover al panel',
  size: 'Anchura',
  widths: (columns) =>
    columns === 12
      ? 'Completa'
      : ({ 3: 'Un cuarto', 4: 'Un tercio', 6: 'La mitad', 8: 'Dos tercios', 9: 'Tres cuartos' }[columns] ??
        `${columns} de 12`),
  csv: 'Descargar CSV',
  png: 'Descargar imagen',
  exportFailed: 'No se pudo crear el archivo',
  remove: 'Quitar',
  unknownPart: (kind) => `Esta versión no sabe dibujar «${kind}».`,
  find: 'Buscar',
  nothingFound: 'Nada coincide.',
  components: 'Componentes',
  findComponent: 'Buscar un componente',
  kinds: { dimension: 'Dimensiones', metric: 'Métricas', segment: 'Segmentos', range: 'Fechas' },
  before: (value) => `Antes: ${value}`,
  comparison: 'Comparar con',
  aCondition: 'Una condición',
  from: (what, origin) => `${what} (${origin})`,
  origins: { workspace: 'del espacio', panel: 'del panel', part: 'de aquí' },
  takeAway: (what) => `Quitar aquí: ${what}`,
  filters: {
    is: (dimension, value) => `${dimension} es ${value}`,
    isNot: (dimension, value) => `${dimension} no es ${value}`,
    known: (dimension) => `${dimension} es conocido`,
  },
  states: {
    asking: 'Preguntando',
    waiting: (elapsed) => `Sigue contando · ${elapsed}`,
    cancel: 'Cancelar',
    stopped: 'Usted detuvo esta pregunta.',
    askAgain: 'Preguntar de nuevo',
    empty: 'Aquí no pasó nada en este período. Amplíelo o quite un filtro.',
  },
  number: {
    menu: 'Qué hacer con esta cifra',
    keep: 'Mantener solo esto',
    keepInPanel: 'Mantener solo esto en el panel',
    exclude: 'Excluir esto',
    breakDown: 'Desglosar por',
  },
  text: {
    title: 'Texto',
    edit: 'Escribir',
    empty: 'Todavía no hay nada escrito.',
    hint: '# título, - lista, **negrita**. Al salir del campo se conserva; con Escape no.',
  },
  ranges: {
    units,
    last: (count, unit) =>
      `${unit === 'h' || unit === 'w' ? (count === 1 ? 'Última' : 'Últimas') : count === 1 ? 'Último' : 'Últimos'} ${count === 1 ? '' : `${count} `}${units[unit][count === 1 ? 0 : 1]}`,
    calendar: (unit, back, count) => {
      const [now, before, one, many] = calendars[unit];
      if (count > 1)
        return back === 0 ? `${count} ${many} hasta hoy` : `${count} ${many} completos anteriores`;
      return back === 0 ? now! : back === 1 ? before! : `Hace ${back} ${back > 1 ? many : one}`;
    },
    formula: (unit, shift, days) =>
      `inicio: ${calendars[unit][0]!.toLowerCase()}${shift ? ` ${signed(shift)} ${calendars[unit][3]}` : ''}${days ? ` ${signed(days)} días` : ''}`,
    since: (from) => `Desde el ${from}`,
    none: 'Nada',
    previous: 'el período anterior',
    yearBefore: 'el año anterior',
    against: (range) => `frente a ${range}`,
  },
};

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}
