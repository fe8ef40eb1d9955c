import { pluralOf } from '../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('es');

export const es: typeof en = {
  title: 'Inicio',
  period: 'Periodo',
  days: (days) => (days === 1 ? '24 horas' : `${days} días`),
  basis: (days) => (days === 1 ? 'frente a las 24 horas previas' : `frente a los ${days} días previos`),
  tiles: {
    people: 'Personas vistas',
    orders: 'Pedidos',
    revenue: 'Ingresos',
    sessions: 'Sesiones',
    events: 'Eventos',
  },
  live: 'Eventos en directo',
  rate: (rate) => `${rate} / s`,
  pause: 'Pausar',
  resume: 'Seguir',
  filter: 'Filtrar por evento, canal o fuente',
  quiet: 'Ahora no ocurre nada. Los eventos aparecen aquí al llegar.',
  noMatch: 'Ninguno de los últimos eventos encaja con el filtro.',
  dropped: (count) =>
    `${count} ${form(count, 'llegó demasiado', 'llegaron demasiado')} deprisa para mostrarse`,
  time: 'Hora',
  event: 'Evento',
  channel: 'Canal',
  source: 'Fuente',
  person: 'Persona',
  openPerson: (id) => `Persona ${id}`,
  pipeline: 'Procesamiento',
  stage: 'Etapa',
  lag: 'Retraso',
  backlog: 'En espera',
  status: 'Estado',
  stages: {
    fold: 'Identidad y perfil',
    pipeline: 'Procesamiento',
    checkpoint: 'Punto de control',
    timers: 'Vencimientos',
    rows: 'Filas rechazadas',
    sink: 'Almacén de análisis',
    warehouse: 'Almacén de datos',
    disk: 'Disco',
    audiences: 'Audiencias',
    access: 'Acceso',
    audit: 'Auditoría',
  },
  green: 'OK',
  yellow: 'Atención',
  red: 'Parado',
  free: (bytes) => `${bytes} libres`,
  attention: 'Requiere atención',
  nothingWrong: 'Todo va bien.',
  quarantined: (count) =>
    `${count} ${form(count, 'evento rechazado espera', 'eventos rechazados esperan')} en la cuarentena`,
  fills: (name, share) => `Se está leyendo el historial de «${name}»: ${share}`,
  fillMany: (count, share) => `Se están llenando ${count} audiencias: ${share}`,
  jumped: (name, share, before, now) =>
    `«${name}» cambió un ${share} desde ayer: de ${before} a ${now} ${form(now, 'persona', 'personas')}`,
  unwell: (stage, why) => `${stage}: ${why}`,
  why: {
    'health.late': (count, wait) => `el más antiguo de ${count} espera desde hace ${wait}`,
    'health.disk-low': (free) => `solo quedan ${free} en el disco de los datos`,
    'health.fold-stopped': 'detenido en un evento; sigue cuando se corrija el fallo',
    'health.state-unwritable': 'el estado no se puede escribir',
    'health.rows-refused': (count) =>
      `el almacén rechazó ${count} ${form(count, 'fila', 'filas')} desde el inicio: vea la cuarentena`,
    'health.entries-lost': (count) =>
      `se ${form(count, 'perdió', 'perdieron')} ${count} ${form(count, 'entrada', 'entradas')} mientras el estado no estaba`,
    'health.warehouse-away': (time) => `no responde desde hace ${time}`,
    'health.no-answer': 'no responde',
    'health.check-failed': 'no se pudo comprobar',
  },
  start: {
    title: 'Todavía no hay eventos',
    why: 'Envíe el primero o mire una tienda inventada con 90 días de historia: npm run demo.',
    sources: 'Fuentes y claves',
  },
};
