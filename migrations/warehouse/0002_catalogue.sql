-- Every change of the catalogue: one row an event. `said` names the fields that the event states, because a row has a
-- column for each and most events state few. A change that is sent or replayed again is the same row and replaces itself.
create table if not exists catalogue_changes (
  place UInt64 codec(Delta, ZSTD(1)),
  time DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  received DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  id String codec(ZSTD(1)),
  source LowCardinality(String),
  name LowCardinality(String),
  product String codec(ZSTD(1)),
  store String codec(ZSTD(1)),
  said Array(LowCardinality(String)) codec(ZSTD(1)),
  category String codec(ZSTD(1)),
  brand String codec(ZSTD(1)),
  price Nullable(Decimal(18, 4)) codec(ZSTD(1)),
  list_price Nullable(Decimal(18, 4)) codec(ZSTD(1)),
  currency LowCardinality(String),
  stock Nullable(Float64) codec(ZSTD(1)),
  properties_text String codec(ZSTD(1))
)
engine = ReplacingMergeTree(place)
partition by toYYYYMM(time)
order by (product, store, time, id)
settings fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1;

-- What the catalogue says of each product now, as conditions see it (the columns of CATALOGUE_COLUMNS in core/condition): of each field the latest statement by time, and of
-- statements at one moment the one that was read last. Empty text and null stand for what nobody said.
create view if not exists catalogue as
select
  described.product as product_id,
  described.category as category,
  described.brand as brand,
  cast(if(described.is_removed, null, described.price), 'Nullable(Float64)') as price,
  cast(if(described.is_removed, 0, if(counted.is_said = 1, counted.pieces, null)), 'Nullable(Float64)') as stock,
  described.is_removed as is_removed
from (
  select
    product,
    argMaxIf(tuple(category), (time, place), has(said, 'category')).1 as category,
    argMaxIf(tuple(brand), (time, place), has(said, 'brand')).1 as brand,
    argMaxIf(tuple(price), (time, place), has(said, 'price')).1 as price,
    argMaxIf(name = 'Product Removed', (time, place), has(said, 'removed')) as is_removed
  from catalogue_changes
  where product != ''
  group by product
) as described
left join (
  select
    product,
    sum(greatest(quantity, 0)) as pieces,
    1 as is_said
  from (
    select
      product,
      store,
      ifNull(argMaxIf(tuple(stock), (time, place), has(said, 'stock')).1, 0) as quantity
    from catalogue_changes
    where has(said, 'stock')
    group by product, store
  )
  group by product
) as counted on described.product = counted.product;
