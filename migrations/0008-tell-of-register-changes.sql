-- Public answers are kept under the revision of loaded data. The register of organisations is public too: a change of it raises the same number, so
-- that the next request, in whichever process, sees it. The app may not touch the number itself; it may only change the register.

create function register_changed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
    begin
      update catalogue set revision = revision + 1;
      return null;
    end
  $$;
comment on function register_changed() is 'Raises the revision that public answers are kept under: something in the public register is different.';
revoke all on function register_changed() from public;

create trigger organisation_changed after insert or update on organisation for each row execute function register_changed();
create trigger organisation_version_changed after insert or update on organisation_version for each row execute function register_changed();
create trigger unit_changed after insert or update on unit for each row execute function register_changed();
create trigger unit_version_changed after insert or update on unit_version for each row execute function register_changed();
create trigger succession_changed after insert or update on succession for each row execute function register_changed();
create trigger seat_changed after insert or update on seat for each row execute function register_changed();

-- A history of a unit without gaps is also the database's concern: what was decided is not decided twice.
create unique index unit_version_begins on unit_version (unit_id, lower(valid));
create unique index organisation_version_begins on organisation_version (organisation_id, lower(valid));

-- Which units this one is on a day: itself, its successors when it ended before, those it came out of when it began after.
create function unit_on(asked uuid, day date) returns setof uuid language sql stable
  set search_path = public, pg_temp
  as $$
    with recursive back (id) as (
      select asked
      union
      select s.from_id from back b join succession s on s.to_id = b.id and s.of = 'unit' and s.on_date > day
    ), origins as (
      select id from back b where not exists (select from succession s where s.to_id = b.id and s.of = 'unit' and s.on_date > day)
    ), onwards (id) as (
      select id from origins
      union
      select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'unit' and s.on_date <= day
    )
    select id from onwards o where not exists (select from succession s where s.from_id = o.id and s.of = 'unit' and s.on_date <= day)
  $$;
comment on function unit_on(uuid, date) is 'Which units a unit of any time is on a day, through merges and splits. References to units follow by it.';
grant execute on function unit_on(uuid, date) to overens_app;
