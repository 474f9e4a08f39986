-- Staff read a plan, list those of their unit, and list tasks, in one question each, which says what is open and by what: not, as acting_plans does, all the facts that it
-- is worked out from. Who acts, the moment and the day are asked for once. What is rare (what somebody has shut, a no, a merger, somebody who speaks for another) has an
-- index of its own or is not asked about at all. The names of units and organisations are not in the answers: the program keeps them by the catalogue's revision.

create index consent_scope_shut on consent_scope (plan_id) where not permits;
create index consent_declined on consent (plan_id) where answer = 'declined';

-- Like acting_row() no wall: they see what their callers see, and are worked into them.
create function acting_reader() returns table (
  kind text, number_hash bytea, mine uuid, unit uuid, units uuid[], gone uuid[], came_from uuid[], moment timestamptz, today date
) language sql stable begin atomic
  select a.kind, a.number_hash, a.organisation_id, a.unit_id,
    case
      when a.unit_id is null or a.role is null or a.role not in ('municipal-case-worker', 'regional-clinician', 'coordinator') then '{}'
      when w.followed then merged_units(a.unit_id, t.today)
      else array[a.unit_id]
    end,
    case when w.followed then gone_organisations(t.today) else '{}' end,
    case when w.followed then array(select came_out_of(a.unit_id, t.today) union select came_out_of(a.organisation_id, t.today)) else array[a.unit_id, a.organisation_id] end,
    t.moment, t.today
  from acting_row() a
  cross join lateral (select acting_now() as moment, acting_today() as today offset 0) t
  cross join lateral (select exists (select from succession s where s.on_date <= t.today) as followed offset 0) w;
end;
comment on function acting_reader() is 'Who acts, as what they read of plans is worked out: units: those whose cases are theirs; gone: gone_organisations(); came_from: all that their unit and organisation have come out of, themselves too.';

create function plans_as_open(of_plans uuid[]) returns table (
  id uuid, kind text, person_id uuid, owner uuid, unit_id uuid, county_code text, municipality_code text, established boolean, party boolean, keeps boolean, individual boolean,
  spoken_for boolean, grounds text[], open text[], units uuid[], mine uuid, gone uuid[], moment timestamptz, today date
) language sql stable begin atomic
  with me as materialized (select * from acting_reader()), stood as materialized (
    select p.*, me.mine, me.unit as mine_unit, me.units, me.gone, me.moment, me.today,
      coalesce(owner_now(p.person_id, p.record_of, me.gone), p.record_of) as owner,
      exists (select from plan_version v where v.plan_id = p.id and v.established_at <= me.moment offset 0) as established,
      t.party, t.worked and coalesce(owner_now(p.person_id, p.record_of, me.gone) = me.mine, false) as keeps,
      me.kind = 'individual' and coalesce(p.number_hash = me.number_hash, false) as individual,
      exists (select from consent_child c where c.person_id = p.person_id offset 0) or exists (select from consent_guardian g where g.person_id = p.person_id offset 0)
        or exists (select from consent_maturity m where m.person_id = p.person_id offset 0)
        or exists (select from consent_representative v where v.person_id = p.person_id offset 0) as spoken_for
    from me cross join (
      select p.id, p.kind, p.person_id, p.unit_id, p.county_code, p.municipality_code, r.organisation_id as record_of, r.number_hash
      from plan p join person r on r.id = p.person_id where p.id = any (of_plans) offset 0
    ) p
    cross join lateral (
      select count(*) > 0 as party, coalesce(bool_or(exists (
          select from case_contact c where c.person_id = p.person_id and c.unit_id = t.unit_id and c.valid @> me.today)), false) as worked
      from plan_party t where t.plan_id = p.id and t.unit_id = any (me.units) and unit_owner_now(t.unit_id, t.organisation_id, me.gone) = me.mine
    ) t
  ), asked as materialized (
    select * from stood t where t.party and not t.keeps and not t.individual
  ), voices as materialized (
    -- Somebody whom nobody else speaks for is their own only voice, which needs no asking.
    select t.id as plan_id, 0::bigint as voice, 'person' as giver, null::uuid as giver_id, 1::bigint as of_all from asked t where not t.spoken_for
    union all
    select t.id, v.voice, v.giver, v.giver_id, v.of_all from asked t cross join lateral (
      select v.voice, v.giver, v.giver_id, (select count(distinct o.voice) from voices_for(t.person_id) o) as of_all from voices_for(t.person_id) v
    ) v where t.spoken_for
  ), lifting as materialized (
    select c.id, c.plan_id, c.given_at, v.voice, v.of_all, t.mine, t.mine_unit, t.moment, t.established
    from asked t join voices v on v.plan_id = t.id
    join consent c on c.plan_id = t.id and c.kind = 'lift-secrecy' and c.giver = v.giver and c.giver_id is not distinct from v.giver_id
      and c.answer in ('given', 'partly') and c.given_at <= t.moment and c.recorded_at <= t.moment
    where (c.giver <> 'representative' or not person_says_no(t.id))
      and not exists (
        select from consent_withdrawal w where w.consent_id = c.id and w.scope_id is null and w.withdrawn_at <= t.moment and w.recorded_at <= t.moment
      )
      and not exists (
        select from consent n where n.plan_id = t.id and n.kind = 'lift-secrecy' and n.giver = c.giver and n.giver_id is not distinct from c.giver_id
          and n.answer = 'declined' and n.given_at >= c.given_at and n.given_at <= t.moment and n.recorded_at <= t.moment
      )
  ), shut as materialized (
    select x.plan_id, x.data_kind, x.purpose
    from me cross join asked t
    join consent_scope x on x.plan_id = t.id and not x.permits and x.valid @> me.moment and coalesce(x.unit_id, x.organisation_id) = any (me.came_from)
    join consent y on y.id = x.consent_id and y.kind = 'lift-secrecy' and y.given_at <= me.moment and y.recorded_at <= me.moment
    where not exists (
      select from consent_withdrawal w where w.consent_id = y.id and w.scope_id = x.id and w.withdrawn_at <= me.moment and w.recorded_at <= me.moment
    )
  ), said as materialized (
    -- Every voice by one of its own.
    select l.plan_id, s.data_kind, (array_agg(l.id order by l.voice, l.given_at, l.id))[1] as consent_id
    from lifting l
    join consent_scope s on s.consent_id = l.id and s.organisation_id = l.mine and (s.unit_id is null or s.unit_id = l.mine_unit) and s.permits and s.valid @> l.moment
      and s.purpose = case when s.data_kind = 'follow-up' then 'following-up' when l.established then 'carrying-out' else 'planning' end
    where not exists (select from consent_withdrawal w where w.consent_id = l.id and w.scope_id = s.id and w.withdrawn_at <= l.moment and w.recorded_at <= l.moment)
      and not exists (select from shut x where x.plan_id = l.plan_id and x.data_kind = s.data_kind and x.purpose = s.purpose)
    group by l.plan_id, s.data_kind, l.of_all having count(distinct l.voice) = l.of_all
  ), ruled as materialized (
    select t.id as plan_id, k.data_kind, (array_agg(d.id order by d.at, d.id))[1] as decision_id
    from asked t
    join disclosure_decision d on d.plan_id = t.id and d.organisation_id = t.mine and d.unit_id = t.mine_unit and d.valid @> t.moment and d.at <= t.moment
    cross join unnest(d.data_kinds) k(data_kind)
    where not exists (select from disclosure_ending e where e.decision_id = d.id and e.at <= t.moment)
    group by t.id, k.data_kind
  ), lent as materialized (
    select g.plan_id, array_agg(g.ground) as grounds, array_agg(g.data_kind) as open from (
      select s.plan_id, s.data_kind, s.data_kind || ':consent:' || s.consent_id as ground from said s
      union all
      select r.plan_id, r.data_kind, r.data_kind || ':rule:' || r.decision_id from ruled r
      where not exists (select from said s where s.plan_id = r.plan_id and s.data_kind = r.data_kind)
    ) g group by g.plan_id
  ), every (kinds) as (values ('{identity,meeting,needs,goals,measures,crisis,follow-up}'::text[]))
  select t.id, t.kind, t.person_id, t.owner, t.unit_id, t.county_code, t.municipality_code, t.established, t.party, t.keeps, t.individual, t.spoken_for,
    case when t.keeps or t.individual then array(select k || case when t.keeps then ':own' else ':individual' end from unnest(every.kinds) k) else coalesce(l.grounds, '{}') end,
    case when t.keeps or t.individual then every.kinds else coalesce(l.open, '{}') end,
    t.units, t.mine, t.gone, t.moment, t.today
  from every cross join stood t left join lent l on l.plan_id = t.id
  where t.party or t.individual;
end;
comment on function plans_as_open(uuid[]) is 'Plans that who acts takes part in, or that are theirs, with what of each is open to them: open: the kinds of data, grounds: each with what opens it, as the log says it. spoken_for: somebody else may answer for the person.';

create function agreeing_to_plan(of_plan uuid) returns table (agreeing json) language sql stable begin atomic
  select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
    'scopes', '[]'::json, 'withdrawals', coalesce((
      select json_agg(json_build_object('scope', w.scope_id, 'at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id
    ), '[]'::json)) order by c.given_at, c.id), '[]')
  from consent c where c.plan_id = of_plan and c.kind = 'make-plan';
end;
comment on function agreeing_to_plan(uuid) is 'What has been answered to a plan being made.';

create function open_parts(of_plan uuid, open text[]) returns table (parts json) language sql stable begin atomic
  select json_build_object(
    'parties', case when 'meeting' = any (open_parts.open) then coalesce((
      select json_agg(json_build_object('unit', t.unit_id, 'organisation', coalesce(unit_owner_now(t.unit_id, t.organisation_id, k.gone), t.organisation_id),
        'standing', t.standing, 'added_at', t.added_at) order by t.added_at, t.id)
      from plan_party t cross join (select gone_organisations(acting_today()) as gone offset 0) k where t.plan_id = of_plan), '[]') end,
    'initiatives', case when 'needs' = any (open_parts.open) then coalesce((
      select json_agg(json_build_object('id', i.id, 'made_by', i.made_by, 'on_day', i.on_day, 'unit', i.unit_id, 'reason_cipher', i.reason_cipher, 'at', i.at)
        order by i.on_day, i.at, i.id) from plan_initiative i where i.plan_id = of_plan), '[]') end,
    'assessments', case when 'needs' = any (open_parts.open) then coalesce((
      select json_agg(json_build_object('id', a.id, 'organisation', a.organisation_id, 'unit', a.unit_id, 'needed', a.needed, 'reason_cipher', a.reason_cipher, 'at', a.at)
        order by a.at, a.id) from plan_assessment a where a.plan_id = of_plan), '[]') end,
    'texts', coalesce((
      select json_agg(json_build_object('id', t.id, 'part', t.part, 'dataKind', t.data_kind, 'voice', t.voice, 'unit', t.unit_id, 'cipher', t.text_cipher, 'at', t.at)
        order by t.at, t.id) from plan_text t where t.plan_id = of_plan and t.data_kind = any (open_parts.open)), '[]'),
    'goals', case when 'goals' = any (open_parts.open) then coalesce((
      select json_agg(json_build_object('id', g.goal_id, 'wording', g.id, 'number', g.number, 'voice', g.voice, 'horizon', g.horizon, 'dropped', g.dropped,
        'cipher', g.goal_cipher, 'at', g.at) order by g.at, g.goal_id, g.number) from plan_goal g where g.plan_id = of_plan), '[]') end,
    'measures', case when 'measures' = any (open_parts.open) then coalesce((
      select json_agg(json_build_object('id', m.measure_id, 'wording', m.id, 'number', m.number, 'doer', m.doer, 'organisation', m.organisation_id, 'unit', m.unit_id,
        'starts', m.starts_on, 'target', m.target_on, 'agreement', m.agreement, 'row', m.agreement_row, 'outside', m.outside_reason, 'differs', m.differs,
        'dropped', m.dropped, 'cipher', m.words_cipher, 'at', m.at) order by m.at, m.measure_id, m.number)
      from plan_measure m where m.plan_id = of_plan), '[]') end,
    'duties', case when 'measures' = any (open_parts.open) then coalesce((
      select json_agg(json_build_object('id', d.id, 'sort', d.sort, 'organisation', d.organisation_id, 'account', d.account_id,
        'account_name', (select a.name from account a where a.id = d.account_id), 'substitute', d.substitute_id,
        'substitute_name', (select a.name from account a where a.id = d.substitute_id), 'day', d.on_day, 'took_part', d.took_part, 'reason_cipher', d.reason_cipher,
        'at', d.at) order by d.at, d.id) from plan_duty d where d.plan_id = of_plan), '[]') end,
    'closed', exists (select from plan_closing c where c.plan_id = of_plan));
end;
comment on function open_parts(uuid, text[]) is 'What a plan says of these kinds of data: null for what is shut. As plan_parts, without names and sheets; for acting_plan_core alone, which works out what is open.';

revoke all on function acting_reader(), plans_as_open(uuid[]), agreeing_to_plan(uuid), open_parts(uuid, text[]) from public;

-- What staff read ------------------------------------------------------------------------------------------------------------------------------------------

create function acting_plan_core(of_plan uuid) returns table (
  revision text, id uuid, kind text, person_id uuid, owner uuid, unit_id uuid, county_code text, municipality_code text, established boolean, party boolean, keeps boolean,
  lead json, units uuid[], grounds text[], name text, number_cipher bytea, protection text, interpreter_language text, agreeing json, speakers json, parts json
) language sql stable security definer begin atomic
  select (select c.revision::text from catalogue c), o.id, o.kind, o.person_id, o.owner, o.unit_id, o.county_code, o.municipality_code, o.established, o.party, o.keeps,
    case when exists (select from plan_hand_over_answer a where a.plan_id = o.id and a.answer = 'accepted' offset 0) then plan_lead(o.id, o.moment) end, o.units, o.grounds,
    r.name, r.number_cipher, r.protected_identity, r.interpreter_language,
    (select a.agreeing from agreeing_to_plan(o.id) a), case when o.spoken_for then speakers_of(o.person_id) end, (select p.parts from open_parts(o.id, o.open) p)
  from plans_as_open(array[of_plan]) o
  left join person r on r.id = o.person_id and 'identity' = any (o.open)
  where o.party;
end;
comment on function acting_plan_core(uuid) is 'A plan that who acts takes part in, with what it says, as far as it is open to them.';

create function acting_plan_core_of(of_session text, moment timestamptz, of_plan uuid) returns table (
  revision text, id uuid, kind text, person_id uuid, owner uuid, unit_id uuid, county_code text, municipality_code text, established boolean, party boolean, keeps boolean,
  lead json, units uuid[], grounds text[], name text, number_cipher bytea, protection text, interpreter_language text, agreeing json, speakers json, parts json
) language plpgsql volatile
  as $$
  begin
    perform set_config('overens.session', of_session, true), set_config('overens.now', moment::text, true);
    return query select w.* from public.acting_plan_core(of_plan) w;
    perform set_config('overens.session', '', true), set_config('overens.now', '', true);
  end $$;
comment on function acting_plan_core_of(text, timestamptz, uuid) is 'What acting_plan_core answers whoever has the session, at the moment: in a statement of its own, in which nobody acts.';

create function acting_unit_plans(before uuid, most int) returns table (
  revision text, id uuid, kind text, person_id uuid, owner uuid, unit_id uuid, county_code text, municipality_code text, established boolean, party boolean, keeps boolean,
  lead json, units uuid[], grounds text[], name text, number_cipher bytea, protection text, interpreter_language text, agreeing json, speakers json,
  since date, assessments json, steps json, closed boolean
) language sql stable security definer begin atomic
  select (select c.revision::text from catalogue c), o.id, o.kind, o.person_id, o.owner, o.unit_id, o.county_code, o.municipality_code, o.established, o.party, o.keeps,
    case when exists (select from plan_hand_over_answer a where a.plan_id = o.id and a.answer = 'accepted' offset 0) then plan_lead(o.id, o.moment) end, o.units, o.grounds,
    r.name, r.number_cipher, r.protected_identity, r.interpreter_language,
    case when w.needs then (select a.agreeing from agreeing_to_plan(o.id) a) end, case when o.spoken_for then speakers_of(o.person_id) end,
    case when w.needs then (select min(i.on_day) from plan_initiative i where i.plan_id = o.id) end,
    case when w.needs then coalesce((
      select json_agg(json_build_object('organisation', a.organisation_id, 'needed', a.needed, 'at', a.at) order by a.at, a.id) from plan_assessment a where a.plan_id = o.id
    ), '[]') end,
    case when w.needs and not o.established then (select to_json(t) from steps_of_plan(o.id) t) end,
    exists (select from plan_closing c where c.plan_id = o.id offset 0)
  from plans_as_open(array(
    select f.plan_id
    from acting_reader() me cross join unnest(me.units) u(id) cross join lateral (
      select t.plan_id from plan_party t
      where t.unit_id = u.id and (before is null or t.plan_id < before) and unit_owner_now(t.unit_id, t.organisation_id, me.gone) = me.mine
      order by t.plan_id desc limit most
    ) f
    group by f.plan_id order by f.plan_id desc limit most
  )) o
  cross join lateral (select 'needs' = any (o.open) as needs) w
  left join person r on r.id = o.person_id and 'identity' = any (o.open)
  where o.party
  order by o.id desc;
end;
comment on function acting_unit_plans(uuid, int) is 'The plans that the units of who acts take part in, the latest first, before one of them; with what a list says of them, as far as it is open.';

do $$
declare
  name text;
begin
  foreach name in array array['acting_plan_core(uuid)', 'acting_unit_plans(uuid, int)'] loop
    execute format('alter function %s set plan_cache_mode = force_generic_plan', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
end $$;
revoke all on function acting_plan_core_of(text, timestamptz, uuid) from public;
grant execute on function acting_plan_core_of(text, timestamptz, uuid) to overens_app;

create function acting_task_page(of_side text, of_states text[], overdue boolean, after_due date, after_id uuid, most int) returns table (
  revision text, id uuid, plan_id uuid, measure_id uuid, words_id uuid, due_on date, state text, number int, since timestamptz, over boolean,
  requesting_organisation uuid, requesting_unit uuid, owning_organisation uuid, owning_unit uuid, owner_closed boolean, asks boolean, owns boolean,
  cipher bytea, measure_number int, agreement text, agreement_row text, outside_reason text, person_id uuid, plan_owner uuid, keeps boolean, grounds text[],
  name text, protected boolean
) language sql stable security definer begin atomic
  with me as materialized (select * from acting_reader()), found as materialized (
    select f.* from (
      select s.* from me cross join unnest(me.units) u(id) cross join (values (false), (true)) o(ver) cross join lateral (
        select x.* from plan_task_state x
        where x.owning_unit_id = u.id and x.over = o.ver and unit_owner_now(x.owning_unit_id, x.owning_organisation_id, me.gone) = me.mine
          and x.reached = any (of_states) and (not overdue or (not x.over and x.due_on < me.today)) and (after_id is null or (x.due_on, x.task_id) > (after_due, after_id))
        order by x.due_on, x.task_id limit most
      ) s
      where of_side is distinct from 'requester' and exists (select from unnest(of_states) i(s) where o.ver = (i.s in ('rejected', 'cancelled', 'completed', 'failed')))
      union
      select s.* from me cross join unnest(me.units) u(id) cross join (values (false), (true)) o(ver) cross join lateral (
        select x.* from plan_task_state x
        where x.requesting_unit_id = u.id and x.over = o.ver and unit_owner_now(x.requesting_unit_id, x.requesting_organisation_id, me.gone) = me.mine
          and x.reached = any (of_states) and (not overdue or (not x.over and x.due_on < me.today)) and (after_id is null or (x.due_on, x.task_id) > (after_due, after_id))
        order by x.due_on, x.task_id limit most
      ) s
      where of_side is distinct from 'owner' and exists (select from unnest(of_states) i(s) where o.ver = (i.s in ('rejected', 'cancelled', 'completed', 'failed')))
    ) f order by f.due_on, f.task_id limit most
  ), opened as materialized (
    select o.* from plans_as_open(array(select distinct f.plan_id from found f)) o
  )
  select (select c.revision::text from catalogue c), f.task_id, f.plan_id, t.measure_id, t.words_id, f.due_on, f.reached, f.number, f.since, f.over,
    f.requesting_organisation_id, f.requesting_unit_id, f.owning_organisation_id, f.owning_unit_id,
    not exists (select from unit_version v where v.unit_id = coalesce(unit_merged_into(f.owning_unit_id, me.today), f.owning_unit_id) and v.valid @> me.today),
    s.asks, s.owns, w.text_cipher, n.number, w.agreement, w.agreement_row, w.outside_reason, p.person_id,
    coalesce(o.owner, owner_now(p.person_id, p.organisation_id, me.gone), p.organisation_id), coalesce(o.keeps, false), coalesce(o.grounds, '{}'),
    case when r.protected_identity is null then r.name end, r.protected_identity is not null
  from me cross join found f
  cross join lateral (
    select f.requesting_unit_id = any (me.units) and coalesce(unit_owner_now(f.requesting_unit_id, f.requesting_organisation_id, me.gone) = me.mine, false) as asks,
      f.owning_unit_id = any (me.units) and coalesce(unit_owner_now(f.owning_unit_id, f.owning_organisation_id, me.gone) = me.mine, false) as owns
    offset 0
  ) s
  join plan_task t on t.id = f.task_id
  join plan p on p.id = f.plan_id
  left join opened o on o.id = f.plan_id
  left join plan_task_words w on w.id = t.words_id and (s.asks or 'measures' = any (o.open))
  left join plan_measure n on n.id = w.wording_id
  left join person r on r.id = p.person_id and 'identity' = any (o.open)
  order by f.due_on, f.task_id;
end;
comment on function acting_task_page(text, text[], boolean, date, uuid, int) is 'The tasks that the units of who acts ask or are asked, in certain states, the first due first, after one that is named: words where measures are open to them or they wrote them.';
alter function acting_task_page(text, text[], boolean, date, uuid, int) set plan_cache_mode = force_generic_plan;
revoke all on function acting_task_page(text, text[], boolean, date, uuid, int) from public;
grant execute on function acting_task_page(text, text[], boolean, date, uuid, int) to overens_app;
drop function acting_tasks(text, text[], boolean, date, uuid, int);

-- One place works it out: what the policies ask is asked of it too.
create or replace function acting_plans_grounds(of_plans uuid[]) returns table (plan_id uuid, data_kind text, ground text, ground_id uuid) language sql stable security definer begin atomic
  select o.id, split_part(g.ground, ':', 1), split_part(g.ground, ':', 2), nullif(split_part(g.ground, ':', 3), '')::uuid
  from plans_as_open(of_plans) o cross join unnest(o.grounds) g(ground)
  union all
  select p.id, k.data_kind, v.speaks_as, min(v.speaker::text)::uuid
  from acting_speaks() v join plan p on p.person_id = v.person_id and p.id = any (of_plans) cross join unnest(v.kinds) k(data_kind)
  where (select a.kind from acting_row() a) = 'individual' and p.person_id not in (select acting_own_persons())
  group by p.id, k.data_kind, v.speaks_as;
end;
alter function acting_plans_grounds(uuid[]) set plan_cache_mode = force_generic_plan;
