import { pluralOf } from '../../../../language/plural.ts';
import type { en } from './en.ts';

const form = pluralOf('es');

export const es: typeof en = {
  attribution: {
    title: 'Atribución',
    name: (metrics, dimension) => `Atribución: ${metrics} por ${dimension}`,
    touches: 'Contactos',
    lookback: 'Ventana',
    lookbackSession: 'la misma sesión',
    lookbackPerson: 'todo lo anterior',
    addModel: 'Modelo',
    withCosts: 'Coste y retorno',
    cost: 'Coste',
    returns: 'Retorno de la inversión publicitaria',
    perCost: 'Por unidad de coste',
    halfLife: 'Semivida',
    shares: { first: 'Primero', middle: 'Entre', last: 'Último' },
    asBase: 'Comparar con este',
    none: 'Sin contacto',
    noValue: '(ninguno)',
    withoutTouch: (amount, share) => `de ello ${amount} (${share}) sin contacto`,
    models: {
      last: 'Último contacto',
      first: 'Primer contacto',
      same: 'Mismo contacto',
      linear: 'Lineal',
      participation: 'Participación',
      'u-shaped': 'En forma de U',
      'j-shaped': 'En forma de J',
      'inverse-j': 'J inversa',
      'time-decay': 'Decaimiento',
      custom: 'Partes propias',
      'data-driven': 'Por los datos (Shapley)',
      markov: 'Cadena de Markov',
    },
    rule: (said) => `${said.metric} por contactos, ventana de ${said.lookback}; ${said.without} sin contacto`,
    ruleOnly: (rule) => `${rule}.`,
    caption: (rule, value, share, isMore, model, base) =>
      `${rule}. Los modelos difieren sobre todo en ${value}: ${model} le atribuye un ${share} ${isMore ? 'más' : 'menos'} que ${base}.`,
  },
  overlap: {
    title: 'Solapamiento',
    setup: 'Elija de dos a cinco segmentos o audiencias para superponerlos.',
    within: 'En todos',
    share: 'De todas las personas',
    only: 'en ningún otro',
    caption: (said) =>
      `${said.count} ${form(said.count, 'persona está', 'personas están')} en todos: el ${said.share} de ${said.first} está también en ${said.others}.`,
  },
  histogram: {
    title: 'Histograma',
    name: (metric, isSession) => `${metric} por ${isSession ? 'sesión' : 'persona'}`,
    buckets: 'Barras',
    withNothing: 'También quienes no tienen nada',
    mean: 'Media',
    median: 'Mediana',
    least: 'Mínimo',
    most: 'Máximo',
    caption: (said) =>
      `${said.metric} de ${said.count} ${said.isSession ? 'sesiones' : 'personas'}: la mitad tiene ${said.median} o menos, la media es ${said.mean}.`,
  },
  brick: {
    title: 'Del clic a la tienda',
    window: 'Contacto como mucho',
    days: (days) => `${days} ${form(days, 'día antes', 'días antes')}`,
    by: 'Último contacto por',
    assisted: 'Compras en tienda tras contacto',
    orders: 'Compras',
    amount: 'Ingresos',
    orderShare: (all) => `De ${all} ${form(all, 'compra', 'compras')} en tienda`,
    revenue: 'Ingresos tras contacto',
    revenueShare: (all) => `De ${all} en tiendas`,
    median: 'Días (mediana)',
    lastTouch: (dimension) => `Último contacto: ${dimension}`,
    store: 'Tienda',
    noStore: '(sin tienda)',
    noValue: '(ninguno)',
    caption: (said) =>
      `Compras en tienda con un contacto en línea de la misma persona en los ${said.days} ${form(said.days, 'día anterior', 'días anteriores')}: ${said.orders}, el ${said.share} de todas, por ${said.revenue}.`,
  },
  experiment: {
    title: 'Experimento',
    setup: 'Diga qué dimensión nombra la variante y cuál es el control.',
    variants: 'Variantes por',
    where: 'Expuestos donde',
    control: 'Control',
    sure: 'Seguro con',
    asMean: 'por persona',
    asShare: 'parte de personas que tienen alguno',
    mean: 'Por persona',
    share: 'Parte',
    lift: 'Diferencia',
    interval: (confidence) => `Intervalo (${confidence}, en todo momento)`,
    confidence: 'Confianza',
    notYet: 'aún no es seguro',
    better: 'más',
    worse: 'menos',
    tooLittle: 'se sabe muy poco',
    mixed: (people) =>
      people === '1'
        ? 'Una persona vio varias variantes y no cuenta para ninguna.'
        : `${people} personas vieron varias variantes y no cuentan para ninguna.`,
    rule: (people, control) =>
      `${people} ${form(people, 'persona', 'personas')} desde su primera exposición, frente a ${control}`,
    ruleOnly: (rule) => `${rule}; aún se sabe muy poco.`,
    conclusive: (rule, variant, share, isMore, metric, confidence) =>
      `${rule}: ${variant} tiene un ${share} ${isMore ? 'más' : 'menos'} de ${metric}, con ${confidence} de confianza.`,
    open: (rule, variant, share, isMore, metric) =>
      `${rule}: ${variant} tiene por ahora un ${share} ${isMore ? 'más' : 'menos'} de ${metric}, que puede ser azar.`,
  },
};
