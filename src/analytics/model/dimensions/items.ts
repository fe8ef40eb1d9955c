import type { ItemField } from '../../rows/items.ts';
import type { Dimension, DimensionFamily } from '../dimension.ts';
import { type Title, title } from '../title.ts';

const ofLine = (id: string, name: Title, field: ItemField): Dimension => ({
  id,
  title: name,
  type: 'text',
  container: 'item',
  read: (events) => events.item(field),
});

/** What a product line of an event says. An event with lines of two categories counts once under each of them. */
export const ITEMS: readonly Dimension[] = [
  {
    ...ofLine('product', title('Product | Produkt | Produit | Producto | 商品'), 'product'),
    named: () => 'product',
  },
  ofLine('category', title('Category | Kategorie | Catégorie | Categoría | 类别'), 'category'),
  ofLine('brand', title('Brand | Marke | Marque | Marca | 品牌'), 'brand'),
];

const CATALOGUE_TEXTS: ReadonlySet<string> = new Set(['category', 'brand']);

/** What the catalogue says now of the product of a line, for events that named it differently or not at all. */
export const catalogueFamily: DimensionFamily = {
  id: 'catalogue',
  title: title(
    'In the catalogue now | Heute im Katalog | Au catalogue aujourd’hui | En el catálogo ahora | 目录中的当前值',
  ),
  argument: 'category or brand',
  of: (field) =>
    CATALOGUE_TEXTS.has(field)
      ? {
          id: `catalogue:${field}`,
          title: ITEMS.find(({ id }) => id === field)!.title,
          type: 'text',
          container: 'item',
          read: (events) => {
            events.item('product');
            return events.join('item_product', {
              sql: `select product_id as key, ${field} as value\nfrom catalogue`,
              bindings: {},
            });
          },
        }
      : undefined,
};
