-- Guardians and representatives log in themselves: with which number, what each may then read, and what they say in their own name. It opens what their own assignment
-- opens, at that moment, and nothing of what is the person's alone.

alter table consent_representative add column data_kinds text[] not null default '{}'
  check (data_kinds <@ array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']);
comment on column consent_representative.data_kinds is 'Which parts of a plan they may read with a login of their own, where they may read at all. None is nothing.';

create table consent_speaker_login (
  id uuid primary key,
  person_id uuid not null references person,
  guardian_id uuid references consent_guardian,
  representative_id uuid references consent_representative,
  number_hash bytea,
  opens boolean generated always as (number_hash is not null) stored,
  written_by uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  at timestamptz not null,
  constraint consent_speaker_login_of_one check (num_nonnulls(guardian_id, representative_id) = 1)
);
comment on table consent_speaker_login is 'With which personal identity number somebody who speaks for a person logs in. The latest of each holds; one without a number lets nobody in.';
comment on column consent_speaker_login.number_hash is 'Keyed hash, as that of an account.';
create index consent_speaker_login_of_number on consent_speaker_login (number_hash) where number_hash is not null;
create index consent_speaker_login_of_speaker on consent_speaker_login (coalesce(guardian_id, representative_id), at);
create index consent_speaker_login_of_person on consent_speaker_login (person_id);

create table person_protection_before (
  id bigint generated always as identity primary key,
  person_id uuid not null references person,
  protected boolean not null,
  until timestamptz not null
);
comment on table person_protection_before is 'Whether the identity of a person was protected until that was changed: what decided a look is asked again later.';
create index person_protection_before_of_person on person_protection_before (person_id, until);
create function keep_protection_before() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    insert into person_protection_before (person_id, protected, until) values (old.id, old.protected_identity is not null, acting_now());
    return null;
  end $$;
create trigger person_keeps_protection_before after update of protected_identity on person for each row
  when ((old.protected_identity is null) is distinct from (new.protected_identity is null)) execute function keep_protection_before();

-- What they say in a plan: in their own name, beside what the person says, never as the person's.
create table plan_spoken (
  id uuid primary key,
  plan_id uuid not null references plan,
  guardian_id uuid references consent_guardian,
  representative_id uuid references consent_representative,
  speaker_id uuid generated always as (coalesce(guardian_id, representative_id)) stored,
  about text not null check (about in ('needs', 'goals', 'change')),
  data_kind text not null check (data_kind in ('needs', 'goals', 'measures')),
  goal_id uuid,
  measure_id uuid,
  number int check (number > 0),
  duty_id uuid references plan_duty,
  answer text check (answer in ('approved', 'objects', 'commented')),
  words_cipher bytea,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_spoken_by_one check (num_nonnulls(guardian_id, representative_id) = 1),
  constraint plan_spoken_of_goal foreign key (goal_id, number) references plan_goal (goal_id, number),
  constraint plan_spoken_of_measure foreign key (measure_id, number) references plan_measure (measure_id, number),
  constraint plan_spoken_about check (case about
    when 'change' then num_nonnulls(goal_id, measure_id, duty_id) = 1 and (number is null) = (duty_id is not null) and answer is not null
      and (answer = 'approved' or words_cipher is not null) and data_kind = case when goal_id is not null then 'goals' else 'measures' end
    else num_nonnulls(goal_id, measure_id, duty_id, number, answer) = 0 and words_cipher is not null and data_kind = about end)
);
comment on table plan_spoken is 'What a guardian or a representative says in a plan with a login of their own: how it is, what is to be reached, or what they think of a thing in its wording. The latest of each about the same holds.';
comment on column plan_spoken.words_cipher is 'Bound to plan.spoken:<id>.';
create index plan_spoken_of_plan on plan_spoken (plan_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['consent_speaker_login', 'person_protection_before', 'plan_spoken'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

-- Whom who acts speaks for ---------------------------------------------------------------------------------------------------------------------------------

create function is_protected(of_person uuid) returns boolean language sql stable security definer begin atomic
  select coalesce(
    (select b.protected from person_protection_before b where b.person_id = of_person and b.until > acting_now() order by b.until, b.id limit 1),
    (select p.protected_identity is not null from person p where p.id = of_person), true);
end;
comment on function is_protected(uuid) is 'Is the identity of somebody protected, or was it at the moment that is asked about?';

create function speaker_logins(of_hash bytea) returns table (person_id uuid, guardian_id uuid, representative_id uuid) language sql stable security definer begin atomic
  select l.person_id, l.guardian_id, l.representative_id
  from consent_speaker_login l
  where l.number_hash = of_hash and l.at <= acting_now() and not exists (
    select from consent_speaker_login n
    where coalesce(n.guardian_id, n.representative_id) = coalesce(l.guardian_id, l.representative_id) and n.at <= acting_now() and (n.at, n.id) > (l.at, l.id)
  );
end;
comment on function speaker_logins(bytea) is 'Those who speak for somebody and log in with this number, whether their assignment holds or not. For the functions below alone.';

-- One statement: it is asked for every row that an individual reads, and each function within a function costs as much again.
create or replace function acting_speaks() returns table (person_id uuid, speaks_as text, speaker uuid, matters text[], kinds text[]) language sql stable security definer begin atomic
  with login as materialized (
    select l.person_id, l.guardian_id, l.representative_id, c.born is not null and k.now < comes_of_age(c.born) as child, k.now
    from acting_row() a
    cross join lateral (select acting_now() as now offset 0) k
    join consent_speaker_login l on l.number_hash = a.number_hash and l.at <= k.now
    join person p on p.id = l.person_id
    left join consent_child c on c.person_id = l.person_id
    where a.kind = 'individual' and not exists (
        select from consent_speaker_login n
        where coalesce(n.guardian_id, n.representative_id) = coalesce(l.guardian_id, l.representative_id) and n.at <= k.now and (n.at, n.id) > (l.at, l.id)
      )
      and not coalesce(
        (select b.protected from person_protection_before b where b.person_id = p.id and b.until > k.now order by b.until, b.id limit 1), p.protected_identity is not null)
  )
  select g.person_id, 'guardian', g.id, array['read', 'speak', 'ask', 'consent'], array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']
  from login l
  join consent_guardian g on g.id = l.guardian_id and g.person_id = l.person_id and g.at <= l.now
  where l.child
    and coalesce((
      select t.begins from consent_guardian_turn t where t.guardian_id = g.id and t.of = 'custody' and t.happens_at <= l.now and t.at <= l.now
      order by t.happens_at desc, t.at desc, t.id desc limit 1
    ), false)
    and not coalesce((
      select t.begins from consent_guardian_turn t where t.guardian_id = g.id and t.of = 'concealed' and t.happens_at <= l.now and t.at <= l.now
      order by t.happens_at desc, t.at desc, t.id desc limit 1
    ), false)
    and (
      select case when count(distinct m.decides) > 1 then 'together' else min(m.decides) end
      from consent_maturity m
      where m.person_id = g.person_id and m.at <= l.now and m.assessed_at = (
        select max(o.assessed_at) from consent_maturity o where o.person_id = g.person_id and o.at <= l.now and o.assessed_at <= l.now
      )
    ) in ('guardians', 'together')
  union all
  select r.person_id, 'representative', r.id, r.matters, case when 'read' = any (r.matters) then r.data_kinds else '{}' end
  from login l
  join consent_representative r on r.id = l.representative_id and r.person_id = l.person_id and r.at <= l.now
  where not l.child and r.valid @> l.now and not exists (select from consent_representative_end e where e.representative_id = r.id and e.at <= l.now);
end;
comment on function acting_speaks() is 'Whom who acts speaks for at this moment, as which guardian or representative, in what, and which parts of a plan they may read as such: nothing by custody where the child alone disposes of the secrecy or nobody has judged it, where secrecy holds towards the guardian, or where the identity is protected. Nobody, for staff.';

create function speaks_in_plan(of_plan uuid, as_a text, of_speaker uuid, of_matter text, of_kind text default null) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan p join acting_speaks() s on s.person_id = p.person_id
    where p.id = of_plan and s.speaks_as = as_a and s.speaker = of_speaker and of_matter = any (s.matters) and (of_kind is null or of_kind = any (s.kinds))
  );
end;
comment on function speaks_in_plan(uuid, text, uuid, text, text) is 'Does who acts speak in this matter for the one that a plan is about, as this guardian or representative, at this moment? of_kind: and does that same assignment open this kind of data? What two assignments open is never added up.';

create function acting_speakers() returns uuid[] language sql stable security definer begin atomic
  select coalesce(array_agg(s.speaker), '{}') from acting_speaks() s;
end;
comment on function acting_speakers() is 'As whom who acts speaks for others now: the ids of guardians and representatives.';

create function acting_spoken_for() returns table (
  speaker uuid, speaks_as text, person_id uuid, name text, owner uuid, owner_name text, plans uuid[]
) language sql stable security definer begin atomic
  select s.speaker, s.speaks_as, s.person_id, case when 'identity' = any (s.kinds) then r.name end, w.owner,
    coalesce((select o.name from organisation_version o where o.organisation_id = w.owner and o.valid @> acting_today()), ''),
    array(select p.id from plan p where p.person_id = s.person_id order by p.id desc)
  from acting_speaks() s
  join person r on r.id = s.person_id
  cross join lateral (select coalesce(owner_now(r.id, r.organisation_id, gone_organisations(acting_today())), r.organisation_id) as owner offset 0) w
  order by s.speaker;
end;
comment on function acting_spoken_for() is 'Whom who acts speaks for now, each with the plans about them; the name where it is open.';

create function speakers_known_to(of_person uuid, of_hash bytea) returns json language sql stable security definer begin atomic
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
      select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'matters', r.matters, 'dataKinds', r.data_kinds, 'from', lower(r.valid), 'until', upper(r.valid),
        'endedAt', (select e.at from consent_representative_end e where e.representative_id = r.id)) order by r.id)
      from consent_representative r where r.person_id = of_person and r.at <= acting_now()
    ), '[]'::json),
    'protected', of_hash is not null and is_protected(of_person),
    'asker', case when of_hash is null then '[]'::json else coalesce((
      select json_agg(coalesce(l.guardian_id, l.representative_id)) from speaker_logins(of_hash) l where l.person_id = of_person
    ), '[]'::json) end
  );
end;
comment on function speakers_known_to(uuid, bytea) is 'Who may speak for somebody, and when, without a word of who they are. asker: which of them is whoever has this number; protected: whether the identity is, where that decides. For the functions below alone.';

create or replace function speakers_of(of_person uuid) returns json language sql stable security definer begin atomic
  select speakers_known_to(of_person, (select a.number_hash from acting_row() a where a.kind = 'individual'));
end;

revoke all on function keep_protection_before(), is_protected(uuid), speaker_logins(bytea), speakers_known_to(uuid, bytea), speaks_in_plan(uuid, text, uuid, text, text),
  acting_speakers(), acting_spoken_for() from public;
grant execute on function speaks_in_plan(uuid, text, uuid, text, text), acting_speakers(), acting_spoken_for() to overens_app;

-- The walls --------------------------------------------------------------------------------------------------------------------------------------------------

create policy consent_speaker_login_read on consent_speaker_login for select to overens_app using (works_with_person(person_id) or person_id in (select acting_own_persons()));
create policy consent_speaker_login_write on consent_speaker_login for insert to overens_app with check (
  works_with_person(person_id) and written_by = (select acting_account()) and at = acting_now()
  and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and (guardian_id is null or exists (select from consent_guardian g where g.id = guardian_id and g.person_id = consent_speaker_login.person_id))
  and (representative_id is null or exists (select from consent_representative r where r.id = representative_id and r.person_id = consent_speaker_login.person_id))
);
grant select on consent_speaker_login to overens_app;
grant insert (id, person_id, guardian_id, representative_id, number_hash, written_by, organisation_id, unit_id, at) on consent_speaker_login to overens_app;

-- The person and those who make the plan read what is open to them; who has said something reads that alone, as long as they speak.
create policy plan_spoken_read on plan_spoken for select to overens_app using (
  speaker_id = any ((select acting_speakers())::uuid[])
  or ((owns_plan(plan_id) or takes_part_in_plan(plan_id)) and data_kind = any (acting_plan_kinds(plan_id)))
);
create policy plan_spoken_write on plan_spoken for insert to overens_app with check (
  written_by = (select acting_account()) and at = acting_now() and not plan_is_closed(plan_id)
  and speaks_in_plan(plan_id, case when guardian_id is null then 'representative' else 'guardian' end, coalesce(guardian_id, representative_id), 'speak', data_kind)
  and (goal_id is null or exists (select from plan_goal g where g.goal_id = plan_spoken.goal_id and g.plan_id = plan_spoken.plan_id))
  and (measure_id is null or exists (select from plan_measure m where m.measure_id = plan_spoken.measure_id and m.plan_id = plan_spoken.plan_id))
  and (duty_id is null or exists (select from plan_duty d where d.id = plan_spoken.duty_id and d.plan_id = plan_spoken.plan_id))
);
grant select on plan_spoken to overens_app;
grant insert (id, plan_id, guardian_id, representative_id, about, data_kind, goal_id, measure_id, number, duty_id, answer, words_cipher, written_by, at) on plan_spoken to overens_app;

alter policy plan_read on plan using (
  id in (select acting_party_plans()) or person_id in (select acting_own_persons()) or person_id in (select s.person_id from acting_speaks() s)
);
grant execute on function acting_speaks() to overens_app;

create function speaker_names(of_plan uuid) returns table (account_id uuid, name text) language sql stable security definer begin atomic
  select a.id, a.name from account a
  where a.id in (select s.written_by from plan_spoken s where s.plan_id = of_plan) and 'identity' = any (acting_plan_kinds(of_plan))
    and (owns_plan(of_plan) or takes_part_in_plan(of_plan));
end;
comment on function speaker_names(uuid) is 'The names of the guardians and representatives who have said something in a plan, for those who may know whose plan it is.';
revoke all on function speaker_names(uuid) from public;
grant execute on function speaker_names(uuid) to overens_app;

-- What they have answered themselves, and no answer of anybody else.
do $$
declare
  place text := (select pg_get_expr(polqual, polrelid) from pg_policy where polname = 'consent_read');
begin
  execute format('alter policy consent_read on consent using ((%s) or giver_id = any ((select acting_speakers())::uuid[]))', place);
end $$;
alter policy consent_take on consent with check (
  taken_by = (select acting_account()) and case
    when organisation_id is null and giver = 'person' then owns_plan(plan_id)
    when organisation_id is null then evidence_cipher is null and given_at = acting_now() and recorded_at = acting_now() and speaks_in_plan(plan_id, giver, giver_id, 'consent')
    else leads_plan(plan_id) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) and case giver
      when 'guardian' then exists (select from plan p join consent_guardian g on g.person_id = p.person_id where p.id = consent.plan_id and g.id = consent.giver_id)
      when 'representative' then exists (select from plan p join consent_representative r on r.person_id = p.person_id where p.id = consent.plan_id and r.id = consent.giver_id)
      else true end end
);
alter policy consent_scope_read on consent_scope using (
  leads_plan(plan_id) or owns_plan(plan_id) or exists (select from consent c where c.id = consent_id and c.giver_id = any ((select acting_speakers())::uuid[]))
);
alter policy consent_scope_take on consent_scope with check (
  exists (
    select from consent c
    where c.id = consent_id and c.plan_id = consent_scope.plan_id and c.taken_by = (select acting_account()) and c.recorded_at = acting_now()
      and (leads_plan(c.plan_id) or owns_plan(c.plan_id) or (c.organisation_id is null and speaks_in_plan(c.plan_id, c.giver, c.giver_id, 'consent')))
  )
  and (unit_id is null or unit_of_organisation(unit_id, organisation_id))
);
alter policy consent_withdrawal_read on consent_withdrawal using (
  exists (select from consent c where c.id = consent_id and (leads_plan(c.plan_id) or owns_plan(c.plan_id) or c.giver_id = any ((select acting_speakers())::uuid[])))
);
alter policy consent_withdrawal_note on consent_withdrawal with check (
  withdrawn_by = (select acting_account())
  and exists (
    select from consent c
    where c.id = consent_id and (leads_plan(c.plan_id) or owns_plan(c.plan_id)
      -- Their own answer, whether they gave it with a login or staff wrote it down for them.
      or (consent_withdrawal.organisation_id is null and speaks_in_plan(c.plan_id, c.giver, c.giver_id, 'consent')))
  )
  and (scope_id is null or exists (select from consent_scope s where s.id = scope_id and s.consent_id = consent_withdrawal.consent_id))
);

insert into plan_act (kind, who) values ('plans.say-for', '{reads:needs,reads:goals,reads:measures}'), ('consents.let-log-in', '{leads}');
insert into plan_act_after_closing (kind) values ('consents.let-log-in');

-- Asked again later ----------------------------------------------------------------------------------------------------------------------------------------------

create or replace function plan_standing_at(of_plan uuid, of_account uuid, of_role text, of_organisation uuid, of_unit uuid, of_moment timestamptz) returns table (
  id uuid, person_id uuid, owner uuid, established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json, speakers json
) language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    kept text := coalesce(current_setting('overens.now', true), '');
  begin
    -- Everything below asks what day and moment it is: it is the one that is asked about, until it has answered.
    perform set_config('overens.now', of_moment::text, true);
    return query
      select me.id, me.person_id, me.owner,
        exists (select from plan_version v where v.plan_id = me.id and v.established_at <= of_moment), me.units, me.formerly, me.own,
        coalesce((
          select json_agg(json_build_object('unit', c.unit_id, 'from', lower(c.valid), 'until', upper(c.valid)))
          from contacts_at(me.person_id, of_moment) c where c.unit_id = any (me.units) and not isempty(c.valid)
        ), '[]'),
        coalesce((
          select json_agg(json_build_object('unit', t.unit_id, 'organisation', o.now))
          from plan_party t cross join lateral (select unit_owner_now(t.unit_id, t.organisation_id, me.gone) as now offset 0) o
          where t.plan_id = me.id and t.unit_id = any (me.units) and o.now is not null and t.added_at <= of_moment
        ), '[]'),
        coalesce((
          select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
            'scopes', coalesce((
              select json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'unit', s.unit_id, 'dataKind', s.data_kind, 'purpose', s.purpose,
                'permits', s.permits, 'from', lower(s.valid), 'until', upper(s.valid)))
              from consent_scope s where s.consent_id = c.id and (s.organisation_id = of_organisation or s.organisation_id = any (me.formerly) or s.unit_id = any (me.units)
                or s.unit_id = any (me.formerly)
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
          from disclosure_decision d where d.plan_id = me.id and d.organisation_id = of_organisation and d.unit_id = any (me.units)
        ), '[]'), speakers_known_to(me.person_id, (select a.number_hash from account a where a.id = of_account and a.kind = 'individual'))
      from (
        select p.id, p.person_id as person_id, coalesce(owner_now(r.id, r.organisation_id, w.gone), r.organisation_id) as owner, w.units, w.gone,
          case when cardinality(w.units) = 0 then '{}'::uuid[] else array(
            select came_out_of(of_unit, acting_today()) union select came_out_of(of_organisation, acting_today()) except values (of_unit), (of_organisation)
          ) end as formerly,
          exists (select from account a where a.id = of_account and a.kind = 'individual' and a.number_hash = r.number_hash) as own
        from plan p join person r on r.id = p.person_id
        cross join lateral (
          select case when of_role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(of_unit, acting_today()) else '{}'::uuid[] end as units,
            gone_organisations(acting_today()) as gone
          offset 0
        ) w
        where p.id = of_plan and p.opened_at <= of_moment
        offset 0
      ) me;
    perform set_config('overens.now', kept, true);
  end $$;

-- The clock stands still when those whose yes is needed say no, and goes on for them all alike.
create or replace function steps_of_plan(of_plan uuid) returns table (
  initiative date, asked timestamptz, noted timestamptz, summoned timestamptz, met timestamptz, assessments json, answers json
) language sql stable security definer begin atomic
  select
    (select min(i.on_day) from plan_initiative i where i.plan_id = of_plan),
    (select min(c.given_at) from consent c where c.plan_id = of_plan and c.kind = 'make-plan'),
    (select min(t.at) from plan_text t where t.plan_id = of_plan and t.voice = 'noted'),
    (select min(s.sent_at) from plan_summons s where s.plan_id = of_plan and s.kind = 'summons'),
    (select min(m.starts_at) from plan_meeting m where m.plan_id = of_plan and m.turn = 'held'),
    coalesce((
      select json_agg(json_build_object('organisation', a.organisation_id, 'needed', a.needed, 'at', a.at) order by a.at, a.id) from plan_assessment a where a.plan_id = of_plan
    ), '[]'),
    json_build_object(
      'said', coalesce((
        select json_agg(json_build_object('id', c.id, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
          'withdrawals', coalesce((
            select json_agg(json_build_object('at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id and w.scope_id is null
          ), '[]'::json)) order by c.given_at, c.id)
        from consent c where c.plan_id = of_plan and c.kind = 'make-plan'
      ), '[]'::json),
      'speakers', (
        select case when exists (select from consent_child b where b.person_id = p.person_id offset 0)
            or exists (select from consent_representative b where b.person_id = p.person_id offset 0) then speakers_known_to(p.person_id, null) end
        from plan p where p.id = of_plan
      )
    );
end;
