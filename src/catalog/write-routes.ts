import type { FastifyInstance } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import type { Catalogue } from './catalogue.ts';
import { ProductDetailSchema, StoreSchema, showDetail, showStore } from './shown.ts';
import type { WriteCatalogue } from './write.ts';
import {
  NewProduct,
  PriceBody,
  ProductBody,
  priceOrder,
  productOrder,
  StockBody,
  StoreBody,
  stockOrder,
  storeOrder,
} from './write-schemas.ts';

const BULK_MAX = 1_000;
const BULK_BYTES_MAX = 32 * 1024 * 1024;
const tags = ['catalog'];
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
const Written = Type.Object({ written: Type.Integer() });
const many = <T extends TSchema>(schema: T) => Type.Array(schema, { minItems: 1, maxItems: BULK_MAX });

/** The routes that change the catalogue. Each writes events to the log and answers when the catalogue shows them. */
export function writeRoutes(app: FastifyInstance, catalogue: Catalogue, write: WriteCatalogue): void {
  oneRoutes(app, catalogue, write);
  bulkRoutes(app, write);
}

function oneRoutes(app: FastifyInstance, catalogue: Catalogue, write: WriteCatalogue): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.put(
    '/api/catalog/products/:id',
    {
      config: { permission: 'catalog.write' },
      schema: {
        operationId: 'writeProduct',
        summary: 'Say what a product is; what is not named stays, null takes a value away',
        tags,
        params: Params,
        body: ProductBody,
        response: { 200: ProductDetailSchema },
      },
    },
    async (request) => {
      const order = productOrder(request.params.id, request.body);
      await write([order]);
      return showDetail(catalogue.product(request.params.id.trim())!);
    },
  );
  routes.delete(
    '/api/catalog/products/:id',
    {
      config: { permission: 'catalog.write' },
      schema: {
        operationId: 'removeProduct',
        summary: 'Say that a product is not sold any more; it is kept for those who bought it',
        tags,
        params: Params,
        response: { 200: ProductDetailSchema },
      },
    },
    async (request) => {
      const product = catalogue.product(request.params.id);
      if (!product)
        throw refusal('catalogue.unknown-product', 404, 'The catalogue has no product of this id.');
      await write([{ name: 'Product Removed', properties: { product_id: product.id } }]);
      return showDetail(product);
    },
  );
  routes.put(
    '/api/catalog/stores/:id',
    {
      config: { permission: 'catalog.write' },
      schema: {
        operationId: 'writeStore',
        summary: 'Say where a store is and when it is open',
        tags,
        params: Params,
        body: StoreBody,
        response: { 200: StoreSchema },
      },
    },
    async (request) => {
      await write([storeOrder(request.params.id, request.body)]);
      return showStore(catalogue.store(request.params.id.trim())!);
    },
  );
}

function bulkRoutes(app: FastifyInstance, write: WriteCatalogue): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const schema = (operationId: string, summary: string) => ({
    operationId,
    summary: `${summary}, up to ${BULK_MAX}; all or none`,
    tags,
    response: { 200: Written },
  });
  const answer = async (orders: Parameters<WriteCatalogue>[0]): Promise<Static<typeof Written>> => {
    await write(orders);
    return { written: orders.length };
  };
  const bodyLimit = BULK_BYTES_MAX;
  routes.post(
    '/api/catalog/products',
    {
      bodyLimit,
      config: { permission: 'catalog.write' },
      schema: {
        ...schema('writeProducts', 'Say what many products are'),
        body: Type.Object({ products: many(NewProduct) }, { additionalProperties: false }),
      },
    },
    (request) => answer(request.body.products.map(({ id, ...body }) => productOrder(id, body))),
  );
  routes.post(
    '/api/catalog/stock',
    {
      bodyLimit,
      config: { permission: 'catalog.write' },
      schema: {
        ...schema('writeStock', 'Say how many pieces there are, of products in stores'),
        body: Type.Object({ stock: many(StockBody) }, { additionalProperties: false }),
      },
    },
    (request) => answer(request.body.stock.map(stockOrder)),
  );
  routes.post(
    '/api/catalog/prices',
    {
      bodyLimit,
      config: { permission: 'catalog.write' },
      schema: {
        ...schema('writePrices', 'Say what products cost'),
        body: Type.Object({ prices: many(PriceBody) }, { additionalProperties: false }),
      },
    },
    (request) => answer(request.body.prices.map(priceOrder)),
  );
}
