-- What becomes of notices that reach nobody, and who stands in for whom. A role is told to those who hold it: whoever stands in for one of them is told
-- too only as far as they hold the same role at the same place. Nobody is told, on behalf of a role or of a colleague, of what they did themselves.

alter table outbox add column given int check (given >= 0);
comment on column outbox.given is 'How many got it when it was handled; 0 is that there was nobody to tell, and somebody has to see to it.';
update outbox o set given = (select count(*) from notice n where n.outbox_id = o.id) where o.handled_at is not null;
create index outbox_untold on outbox (handled_at) where given = 0;
create index digest_given_up on digest (failed_at) where failed_at is not null;
create index notice_of_digest on notice (digest_id) where digest_id is not null;

-- The accounts that a notice is about: the one its params name, and of a look at somebody's data the one who looked.
create function accounts_told_about(of_act uuid, params jsonb) returns uuid[] language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select array_remove(array[
      case when params->>'account' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (params->>'account')::uuid end,
      (select t.account_id from act t where t.id = of_act and t.kind like 'persons.%')
    ], null)
  $$;

-- Does someone hold the role that is told, at the unit or the organisation it is told at, that day?
create function holds_told_role(account uuid, receivers jsonb, on_day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select exists (
      select from assignment m where m.account_id = account and m.role = receivers->>'role' and m.valid @> on_day
        and (m.unit_id = (receivers->>'unit')::uuid or m.organisation_id = (receivers->>'organisation')::uuid)
    )
  $$;

-- Who is told: the accounts that are named, and those who hold the role that day, each with their deputies. Those who are deactivated are passed over,
-- and so are those whom it is about unless they are named.
create function receivers_of(receivers jsonb, about uuid[], on_day date) returns table (account_id uuid, stands_in_for uuid) language sql stable
  security definer set search_path = public, pg_temp
  as $$
    with recursive named (id) as (
      select a.id from account a where receivers->'accounts' ? a.id::text
      union
      select m.account_id from assignment m
        where m.role = receivers->>'role' and m.valid @> on_day and m.account_id <> all (about)
          and (m.unit_id = (receivers->>'unit')::uuid or m.organisation_id = (receivers->>'organisation')::uuid)
    ), reached (id, stands_in_for) as (
      select n.id, null::uuid from named n
      union
      select d.account_id, coalesce(r.stands_in_for, r.id) from reached r cross join lateral deputies_of(r.id, on_day) d
        where d.account_id <> all (about) and (not receivers ? 'role' or holds_told_role(d.account_id, receivers, on_day))
    )
    select distinct on (r.id) r.id, nullif(r.stands_in_for, r.id)
      from reached r join account a on a.id = r.id and a.deactivated_at is null
      order by r.id, r.stands_in_for nulls first
  $$;
comment on function receivers_of(jsonb, uuid[], date) is 'Who is told on a day, of the receivers of an outbox row that is about some accounts; and in whose place.';

create or replace function deliver_notices(outbox_row uuid, at timestamptz) returns int language plpgsql security definer
  set search_path = public, pg_temp
  as $$
  declare
    told outbox;
    on_day date := (at at time zone 'Europe/Stockholm')::date;
    told_to jsonb;
    about uuid[];
    receiver record;
    next_number bigint;
    reached int := 0;
  begin
    select * into told from outbox where id = outbox_row and handled_at is null for update;
    if not found then return null; end if;
    told_to := told.receivers;
    about := accounts_told_about(told.act_id, told.params);
    if told_to ? 'role' and not exists (select from receivers_of(told_to, about, on_day)) then
      told_to := jsonb_build_object('role', 'system-administrator', 'organisation', organisation_behind(told_to, on_day));
    end if;
    for receiver in select r.account_id as id, r.stands_in_for from receivers_of(told_to, about, on_day) r order by r.account_id loop
      insert into inbox (account_id, last_number) values (receiver.id, 1)
        on conflict (account_id) do update set last_number = inbox.last_number + 1
        returning last_number into next_number;
      insert into notice (account_id, number, outbox_id, act_id, kind, params, stands_in_for, created_at, delivered_at)
        values (receiver.id, next_number, told.id, told.act_id, told.kind, told.params, receiver.stands_in_for, told.created_at, at);
      reached := reached + 1;
    end loop;
    update outbox set handled_at = at, given = reached where id = told.id;
    return reached;
  end $$;
drop function receivers_of(jsonb, date);

-- The organisation that is to see to a notice that reaches nobody: the one it was told at, or that of who was to have it, or that of who told it.
create function organisation_told(of_act uuid, receivers jsonb, on_day date) returns uuid language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select coalesce(
      organisation_behind(receivers, on_day),
      (select a.organisation_id from jsonb_array_elements_text(receivers->'accounts') named join account a on a.id = named::uuid
        where a.organisation_id is not null order by a.id limit 1),
      (select m.organisation_id from act t join assignment m on m.id = t.assignment_id where t.id = of_act)
    )
  $$;

-- What did not reach anybody, for those who administer the organisation or its county. Why in a code, and nothing of what it says or to whom.
create function undelivered() returns table (
  id uuid, what text, kind text, organisation_id uuid, since timestamptz, failed_at timestamptz, attempts int, reason text
) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    with failing as (
      select o.id, 'notice' as what, o.kind, organisation_told(o.act_id, o.receivers, (o.handled_at at time zone 'Europe/Stockholm')::date) as organisation_id,
        o.created_at as since, o.handled_at as failed_at, 1 as attempts, 'nobody-to-tell' as reason
      from outbox o where o.given = 0
      union all
      select o.id, 'notice', o.kind, organisation_told(o.act_id, o.receivers, (o.created_at at time zone 'Europe/Stockholm')::date),
        o.created_at, j.completed_on, j.retry_count + 1, coalesce(j.output->>'code', 'unknown')
      from job.job j join outbox o on o.id = j.id where j.name = 'deliver-notice' and j.state = 'failed' and o.handled_at is null
      union all
      select d.id, 'digest', null, a.organisation_id, d.prepared_at, d.failed_at, (
          select j.source_retry_count + 1 from job.job j where j.name = 'send-digest-dead' and j.source_id = d.id order by j.created_on desc limit 1
        ), case when a.deactivated_at is not null then 'receiver-gone' when a.email is null then 'no-address' else 'mail-refused' end
      from digest d join account a on a.id = d.account_id
      where d.failed_at is not null and exists (select from notice n where n.digest_id = d.id and n.read_at is null)
    )
    select f.id, f.what, f.kind, f.organisation_id, f.since, f.failed_at, f.attempts, f.reason
    from failing f join organisation o on o.id = f.organisation_id cross join acting() who
    where (who.role = 'system-administrator' and who.organisation_id = o.id) or (who.role = 'county-administrator' and who.county_code = o.county_code)
  $$;
comment on function undelivered() is 'Notices and reminders that reached nobody, of the organisation, or the county, that who acts administers. Without content and receivers.';

-- Lets it wait for delivery again, its jobs forgotten; null when it is not undelivered, or not theirs to see to.
create function deliver_again(which uuid) returns table (what text, kind text, reason text) language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
  declare
    failing record;
  begin
    perform from outbox o where o.id = which for update;
    perform from digest d where d.id = which for update;
    select u.what, u.kind, u.reason into failing from undelivered() u where u.id = which;
    if not found then return; end if;
    update outbox o set handled_at = null, given = null where o.id = which and o.given = 0;
    update digest d set failed_at = null, handed_over_at = null where d.id = which and d.failed_at is not null;
    delete from job.job j where (j.name in ('deliver-notice', 'send-digest') and j.id = which and j.state in ('completed', 'cancelled', 'failed'))
      or (j.name in ('deliver-notice-dead', 'send-digest-dead') and j.source_id = which);
    return query select failing.what, failing.kind, failing.reason;
  end $$;
comment on function deliver_again(uuid) is 'Lets what reached nobody wait for delivery again: what it was, or nothing when it is not theirs to see to.';

revoke all on function accounts_told_about(uuid, jsonb), holds_told_role(uuid, jsonb, date), receivers_of(jsonb, uuid[], date),
  organisation_told(uuid, jsonb, date), undelivered(), deliver_again(uuid) from public;
grant execute on function undelivered(), deliver_again(uuid) to overens_app;

-- Does the person that a look was at work in the unit of the one who looked, that day? The numbers of staff are not known, so the name has to tell.
create function audit_names_in_unit(persons uuid[], units uuid[], moments timestamptz[]) returns table (nth bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with looks as materialized (
      select l.nth, l.person, l.unit, (l.moment at time zone 'Europe/Stockholm')::date as day
      from unnest(persons, units, moments) with ordinality as l (person, unit, moment, nth)
    ), names as materialized (
      select distinct d.unit, d.day, lower(a.name) as name
      from (select distinct unit, day from looks where unit is not null) d
      cross join lateral unnest(merged_units(d.unit, d.day)) as part (id)
      join assignment m on m.unit_id = part.id and m.valid @> d.day
      join account a on a.id = m.account_id
    ), known as materialized (
      select p.id, lower(p.name) as name from person p
      where p.organisation_id = acting_reviewed_organisation() and p.id in (select person from looks)
    )
    select l.nth from looks l join known k on k.id = l.person join names n on n.unit = l.unit and n.day = l.day and n.name = k.name
  $$;
comment on function audit_names_in_unit(uuid[], uuid[], timestamptz[]) is 'Of looks at persons in records of the reviewed huvudman: which are at somebody whose very name somebody in the unit that looked had that day.';
revoke all on function audit_names_in_unit(uuid[], uuid[], timestamptz[]) from public;
grant execute on function audit_names_in_unit(uuid[], uuid[], timestamptz[]) to overens_app;
