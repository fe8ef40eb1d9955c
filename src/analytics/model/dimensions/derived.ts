import { refusal } from '../../../core/index.ts';
import { derivedSql } from '../derived/derived.ts';
import { namedBy } from '../derived/named.ts';
import type { Derived } from '../derived/schema.ts';
import type { DimensionFamily } from '../dimension.ts';
import { named, title } from '../title.ts';

const ID = /^[A-Za-z0-9_.:-]{1,128}$/;

/** A dimension that was set up: a definition of kind `dimension`. */
export const derivedFamily: DimensionFamily = {
  id: 'derived',
  title: title(
    'Derived dimension | Abgeleitete Dimension | Dimension dérivée | Dimensión derivada | 派生维度',
  ),
  argument: 'the id of a definition of kind `dimension`',
  of: (id, find) =>
    ID.test(id)
      ? {
          id: `derived:${id}`,
          title: named(id),
          type: 'text',
          container: 'event',
          named(frame) {
            const document = frame.definition(`dimension/${id}`) as { value: Derived } | undefined;
            return document && namedBy(document.value, frame, find);
          },
          read(events) {
            const document = events.frame.definition(`dimension/${id}`) as { value: Derived } | undefined;
            if (!document)
              throw refusal(
                'analytics.unknown-dimension',
                422,
                `There is no live derived dimension “${id}”.`,
                {
                  detail: { dimension: `derived:${id}` },
                },
              );
            return derivedSql(document.value, events, find);
          },
        }
      : undefined,
};
