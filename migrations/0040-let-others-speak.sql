-- Who speaks for somebody: the guardians of a child, and representatives of an adult. Whose yes is needed is worked out of these rows, and a consent opens something
-- only when everybody has said it whose yes is needed. Rows are added and never changed. They belong to the record that a plan rests on.

create table consent_child (
  person_id uuid primary key references person,
  born date not null,
  noted_by uuid not null references account,
  at timestamptz not null
);
comment on table consent_child is 'That somebody is, or was, a child: until the day they turn 18 begins, their guardians answer as far as the child''s age and maturity do not say otherwise (OSL 12 kap. 3 §, FB 6 kap. 11 §).';

create table consent_guardian (
  id uuid primary key,
  person_id uuid not null references person,
  name_cipher bytea not null,
  evidence_cipher bytea not null,
  named_by uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  at timestamptz not null
);
comment on table consent_guardian is 'A guardian of a child. From when and until when: consent_guardian_turn.';
comment on column consent_guardian.name_cipher is 'Bound to consent.guardian.name:<id>.';
comment on column consent_guardian.evidence_cipher is 'How it is known. Bound to consent.guardian.evidence:<id>.';
create index consent_guardian_of_person on consent_guardian (person_id);

create table consent_guardian_turn (
  id uuid primary key,
  guardian_id uuid not null references consent_guardian,
  of text not null check (of in ('custody', 'concealed')),
  begins boolean not null,
  happens_at timestamptz not null,
  evidence_cipher bytea not null,
  written_by uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  at timestamptz not null
);
comment on table consent_guardian_turn is 'That the custody of a guardian begins or ends, or that secrecy towards them does. The latest to have happened of a sort holds.';
comment on column consent_guardian_turn.of is 'custody: they decide for the child. concealed: secrecy holds towards them, since the child would suffer from it or another provision says so: they are not asked.';
comment on column consent_guardian_turn.evidence_cipher is 'How it is known. Bound to consent.turn.evidence:<id>.';
create index consent_guardian_turn_of_guardian on consent_guardian_turn (guardian_id, happens_at);

create table consent_maturity (
  id uuid primary key,
  person_id uuid not null references person,
  decides text not null check (decides in ('guardians', 'together', 'child')),
  assessed_at timestamptz not null,
  evidence_cipher bytea not null,
  written_by uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  at timestamptz not null,
  constraint consent_maturity_not_judged_later check (assessed_at <= at)
);
comment on table consent_maturity is 'Who disposes of a child''s secrecy, as it was judged by age and maturity: the law has no age for it. The latest holds.';
comment on column consent_maturity.evidence_cipher is 'Where the reasons are documented. Bound to consent.maturity.evidence:<id>.';
create index consent_maturity_of_person on consent_maturity (person_id);

create table consent_representative (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('god-man', 'forvaltare', 'power-of-attorney', 'future-power-of-attorney', 'relative')),
  matters text[] not null check (cardinality(matters) between 1 and 4 and matters <@ array['read', 'speak', 'ask', 'consent']),
  valid tstzrange not null check (not isempty(valid) and lower(valid) is not null and upper(valid) is not null and not lower_inf(valid) and not upper_inf(valid)),
  name_cipher bytea not null,
  evidence_cipher bytea not null,
  named_by uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  at timestamptz not null,
  constraint consent_relative_answers_for_nobody check (kind <> 'relative' or not ('consent' = any (matters)))
);
comment on table consent_representative is 'Who speaks for an adult, in what and until when: always with an end. A relative is let in by the person, and answers in nobody''s place.';
comment on column consent_representative.name_cipher is 'Bound to consent.representative.name:<id>.';
comment on column consent_representative.evidence_cipher is 'The decision, the document, or where the person''s yes is noted. Bound to consent.representative.evidence:<id>.';
create index consent_representative_of_person on consent_representative (person_id);

create table consent_representative_end (
  representative_id uuid primary key references consent_representative,
  ended_by uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  at timestamptz not null
);
comment on table consent_representative_end is 'That an assignment has ended before its time.';

do $$
declare
  name text;
begin
  foreach name in array array['consent_child', 'consent_guardian', 'consent_guardian_turn', 'consent_maturity', 'consent_representative', 'consent_representative_end'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    execute format('grant select, insert on %I to overens_app', name);
  end loop;
  foreach name in array array['consent_guardian', 'consent_maturity', 'consent_representative'] loop
    execute format('create policy %I on %I for select to overens_app using (works_with_person(person_id) or person_id in (select acting_own_persons()))', name || '_read', name);
    execute format('create policy %I on %I for insert to overens_app with check (works_with_person(person_id) and %I = (select acting_account())
      and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()))', name || '_write', name,
      case name when 'consent_maturity' then 'written_by' else 'named_by' end);
  end loop;
end $$;
create policy consent_child_read on consent_child for select to overens_app using (works_with_person(person_id) or person_id in (select acting_own_persons()));
create policy consent_child_note on consent_child for insert to overens_app with check (
  noted_by = (select acting_account()) and (works_with_person(person_id) or person_id in (select acting_own_persons()))
);
create policy consent_guardian_turn_read on consent_guardian_turn for select to overens_app using (exists (select from consent_guardian g where g.id = guardian_id));
create policy consent_guardian_turn_write on consent_guardian_turn for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and exists (select from consent_guardian g where g.id = guardian_id and works_with_person(g.person_id))
);
create policy consent_representative_end_read on consent_representative_end for select to overens_app using (
  exists (select from consent_representative r where r.id = representative_id)
);
create policy consent_representative_end_write on consent_representative_end for insert to overens_app with check (
  ended_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and exists (select from consent_representative r where r.id = representative_id and works_with_person(r.person_id))
);

insert into plan_act (kind, who) values ('consents.name-speaker', '{leads}'), ('consents.change-speaker', '{leads}');

-- The scopes of a consent are asked for with it, by everybody who reads a plan.
create index consent_scope_of_consent on consent_scope (consent_id);

-- Whose yes is needed --------------------------------------------------------------------------------------------------------------------------------------

create function comes_of_age(born date) returns timestamptz language sql stable
  return (comes_of_age.born + interval '18 years')::timestamp at time zone 'Europe/Stockholm';
comment on function comes_of_age(date) is 'When the Swedish day begins on which somebody turns 18.';

create function is_guardian_asked(guardian uuid) returns boolean language sql stable security definer begin atomic
  select coalesce((
      select t.begins from consent_guardian_turn t
      where t.guardian_id = is_guardian_asked.guardian and t.of = 'custody' and t.happens_at <= acting_now() and t.at <= acting_now()
      order by t.happens_at desc, t.at desc, t.id desc limit 1
    ), false)
    and not coalesce((
      select t.begins from consent_guardian_turn t
      where t.guardian_id = is_guardian_asked.guardian and t.of = 'concealed' and t.happens_at <= acting_now() and t.at <= acting_now()
      order by t.happens_at desc, t.at desc, t.id desc limit 1
    ), false);
end;
comment on function is_guardian_asked(uuid) is 'Has a guardian custody at this moment, without secrecy towards them?';

create function voices_for(of_person uuid) returns table (voice bigint, giver text, giver_id uuid) language sql stable security definer begin atomic
  with child as materialized (
    select (
      select case when count(distinct m.decides) > 1 then 'together' else min(m.decides) end
      from consent_maturity m
      where m.person_id = voices_for.of_person and m.at <= acting_now() and m.assessed_at = (
        select max(l.assessed_at) from consent_maturity l where l.person_id = voices_for.of_person and l.at <= acting_now() and l.assessed_at <= acting_now()
      )
    ) as decides
    from consent_child c where c.person_id = voices_for.of_person and acting_now() < comes_of_age(c.born)
  ), guardians as materialized (
    select row_number() over (order by g.id) as voice, g.id from consent_guardian g, child
    where g.person_id = voices_for.of_person and child.decides in ('guardians', 'together') and g.at <= acting_now() and is_guardian_asked(g.id)
  )
  select g.voice, 'guardian', g.id from guardians g
  union all
  select 0, 'person', null from child where child.decides = 'child' or (child.decides = 'together' and exists (select from guardians))
  union all
  select 0, 'person', null where not exists (select from child)
  union all
  select 0, 'representative', r.id from consent_representative r
  where not exists (select from child) and r.person_id = voices_for.of_person and 'consent' = any (r.matters) and r.kind <> 'relative'
    and r.valid @> acting_now() and r.at <= acting_now()
    and not exists (select from consent_representative_end e where e.representative_id = r.id and e.at <= acting_now());
end;
comment on function voices_for(uuid) is 'Whose yes is needed about somebody at this moment: every voice, each by any of its givers. None where it cannot be said: nobody has judged who disposes of a child''s secrecy, or there is no guardian to ask.';

create function person_says_no(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select not exists (
      select from consent c join consent_scope s on s.consent_id = c.id
      where c.plan_id = of_plan and c.kind = 'lift-secrecy' and c.giver = 'person' and c.answer in ('given', 'partly') and c.given_at <= acting_now() and c.recorded_at <= acting_now()
        and s.permits and upper(s.valid) > acting_now()
        and not exists (
          select from consent_withdrawal w where w.consent_id = c.id and (w.scope_id is null or w.scope_id = s.id) and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
        )
        and not exists (
          select from consent n where n.plan_id = of_plan and n.kind = 'lift-secrecy' and n.giver = 'person' and n.answer = 'declined'
            and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
        )
    ) and coalesce((
      select case l.answer when 'declined' then true when 'cannot' then false
        else exists (
            select from consent_withdrawal w where w.consent_id = l.id and w.scope_id is null and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
          )
          or (exists (select from consent_scope s where s.consent_id = l.id and s.permits) and not exists (
            select from consent_scope s where s.consent_id = l.id and s.permits and not exists (
              select from consent_withdrawal w where w.consent_id = l.id and w.scope_id = s.id and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
            )
          ))
        end
      from consent l
      where l.plan_id = of_plan and l.kind = 'lift-secrecy' and l.giver = 'person' and l.given_at <= acting_now() and l.recorded_at <= acting_now()
      order by l.given_at desc, (l.answer = 'declined') desc, l.recorded_at desc, l.id desc limit 1
    ), false);
end;
comment on function person_says_no(uuid) is 'Has the person said no to lifting secrecy, or taken back what they said? Then no representative''s yes counts against it.';

create function answer_to_plan(of_plan uuid, of_giver text, of_giver_id uuid) returns text language sql stable security definer begin atomic
  select case
    when exists (
      select from consent c
      where c.plan_id = of_plan and c.kind = 'make-plan' and c.giver = of_giver and c.giver_id is not distinct from of_giver_id and c.answer in ('given', 'partly')
        and c.given_at <= acting_now() and c.recorded_at <= acting_now()
        and not exists (select from consent_withdrawal w where w.consent_id = c.id and w.scope_id is null and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now())
        and not exists (
          select from consent n where n.plan_id = of_plan and n.kind = 'make-plan' and n.giver = of_giver and n.giver_id is not distinct from of_giver_id
            and n.answer = 'declined' and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
        )
    ) then 'yes'
    else coalesce((
      select case l.answer when 'declined' then 'no' when 'cannot' then case when l.evidence_cipher is not null then 'cannot' else 'none' end else 'no' end
      from consent l
      where l.plan_id = of_plan and l.kind = 'make-plan' and l.giver = of_giver and l.giver_id is not distinct from of_giver_id
        and l.given_at <= acting_now() and l.recorded_at <= acting_now()
      order by l.given_at desc, (l.answer = 'declined') desc, l.recorded_at desc, l.id desc limit 1
    ), 'none')
  end;
end;
comment on function answer_to_plan(uuid, text, uuid) is 'What one giver says to a plan being made: yes, no (also taken back), cannot (with where that is documented), or none.';

create or replace function plan_is_agreed(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select coalesce(bool_and(case
    when v.own = 'yes' then true when v.own = 'no' then false
    when 'yes' = any (v.answers) then true when 'no' = any (v.answers) then false else 'cannot' = any (v.answers) end), false)
  from (
    select o.voice, max(o.answer) filter (where o.giver = 'person') as own, array_agg(o.answer) as answers
    from (
      select g.voice, g.giver, answer_to_plan(p.id, g.giver, g.giver_id) as answer from plan p cross join lateral voices_for(p.person_id) g where p.id = of_plan
    ) o
    group by o.voice
  ) v;
end;
comment on function plan_is_agreed(uuid) is 'Has everybody whose yes is needed said yes to a plan being made, or is it written down why they cannot take a stand?';

create or replace function acting_plan_grounds(of_plan uuid) returns table (data_kind text, ground text, ground_id uuid) language sql stable security definer begin atomic
  with me as materialized (
    select p.id, p.person_id, a.organisation_id as mine, a.unit_id as unit,
      exists (
        select from plan_party t join case_contact c on c.person_id = p.person_id and c.unit_id = t.unit_id
        where t.plan_id = p.id and t.unit_id = any (w.units) and c.valid @> acting_today()
          and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
      ) as own,
      a.kind = 'individual' and coalesce(r.number_hash = a.number_hash, false) as individual,
      exists (
        select from plan_party t where t.plan_id = p.id and t.unit_id = any (w.units) and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
      ) as party,
      not exists (select from consent_child b where b.person_id = p.person_id)
        and not exists (select from consent_representative b where b.person_id = p.person_id) as alone
    from plan p
    join person r on r.id = p.person_id
    cross join acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) end as units,
        array(select s.from_id from succession s where s.of = 'organisation' and s.on_date <= acting_today()) as gone
      offset 0
    ) w
    where p.id = of_plan
  ), voices as materialized (
    -- Of most, nothing is written of who speaks for them: then it is not asked.
    select 0::bigint as voice, 'person' as giver, null::uuid as giver_id from me where me.party and not me.own and me.alone
    union all
    select v.voice, v.giver, v.giver_id from me cross join lateral voices_for(me.person_id) v where me.party and not me.own and not me.alone
  )
  select k.data_kind, g.ground, g.ground_id
  from me
  cross join unnest(array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']) k(data_kind)
  cross join lateral (
    select 'own' as ground, null::uuid as ground_id where me.own
    union all
    select 'individual', null where me.individual
    union all
    -- Every voice by one of its own.
    select 'consent', min(c.id::text)::uuid
    from voices v
    join consent c on c.giver = v.giver and c.giver_id is not distinct from v.giver_id
    join consent_scope s on s.consent_id = c.id
    where me.party and not me.own and c.plan_id = me.id and s.plan_id = me.id and s.organisation_id = me.mine and (s.unit_id is null or s.unit_id = me.unit)
      and s.data_kind = k.data_kind and s.purpose = purpose_in_plan(me.id, k.data_kind) and s.permits and s.valid @> acting_now()
      and c.kind = 'lift-secrecy' and c.answer in ('given', 'partly') and c.given_at <= acting_now() and c.recorded_at <= acting_now()
      and (c.giver <> 'representative' or not person_says_no(me.id))
      and not exists (
        select from consent_withdrawal w where w.consent_id = c.id and (w.scope_id is null or w.scope_id = s.id)
          and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
      )
      and not exists (
        select from consent n where n.plan_id = me.id and n.kind = 'lift-secrecy' and n.giver = c.giver and n.giver_id is not distinct from c.giver_id
          and n.answer = 'declined' and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
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
    having count(*) > 0 and count(distinct v.voice) = (select count(distinct o.voice) from voices o)
    union all
    select 'rule', d.id from disclosure_decision d
    where me.party and not me.own and d.plan_id = me.id and d.organisation_id = me.mine and d.unit_id = me.unit and k.data_kind = any (d.data_kinds)
      and d.valid @> acting_now() and d.at <= acting_now()
      and not exists (select from disclosure_ending e where e.decision_id = d.id and e.at <= acting_now())
  ) g
  where me.own or me.individual or me.party;
end;

create function speakers_of(of_person uuid) returns json language sql stable security definer begin atomic
  select json_build_object(
    'born', (select c.born from consent_child c where c.person_id = of_person),
    'guardians', coalesce((
      select json_agg(json_build_object('id', g.id, 'turns', coalesce((
          select json_agg(json_build_object('of', t.of, 'begins', t.begins, 'at', t.happens_at) order by t.happens_at, t.at, t.id)
          from consent_guardian_turn t where t.guardian_id = g.id and t.at <= acting_now()
        ), '[]'::json)) order by g.id)
      from consent_guardian g where g.person_id = of_person and g.at <= acting_now()
    ), '[]'::json),
    'maturities', coalesce((
      select json_agg(json_build_object('decides', m.decides, 'assessedAt', m.assessed_at)) from consent_maturity m where m.person_id = of_person and m.at <= acting_now()
    ), '[]'::json),
    'representatives', coalesce((
      select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'matters', r.matters, 'from', lower(r.valid), 'until', upper(r.valid),
        'endedAt', (select e.at from consent_representative_end e where e.representative_id = r.id)) order by r.id)
      from consent_representative r where r.person_id = of_person and r.at <= acting_now()
    ), '[]'::json)
  );
end;
comment on function speakers_of(uuid) is 'Who may speak for somebody, and when, without a word of who they are. For the functions below alone.';

drop function acting_plan(uuid);
create function acting_plan(of_plan uuid) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, speakers json
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
            or s.unit_id = any (me.formerly)
            -- Whether the person has said no, which a representative cannot speak against, takes all of it.
            or (c.giver = 'person' and exists (select from consent o where o.plan_id = me.id and o.giver = 'representative')))
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
    r.name, r.number_kind, r.number_cipher, r.protected_identity, r.interpreter_language, speakers_of(me.person_id)
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
comment on function acting_plan(uuid) is 'A plan that who acts takes part in or that is theirs, with the facts that decide what they may read of it, and whose it is where they may read that. Whose it is and for whom units take part are as of today; formerly: all that the unit and the huvudman of who acts have come out of; speakers: who may speak for the person.';

-- An answer is of the person, or of somebody who is known to speak for them.
alter policy consent_take on consent with check (
  taken_by = (select acting_account()) and case
    when organisation_id is null then owns_plan(plan_id) and giver = 'person'
    else leads_plan(plan_id) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) and case giver
      when 'guardian' then exists (select from plan p join consent_guardian g on g.person_id = p.person_id where p.id = consent.plan_id and g.id = consent.giver_id)
      when 'representative' then exists (select from plan p join consent_representative r on r.person_id = p.person_id where p.id = consent.plan_id and r.id = consent.giver_id)
      else true end end
);

revoke all on function comes_of_age(date), is_guardian_asked(uuid), voices_for(uuid), person_says_no(uuid), answer_to_plan(uuid, text, uuid), speakers_of(uuid),
  acting_plan(uuid) from public, overens_app;
grant execute on function acting_plan(uuid), comes_of_age(date) to overens_app;
