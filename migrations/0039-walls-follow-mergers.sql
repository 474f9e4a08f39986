-- The walls around plans follow those that end: a plan is of the huvudman that its record is of today, a unit takes part for the huvudman that its own has gone
-- up into or been divided into, and what somebody has shut to a huvudman or a unit is shut to all that has come out of it. What was opened is never wider than
-- it was said. And a decision to disclose can be ended before its time.

-- A decision that is ended early -----------------------------------------------------------------------------------------------------------------------

create table disclosure_ending (
  decision_id uuid primary key references disclosure_decision,
  ended_at timestamptz not null,
  ended_by uuid not null references account,
  organisation_id uuid not null references organisation,
  reason_cipher bytea,
  at timestamptz not null,
  constraint disclosure_not_ended_later check (ended_at <= at)
);
comment on table disclosure_ending is 'A decision to disclose holds no more from the moment that this is written down. What was told before stays told.';
comment on column disclosure_ending.organisation_id is 'The huvudman that ended it: the one whose record it is about, by those who lead the plan or by the one who goes through its log.';
comment on column disclosure_ending.reason_cipher is 'Why, in words. Bound to disclosure.ending:<decision_id>.';
alter table disclosure_ending enable row level security;
alter table disclosure_ending force row level security;
do $$ begin execute format('create policy disclosure_ending_owner on disclosure_ending to %I using (true) with check (true)', current_user); end $$;
grant select, insert on disclosure_ending to overens_app;

-- Who somebody was, and whose a unit's part in something is ------------------------------------------------------------------------------------------------

create function came_out_of(asked uuid, day date) returns setof uuid language sql stable security definer begin atomic
  with recursive back (id) as (
    select asked where asked is not null
    union
    select s.from_id from back b join succession s on s.to_id = b.id and s.on_date <= day
  )
  select id from back;
end;
comment on function came_out_of(uuid, date) is 'An organisation or unit, and all that it has come out of by a day: what has gone up into it, and what it is a part of.';

create function unit_owner_on(unit uuid, origin uuid, day date) returns uuid language sql stable security definer begin atomic
  with recursive onwards (id) as (
    select unit_owner_on.origin
    union
    select s.to_id from onwards o
    join succession s on s.from_id = o.id and s.of = 'organisation' and s.on_date <= unit_owner_on.day
    where exists (
      select from unit_version v
      where v.unit_id = coalesce(unit_merged_into(unit_owner_on.unit, s.on_date - 1), unit_owner_on.unit) and v.valid @> (s.on_date - 1) and v.organisation_id = s.from_id
    ) and exists (
      select from unit_version v
      where v.unit_id = coalesce(unit_merged_into(unit_owner_on.unit, s.on_date), unit_owner_on.unit) and v.valid @> s.on_date and v.organisation_id = s.to_id
    )
  )
  select o.id from onwards o
  where not exists (select from succession s where s.from_id = o.id and s.of = 'organisation' and s.on_date <= unit_owner_on.day)
  limit 1;
end;
comment on function unit_owner_on(uuid, uuid, date) is 'The huvudman for which a unit goes on, on a day, with what it did for one: through mergers and divisions that took the unit along, and never because the unit was handed over to another. Null when it went on for none.';

create function unit_owner_now(unit uuid, origin uuid, gone uuid[]) returns uuid language sql stable
  return case when origin = any (gone) then unit_owner_on(unit, origin, acting_today()) else origin end;
comment on function unit_owner_now(uuid, uuid, uuid[]) is 'The huvudman for which a unit goes on today with what it did for one. gone: gone_organisations() of today, asked once for all rows.';

create function acting_party_plans() returns setof uuid language sql stable security definer begin atomic
  select t.plan_id
  from acting_row() a
  cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
  join plan_party t on t.unit_id = any (w.units)
  where a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id;
end;
comment on function acting_party_plans() is 'The plans that the units of who acts take part in, for their own huvudman.';

revoke all on function came_out_of(uuid, date), unit_owner_on(uuid, uuid, date), unit_owner_now(uuid, uuid, uuid[]), acting_party_plans() from public;
grant execute on function came_out_of(uuid, date), unit_owner_on(uuid, uuid, date), unit_owner_now(uuid, uuid, uuid[]), acting_party_plans() to overens_app;

-- The walls ------------------------------------------------------------------------------------------------------------------------------------------------

create or replace function acting_plan_grounds(of_plan uuid) returns table (data_kind text, ground text, ground_id uuid) language sql stable security definer begin atomic
  select k.data_kind, g.ground, g.ground_id
  from (
    select p.id, a.organisation_id as mine, a.unit_id as unit,
      exists (
        select from plan_party t join case_contact c on c.person_id = p.person_id and c.unit_id = t.unit_id
        where t.plan_id = p.id and t.unit_id = any (w.units) and c.valid @> acting_today()
          and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
      ) as own,
      a.kind = 'individual' and coalesce(r.number_hash = a.number_hash, false) as individual,
      exists (
        select from plan_party t where t.plan_id = p.id and t.unit_id = any (w.units) and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
      ) as party
    from plan p
    join person r on r.id = p.person_id
    cross join acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) end as units,
        gone_organisations(acting_today()) as gone
      offset 0
    ) w
    where p.id = of_plan
    offset 0
  ) me
  cross join unnest(array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']) k(data_kind)
  cross join lateral (
    select 'own' as ground, null::uuid as ground_id where me.own
    union all
    select 'individual', null where me.individual
    union all
    select 'consent', c.id
    from consent_scope s join consent c on c.id = s.consent_id
    where me.party and not me.own and s.plan_id = me.id and s.organisation_id = me.mine and (s.unit_id is null or s.unit_id = me.unit)
      and s.data_kind = k.data_kind and s.purpose = purpose_in_plan(me.id, k.data_kind) and s.permits and s.valid @> acting_now()
      and c.kind = 'lift-secrecy' and c.answer in ('given', 'partly') and c.giver = 'person' and c.given_at <= acting_now() and c.recorded_at <= acting_now()
      and not exists (
        select from consent_withdrawal w where w.consent_id = c.id and (w.scope_id is null or w.scope_id = s.id)
          and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
      )
      and not exists (
        select from consent n where n.plan_id = me.id and n.kind = 'lift-secrecy' and n.giver = 'person' and n.answer = 'declined'
          and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
      )
      and not exists (
        select from consent_scope x join consent y on y.id = x.consent_id
        where x.plan_id = me.id and y.kind = 'lift-secrecy' and y.given_at <= acting_now() and y.recorded_at <= acting_now()
          and not x.permits and x.data_kind = k.data_kind and x.purpose = s.purpose and x.valid @> acting_now()
          and case when x.unit_id is null then x.organisation_id in (select came_out_of(me.mine, acting_today()))
            else x.unit_id in (select came_out_of(me.unit, acting_today())) end
          and not exists (
            select from consent_withdrawal w where w.consent_id = y.id and w.scope_id = x.id and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
          )
      )
    union all
    select 'rule', d.id from disclosure_decision d
    where me.party and not me.own and d.plan_id = me.id and d.organisation_id = me.mine and d.unit_id = me.unit and k.data_kind = any (d.data_kinds)
      and d.valid @> acting_now() and d.at <= acting_now()
      and not exists (select from disclosure_ending e where e.decision_id = d.id and e.at <= acting_now())
  ) g
  where me.own or me.individual or me.party;
end;

create or replace function takes_part_in_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from acting_row() a
    cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
    join plan_party t on t.plan_id = of_plan and t.unit_id = any (w.units)
    where a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
  );
end;

create or replace function leads_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from acting_row() a
    cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
    join plan p on p.id = of_plan
    join person r on r.id = p.person_id
    join plan_party t on t.plan_id = p.id and t.unit_id = any (w.units)
    join case_contact c on c.person_id = p.person_id and c.unit_id = t.unit_id and c.valid @> acting_today()
    where a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
      and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
  );
end;

create or replace function may_open_plan(of_person uuid, of_organisation uuid, of_unit uuid) returns boolean language sql stable security definer begin atomic
  select (of_organisation = acting_case_organisation() and of_unit = acting_case_unit() and works_with_person(of_person))
    or (of_person in (select acting_own_persons()) and unit_of_organisation(of_unit, of_organisation) and exists (
      select from case_contact c
      where c.person_id = of_person and c.unit_id = of_unit and c.valid @> acting_today()
        and owner_now(c.person_id, c.organisation_id, gone_organisations(acting_today())) = of_organisation
    ));
end;

create or replace function is_summoned(of_summons uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_summons s where s.id = of_summons and s.unit_id = any (acting_case_units())
      and unit_owner_now(s.unit_id, s.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
  );
end;

create or replace function steps_of_managed_unit() returns table (
  kind text, county_code text, initiative date, asked timestamptz, noted timestamptz, summoned timestamptz, met timestamptz, assessments json, answers json
) language sql stable security definer begin atomic
  select p.kind, p.county_code, s.*
  from acting_row() a
  cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
  join plan p on p.unit_id = any (w.units)
  join person r on r.id = p.person_id and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id
  cross join lateral steps_of_plan(p.id) s
  where a.role = 'unit-manager' and a.unit_id is not null and not exists (select from plan_version v where v.plan_id = p.id);
end;

drop function acting_plan(uuid);
create function acting_plan(of_plan uuid) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text
) language sql stable security definer begin atomic
  select me.id, me.kind, me.person_id, me.owner,
    coalesce((select o.name from organisation_version o where o.organisation_id = me.owner and o.valid @> acting_today()), ''),
    me.unit_id, coalesce((select v.name from unit_version v where v.unit_id = me.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    me.county_code, me.municipality_code, me.opened_at,
    exists (select from plan_version v where v.plan_id = me.id and v.established_at <= acting_now()), me.units, me.formerly, me.own,
    coalesce((
      select json_agg(json_build_object('unit', c.unit_id, 'from', lower(c.valid), 'until', upper(c.valid)))
      from case_contact c where c.person_id = me.person_id and c.unit_id = any (me.units) and not isempty(c.valid)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('unit', t.unit_id, 'organisation', o.now))
      from plan_party t cross join lateral (select unit_owner_now(t.unit_id, t.organisation_id, me.gone) as now offset 0) o
      where t.plan_id = me.id and t.unit_id = any (me.units) and o.now is not null
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
        'scopes', coalesce((
          select json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'unit', s.unit_id, 'dataKind', s.data_kind, 'purpose', s.purpose,
            'permits', s.permits, 'from', lower(s.valid), 'until', upper(s.valid)))
          from consent_scope s where s.consent_id = c.id and (s.organisation_id = me.mine or s.organisation_id = any (me.formerly) or s.unit_id = any (me.units)
            or s.unit_id = any (me.formerly))
        ), '[]'::json),
        'withdrawals', coalesce((
          select json_agg(json_build_object('scope', w.scope_id, 'at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id
        ), '[]'::json)) order by c.given_at, c.id)
      from consent c where c.plan_id = me.id and c.kind in ('lift-secrecy', 'make-plan')
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', d.id, 'organisation', d.organisation_id, 'unit', d.unit_id, 'dataKinds', d.data_kinds, 'at', d.at, 'from', lower(d.valid),
        'until', upper(d.valid), 'endedAt', (select e.at from disclosure_ending e where e.decision_id = d.id)))
      from disclosure_decision d where d.plan_id = me.id and d.organisation_id = me.mine and d.unit_id = any (me.units)
    ), '[]'),
    r.name, r.number_kind, r.number_cipher, r.protected_identity, r.interpreter_language
  from (
    select p.id, p.kind, p.person_id, p.unit_id, p.county_code, p.municipality_code, p.opened_at,
      coalesce(owner_now(o.id, o.organisation_id, w.gone), o.organisation_id) as owner, w.units, w.gone, a.organisation_id as mine,
      case when cardinality(w.units) = 0 then '{}' else array(
        select came_out_of(a.unit_id, acting_today()) union select came_out_of(a.organisation_id, acting_today()) except values (a.unit_id), (a.organisation_id)
      ) end as formerly,
      a.kind = 'individual' and p.person_id in (select acting_own_persons()) as own
    from plan p join person o on o.id = p.person_id cross join acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) else '{}' end as units,
        gone_organisations(acting_today()) as gone
      offset 0
    ) w
    where p.id = of_plan
    offset 0
  ) me
  left join person r on r.id = me.person_id and 'identity' = any (acting_plan_kinds(me.id))
  where me.own or exists (
    select from plan_party t where t.plan_id = me.id and t.unit_id = any (me.units) and unit_owner_now(t.unit_id, t.organisation_id, me.gone) = me.mine
  );
end;
comment on function acting_plan(uuid) is 'A plan that who acts takes part in or that is theirs, with the facts that decide what they may read of it, and whose it is where they may read that. Whose it is and for whom units take part are as of today; formerly: all that the unit and the huvudman of who acts have come out of.';
revoke all on function acting_plan(uuid) from public;
grant execute on function acting_plan(uuid) to overens_app;

-- What a unit wrote stays its own to read as long as it is of the same huvudman, or of what that has become.
alter policy plan_read on plan using (id in (select acting_party_plans()) or person_id in (select acting_own_persons()));
do $$
declare
  place text := '(unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(unit_id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))';
begin
  execute 'alter policy plan_party_read on plan_party using (' || place || ' or owns_plan(plan_id) or ''meeting'' = any (acting_plan_kinds(plan_id)))';
  execute 'alter policy plan_assessment_read on plan_assessment using (' || place || ' or ''needs'' = any (acting_plan_kinds(plan_id)))';
  execute 'alter policy plan_text_read on plan_text using (' || place || ' or data_kind = any (acting_plan_kinds(plan_id)))';
  execute 'alter policy consent_read on consent using (' || place || ' or leads_plan(plan_id) or owns_plan(plan_id))';
  execute 'alter policy plan_summons_read on plan_summons using (' || place || ' or ''meeting'' = any (acting_plan_kinds(plan_id)))';
  execute 'alter policy plan_summons_answer_read on plan_summons_answer using (' || place || ' or ''meeting'' = any (acting_plan_kinds(plan_id)))';
  execute 'alter policy plan_goal_read on plan_goal using (' || place || ' or ''goals'' = any (acting_plan_kinds(plan_id)))';
  execute 'alter policy plan_measure_read on plan_measure using ('
    || replace(replace(place, 'unit_id', 'writing_unit_id'), 'organisation_id', 'writing_organisation_id') || ' or ''measures'' = any (acting_plan_kinds(plan_id)))';
end $$;

-- Those who go through the log of what a huvudman was see what it decided.
alter policy disclosure_decision_read on disclosure_decision using (
  leads_plan(plan_id) or owns_plan(plan_id) or deciding_organisation_id = any ((select acting_reviewed_organisations())::uuid[])
);
create policy disclosure_ending_read on disclosure_ending for select to overens_app using (
  exists (
    select from disclosure_decision d where d.id = decision_id
      and (leads_plan(d.plan_id) or owns_plan(d.plan_id) or d.deciding_organisation_id = any ((select acting_reviewed_organisations())::uuid[]))
  )
);
create policy disclosure_ending_note on disclosure_ending for insert to overens_app with check (
  ended_by = (select acting_account()) and organisation_id = (select acting_organisation())
  and exists (
    select from disclosure_decision d where d.id = decision_id
      and (leads_plan(d.plan_id) or d.deciding_organisation_id = any ((select acting_reviewed_organisations())::uuid[]))
  )
);

-- Records follow every division that lies ahead --------------------------------------------------------------------------------------------------------------

create function ahead_of(asked uuid, day date) returns uuid[] language sql stable begin atomic
  with recursive ahead (id) as (
    select asked
    union
    select s.to_id from ahead h join succession s on s.from_id = h.id and s.of = 'organisation' and s.on_date >= day
  )
  select array_agg(id order by id::text) from ahead;
end;
comment on function ahead_of(uuid, date) is 'An organisation and all that it becomes from a day on, by what is decided; in the order in which they are locked.';

create function follow_divisions(person uuid, unit uuid, owner uuid, since date) returns void language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    origin uuid;
    division record;
  begin
    select p.organisation_id into origin from person p where p.id = follow_divisions.person;
    for division in
      select distinct s.on_date, s.from_id from succession s
      where s.of = 'organisation' and s.how = 'split' and s.on_date >= follow_divisions.since and s.from_id = any (ahead_of(follow_divisions.owner, follow_divisions.since))
      order by s.on_date
    loop
      -- A division that the one before it leads to is asked for after that has been written down.
      if owner_on(follow_divisions.person, origin, division.on_date - 1) = division.from_id then
        insert into person_move (person_id, from_date, organisation_id)
          select follow_divisions.person, division.on_date, s.to_id from succession s
          where s.of = 'organisation' and s.how = 'split' and s.from_id = division.from_id and s.on_date = division.on_date
          order by exists (
              select from unit_version v where v.unit_id = coalesce(unit_merged_into(follow_divisions.unit, s.on_date), follow_divisions.unit)
                and v.valid @> s.on_date and v.organisation_id = s.to_id
            ) desc, s.takes_cases desc, s.to_id
          limit 1
          on conflict do nothing;
      end if;
    end loop;
  end $$;
comment on function follow_divisions(uuid, uuid, uuid, date) is 'Lets a record go where a unit that works with it goes, in each division of the huvudman that it is of from a day on, one after the other. It goes with the rest where the unit goes to none of the parts, since it is closed or handed over before: a record is never left with nobody.';
comment on column succession.takes_cases is 'Do the cases of a unit go on in this one? Always in a merger; in a split in exactly one of the new units, unless it was split before that was asked. Of an organisation that is divided: does what is of no unit go on in this one?';

create or replace function follow_division() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    -- What is decided for today may have been decided after the transaction of this contact began, at midnight also by the day before.
    since date := acting_today() - 1;
    one uuid;
    locked uuid[] := '{}';
  begin
    -- While one waits for a lock, more may be decided: until nothing new lies ahead.
    loop
      select h.id into one from unnest(ahead_of(new.organisation_id, since)) with ordinality h (id, nth) where h.id <> all (locked) order by h.nth limit 1;
      exit when not found;
      perform pg_advisory_xact_lock_shared(hashtextextended(one::text, 8));
      locked := locked || one;
    end loop;
    perform follow_divisions(new.person_id, new.unit_id, new.organisation_id, since);
    return null;
  end $$;
comment on function follow_division() is 'Sees to it that a record that is made, or gets its first case, while divisions lie ahead is not left behind in any of them.';

revoke all on function ahead_of(uuid, date), follow_divisions(uuid, uuid, uuid, date), follow_division() from public;

-- Those that were left behind.
select follow_divisions(c.person_id, c.unit_id, c.organisation_id, acting_today()) from case_contact c
where c.valid @> acting_today() and exists (select from succession s where s.of = 'organisation' and s.how = 'split' and s.on_date >= acting_today());
