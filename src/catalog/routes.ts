import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import { CategorySchema, createBrowser } from './browse.ts';
import type { Catalogue } from './catalogue.ts';
import { readCategory } from './read-fields.ts';
import { ID_CHARACTERS_MAX } from './read-value.ts';
import {
  ProductDetailSchema,
  ProductSchema,
  StoreSchema,
  showDetail,
  showProduct,
  showStore,
} from './shown.ts';
import type { WriteCatalogue } from './write.ts';
import { writeRoutes } from './write-routes.ts';

/** What the routes of the catalogue work with. */
export interface CatalogDeps {
  readonly catalogue: Catalogue;
  readonly write: WriteCatalogue;
}

const PAGE_MAX = 1_000;
const IDS_MAX = 100;
const tags = ['catalog'];
const Id = Type.String({ minLength: 1, maxLength: ID_CHARACTERS_MAX });
const Page = {
  after: Type.Optional(
    Type.String({ maxLength: ID_CHARACTERS_MAX, description: 'The `next` of the page before' }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: PAGE_MAX, default: 50 }),
};
const Text = Type.String({
  maxLength: 200,
  description: 'Words of the id, name, brand or category; all must be there',
});
const ProductSearch = Type.Object({ text: Text, limit: Page.limit }, { additionalProperties: false });
const ProductsQuery = Type.Object(
  {
    id: Type.Optional(
      Type.Array(Id, {
        maxItems: IDS_MAX,
        description: 'These alone, in this order, sold or not; ids that nothing has are left out',
      }),
    ),
    text: Type.Optional(Text),
    category: Type.Optional(
      Type.String({ maxLength: 1_000, description: 'A path such as Women/Yoga; what is below it is in it' }),
    ),
    brand: Type.Optional(Type.String({ maxLength: 500 })),
    removed: Type.Boolean({ default: false, description: 'Also products that are not sold any more' }),
    ...Page,
  },
  { additionalProperties: false },
);

/** `/api/catalog`: the assortment and the branches, to look at and to write. */
export function catalogRoutes(app: FastifyInstance, { catalogue, write }: CatalogDeps): void {
  productRoutes(app, catalogue);
  storeRoutes(app, catalogue);
  writeRoutes(app, catalogue, write);
}

/** Refuses `catalogue.unknown-product` (404). */
function productRoutes(app: FastifyInstance, catalogue: Catalogue): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const browser = createBrowser(catalogue);
  routes.get(
    '/api/catalog/products',
    {
      config: { permission: 'catalog.read' },
      schema: {
        operationId: 'listProducts',
        summary: 'Products by words, category and brand, in the order of their ids',
        tags,
        querystring: ProductsQuery,
        response: {
          200: Type.Object({ products: Type.Array(ProductSchema), next: Type.Optional(Type.String()) }),
        },
      },
    },
    async (request) => {
      const { id: ids, category, ...filter } = request.query;
      if (ids) return { products: ids.flatMap((id) => catalogue.product(id) ?? []).map(showProduct) };
      const path = category === undefined ? undefined : (readCategory(category) ?? []);
      const { products, ...rest } = await browser.find({ ...filter, category: path });
      return { products: products.map(showProduct), ...rest };
    },
  );
  // What is typed into a search over everything may be somebody's name, and addresses are logged.
  routes.post(
    '/api/catalog/products/search',
    {
      config: { permission: 'catalog.read' },
      schema: {
        operationId: 'searchProducts',
        summary: 'The first products that have all of some words, asked for in the body',
        tags,
        body: ProductSearch,
        response: { 200: Type.Object({ products: Type.Array(ProductSchema) }) },
      },
    },
    async (request) => {
      const { products } = await browser.find({ ...request.body, removed: false, category: undefined });
      return { products: products.map(showProduct) };
    },
  );
  routes.get(
    '/api/catalog/products/:id',
    {
      config: { permission: 'catalog.read' },
      schema: {
        operationId: 'readProduct',
        summary: 'A product with its stock by store, and the history of its price and stock',
        tags,
        params: Type.Object({ id: Id }),
        response: { 200: ProductDetailSchema },
      },
    },
    (request) => {
      const product = catalogue.product(request.params.id);
      if (!product)
        throw refusal('catalogue.unknown-product', 404, 'The catalogue has no product of this id.');
      return showDetail(product);
    },
  );
  routes.get(
    '/api/catalog/categories',
    {
      config: { permission: 'catalog.read' },
      schema: {
        operationId: 'listCategories',
        summary: 'The tree of categories, each with how many products are in it, in the order of the paths',
        tags,
        response: { 200: Type.Object({ categories: Type.Array(CategorySchema) }) },
      },
    },
    () => ({ categories: [...browser.categories()] }),
  );
}

/** Refuses `catalogue.unknown-store` (404). */
function storeRoutes(app: FastifyInstance, catalogue: Catalogue): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/catalog/stores',
    {
      config: { permission: 'catalog.read' },
      schema: {
        operationId: 'listStores',
        summary: 'Stores in the order of their ids',
        tags,
        querystring: Type.Object(Page, { additionalProperties: false }),
        response: {
          200: Type.Object({ stores: Type.Array(StoreSchema), next: Type.Optional(Type.String()) }),
        },
      },
    },
    (request) => {
      const { after = '', limit } = request.query;
      const stores = [...catalogue.stores()].filter(({ id }) => id > after);
      const page = stores.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
      const next = stores.length > limit ? { next: page[limit - 1]!.id } : {};
      return { stores: page.map(showStore), ...next };
    },
  );
  routes.get(
    '/api/catalog/stores/:id',
    {
      config: { permission: 'catalog.read' },
      schema: {
        operationId: 'readStore',
        summary: 'A store and where it is',
        tags,
        params: Type.Object({ id: Id }),
        response: { 200: StoreSchema },
      },
    },
    (request) => {
      const store = catalogue.store(request.params.id);
      if (!store) throw refusal('catalogue.unknown-store', 404, 'The catalogue has no store of this id.');
      return showStore(store);
    },
  );
}
