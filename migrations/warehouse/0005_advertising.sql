-- What advertising cost and brought, as numbers under plain names: taken from `properties` when a query asks for them, so rows of
-- other events pay nothing for them. Numbers that came as text count too; what is no number counts as 0.
alter table events add column if not exists cost Float64 alias
  coalesce(properties.cost.:Float64, toFloat64(properties.cost.:Int64), toFloat64OrNull(properties.cost.:String), 0);
alter table events add column if not exists impressions Float64 alias
  coalesce(properties.impressions.:Float64, toFloat64(properties.impressions.:Int64), toFloat64OrNull(properties.impressions.:String), 0);
alter table events add column if not exists clicks Float64 alias
  coalesce(properties.clicks.:Float64, toFloat64(properties.clicks.:Int64), toFloat64OrNull(properties.clicks.:String), 0);
