import { type Static, Type } from 'typebox';
import { commonSettings } from './common.ts';
import { compileText, compileTime, type Target } from './compile.ts';
import { Fault } from './fault.ts';
import { From, FromRecord } from './from.ts';
import { contentId, dayOf, type Preset, type Rules, type Values } from './preset.ts';
import { compileRest, compileValues } from './values.ts';

const settings = {
  ...commonSettings,
  /** Since when this is so; without it the moment of the import, and then the same row counts once a day. */
  time: Type.Optional(From),
  /** Whether columns that the map does not name become properties under their own names. */
  rest: Type.Optional(Type.Boolean()),
};
const ProductsSchema = Type.Object(
  {
    preset: Type.Literal('products'),
    ...settings,
    product_id: From,
    /** name, category, brand, price, url, image_url, stock … */
    properties: Type.Optional(FromRecord),
  },
  { additionalProperties: false },
);
const StoresSchema = Type.Object(
  {
    preset: Type.Literal('stores'),
    ...settings,
    store_id: From,
    /** name, city, country, latitude, longitude … */
    properties: Type.Optional(FromRecord),
  },
  { additionalProperties: false },
);

const NO_ID = new Fault('catalogue.without-id');
const NO_TIME = new Fault('catalogue.without-time');

/** The assortment: one row, one `Product Updated`. It is about nobody. */
export const products: Preset = {
  id: 'products',
  title: 'Products',
  schema: ProductsSchema,
  channel: 'catalogue',
  compile(map, target, asOf) {
    const settings = map as Static<typeof ProductsSchema>;
    return compileCatalogue(
      { ...settings, idName: 'product_id', id: settings.product_id, name: 'Product Updated' },
      target,
      asOf,
    );
  },
};

/** The branches: one row, one `Store Updated`. It is about nobody. */
export const stores: Preset = {
  id: 'stores',
  title: 'Stores',
  schema: StoresSchema,
  channel: 'catalogue',
  compile(map, target, asOf) {
    const settings = map as Static<typeof StoresSchema>;
    return compileCatalogue(
      { ...settings, idName: 'store_id', id: settings.store_id, name: 'Store Updated' },
      target,
      asOf,
    );
  },
};

interface CatalogueMap {
  readonly idName: 'product_id' | 'store_id';
  readonly id: From;
  readonly name: 'Product Updated' | 'Store Updated';
  readonly time?: From;
  readonly rest?: boolean;
  readonly properties?: FromRecord;
}

function compileCatalogue(map: CatalogueMap, target: Target, asOf: number): Rules {
  const idOf = compileText(target, map.id, `/${map.idName}`, 'code');
  const timeOf = map.time === undefined ? undefined : compileTime(target, map.time, '/time');
  const propertiesOf = compileValues(target, map.properties ?? {}, '/properties');
  const restOf = map.rest === true ? compileRest(target) : undefined;
  return {
    keyOf: undefined,
    map(rows, outcome) {
      for (const row of rows) {
        const itemId = idOf(row.cells) ?? NO_ID;
        if (itemId instanceof Fault) return outcome.reject(row, itemId);
        const time = timeOf === undefined ? asOf : (timeOf(row.cells) ?? NO_TIME);
        if (time instanceof Fault) return outcome.reject(row, time);
        const properties: Values = { [map.idName]: itemId };
        const fault = restOf?.(row.cells, properties) ?? propertiesOf(row.cells, properties);
        if (fault !== undefined) return outcome.reject(row, fault);
        const id = contentId(map.idName, timeOf === undefined ? `${dayOf(asOf)}\n${row.text}` : row.text);
        outcome.event({ id, type: 'track', name: map.name, time, identities: [], properties }, [row]);
      }
    },
  };
}
