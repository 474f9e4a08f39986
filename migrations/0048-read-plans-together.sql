-- Plans are read and listed in one question each: who acts, and what is open to them, is worked out once for all of it.

-- Whom an individual speaks for, as a guardian or a representative: nobody, until they can log in.
create function acting_speaks() returns table (person_id uuid, speaks_as text, speaker uuid, matters text[], kinds text[]) language sql stable security definer begin atomic
  select null::uuid, null::text, null::uuid, null::text[], null::text[] where false;
end;
comment on function acting_speaks() is 'Whom who acts speaks for at this moment, as which guardian or representative, in what, and which parts of a plan they may read as such. Nobody, for staff.';
revoke all on function acting_speaks() from public;

create function acting_plans_grounds(of_plans uuid[]) returns table (plan_id uuid, data_kind text, ground text, ground_id uuid) language sql stable security definer begin atomic
  with me as materialized (
    select a.kind, a.number_hash, a.organisation_id as mine, a.unit_id as unit, w.units, w.gone
    from acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) end as units,
        gone_organisations(acting_today()) as gone
      offset 0
    ) w
  ), asked as materialized (
    select p.id, r.id as person_id, r.organisation_id, r.number_hash,
      exists (select from consent_child c where c.person_id = r.id offset 0) or exists (select from consent_representative s where s.person_id = r.id offset 0) as spoken_for
    from plan p join person r on r.id = p.person_id where p.id = any (of_plans)
  ), stood as materialized (
    select p.id, p.person_id, p.spoken_for, me.mine, me.unit,
      exists (select from plan_version v where v.plan_id = p.id and v.established_at <= acting_now() offset 0) as established,
      t.party and t.worked and owner_now(p.person_id, p.organisation_id, me.gone) = me.mine as own, t.party,
      me.kind = 'individual' and coalesce(p.number_hash = me.number_hash, false) as individual
    from me cross join asked p
    cross join lateral (
      select count(*) > 0 as party, coalesce(bool_or(exists (
          select from case_contact c where c.person_id = p.person_id and c.unit_id = t.unit_id and c.valid @> acting_today())), false) as worked
      from plan_party t where t.plan_id = p.id and t.unit_id = any (me.units) and unit_owner_now(t.unit_id, t.organisation_id, me.gone) = me.mine
    ) t
  ), voices as materialized (
    -- Somebody whom nobody else speaks for is their own only voice, which needs no asking.
    select t.id as plan_id, 0::bigint as voice, 'person' as giver, null::uuid as giver_id from stood t where t.party and not t.own and not t.spoken_for
    union all
    select t.id, v.voice, v.giver, v.giver_id from stood t cross join lateral voices_for(t.person_id) v where t.party and not t.own and t.spoken_for
  )
  select s.id, k.data_kind, case when s.own then 'own' else 'individual' end, null::uuid
  from stood s cross join unnest(array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']) k(data_kind)
  where s.own or s.individual
  union all
  -- Every voice by one of its own.
  select said.id, said.data_kind, 'consent', min(said.consent_id::text)::uuid
  from (
    select t.id, s.data_kind, c.id as consent_id, v.voice
    from stood t
    join voices v on v.plan_id = t.id
    join consent c on c.plan_id = t.id and c.giver = v.giver and c.giver_id is not distinct from v.giver_id and c.kind = 'lift-secrecy'
      and c.answer in ('given', 'partly') and c.given_at <= acting_now() and c.recorded_at <= acting_now()
    join consent_scope s on s.plan_id = t.id and s.consent_id = c.id and s.organisation_id = t.mine and (s.unit_id is null or s.unit_id = t.unit) and s.permits
      and s.valid @> acting_now()
      and s.purpose = case when s.data_kind = 'follow-up' then 'following-up' when t.established then 'carrying-out' else 'planning' end
    where (c.giver <> 'representative' or not person_says_no(t.id))
      and not exists (
        select from consent_withdrawal w where w.consent_id = c.id and (w.scope_id is null or w.scope_id = s.id)
          and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
      )
      and not exists (
        select from consent n where n.plan_id = t.id and n.kind = 'lift-secrecy' and n.giver = c.giver and n.giver_id is not distinct from c.giver_id
          and n.answer = 'declined' and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
      )
      and not exists (
        select from consent_scope x join consent y on y.id = x.consent_id
        where x.plan_id = t.id and y.kind = 'lift-secrecy' and y.given_at <= acting_now() and y.recorded_at <= acting_now()
          and not x.permits and x.data_kind = s.data_kind and x.purpose = s.purpose and x.valid @> acting_now()
          and case when x.unit_id is null then x.organisation_id in (select came_out_of(t.mine, acting_today()))
            else x.unit_id in (select came_out_of(t.unit, acting_today())) end
          and not exists (
            select from consent_withdrawal w where w.consent_id = y.id and w.scope_id = x.id and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
          )
      )
  ) said
  group by said.id, said.data_kind
  having count(distinct said.voice) = (select count(distinct o.voice) from voices o where o.plan_id = said.id)
  union all
  select t.id, k.data_kind, 'rule', d.id
  from stood t
  join disclosure_decision d on d.plan_id = t.id and d.organisation_id = t.mine and d.unit_id = t.unit and d.valid @> acting_now() and d.at <= acting_now()
  cross join unnest(d.data_kinds) k(data_kind)
  where t.party and not t.own and not exists (select from disclosure_ending e where e.decision_id = d.id and e.at <= acting_now())
  union all
  select t.id, k.data_kind, v.speaks_as, min(v.speaker::text)::uuid
  from me cross join lateral (select s.* from acting_speaks() s where me.kind = 'individual' offset 0) v
  join stood t on t.person_id = v.person_id cross join unnest(v.kinds) k(data_kind)
  where not t.individual
  group by t.id, k.data_kind, v.speaks_as;
end;
create or replace function acting_plan_grounds(of_plan uuid) returns table (data_kind text, ground text, ground_id uuid) language sql stable security definer begin atomic
  select data_kind, ground, ground_id from acting_plans_grounds(array[of_plan]);
end;
create or replace function acting_plan_kinds(of_plan uuid) returns text[] language sql stable security definer begin atomic
  select coalesce(array_agg(distinct data_kind), '{}') from acting_plans_grounds(array[of_plan]);
end;

create function acting_plans(of_plans uuid[]) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, speakers json, open text[]
) language sql stable security definer begin atomic
  with me as materialized (
    select a.kind, a.number_hash, a.organisation_id as mine, a.unit_id as unit, w.units, w.gone,
      case when cardinality(w.units) = 0 or not exists (select from succession s where s.to_id in (a.unit_id, a.organisation_id)) then '{}' else array(
        select came_out_of(a.unit_id, acting_today()) union select came_out_of(a.organisation_id, acting_today()) except values (a.unit_id), (a.organisation_id)
      ) end as formerly
    from acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) else '{}' end as units,
        gone_organisations(acting_today()) as gone
      offset 0
    ) w
  ), stood as materialized (
    select p.id, p.kind, p.person_id, p.unit_id, p.county_code, p.municipality_code, p.opened_at,
      coalesce(owner_now(p.person_id, p.record_of, me.gone), p.record_of) as owner, t.parties,
      me.kind = 'individual' and coalesce(p.number_hash = me.number_hash, false) as own
    from me cross join (
      select p.*, r.organisation_id as record_of, r.number_hash from plan p join person r on r.id = p.person_id where p.id = any (of_plans) offset 0
    ) p
    cross join lateral (
      select json_agg(json_build_object('unit', t.unit_id, 'organisation', o.now)) filter (where o.now is not null) as parties, coalesce(bool_or(o.now = me.mine), false) as mine
      from plan_party t cross join lateral (select unit_owner_now(t.unit_id, t.organisation_id, me.gone) as now offset 0) o
      where t.plan_id = p.id and t.unit_id = any (me.units)
    ) t
    where t.mine or me.kind = 'individual'
  ), known as materialized (
    select g.plan_id, array_agg(distinct g.data_kind) as open from acting_plans_grounds(of_plans) g group by g.plan_id
  )
  select p.id, p.kind, p.person_id, p.owner,
    coalesce((select o.name from organisation_version o where o.organisation_id = p.owner and o.valid @> acting_today()), ''),
    p.unit_id, coalesce((select v.name from unit_version v where v.unit_id = p.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    p.county_code, p.municipality_code, p.opened_at,
    exists (select from plan_version v where v.plan_id = p.id and v.established_at <= acting_now() offset 0), me.units, me.formerly, p.own,
    coalesce((
      select json_agg(json_build_object('unit', c.unit_id, 'from', lower(c.valid), 'until', upper(c.valid)))
      from case_contact c where c.person_id = p.person_id and c.unit_id = any (me.units) and not isempty(c.valid)
    ), '[]'),
    coalesce(p.parties, '[]'),
    coalesce((
      select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
        'scopes', coalesce((
          select json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'unit', s.unit_id, 'dataKind', s.data_kind, 'purpose', s.purpose,
            'permits', s.permits, 'from', lower(s.valid), 'until', upper(s.valid)))
          from consent_scope s where s.plan_id = p.id and s.consent_id = c.id and (s.organisation_id = me.mine or s.organisation_id = any (me.formerly) or s.unit_id = any (me.units)
            or s.unit_id = any (me.formerly)
            -- Whether the person has said no, which a representative cannot speak against, takes all of it.
            or (c.giver = 'person' and exists (select from consent o where o.plan_id = p.id and o.giver = 'representative')))
        ), '[]'::json),
        'withdrawals', coalesce((
          select json_agg(json_build_object('scope', w.scope_id, 'at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id
        ), '[]'::json)) order by c.given_at, c.id)
      from consent c where c.plan_id = p.id and c.kind in ('lift-secrecy', 'make-plan')
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', d.id, 'organisation', d.organisation_id, 'unit', d.unit_id, 'dataKinds', d.data_kinds, 'at', d.at, 'from', lower(d.valid),
        'until', upper(d.valid), 'endedAt', (select e.at from disclosure_ending e where e.decision_id = d.id)))
      from disclosure_decision d where d.plan_id = p.id and d.organisation_id = me.mine and d.unit_id = any (me.units)
    ), '[]'),
    r.name, r.number_kind, r.number_cipher, r.protected_identity, r.interpreter_language,
    -- Of most, nothing is written of who speaks for them: then it is not asked.
    case when exists (select from consent_child c where c.person_id = p.person_id offset 0) or exists (select from consent_guardian g where g.person_id = p.person_id offset 0)
        or exists (select from consent_maturity m where m.person_id = p.person_id offset 0)
        or exists (select from consent_representative v where v.person_id = p.person_id offset 0)
      then speakers_of(p.person_id) else '{"born": null, "guardians": [], "maturities": [], "representatives": []}'::json end,
    coalesce(k.open, '{}')
  from me cross join stood p
  left join known k on k.plan_id = p.id
  left join person r on r.id = p.person_id and 'identity' = any (k.open)
  where p.own or me.kind <> 'individual' or p.person_id in (select v.person_id from acting_speaks() v);
end;

create function plan_parts(of_plan uuid, open text[]) returns json language sql stable security definer begin atomic
  select json_build_object(
    'parties', case when 'meeting' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('unit', t.unit_id, 'unit_name', coalesce(u.name, ''), 'organisation', w.now, 'organisation_name', coalesce(o.name, ''),
        'standing', t.standing, 'added_at', t.added_at) order by t.added_at, t.id)
      from plan_party t
      cross join lateral (select coalesce(unit_owner_now(t.unit_id, t.organisation_id, k.gone), t.organisation_id) as now offset 0) w
      left join lateral (select v.name from unit_version v where v.unit_id = t.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
      left join organisation_version o on o.organisation_id = w.now and o.valid @> acting_today()
      where t.plan_id = of_plan), '[]') end,
    'initiatives', case when 'needs' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('id', i.id, 'made_by', i.made_by, 'on_day', i.on_day, 'unit', i.unit_id, 'reason_cipher', i.reason_cipher, 'at', i.at)
        order by i.on_day, i.at, i.id) from plan_initiative i where i.plan_id = of_plan), '[]') end,
    'assessments', case when 'needs' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('id', a.id, 'organisation', a.organisation_id, 'organisation_name', coalesce(o.name, ''), 'unit', a.unit_id, 'needed', a.needed,
        'reason_cipher', a.reason_cipher, 'at', a.at) order by a.at, a.id)
      from plan_assessment a left join organisation_version o on o.organisation_id = a.organisation_id and o.valid @> acting_today()
      where a.plan_id = of_plan), '[]') end,
    'texts', coalesce((
      select json_agg(json_build_object('id', t.id, 'part', t.part, 'dataKind', t.data_kind, 'voice', t.voice, 'unit', t.unit_id, 'unit_name', u.name,
        'cipher', t.text_cipher, 'at', t.at) order by t.at, t.id)
      from plan_text t
      left join lateral (select v.name from unit_version v where v.unit_id = t.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
      where t.plan_id = of_plan and t.data_kind = any (plan_parts.open)), '[]'),
    'goals', case when 'goals' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('id', g.goal_id, 'wording', g.id, 'number', g.number, 'voice', g.voice, 'horizon', g.horizon, 'dropped', g.dropped,
        'cipher', g.goal_cipher, 'at', g.at) order by g.at, g.goal_id, g.number) from plan_goal g where g.plan_id = of_plan), '[]') end,
    'measures', case when 'measures' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('id', m.measure_id, 'wording', m.id, 'number', m.number, 'doer', m.doer, 'organisation', m.organisation_id,
        'organisation_name', o.name, 'unit', m.unit_id, 'unit_name', u.name, 'starts', m.starts_on, 'target', m.target_on, 'agreement', m.agreement,
        'row', m.agreement_row, 'outside', m.outside_reason, 'differs', m.differs, 'dropped', m.dropped, 'cipher', m.words_cipher, 'at', m.at)
        order by m.at, m.measure_id, m.number)
      from plan_measure m
      left join organisation_version o on o.organisation_id = m.organisation_id and o.valid @> acting_today()
      left join lateral (select v.name from unit_version v where v.unit_id = m.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
      where m.plan_id = of_plan), '[]') end,
    'duties', case when 'measures' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('id', d.id, 'sort', d.sort, 'organisation', d.organisation_id, 'organisation_name', o.name, 'account', d.account_id,
        'account_name', (select a.name from account a where a.id = d.account_id), 'substitute', d.substitute_id,
        'substitute_name', (select a.name from account a where a.id = d.substitute_id), 'day', d.on_day, 'took_part', d.took_part, 'reason_cipher', d.reason_cipher,
        'at', d.at) order by d.at, d.id)
      from plan_duty d left join organisation_version o on o.organisation_id = d.organisation_id and o.valid @> acting_today()
      where d.plan_id = of_plan), '[]') end,
    'sheets', case when 'needs' = any (plan_parts.open) then coalesce((
      select json_agg(json_build_object('id', s.id, 'sheet', s.sheet, 'number', s.number, 'cipher', s.words_cipher, 'unit_name', coalesce(u.name, ''),
        'written_by', s.written_by, 'at', s.at) order by s.sheet)
      from (select distinct on (n.sheet) n.* from plan_sheet n where n.plan_id = of_plan order by n.sheet, n.number desc) s
      left join lateral (select v.name from unit_version v where v.unit_id = s.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    ), '[]') end,
    'closed', exists (select from plan_closing c where c.plan_id = of_plan))
  from (select gone_organisations(acting_today()) as gone offset 0) k;
end;

alter function acting_plans_grounds(uuid[]) set plan_cache_mode = force_generic_plan;
alter function acting_plan_kinds(uuid) set plan_cache_mode = force_generic_plan;
alter function acting_plans(uuid[]) set plan_cache_mode = force_generic_plan;
alter function plan_parts(uuid, text[]) set plan_cache_mode = force_generic_plan;

create function acting_plan_whole(of_plan uuid) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, speakers json, open text[], parts json
) language sql stable security definer begin atomic
  select s.*, plan_parts(s.id, s.open) from acting_plans(array[of_plan]) s;
end;
create function acting_plan_page(before uuid, most int) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, speakers json, open text[], since date, assessments json, steps json, closed boolean
) language sql stable security definer begin atomic
  with mine as (
    select a.organisation_id, a.kind, w.units, w.gone
    from acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) else '{}' end as units,
        gone_organisations(acting_today()) as gone
      offset 0
    ) w
  ), found as (
    select t.plan_id from mine cross join unnest(mine.units) u(id) cross join lateral (
      select t.plan_id from plan_party t
      where t.unit_id = u.id and (before is null or t.plan_id < before) and unit_owner_now(t.unit_id, t.organisation_id, mine.gone) = mine.organisation_id
      order by t.plan_id desc limit most
    ) t
    union
    select p.id from mine join plan p on p.person_id in (select acting_own_persons()) and (before is null or p.id < before) where mine.kind = 'individual'
  )
  select s.*,
    case when 'needs' = any (s.open) then (select min(i.on_day) from plan_initiative i where i.plan_id = s.id) end,
    case when 'needs' = any (s.open) then coalesce((
      select json_agg(json_build_object('organisation', a.organisation_id, 'needed', a.needed, 'at', a.at) order by a.at, a.id) from plan_assessment a where a.plan_id = s.id
    ), '[]') end,
    case when 'needs' = any (s.open) and not s.established then (select to_json(t) from steps_of_plan(s.id) t) end,
    exists (select from plan_closing c where c.plan_id = s.id offset 0)
  from acting_plans(array(select f.plan_id from found f order by f.plan_id desc limit most)) s
  order by s.id desc;
end;
alter function acting_plan_page(uuid, int) set plan_cache_mode = force_generic_plan;
alter function acting_plan_whole(uuid) set plan_cache_mode = force_generic_plan;
create or replace function acting_plan(of_plan uuid) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, speakers json
) language sql stable security definer begin atomic
  select s.id, s.kind, s.person_id, s.owner, s.owner_name, s.unit_id, s.unit_name, s.county_code, s.municipality_code, s.opened_at, s.established, s.units, s.formerly,
    s.own, s.contacts, s.parties, s.consents, s.decisions, s.name, s.number_kind, s.number_cipher, s.protection, s.interpreter_language, s.speakers
  from acting_plans(array[of_plan]) s;
end;
alter function acting_plan(uuid) set plan_cache_mode = force_generic_plan;

create function acting_led_plans(most int) returns setof uuid language sql stable security definer begin atomic
  select p.id
  from acting_row() a
  cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
  join plan_party t on t.unit_id = any (w.units)
  join plan p on p.id = t.plan_id
  join person r on r.id = p.person_id
  where a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
    and not exists (select from plan_version v where v.plan_id = p.id)
    and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id
    and exists (select from case_contact c where c.person_id = p.person_id and c.unit_id = t.unit_id and c.valid @> acting_today())
  group by p.id order by p.id desc limit most;
end;
comment on function acting_led_plans(int) is 'The plans that the unit of who acts leads and that are not established, the latest opened first.';
revoke all on function acting_plans_grounds(uuid[]), acting_plans(uuid[]), plan_parts(uuid, text[]), acting_plan_whole(uuid), 
  acting_plan_page(uuid, int), acting_led_plans(int) from public;
grant execute on function acting_plan_whole(uuid), acting_plan_page(uuid, int), acting_led_plans(int) to overens_app;

-- What tasks may be read goes by the plans they are of: asked once for all of them.
create or replace function task_rows(of_tasks uuid[]) returns table (
  id uuid, plan_id uuid, measure_id uuid, words_id uuid, due_on date, forwarded_from uuid, asked_at timestamptz, state text, number int, since timestamptz, over boolean,
  requesting_organisation uuid, requesting_organisation_name text, requesting_unit uuid, requesting_unit_name text, requesting_unit_now uuid,
  owning_organisation uuid, owning_organisation_name text, owning_unit uuid, owning_unit_name text, owning_unit_now uuid, owner_closed boolean,
  asks boolean, owns boolean, cipher bytea, measure_number int, agreement text, agreement_row text, outside_reason text,
  person_id uuid, plan_owner uuid, kinds text[], grounds text[], name text, protected boolean
) language sql stable begin atomic
  select t.id, t.plan_id, t.measure_id, t.words_id, t.due_on, t.forwarded_from, t.asked_at, s.reached, s.number, s.since, s.over,
    t.requesting_organisation_id, coalesce((select o.name from organisation_version o where o.organisation_id = t.requesting_organisation_id and o.valid @> acting_today()), ''),
    t.requesting_unit_id,
    coalesce((select v.name from unit_version v where v.unit_id = t.requesting_unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    t.requesting_unit_now,
    t.owning_organisation_id, coalesce((select o.name from organisation_version o where o.organisation_id = t.owning_organisation_id and o.valid @> acting_today()), ''),
    t.owning_unit_id,
    coalesce((select v.name from unit_version v where v.unit_id = t.owning_unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    t.owning_unit_now, not exists (select from unit_version v where v.unit_id = t.owning_unit_now and v.valid @> acting_today()),
    t.asks, t.owns, w.text_cipher, n.number, w.agreement, w.agreement_row, w.outside_reason,
    p.person_id, coalesce(owner_now(p.person_id, p.organisation_id, gone.ids), p.organisation_id), k.kinds, k.grounds,
    case when r.protected_identity is null then r.name end, r.protected_identity is not null
  from (
    select t.*, coalesce(unit_merged_into(t.requesting_unit_id, acting_today()), t.requesting_unit_id) as requesting_unit_now,
      coalesce(unit_merged_into(t.owning_unit_id, acting_today()), t.owning_unit_id) as owning_unit_now,
      t.requesting_unit_id = any (me.units) and unit_owner_now(t.requesting_unit_id, t.requesting_organisation_id, me.gone) = me.organisation as asks,
      t.owning_unit_id = any (me.units) and unit_owner_now(t.owning_unit_id, t.owning_organisation_id, me.gone) = me.organisation as owns
    from plan_task t cross join (
      select acting_case_units() as units, acting_case_organisation() as organisation, gone_organisations(acting_today()) as gone offset 0
    ) me
    where t.id = any (of_tasks)
    offset 0
  ) t
  join plan_task_state s on s.task_id = t.id
  join plan p on p.id = t.plan_id
  cross join (select gone_organisations(acting_today()) as ids offset 0) gone
  join (
    select q.plan_id, coalesce(array_agg(distinct g.data_kind) filter (where g.data_kind is not null), '{}') as kinds,
      coalesce(array_agg(distinct g.ground || coalesce(':' || g.ground_id::text, '')) filter (where g.ground is not null), '{}') as grounds
    from (select distinct one.plan_id from plan_task one where one.id = any (of_tasks)) q
    left join acting_plans_grounds(array(select distinct one.plan_id from plan_task one where one.id = any (of_tasks))) g on g.plan_id = q.plan_id
    group by q.plan_id
    offset 0
  ) k on k.plan_id = t.plan_id
  left join plan_task_words w on w.id = t.words_id and (t.asks or 'measures' = any (k.kinds))
  left join plan_measure n on n.id = w.wording_id
  left join person r on r.id = p.person_id and 'identity' = any (k.kinds)
  where t.asks or t.owns or 'measures' = any (k.kinds);
end;

comment on function acting_plans_grounds(uuid[]) is 'What acting_plan_grounds answers, of many plans at once. For the functions here alone.';
comment on function acting_plans(uuid[]) is 'What acting_plan answers, of many plans at once; open: the kinds of data that who acts may read. For the functions here alone.';
comment on function plan_parts(uuid, text[]) is 'What a plan says of these kinds of data, as JSON: null for what is shut. For acting_plan_whole alone, which works out what is open.';
comment on function acting_plan_whole(uuid) is 'A plan as acting_plan answers it, with what it says, as far as it is open to who acts.';
comment on function acting_plan_page(uuid, int) is 'The plans that the units of who acts take part in, or that are theirs, the latest first, before one of them; with what a list says of them, as far as it is open.';
