-- Who acts is asked many times in every statement about a person, and each time cost more than the answer. The same functions with the same answers, now
-- bound when they are made: what they name is found then, so they need no search path, which took longer to set and take back than many of them took
-- to run; and what is no wall by itself is worked into whoever calls it. Last, the record of one person, for which who acts is asked once.

create or replace function acting_now() returns timestamptz language sql stable
  return coalesce(nullif(current_setting('overens.now', true), '')::timestamptz, now());

create or replace function acting_today() returns date language sql stable
  return (coalesce(nullif(current_setting('overens.now', true), '')::timestamptz, now()) at time zone 'Europe/Stockholm')::date;

-- Not a wall: it sees what its caller sees. The functions below run as the owner, which row-level security would otherwise shut out of accounts and
-- sessions, and take this into themselves.
create function acting_row() returns table (
  account_id uuid, kind text, number_hash bytea, assignment_id uuid, role text, organisation_id uuid, unit_id uuid, county_code text, body text
) language sql stable begin atomic
  select a.id, a.kind, a.number_hash, m.id, m.role, m.organisation_id, m.unit_id, m.county_code, m.body
  from session s
  join account a on a.id = s.account_id and a.deactivated_at is null
  left join assignment m on m.id = s.assignment_id and m.account_id = a.id and m.valid @> acting_today()
  where s.token_hash = sha256(decode(nullif(current_setting('overens.session', true), ''), 'hex'))
    and s.ended_at is null and s.expires_at > acting_now();
end;
comment on function acting_row() is 'What acting() answers, for functions that run as the owner.';

create or replace function acting() returns table (
  account_id uuid, kind text, number_hash bytea, assignment_id uuid, role text, organisation_id uuid, unit_id uuid, county_code text, body text
) language sql stable security definer begin atomic select * from acting_row(); end;

create or replace function acting_unit() returns uuid language sql stable security definer begin atomic select unit_id from acting_row(); end;
create or replace function acting_organisation() returns uuid language sql stable security definer begin atomic select organisation_id from acting_row(); end;
create or replace function acting_role() returns text language sql stable security definer begin atomic select role from acting_row(); end;
create or replace function acting_account() returns uuid language sql stable security definer begin atomic select account_id from acting_row(); end;
create or replace function acting_number_hash() returns bytea language sql stable security definer begin atomic select number_hash from acting_row(); end;
create or replace function acting_county() returns text language sql stable security definer begin atomic select county_code from acting_row(); end;
create or replace function acting_reviewed_organisation() returns uuid language sql stable security definer begin atomic
  select organisation_id from acting_row() where role = 'log-reviewer';
end;

create or replace function merged_units(asked uuid, day date) returns uuid[] language sql stable begin atomic
  with recursive merged (id) as (
    select asked where asked is not null
    union
    select s.from_id from merged m join succession s on s.to_id = m.id and s.of = 'unit' and s.how = 'merge' and s.on_date <= day
  )
  select coalesce(array_agg(id), '{}') from merged;
end;

create or replace function unit_merged_into(asked uuid, day date) returns uuid language sql stable begin atomic
  with recursive onwards (id) as (
    select s.to_id from succession s where s.from_id = asked and s.of = 'unit' and s.how = 'merge' and s.on_date <= day
    union
    select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'unit' and s.how = 'merge' and s.on_date <= day
  )
  select o.id from onwards o
  where not exists (select from succession s where s.from_id = o.id and s.of = 'unit' and s.how = 'merge' and s.on_date <= day) limit 1;
end;

create or replace function acting_case_unit() returns uuid language sql stable security definer begin atomic
  select unit_id from acting_row() where role in ('municipal-case-worker', 'regional-clinician', 'coordinator');
end;

-- Most units come out of no other: then the unit itself is the answer, and the search for those before it is not begun.
create or replace function acting_case_units() returns uuid[] language sql stable security definer begin atomic
  select coalesce((
    select case when exists (select from succession s where s.to_id = a.unit_id and s.of = 'unit') then merged_units(a.unit_id, acting_today())
      else array[a.unit_id] end
    from acting_row() a where a.unit_id is not null and a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
  ), '{}');
end;

create or replace function acting_case_organisation() returns uuid language sql stable security definer begin atomic
  select organisation_id from acting_row() where unit_id is not null and role in ('municipal-case-worker', 'regional-clinician', 'coordinator');
end;

create or replace function acting_own_persons() returns setof uuid language sql stable security definer begin atomic
  select p.id from person p join acting_row() a on a.kind = 'individual' and p.number_hash = a.number_hash;
end;

create or replace function acting_protected_access() returns setof uuid language sql stable security definer begin atomic
  select g.organisation_id from protected_access g join acting_row() a on a.account_id = g.account_id and a.organisation_id = g.organisation_id
  where g.valid @> acting_today();
end;

create or replace function acting_emergency_persons() returns setof uuid language sql stable security definer begin atomic
  select e.person_id from emergency_opening e
  join acting_row() a on a.account_id = e.account_id and a.unit_id = e.unit_id and a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
  join person p on p.id = e.person_id and p.blocked_since is null
  where e.opened_at <= acting_now() and e.until > acting_now();
end;

create or replace function open_sessions(hashes bytea[], at timestamptz, on_day date)
  returns table (token_hash bytea, id uuid, account_id uuid, account_kind text, account_name text, assurance text, authenticated_at timestamptz,
    created_at timestamptz, last_seen_at timestamptz, assignment_id uuid, role text, organisation_id uuid, unit_id uuid, county_code text, body text)
  language sql stable security definer begin atomic
    select s.token_hash, s.id, s.account_id, a.kind, a.name, s.assurance, s.authenticated_at, s.created_at, s.last_seen_at,
      m.id, m.role, m.organisation_id, m.unit_id, m.county_code, m.body
    from session s
    join account a on a.id = s.account_id and a.deactivated_at is null
    left join assignment m on m.id = s.assignment_id and m.account_id = a.id and m.valid @> on_day
    where s.token_hash = any (hashes) and s.ended_at is null and s.expires_at > at;
  end;

-- The policies of person, person_place, case_contact, person_share and emergency_opening in one question, in the same words and the same order. It stands
-- beside them and opens nothing that they do not: tests ask both, as each of many who act, about each of many persons.
create function acting_record(person uuid) returns table (
  id uuid, owner uuid, owner_name text, name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, blocked boolean,
  own boolean, authorised boolean, merged uuid[], address_cipher bytea, whereabouts_cipher bytea, contacts json, shares json, openings json
) language sql stable security definer begin atomic
  select r.id, r.organisation_id, coalesce(o.name, ''), r.name, r.number_kind, r.number_cipher, r.protected_identity, r.interpreter_language,
    r.blocked_since is not null, r.own, r.authorised, r.units, l.address_cipher, l.whereabouts_cipher,
    coalesce((
      select json_agg(json_build_object('id', c.id, 'unit', c.unit_id, 'unit_name', coalesce(u.name, ''), 'merged_into', n.name,
        'ended', n.name is null and not coalesce(u.valid @> r.today, false), 'case_number', c.case_number,
        'from', lower(c.valid), 'until', upper(c.valid)) order by lower(c.valid), c.case_number)
      from case_contact c
      left join lateral (
        select v.name, v.valid from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= r.today order by lower(v.valid) desc limit 1
      ) u on true
      left join lateral (
        select v.name from unit_version v where v.unit_id = (select unit_merged_into(c.unit_id, r.today)) and v.valid @> r.today
          and exists (select from succession s where s.from_id = c.unit_id)
      ) n on true
      where c.person_id = r.id and (c.unit_id = any (r.units) or r.own)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', s.id, 'unit', s.unit_id, 'from', lower(s.valid), 'until', upper(s.valid)))
      from person_share s where s.person_id = r.id and (s.unit_id = r.case_unit or r.own)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('account', e.account_id, 'unit', e.unit_id, 'from', e.opened_at, 'until', e.until))
      from emergency_opening e where e.person_id = r.id and ((e.account_id = r.account and e.unit_id = r.case_unit) or r.own)
    ), '[]')
  from (
    select p.id, p.organisation_id, p.name, p.number_kind, p.number_cipher, p.protected_identity, p.interpreter_language, p.blocked_since,
      me.account, me.case_unit, me.units, me.today,
      coalesce(me.kind = 'individual' and p.number_hash = me.number_hash, false) as own,
      exists (
        select from protected_access g where g.account_id = me.account and g.organisation_id = me.organisation and g.valid @> me.today
          and g.organisation_id = p.organisation_id
      ) as authorised
    from (
      select a.account_id as account, a.kind, a.number_hash, a.organisation_id as organisation, work.unit as case_unit,
        case when work.unit is null then '{}'
          when exists (select from succession s where s.to_id = work.unit and s.of = 'unit') then merged_units(work.unit, acting_today())
          else array[work.unit] end as units,
        acting_today() as today, acting_now() as now
      from acting_row() a
      cross join lateral (select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then a.unit_id end as unit) work
      -- So that it is worked out once, not wherever it is named.
      offset 0
    ) me
    join person p on p.id = acting_record.person
    where (p.organisation_id = me.organisation
        and exists (select from case_contact c where c.person_id = p.id and c.unit_id = any (me.units) and c.valid @> me.today))
      or exists (select from person_share s where s.person_id = p.id and s.unit_id = me.case_unit and s.valid @> me.now)
      or (p.blocked_since is null and exists (
        select from emergency_opening e where e.person_id = p.id and e.account_id = me.account and e.unit_id = me.case_unit
          and e.opened_at <= me.now and e.until > me.now
      ))
      or (me.kind = 'individual' and p.number_hash = me.number_hash)
    offset 0
  ) r
  left join organisation_version o on o.organisation_id = r.organisation_id and o.valid @> r.today
  left join person_place l on l.person_id = r.id and (r.protected_identity is null or r.authorised or r.own);
end;
comment on function acting_record(uuid) is 'The record of a person as far as who acts may see it: one row, or none. Contacts, shares and openings are those of their own unit; where the person lives is null unless it is for them to see.';

revoke all on function acting_row(), acting_record(uuid) from public;
grant execute on function acting_record(uuid) to overens_app;
