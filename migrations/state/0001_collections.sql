-- A collection of the state is a table of its own, so that vacuum and caching follow its habits.
-- Keys are ordered by their bytes (collate "C"). Fill factor 80 leaves room on the page for the next version of a
-- row, so that most updates touch no index. lz4 compresses a long value at a third of the cost of the default, but
-- not every build of PostgreSQL has it.
create function rapport.add_collection(name text) returns void
language plpgsql as $$
begin
  execute format(
    'create table rapport.%I (
      key text collate "C" primary key,
      value text not null
    ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)',
    name
  );
  begin
    execute format('alter table rapport.%I alter column value set compression lz4', name);
  exception when feature_not_supported or invalid_parameter_value then
    raise notice 'this server compresses without lz4';
  end;
end
$$;

select rapport.add_collection(name)
from unnest(array[
  'meta', 'identities', 'seen', 'people', 'outbox', 'quarantine', 'definitions', 'timers', 'deliveries', 'jobs'
]) as name;
