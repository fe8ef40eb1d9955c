import { isPath } from '../../../core/condition/index.ts';
import { type Find, textOf } from '../dimension.ts';
import { propertyFamily } from '../dimensions/paths.ts';
import type { MetricFamily } from '../metric.ts';
import { named, title } from '../title.ts';
import { isNamed } from './named.ts';

const EVENT_NAME_MAX = 256;

const isEventName = (name: string): boolean => name.length > 0 && name.length <= EVENT_NAME_MAX;

/** How often an event of any name happened: `events:Store Visited`. */
export const eventsFamily: MetricFamily = {
  id: 'events',
  title: title('Events named | Ereignisse namens | Événements nommés | Eventos llamados | 指定名称的事件数'),
  argument: 'the name of an event',
  of: (name) =>
    isEventName(name)
      ? {
          id: `events:${name}`,
          title: named(name),
          format: 'count',
          names: [name],
          container: 'event',
          measured(events) {
            return { measure: { kind: 'count' }, where: isNamed(events, [name]) };
          },
        }
      : undefined,
};

/** How many people did something: `people:Store Visited`. */
export const peopleFamily: MetricFamily = {
  id: 'people',
  title: title('People with | Personen mit | Personnes avec | Personas con | 有指定事件的人数'),
  argument: 'the name of an event',
  of: (name) =>
    isEventName(name)
      ? {
          id: `people:${name}`,
          title: named(name),
          format: 'count',
          names: [name],
          container: 'person',
          measured(events) {
            return { measure: { kind: 'distinct', of: 'who' }, where: isNamed(events, [name]) };
          },
        }
      : undefined,
};

/** The sum of a property over all events that state it as a number: `sum:discount`. */
export const sumFamily: MetricFamily = {
  id: 'sum',
  title: title('Sum of | Summe von | Somme de | Suma de | 属性之和'),
  argument: 'the path of a property',
  of: (path) =>
    isPath(path)
      ? {
          id: `sum:${path}`,
          title: named(path),
          format: 'number',
          container: 'event',
          measured(events) {
            events.needs('1');
            const text = propertyFamily.of(path, () => undefined)!.read(events);
            return { measure: { kind: 'sum', of: events.name(`toFloat64OrZero(${text})`) }, where: '1' };
          },
        }
      : undefined,
};

/** How many different values of a dimension: `distinct:product`. */
function distinctFamily(
  id: string,
  measure: 'distinct' | 'approximate',
  words: ReturnType<typeof title>,
  find: Find,
): MetricFamily {
  return {
    id,
    title: words,
    argument: 'a dimension',
    of(argument) {
      const dimension = find(argument);
      if (!dimension || dimension.isList) return undefined;
      return {
        id: `${id}:${argument}`,
        title: dimension.title,
        format: 'count',
        container: dimension.container,
        measured(events) {
          events.needs('1');
          const value = events.name(textOf(dimension, dimension.read(events), events));
          return { measure: { kind: measure, of: value }, where: `${value} != ''` };
        },
      };
    },
  };
}

/** Exact counts of values, and estimates of them (HyperLogLog, `uniq` of the engine). */
export function distinctFamilies(find: Find): readonly MetricFamily[] {
  return [
    distinctFamily(
      'distinct',
      'distinct',
      title(
        'Different values of | Verschiedene Werte von | Valeurs différentes de | Valores distintos de | 不同值的数量',
      ),
      find,
    ),
    distinctFamily(
      'approximate-distinct',
      'approximate',
      title(
        'About so many values of | Etwa so viele Werte von | Environ tant de valeurs de | Aproximadamente tantos valores de | 不同值的近似数量',
      ),
      find,
    ),
  ];
}
