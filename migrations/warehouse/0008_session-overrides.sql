-- Sessions that a late event joined to an earlier one of the same sender: their rows belong to that one. Written into the rows in
-- the background, and then forgotten.
create table if not exists session_overrides (
  fragment UInt64,
  session UInt64,
  into_session UInt64,
  place UInt64
)
engine = ReplacingMergeTree(place)
order by (fragment, session)
settings fsync_after_insert = 1, fsync_part_directory = 1;
