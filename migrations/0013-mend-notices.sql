-- Notices that would have reached nobody go to whoever administers the organisation; a digest whose receiver is gone is given up; an address that the
-- provider vouches for is kept.

-- Who is told: the accounts that are named, and those who hold the role that day, each with their deputies. Those who are deactivated are passed over.
create function receivers_of(receivers jsonb, on_day date) returns table (account_id uuid, stands_in_for uuid) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    with recursive named (id) as (
      select a.id from account a where receivers->'accounts' ? a.id::text
      union
      select m.account_id from assignment m
        where m.role = receivers->>'role' and m.valid @> on_day
          and (m.unit_id = (receivers->>'unit')::uuid or m.organisation_id = (receivers->>'organisation')::uuid)
    ), reached (id, stands_in_for) as (
      select n.id, null::uuid from named n
      union
      select d.account_id, coalesce(r.stands_in_for, r.id) from reached r cross join lateral deputies_of(r.id, on_day) d
    )
    select distinct on (r.id) r.id, nullif(r.stands_in_for, r.id)
      from reached r join account a on a.id = r.id and a.deactivated_at is null
      order by r.id, r.stands_in_for nulls first
  $$;
comment on function receivers_of(jsonb, date) is 'Who is told on a day, of the receivers of an outbox row; and in whose place.';
revoke all on function receivers_of(jsonb, date) from public;

-- The organisation that is to see to it when nobody holds a role that is told; null when accounts are named, or the unit is of no organisation that day.
create function organisation_behind(receivers jsonb, on_day date) returns uuid language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select case when receivers ? 'role' then coalesce((receivers->>'organisation')::uuid, (
      select v.organisation_id from unit_version v where v.unit_id = (receivers->>'unit')::uuid and v.valid @> on_day
    )) end
  $$;
revoke all on function organisation_behind(jsonb, date) from public;

create or replace function deliver_notices(outbox_row uuid, at timestamptz) returns int language plpgsql security definer
  set search_path = public, pg_temp
  as $$
  declare
    told outbox;
    on_day date := (at at time zone 'Europe/Stockholm')::date;
    told_to jsonb;
    receiver record;
    next_number bigint;
    given int := 0;
  begin
    select * into told from outbox where id = outbox_row and handled_at is null for update;
    if not found then return null; end if;
    told_to := told.receivers;
    if told_to ? 'role' and not exists (select from receivers_of(told_to, on_day)) then
      told_to := jsonb_build_object('role', 'system-administrator', 'organisation', organisation_behind(told_to, on_day));
    end if;
    for receiver in select r.account_id as id, r.stands_in_for from receivers_of(told_to, on_day) r order by r.account_id loop
      insert into inbox (account_id, last_number) values (receiver.id, 1)
        on conflict (account_id) do update set last_number = inbox.last_number + 1
        returning last_number into next_number;
      insert into notice (account_id, number, outbox_id, act_id, kind, params, stands_in_for, created_at, delivered_at)
        values (receiver.id, next_number, told.id, told.act_id, told.kind, told.params, receiver.stands_in_for, told.created_at, at);
      given := given + 1;
    end loop;
    update outbox set handled_at = at where id = told.id;
    return given;
  end $$;
comment on function deliver_notices(uuid, timestamptz) is 'Delivers one outbox row: how many got it, or null when it is handled or does not exist. Where nobody holds the role that is told, the system administrators of the organisation are.';

create or replace function take_digest(which uuid, at timestamptz) returns table (email text, counts jsonb) language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    with gone as (
      update digest d set failed_at = at from account a
        where d.id = which and d.handed_over_at is null and d.failed_at is null
          and a.id = d.account_id and (a.deactivated_at is not null or a.email is null)
    ), taken as (
      update digest d set handed_over_at = at from account a
        where d.id = which and d.handed_over_at is null and d.failed_at is null
          and a.id = d.account_id and a.deactivated_at is null and a.email is not null
        returning a.email, d.counts
    )
    select email, counts from taken
  $$;
comment on function take_digest(uuid, timestamptz) is 'Takes a digest to hand it over: its address and counts, once; nothing when it was taken before or is done with. One whose receiver is gone, or has no address any more, is given up.';

create function note_email(of_issuer text, of_subject text, address text) returns void language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    update account set email = address
      where issuer = of_issuer and subject = of_subject and deactivated_at is null
        and case kind when 'individual' then email is distinct from address else email is null end
  $$;
comment on function note_email(text, text, text) is 'Keeps the address that the provider vouches for: always the latest of an individual; of staff only where the administrator wrote none.';
revoke all on function note_email(text, text, text) from public;
grant execute on function note_email(text, text, text) to overens_app;
