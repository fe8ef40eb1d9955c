import { attributeValuesSql, isPath } from '../../../core/condition/index.ts';
import { mustBeVisible } from '../../../core/index.ts';
import { createEvents } from '../../rows/events.ts';
import type { Dimension, DimensionFamily } from '../dimension.ts';
import { named, title } from '../title.ts';

/** An attribute of the person as it is now, as text. */
export const attributeFamily: DimensionFamily = {
  id: 'attribute',
  title: title(
    'Attribute of the person | Attribut der Person | Attribut de la personne | Atributo de la persona | 人员属性',
  ),
  argument: 'the path of an attribute, such as `loyaltyTier`',
  of: (path) =>
    isPath(path)
      ? {
          id: `attribute:${path}`,
          title: named(path),
          type: 'text',
          container: 'person',
          read({ frame, join }) {
            mustBeVisible(`attribute:${path}`, frame.mask);
            const { sql, bindings } = attributeValuesSql(path, frame.at, {
              events: frame.events,
              calendar: frame.calendar,
              ...(frame.sourcePrecedence ? { sourcePrecedence: frame.sourcePrecedence } : {}),
            });
            return join('who', { sql: `select person as key, value\nfrom (\n${sql}\n)`, bindings });
          },
        }
      : undefined,
};

/** `new` for what a person did within a day of her very first event, `returning` for what came later. */
export const newOrReturning: Dimension = {
  id: 'new-or-returning',
  title: title(
    'New or returning | Neu oder wiederkehrend | Nouveau ou de retour | Nuevo o recurrente | 新访或回访',
  ),
  type: 'text',
  container: 'person',
  read(events) {
    const inner = createEvents(events.frame, { from: 0, to: events.frame.at + 1 });
    const first = events.join('who', {
      sql: `select who as key, min(ms) as value\nfrom ${inner.from(['who', 'ms'])}\ngroup by who`,
      bindings: inner.bindings(),
    });
    return events.name(`if(ms < ${first} + ${NEW_MS}, 'new', 'returning')`);
  },
};

/** So long somebody is new. */
const NEW_MS = 86_400_000;
