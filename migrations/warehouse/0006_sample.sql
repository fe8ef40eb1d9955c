-- The events of a sample of people (those with the smallest ids, which are hashes), so that a question asked while somebody types
-- reads a few hundred thousand rows and not all. Order: by person, so that a smaller sample is the beginning of it. It holds what
-- conditions read and nothing else, is kept up by the program, and may be emptied at any time: it is made again.
create table if not exists sampled_events (
  place UInt64 codec(Delta, ZSTD(1)),
  derived UInt32,
  time DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  fragment UInt64 codec(ZSTD(1)),
  person UInt64 codec(ZSTD(1)),
  type Enum8('track' = 1, 'identify' = 2, 'page' = 3, 'screen' = 4, 'group' = 5, 'alias' = 6),
  name LowCardinality(String),
  source LowCardinality(String),
  channel Enum8(
    'web' = 1, 'app' = 2, 'store' = 3, 'order' = 4, 'call' = 5, 'catalogue' = 6, 'message' = 7, 'ad' = 8, 'system' = 9
  ),
  product_ids Array(String) codec(ZSTD(1)),
  product_categories Array(String) codec(ZSTD(1)),
  product_brands Array(String) codec(ZSTD(1)),
  properties JSON(
    max_dynamic_paths = 64,
    product_id String, sku String, name String, category String, brand String, variant String,
    price Float64, quantity Float64, value Float64, query String, list_id String, cart_id String,
    checkout_id String, coupon String, promotion_id String,
    skip products
  ),
  properties_text String codec(ZSTD(1)),
  context_text String codec(ZSTD(1))
)
engine = MergeTree
order by (person, time, place, derived)
settings index_granularity = 2048;

-- Up to which place the sample is complete, and when (ms) that was.
create table if not exists sample_progress (
  place UInt64,
  at UInt64
)
engine = MergeTree
order by place;
