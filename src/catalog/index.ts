/** The catalogue: products, categories, prices, stock and stores, folded from events that are about nobody. */
export { type Catalogue, loadCatalogue, type ProductMove } from './catalogue.ts';
export {
  type CatalogueChange,
  type CatalogueRefusal,
  isCatalogueEvent,
  readCatalogueEvent,
} from './change.ts';
export { CATALOGUE_COLUMNS, catalogueLine } from './line.ts';
export type { Product } from './product.ts';
export { type CatalogDeps, catalogRoutes } from './routes.ts';
export { createCatalogueWriter, type RefusedEvent, type WriteCatalogue, type WriterDeps } from './write.ts';
