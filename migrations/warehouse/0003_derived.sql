-- What follows from an event within the program (somebody enters an audience) is a row with the place of its cause and a
-- number above 0, so that place and number together are unique.
alter table events add column if not exists derived UInt32 default 0 after place;
