import { isPath, keysOf, textOfRaw } from '../../../core/condition/index.ts';
import { mustBeVisible } from '../../../core/index.ts';
import type { Events } from '../../rows/events.ts';
import type { DimensionFamily } from '../dimension.ts';
import { named, title } from '../title.ts';

/** Typed as numbers in the table, where a missing one is 0. */
const NUMBER_PATHS: ReadonlySet<string> = new Set(['price', 'quantity', 'value']);
/** Typed as texts in the table: '' where there is none. */
const TEXT_PATHS: ReadonlySet<string> = new Set(
  'product_id sku name category brand variant query list_id cart_id checkout_id coupon promotion_id'.split(
    ' ',
  ),
);

/** A property of the event by its path, as text. */
export const propertyFamily: DimensionFamily = {
  id: 'property',
  title: title('Property | Eigenschaft | Propriété | Propiedad | 属性'),
  argument: 'the path of a property, such as `color` or `delivery.method`',
  of: (path) =>
    isPath(path)
      ? {
          id: `property:${path}`,
          title: named(path),
          type: 'text',
          container: 'event',
          ...(path === 'product_id' ? { named: () => 'product' } : {}),
          read(events) {
            mustBeVisible(`property:${path}`, events.frame.mask);
            if (TEXT_PATHS.has(path)) return events.column(`properties.${path}`);
            // The list of products, and numbers of which 0 could be missing, stand in the text only.
            if (NUMBER_PATHS.has(path) || path.startsWith('products'))
              return textAt('properties_text', path, events);
            // Letters, digits, blanks, `_`, `$` and `-` is all that the pattern lets through.
            const column = keysOf(path)
              .map((key) => `\`${key}\``)
              .join('.');
            return events.column(`ifNull(toString(properties.${column}), '')`);
          },
        }
      : undefined,
};

/** Surroundings of the event by their path, as text. */
export const contextFamily: DimensionFamily = {
  id: 'context',
  title: title('Context | Kontext | Contexte | Contexto | 上下文'),
  argument: 'the path of a value of the context, such as `page.title`',
  of: (path) =>
    isPath(path)
      ? {
          id: `context:${path}`,
          title: named(path),
          type: 'text',
          container: 'event',
          read(events) {
            mustBeVisible(`context:${path}`, events.frame.mask);
            return textAt('context_text', path, events);
          },
        }
      : undefined,
};

function textAt(document: string, path: string, events: Events): string {
  const keys = keysOf(path).map((key) => events.bind('String', key));
  return events.name(textOfRaw(events.name(`JSONExtractRaw(${document}, ${keys.join(', ')})`)));
}
