-- Facts: one row an event. A row is never changed but for `person`, which follows merges in the background.
-- Order: a fragment is what one sender (device, card …) contributed to one person, and never moves between fragments,
-- so it can be the sorting key though people merge and un-merge.
create table if not exists events (
  place UInt64 codec(Delta, ZSTD(1)),
  time DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  received DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  fragment UInt64 codec(ZSTD(1)),
  person UInt64 codec(ZSTD(1)),
  session UInt64 codec(ZSTD(1)),
  id String codec(ZSTD(1)),
  type LowCardinality(String),
  name LowCardinality(String),
  source LowCardinality(String),
  channel LowCardinality(String),
  identities Array(String) codec(ZSTD(1)),
  utm_source LowCardinality(String),
  utm_medium LowCardinality(String),
  utm_campaign LowCardinality(String),
  utm_term LowCardinality(String),
  utm_content LowCardinality(String),
  path String codec(ZSTD(1)),
  referrer_host LowCardinality(String),
  device LowCardinality(String),
  platform LowCardinality(String),
  country LowCardinality(String),
  city LowCardinality(String),
  store LowCardinality(String),
  order_id String codec(ZSTD(1)),
  revenue Decimal(18, 4) codec(ZSTD(1)),
  currency LowCardinality(String),
  product_ids Array(LowCardinality(String)),
  product_categories Array(LowCardinality(String)),
  product_brands Array(LowCardinality(String)),
  product_prices Array(Decimal(18, 4)),
  product_quantities Array(Float64),
  properties JSON(
    max_dynamic_paths = 64,
    product_id String, sku String, name String, category String, brand String, variant String,
    price Float64, quantity Float64, value Float64, query String, list_id String, cart_id String,
    checkout_id String, coupon String, promotion_id String
  ),
  properties_text String codec(ZSTD(1)),
  context_text String codec(ZSTD(1)),
  index place_range place type minmax granularity 1,
  index person_filter person type bloom_filter(0.01) granularity 4
)
engine = MergeTree
partition by toYYYYMM(time)
order by (fragment, time, place)
settings fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1;

-- Who a fragment's rows belong to now, where that is no longer who they were written for.
create table if not exists person_overrides (
  fragment UInt64,
  written_person UInt64,
  person UInt64,
  place UInt64
)
engine = ReplacingMergeTree(place)
order by (fragment, written_person)
settings fsync_after_insert = 1, fsync_part_directory = 1;
