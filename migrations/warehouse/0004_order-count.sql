-- What a row changes in the number of orders: 1 where an order was placed, -1 where it was cancelled, and otherwise 0. Sums are
-- right though an order is reported twice, as they are for `revenue`: rows of the name 'Order Restated' correct other rows.
alter table events add column if not exists order_count Int8 default 0 after revenue;
