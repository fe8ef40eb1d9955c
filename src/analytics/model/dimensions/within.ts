import { createEvents, type Events } from '../../rows/events.ts';
import type { Dimension, DimensionFamily } from '../dimension.ts';
import { textOf } from '../dimension.ts';
import { title } from '../title.ts';

/** How far a session may reach beyond the range of a question: its values are those of the whole session. */
const SESSION_REACH_MS = 86_400_000;
/** Before anything that happened (ms). */
const EVER = 0;

type Scope = 'session' | 'person';
type Side = 'first' | 'last';

/** The first or last value of another dimension within the session, or in all that is known of the person. */
function within(scope: Scope, side: Side, of: Dimension): Dimension {
  return {
    id: `${scope}-${side}:${of.id}`,
    title: of.title,
    type: of.type,
    ...(of.named ? { named: of.named } : {}),
    container: scope,
    read: (events) => events.join(scope === 'session' ? 'session' : 'who', valuesBy(scope, side, of, events)),
  };
}

function valuesBy(scope: Scope, side: Side, of: Dimension, { frame, span }: Events) {
  const reach =
    scope === 'session'
      ? { from: span.from - SESSION_REACH_MS, to: span.to + SESSION_REACH_MS }
      : { from: EVER, to: frame.at + 1 };
  const inner = createEvents(frame, reach);
  const value = inner.name(textOf(of, of.read(inner), inner));
  const key = scope === 'session' ? 'session' : 'who';
  if (scope === 'session') inner.restrict('events.session != 0');
  inner.keep(`${value} != ''`);
  const pick = side === 'first' ? 'argMin' : 'argMax';
  return {
    sql: `select ${key} as key, ${pick}(${value}, (time, place)) as value\nfrom ${inner.from([key, value])}\ngroup by ${key}`,
    bindings: inner.bindings(),
  };
}

const family = (scope: Scope, side: Side, words: ReturnType<typeof title>): DimensionFamily => ({
  id: `${scope}-${side}`,
  title: words,
  argument: 'another dimension, such as `campaign`',
  of: (argument, find) => {
    const of = find(argument);
    return of && (of.container === 'event' || of.container === 'item') ? within(scope, side, of) : undefined;
  },
});

/** `session-first:campaign`, `session-last:page`, `person-first:channel` … */
export const WITHIN: readonly DimensionFamily[] = [
  family(
    'session',
    'first',
    title(
      'First of the session | Erstes der Sitzung | Premier de la session | Primero de la sesión | 会话的第一个',
    ),
  ),
  family(
    'session',
    'last',
    title(
      'Last of the session | Letztes der Sitzung | Dernier de la session | Último de la sesión | 会话的最后一个',
    ),
  ),
  family(
    'person',
    'first',
    title(
      'First of the person | Erstes der Person | Premier de la personne | Primero de la persona | 此人的第一个',
    ),
  ),
  family(
    'person',
    'last',
    title(
      'Last of the person | Letztes der Person | Dernier de la personne | Último de la persona | 此人的最后一个',
    ),
  ),
];
