-- Facts: one row an event. A row is never changed but for `person`, which follows merges in the background.
-- Order: a fragment is what one sender (device, card …) contributed to one person, and never moves between fragments,
-- so it can be the sorting key though people merge and un-merge.
-- `properties` follows from `properties_text`; leave it out of inserts. Given explicitly it costs 2 us a row more, and one
-- text that is no JSON to the engine (half a surrogate pair, a number beyond 64 bits) refuses the whole block for ever.
-- The list of products stands in the product_ columns and in the text. Plain strings instead of LowCardinality where there are few
-- rows or little to group: each LowCardinality column adds 0.15 us to an insert and 0.35 us to every merge of a row.
-- A fresh block is one compact part (11 files, not 470), and merges wait for 16 times the size, because a merge costs half
-- as much as an insert: 17 us a row and 12 us a merge, where the same table without these choices took 33 and 16.
-- Granules of 2,048 rows: a timeline reads a quarter of what it would with 8,192, and scans cost the same.
create table if not exists events (
  place UInt64 codec(Delta, ZSTD(1)),
  time DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  received DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  fragment UInt64 codec(ZSTD(1)),
  person UInt64 codec(ZSTD(1)),
  session UInt64 codec(ZSTD(1)),
  id String codec(ZSTD(1)),
  type Enum8('track' = 1, 'identify' = 2, 'page' = 3, 'screen' = 4, 'group' = 5, 'alias' = 6),
  name LowCardinality(String),
  source LowCardinality(String),
  channel Enum8(
    'web' = 1, 'app' = 2, 'store' = 3, 'order' = 4, 'call' = 5, 'catalogue' = 6, 'message' = 7, 'ad' = 8, 'system' = 9
  ),
  identities Array(String) codec(ZSTD(1)),
  utm_source String codec(ZSTD(1)),
  utm_medium String codec(ZSTD(1)),
  utm_campaign String codec(ZSTD(1)),
  utm_term String codec(ZSTD(1)),
  utm_content String codec(ZSTD(1)),
  path String codec(ZSTD(1)),
  referrer_host String codec(ZSTD(1)),
  device String codec(ZSTD(1)),
  platform String codec(ZSTD(1)),
  country String codec(ZSTD(1)),
  city String codec(ZSTD(1)),
  store String codec(ZSTD(1)),
  order_id String codec(ZSTD(1)),
  revenue Decimal(18, 4) codec(ZSTD(1)),
  currency String codec(ZSTD(1)),
  product_ids Array(String) codec(ZSTD(1)),
  product_categories Array(String) codec(ZSTD(1)),
  product_brands Array(String) codec(ZSTD(1)),
  product_prices Array(Decimal(18, 4)),
  product_quantities Array(Float64),
  properties JSON(
    max_dynamic_paths = 64,
    product_id String, sku String, name String, category String, brand String, variant String,
    price Float64, quantity Float64, value Float64, query String, list_id String, cart_id String,
    checkout_id String, coupon String, promotion_id String,
    skip products
  ) default if(JSONType(properties_text) = 'Object', properties_text, '{}'),
  properties_text String codec(ZSTD(1)),
  context_text String codec(ZSTD(1)),
  index place_range place type minmax granularity 1,
  index person_filter person type bloom_filter(0.01) granularity 4
)
engine = MergeTree
partition by toYYYYMM(time)
order by (fragment, time, place)
settings fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1,
  min_bytes_for_wide_part = 268435456, merge_selector_base = 16, index_granularity = 2048;

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
