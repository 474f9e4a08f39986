-- An organisation becomes several from a day: its accounts go on in one of them each. And the reviewer of an organisation reads the log of those that have
-- gone up into it.

-- Whose an account is ------------------------------------------------------------------------------------------------------------------------------

create table account_move (
  account_id uuid not null references account,
  from_date date not null,
  organisation_id uuid not null references organisation,
  primary key (account_id, from_date)
);
comment on table account_move is 'From which day the account of a member of staff is another organisation''s, because its own was divided. A merger needs none: it takes all.';
create index account_move_to on account_move (organisation_id, account_id);

create function organisation_of_account(account uuid, day date) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    with recursive onwards (id) as (
      select coalesce(
        (select m.organisation_id from account_move m where m.account_id = a.id and m.from_date <= day order by m.from_date desc limit 1),
        a.organisation_id
      ) from account a where a.id = organisation_of_account.account
      union
      select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'organisation' and s.how = 'merge' and s.on_date <= day
    )
    select o.id from onwards o
    where not exists (select from succession s where s.from_id = o.id and s.of = 'organisation' and s.how = 'merge' and s.on_date <= day)
    limit 1
  $$;
comment on function organisation_of_account(uuid, date) is 'The organisation that an account of staff is of on a day, through divisions and mergers.';

create function accounts_of_organisation(asked uuid, day date) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    with whole as (select merged_organisations(asked, day) as ids)
    select a.id from account a, whole
    where a.organisation_id = any (whole.ids) and not exists (select from account_move m where m.account_id = a.id and m.from_date <= day)
    union
    select m.account_id from account_move m, whole
    where m.organisation_id = any (whole.ids) and m.from_date <= day
      and not exists (select from account_move n where n.account_id = m.account_id and n.from_date > m.from_date and n.from_date <= day)
  $$;
comment on function accounts_of_organisation(uuid, date) is 'The accounts of an organisation on a day: its own, those of what has gone up into it, and those that came to it when another was divided.';

alter table account_move enable row level security;
alter table account_move force row level security;
do $$ begin execute format('create policy account_move_owner on account_move to %I using (true) with check (true)', current_user); end $$;
create policy account_move_write on account_move for insert to overens_app with check (
  (select acting_role()) = 'county-administrator'
  and exists (select from organisation o where o.id = account_move.organisation_id and o.county_code = (select acting_county()))
  and exists (
    select from succession s where s.of = 'organisation' and s.how = 'split' and s.on_date = account_move.from_date
      and s.to_id = account_move.organisation_id and s.from_id = organisation_of_account(account_move.account_id, account_move.from_date - 1)
  )
);
grant insert on account_move to overens_app;

create or replace function administers_account(account uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from account a join organisation o on o.id = organisation_of_account(a.id, acting_today()) cross join acting() me
      where a.id = administers_account.account and a.kind = 'staff' and (
        (me.role = 'system-administrator' and o.id = me.organisation_id)
        or (me.role = 'county-administrator' and o.county_code = me.county_code and o.kind in ('private-provider', 'user-organisation'))
      )
    )
  $$;

create or replace function may_assign(given text, organisation uuid, unit uuid, body text, account uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from role_place r
      join organisation o on o.id = may_assign.organisation and o.kind = any (r.organisation_kinds)
      join account a on a.id = may_assign.account and a.kind = 'staff' and a.deactivated_at is null
        and organisation_of_account(a.id, acting_today()) = o.id
      cross join acting() me
      where r.role = given and o.county_code = me.county_code and a.id <> me.account_id
        and (r.within = 'unit') = (may_assign.unit is not null) and (r.within = 'body') = (may_assign.body is not null)
        and case
          when r.within = 'body' then me.role = 'county-administrator'
          else (me.role = 'system-administrator' and o.id = me.organisation_id)
            or (me.role = 'county-administrator' and o.kind in ('private-provider', 'user-organisation'))
        end
    )
  $$;

-- An assignment in a unit follows the unit; others follow the account.
create or replace function is_carried(given text, organisation uuid, unit uuid, body text, account uuid, days daterange) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from assignment m join succession s on s.on_date = lower(days) and (
        (s.how = 'merge' and s.of = 'unit' and s.from_id = m.unit_id and s.to_id = is_carried.unit and m.organisation_id = is_carried.organisation)
        or (s.of = 'organisation' and s.from_id = m.organisation_id and s.to_id = is_carried.organisation and m.unit_id is not distinct from is_carried.unit
          and (s.how = 'merge' or case
            when m.unit_id is null then organisation_of_account(m.account_id, s.on_date) = s.to_id
            else exists (select from unit_version v where v.unit_id = m.unit_id and v.organisation_id = s.to_id and v.valid @> s.on_date)
          end))
      )
      where m.account_id = is_carried.account and m.role = given and m.body is not distinct from is_carried.body and m.valid @> lower(days) - 1
    )
  $$;
comment on function is_carried(text, uuid, uuid, text, uuid, daterange) is 'Is this the assignment that somebody has, going on in what its unit or organisation goes up into, or is divided into, that day?';

alter policy login_failure_read on login_failure using (
  ((select acting_role()) = 'log-reviewer' and account_id is null)
  or ((select acting_role()) in ('system-administrator', 'log-reviewer')
    and account_id in (select accounts_of_organisation((select acting_organisation()), (select acting_today()))))
);
alter policy account_deactivate on account using (
  kind = 'staff' and county_code = (select acting_county()) and id <> (select acting_account())
  and ((select acting_role()) = 'county-administrator'
    or ((select acting_role()) = 'system-administrator'
      and id in (select accounts_of_organisation((select acting_organisation()), (select acting_today())))))
);
drop function organisation_now(uuid);

-- The log of what has gone up into another ---------------------------------------------------------------------------------------------------------

create function acting_reviewed_organisations() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  as $$ select merged_organisations(acting_reviewed_organisation(), acting_today()) $$;
comment on function acting_reviewed_organisations() is 'The huvudman whose log who acts goes through, and those that have gone up into it by today; empty for everyone who is no log reviewer. What was divided is of none of its parts.';

create or replace function is_reviewed_person(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from person p where p.id = is_reviewed_person.person and p.organisation_id = any (acting_reviewed_organisations())) $$;
comment on function is_reviewed_person(uuid) is 'Is this a record of the huvudman whose log who acts goes through, or of one that has gone up into it?';

alter policy audit_event_review on audit_event using (
  organisation_id = any ((select acting_reviewed_organisations())::uuid[])
  or owner_organisation_id = any ((select acting_reviewed_organisations())::uuid[])
  or (owner_organisation_id is null and person_id is not null and (select acting_reviewed_organisation()) is not null and is_reviewed_person(person_id))
);
create or replace function audit_person_facts(persons uuid[]) returns table (person_id uuid, name text, protected boolean, case_numbers text[], staff text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with reviewed as materialized (select acting_reviewed_organisations() as ids),
      staff as materialized (
        select a.number_hash, lower(a.name) as name from account a
        where a.kind = 'staff' and a.id in (select accounts_of_organisation(acting_reviewed_organisation(), acting_today()))
      )
    select p.id, p.name, p.protected_identity is not null,
      array(select c.case_number from case_contact c where c.person_id = p.id and c.organisation_id = p.organisation_id order by c.case_number),
      case
        when exists (select from staff a where a.number_hash = p.number_hash) then 'yes'
        when exists (select from staff a where a.name = lower(p.name)) then 'same-name'
        when p.number_hash is not null and not exists (select from staff a where a.number_hash is null) then 'no'
        else 'unknown'
      end
    from person p, reviewed where p.id = any (persons) and p.organisation_id = any (reviewed.ids)
  $$;

create or replace function audit_persons_by_number(hash bytea) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    with reviewed as materialized (select acting_reviewed_organisations() as ids)
    select p.id from person p, reviewed
    where p.number_hash = hash and (
      p.organisation_id = any (reviewed.ids)
      or exists (select from audit_event e where e.person_id = p.id and e.organisation_id = any (reviewed.ids))
    )
  $$;

create or replace function audit_persons_by_case_number(number text) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select c.person_id from case_contact c where c.case_number = number and c.organisation_id = any (acting_reviewed_organisations()) $$;

create or replace function audit_had_relation(persons uuid[], units uuid[], accounts uuid[], moments timestamptz[]) returns table (nth bigint, related boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with reviewed as materialized (select acting_reviewed_organisations() as ids)
    select l.nth, case
      when l.person is null or l.unit is null then null
      when exists (
        select from case_contact c where c.person_id = l.person and c.unit_id = any (merged_units(l.unit, l.on_day))
          and (c.valid @> l.on_day or upper(c.valid) = l.on_day)
      ) then true
      when exists (select from person_share s where s.person_id = l.person and s.unit_id = l.unit and s.valid @> l.moment) then true
      when exists (
        select from emergency_opening e where e.person_id = l.person and e.unit_id = l.unit and e.account_id = l.account
          and l.moment >= e.opened_at and l.moment < e.until
      ) then true
      when exists (select from case_contact c where c.person_id = l.person and c.unit_id = any (merged_units(l.unit, l.on_day)) and isempty(c.valid)) then null
      else false
    end
    from (
      select a.nth, a.person, a.unit, a.account, a.moment, (a.moment at time zone 'Europe/Stockholm')::date as on_day
      from unnest(persons, units, accounts, moments) with ordinality as a (person, unit, account, moment, nth), reviewed
      where exists (
        select from audit_event e where e.at = a.moment and e.person_id = a.person and e.account_id = a.account
          and (e.organisation_id = any (reviewed.ids) or e.owner_organisation_id = any (reviewed.ids) or is_reviewed_person(a.person))
      )
    ) l
  $$;

create or replace function audit_names_in_unit(persons uuid[], units uuid[], moments timestamptz[]) returns table (nth bigint)
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
    ), reviewed as materialized (select acting_reviewed_organisations() as ids),
    known as materialized (
      select p.id, lower(p.name) as name from person p, reviewed
      where p.organisation_id = any (reviewed.ids) and p.id in (select person from looks)
    )
    select l.nth from looks l join known k on k.id = l.person join names n on n.unit = l.unit and n.day = l.day and n.name = k.name
  $$;

do $$
declare
  name text;
begin
  foreach name in array array['organisation_of_account(uuid, date)', 'accounts_of_organisation(uuid, date)', 'acting_reviewed_organisations()'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
end $$;
