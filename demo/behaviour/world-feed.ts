import type { JsonObject } from '../../src/core/index.ts';
import { shareOf } from '../random.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS, iso, isWithin } from '../time.ts';
import { amount, pictureUri } from '../wire/product-wire.ts';
import type { SourceId } from '../wire/sources.ts';
import { SHOP_HOST } from '../world/brands.ts';
import { channelOf } from '../world/channels.ts';
import { priceAt } from '../world/prices.ts';
import type { Product } from '../world/products.ts';
import { isInAssortment, shelfStock, storeOutages, warehouseStock } from '../world/stock.ts';
import { STORES, type Store } from '../world/stores.ts';

/** The feed of the warehouse comes in the night, row after row. */
const FEED_DAYS = 7;
const FEED_AT_MS = 3 * HOUR_MS;
const FEED_ROW_MS = 40;

/** What the catalogue, the warehouse and the stores report about themselves: about nobody, so without identities. */
export function planWorld(stage: Stage): void {
  const { world } = stage;
  stage.schedule(world.start, () => {
    for (const store of STORES)
      tell(stage, 'catalogue', `store-${store.id}`, 'Store Updated', world.start, storeWire(store));
    for (const product of world.products) {
      tell(
        stage,
        'catalogue',
        `product-${product.id}-0`,
        'Product Updated',
        world.start,
        catalogueWire(product, world.start, world.seed),
      );
      tell(
        stage,
        'catalogue',
        `stock-${product.id}-0`,
        'Stock Changed',
        world.start,
        stockWire(stage, product, world.start),
      );
    }
  });
  stage.schedule(world.start + DAY_MS, () => feedStock(stage, world.start + DAY_MS));
  for (const product of world.products) {
    product.priceSteps.forEach((step, i) => {
      for (const at of [step.from, step.until])
        if (at < world.until)
          plan(stage, at, `product-${product.id}-${i}-${at}`, 'Product Updated', () =>
            catalogueWire(product, at, world.seed),
          );
    });
    for (const outage of product.outages)
      for (const at of [outage.from, outage.until])
        plan(stage, at, `stock-${product.id}-${at}`, 'Stock Changed', () => stockWire(stage, product, at));
    for (const store of STORES) planShelf(stage, product, store);
  }
}

/** Reports what advertising cost yesterday and how often it was shown and clicked, per campaign. */
export function reportAds(stage: Stage, day: number, clicks: ReadonlyMap<string, number>): void {
  const { world } = stage;
  const at = day + DAY_MS;
  for (const campaign of world.ads) {
    if (!isWithin(campaign, day)) continue;
    const channel = channelOf(campaign.channel);
    const count = clicks.get(campaign.id) ?? 0;
    const clickShare = 0.006 + 0.02 * shareOf(world.seed, campaign.id, Math.floor(day / DAY_MS));
    const report = {
      campaign_id: campaign.id,
      channel: campaign.channel,
      day: iso(day).slice(0, 10),
      clicks: count,
      impressions: Math.round(count / clickShare),
      cost: amount(count * channel.costPerClickCents),
      currency: 'EUR',
    };
    tell(stage, 'ads', `ads-${campaign.id}-${day}`, 'Ad Cost Reported', at, report, {
      campaign: { name: campaign.id, medium: channel.medium },
    });
  }
}

/** A product as the catalogue feed has it; its category is the whole path, where events of the shop name department and kind. */
export function catalogueWire(product: Product, time: number, seed: number): JsonObject {
  return {
    product_id: product.id,
    sku: product.sku,
    name: product.name,
    brand: product.brand,
    category: `${product.kind.department} > ${product.kind.name}`,
    description: product.description,
    price: amount(priceAt(product, time)),
    currency: 'EUR',
    variants: product.variants.map((name) => ({ id: `${product.sku} ${name}`, name })),
    cycle_days: product.kind.cycleDays,
    url: `https://${SHOP_HOST}${product.path}`,
    image_url: pictureUri(product, seed),
  };
}

/** A store as the feed has it. */
export function storeWire(store: (typeof STORES)[number]): JsonObject {
  const { id, name, city, country, latitude, longitude, hasStudio } = store;
  return { store_id: id, name, city, country, latitude, longitude, has_studio: hasStudio };
}

/** What is in the warehouse of the web shop, which is no store. */
function stockWire(stage: Stage, product: Product, time: number): JsonObject {
  return {
    product_id: product.id,
    quantity: warehouseStock(stage.world.seed, product, time),
  };
}

/** The warehouse reports what it has of a seventh of its products in the night after a day; the next night of another. */
function feedStock(stage: Stage, day: number): void {
  const { world } = stage;
  const turn = (day / DAY_MS) % FEED_DAYS;
  for (const product of world.products) {
    if (product.index % FEED_DAYS !== turn) continue;
    const at = day + FEED_AT_MS + product.index * FEED_ROW_MS;
    plan(stage, at, `stock-${product.id}-${at}`, 'Stock Changed', () => stockWire(stage, product, at));
  }
  if (day + DAY_MS < world.until) stage.schedule(day + DAY_MS, () => feedStock(stage, day + DAY_MS));
}

function planShelf(stage: Stage, product: Product, store: Store): void {
  const { seed, rounds } = stage.world;
  if (!isInAssortment(seed, product, store.index)) return;
  const outages = storeOutages(seed, product.index, store.index, rounds);
  for (const outage of outages)
    for (const at of [outage.from, outage.until])
      plan(stage, at, `shelf-${product.id}-${store.index}-${at}`, 'Stock Changed', () => ({
        product_id: product.id,
        store_id: store.id,
        quantity: shelfStock(seed, product.index, store.index, outages, at),
      }));
}

function plan(stage: Stage, at: number, id: string, name: string, properties: () => JsonObject): void {
  if (at <= stage.world.start || at >= stage.world.until) return;
  stage.schedule(at, () => tell(stage, 'catalogue', id, name, at, properties()));
}

function tell(
  stage: Stage,
  source: SourceId,
  id: string,
  name: string,
  at: number,
  properties: JsonObject,
  context?: JsonObject,
): void {
  const message = { id, name, time: iso(at), identities: {}, properties };
  stage.emit(source, at, context ? { ...message, context } : message);
}
