import { afterAll, beforeAll } from 'vitest';
import { openapiContract } from '../src/server/openapi.contract.ts';
import { openShop, type Shop } from './app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

openapiContract('the whole program', () => shop.app.server);
