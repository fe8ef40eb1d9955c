import type { Catalogue as AskCatalogue, CatalogueProduct } from '../core/condition/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import type { CatalogueChange } from './change.ts';
import { PastViews } from './past-views.ts';
import { applyToProduct, limitOf, newProduct, type Product } from './product.ts';
import { applyToStore, type Store } from './store.ts';
import { decodeProduct, decodeStore, encodeProduct, encodeStock, encodeStore } from './stored.ts';

/** What a change did to a product: as conditions saw it before, and see it now. */
export interface ProductMove {
  readonly product: string;
  readonly before: CatalogueProduct | undefined;
  readonly after: CatalogueProduct;
}

/** The assortment and the branches, folded from the log and kept in memory. */
export interface Catalogue {
  /** What conditions may ask of a product, as of the place that is being folded. Synchronous. */
  readonly lookup: AskCatalogue;
  /**
   * Where the fold is while it folds again what an earlier run folded: products are as they were there. Undefined once it goes on
   * with what is new: products are as they are.
   */
  foldAgainAt(place: number | undefined): void;
  /** Whether conditions ask about products, so that it must be known what they were. */
  isAsked: boolean;
  product(id: string): Product | undefined;
  store(id: string): Store | undefined;
  /** What a product or store is called now, also one that is not sold any more; undefined where nobody said it. */
  nameOf(kind: 'product' | 'store', id: string): string | undefined;
  products(): IterableIterator<Product>;
  stores(): IterableIterator<Store>;
  readonly productCount: number;
  /** Grows with every change, for who keeps something worked out. */
  readonly generation: number;
  /** Takes the change at a place over, in the order of the log; the reason when a limit refuses it. */
  apply(change: CatalogueChange, place: number): string | undefined;
  /**
   * Called when what conditions see of a product changed, in the order of the log. Back in stock and price drop are such
   * moves; who turns them into effects listens here.
   */
  onMove(listener: (move: ProductMove) => void): void;
  /** Everything that changed since the last call, for a checkpoint from whose place on people may be folded again. */
  takeChanges(from: number): Change[];
  readonly changedCount: number;
}

const PAGE = 5_000;
const PRODUCT = 'product/';
const STOCK = 'stock/';
const STORE = 'store/';

/** Reads the catalogue from the state. */
export async function loadCatalogue(state: State): Promise<Catalogue> {
  const products = new Map<string, Product>();
  const stores = new Map<string, Store>();
  const texts = new Map(await readAll(state, PRODUCT));
  const stocks = new Map(await readAll(state, STOCK));
  for (const id of new Set([...texts.keys(), ...stocks.keys()]))
    products.set(id, decodeProduct(id, texts.get(id), stocks.get(id)));
  for (const [id, text] of await readAll(state, STORE)) stores.set(id, decodeStore(id, text));
  return catalogueOf(products, stores, await PastViews.load(state));
}

function catalogueOf(products: Map<string, Product>, stores: Map<string, Store>, past: PastViews): Catalogue {
  const changedProducts = new Set<Product>();
  const changedStocks = new Set<Product>();
  const changedStores = new Set<string>();
  const listeners: ((move: ProductMove) => void)[] = [];
  let generation = 0;
  let isAsked = false;
  let againAt: number | undefined;

  const applyProduct = (change: CatalogueChange & { kind: 'product' }, place: number): string | undefined => {
    const known = products.get(change.product);
    const refused = limitOf(known, change);
    if (refused !== undefined) return refused;
    const product = known ?? newProduct(change.product);
    const before = known?.view;
    const changed = applyToProduct(product, change);
    if (!known) products.set(product.id, product);
    if (changed.product) changedProducts.add(product);
    if (changed.stock) changedStocks.add(product);
    if (!changed.product && !changed.stock) return undefined;
    generation++;
    if (sameView(before, product.view)) return undefined;
    if (isAsked) past.note(place, product.id, before);
    for (const listener of listeners) listener({ product: product.id, before, after: product.view });
    return undefined;
  };

  return {
    lookup(id) {
      const now = products.get(id)?.view;
      return againAt === undefined ? now : past.at(againAt, id, now);
    },
    foldAgainAt(place) {
      againAt = place;
    },
    get isAsked() {
      return isAsked;
    },
    set isAsked(value) {
      isAsked = value;
    },
    product: (id) => products.get(id),
    store: (id) => stores.get(id),
    nameOf(kind, id) {
      const latest = kind === 'product' ? products.get(id)?.fields : stores.get(id)?.place;
      // A name that was taken away stays as null.
      return (latest?.values['name'] ?? undefined) as string | undefined;
    },
    products: () => products.values(),
    stores: () => stores.values(),
    get productCount() {
      return products.size;
    },
    get generation() {
      return generation;
    },
    apply(change, place) {
      if (change.kind === 'product') return applyProduct(change, place);
      const known = stores.get(change.store);
      const store = applyToStore(known, change);
      if (store === known) return undefined;
      stores.set(store.id, store);
      changedStores.add(store.id);
      generation++;
      return undefined;
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
    takeChanges(from) {
      const changes: Change[] = past.takeChanges(from);
      const add = (key: string, value: string): void => {
        changes.push({ collection: 'catalogue', key, value });
      };
      for (const product of changedProducts) add(PRODUCT + product.id, encodeProduct(product));
      for (const product of changedStocks) add(STOCK + product.id, encodeStock(product));
      for (const id of changedStores) add(STORE + id, encodeStore(stores.get(id)!));
      changedProducts.clear();
      changedStocks.clear();
      changedStores.clear();
      return changes;
    },
    get changedCount() {
      return changedProducts.size + changedStocks.size + changedStores.size;
    },
  };
}

function sameView(a: CatalogueProduct | undefined, b: CatalogueProduct): boolean {
  return (
    a !== undefined &&
    a.category === b.category &&
    a.brand === b.brand &&
    a.price === b.price &&
    a.stock === b.stock
  );
}

async function readAll(state: State, prefix: string): Promise<[id: string, text: string][]> {
  const all: [string, string][] = [];
  for (let from = prefix; ; ) {
    const page = await state.range('catalogue', { from, to: `${prefix}\u{10ffff}`, limit: PAGE });
    for (const [key, text] of page) all.push([key.slice(prefix.length), text]);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return all;
    from = `${last[0]}\0`;
  }
}
