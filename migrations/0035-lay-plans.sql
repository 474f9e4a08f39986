-- A person's plan that two huvudmen make together, and the consents that decide who sees what of it. Rows are added and never changed or deleted: where a
-- plan is and what a consent says now are worked out of them. Every table is shut by forced row-level security. Texts are kept encrypted.

create table plan (
  id uuid primary key,
  kind text not null check (kind in ('sip', 'coordinated-care-plan', 'discharge')),
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
  opened_by uuid not null references account,
  opened_at timestamptz not null
);
comment on table plan is 'A plan from the first worry to its closing. It rests on the record of a person that one huvudman has; that another huvudman knows the same person gives it nothing here.';
comment on column plan.organisation_id is 'The huvudman that opened it, and whose record of the person it rests on.';
comment on column plan.unit_id is 'The unit that opened it, or that the individual turned to.';
comment on column plan.municipality_code is 'The municipality whose agreements say who does what.';
create index plan_of_person on plan (person_id);

create table plan_party (
  id uuid primary key,
  plan_id uuid not null references plan,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  standing text not null check (standing in ('opener', 'asked')),
  added_by uuid not null references account,
  added_at timestamptz not null,
  constraint plan_party_once unique (plan_id, unit_id)
);
comment on table plan_party is 'The units that take part in a plan. To take part opens nothing by itself: one''s own contact with the person does, a consent or a decision by law.';
create index plan_party_of_unit on plan_party (unit_id, plan_id);

create table plan_initiative (
  id uuid primary key,
  plan_id uuid not null references plan,
  made_by text not null check (made_by in ('staff', 'individual', 'relative', 'guardian', 'representative', 'other-actor')),
  on_day date not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  reason_cipher bytea not null,
  written_by uuid not null references account,
  at timestamptz not null
);
comment on table plan_initiative is 'Who pointed out that a plan is needed, and when: from the first of these days the time runs (SoL 10 kap. 8 §, HSL 16 kap. 4 §).';
comment on column plan_initiative.reason_cipher is 'Why, in words. Bound to plan.initiative:<id>.';
create index plan_initiative_of_plan on plan_initiative (plan_id);

create table plan_assessment (
  id uuid primary key,
  plan_id uuid not null references plan,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  needed boolean not null,
  reason_cipher bytea,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_assessment_no_takes_reason check (needed or reason_cipher is not null)
);
comment on table plan_assessment is 'What a huvudman finds: is a plan needed? One yes is enough for both; a no takes a reason. The latest of a huvudman holds.';
comment on column plan_assessment.reason_cipher is 'Why, in words. Bound to plan.assessment:<id>.';
create index plan_assessment_of_plan on plan_assessment (plan_id);

create table plan_text (
  id uuid primary key,
  plan_id uuid not null references plan,
  part text not null check (length(part) between 1 and 60),
  data_kind text not null check (data_kind in ('identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up')),
  voice text not null check (voice in ('own', 'noted', 'staff')),
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  text_cipher bytea not null,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_text_by_somebody check ((voice = 'own') = (organisation_id is null) and (organisation_id is null) = (unit_id is null))
);
comment on table plan_text is 'What is written in a plan, part by part. The latest of a part and voice holds, and what stood before stays.';
comment on column plan_text.voice is 'own: written by the individual; noted: the individual''s words as somebody of the staff wrote them down; staff: the words of the staff.';
comment on column plan_text.text_cipher is 'Bound to plan.text:<id>.';
create index plan_text_of_plan on plan_text (plan_id, part, at);

create table consent (
  id uuid primary key,
  plan_id uuid not null references plan,
  kind text not null check (kind in ('make-plan', 'lift-secrecy', 'invite-outside', 'shared-documentation', 'personal-data')),
  answer text not null check (answer in ('given', 'partly', 'declined', 'cannot')),
  method text not null check (method in ('oral', 'written', 'representative')),
  giver text not null check (giver in ('person', 'guardian', 'representative')),
  giver_id uuid,
  evidence_cipher bytea,
  given_at timestamptz not null,
  taken_by uuid not null references account,
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  recorded_at timestamptz not null,
  constraint consent_not_taken_later check (given_at <= recorded_at),
  constraint consent_of_one_giver check ((giver = 'person') = (giver_id is null)),
  constraint consent_method_of_giver check ((giver = 'representative') = (method = 'representative')),
  constraint consent_taken_somewhere check ((organisation_id is null) = (unit_id is null))
);
comment on table consent is 'One answer to one question of consent. The kinds are kept apart: consent to a plan opens nothing, and consent by the data protection regulation is no ground here.';
comment on column consent.giver_id is 'Which guardian or representative answered; null when the person did.';
comment on column consent.evidence_cipher is 'Where it is documented, in words. Bound to consent.evidence:<id>.';
comment on column consent.organisation_id is 'The huvudman whose staff wrote it down; null when the individual gave it with a login of their own.';
comment on column consent.recorded_at is 'When it was written down: nobody could act on it before.';
create index consent_of_plan on consent (plan_id);

create table consent_scope (
  id uuid primary key,
  consent_id uuid not null references consent,
  plan_id uuid not null references plan,
  organisation_id uuid not null references organisation,
  unit_id uuid references unit,
  data_kind text not null check (data_kind in ('identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up')),
  purpose text not null check (purpose in ('planning', 'carrying-out', 'following-up')),
  permits boolean not null,
  valid tstzrange not null,
  constraint consent_scope_has_an_end check (
    not isempty(valid) and lower(valid) is not null and upper(valid) is not null and not upper_inf(valid) and not lower_inf(valid)
    and upper(valid) <= ((lower(valid) at time zone 'Europe/Stockholm') + interval '24 months') at time zone 'Europe/Stockholm'
  )
);
comment on table consent_scope is 'What secrecy is lifted for: one receiver, one kind of data, one purpose, one period, all of them said. A consent to everything cannot be written (OSL 10 kap. 1 §, 12 kap. 2 §).';
comment on column consent_scope.permits is 'False is what the person does not want. It goes before every permit.';
create index consent_scope_of_plan on consent_scope (plan_id, organisation_id);

create table consent_withdrawal (
  id uuid primary key,
  consent_id uuid not null references consent,
  scope_id uuid references consent_scope,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null references account,
  organisation_id uuid references organisation,
  recorded_at timestamptz not null,
  constraint consent_not_withdrawn_later check (withdrawn_at <= recorded_at)
);
comment on table consent_withdrawal is 'A consent, or one scope of it, holds no more from this moment. What was delivered before is not called back.';
comment on column consent_withdrawal.scope_id is 'Null: all of the consent, but for what it excludes. An exclusion is lifted by name alone.';
comment on column consent_withdrawal.organisation_id is 'The huvudman whose staff was told; null when the individual did it with a login of their own.';
create index consent_withdrawal_of_consent on consent_withdrawal (consent_id);

create table disclosure_decision (
  id uuid primary key,
  plan_id uuid not null references plan,
  rule text not null check (length(rule) between 1 and 60),
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  data_kinds text[] not null check (cardinality(data_kinds) between 1 and 7
    and data_kinds <@ array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']),
  valid tstzrange not null check (not isempty(valid) and lower(valid) is not null and upper(valid) is not null and upper(valid) <= ((lower(valid) at time zone 'Europe/Stockholm') + interval '30 days') at time zone 'Europe/Stockholm'),
  reason_cipher bytea not null,
  deciding_organisation_id uuid not null references organisation,
  decided_by uuid not null references account,
  at timestamptz not null
);
comment on table disclosure_decision is 'That something is disclosed without consent, by a rule of law that breaks secrecy: decided by somebody, once, with a reason, for a time. Each is reviewed.';
comment on column disclosure_decision.rule is 'The rule, by its id among the national rules.';
comment on column disclosure_decision.organisation_id is 'The huvudman that receives, and its unit.';
comment on column disclosure_decision.reason_cipher is 'Why, in words. Bound to disclosure.reason:<id>.';
create index disclosure_decision_of_plan on disclosure_decision (plan_id);

create table plan_version (
  id uuid primary key,
  plan_id uuid not null references plan,
  number int not null check (number > 0),
  established_at timestamptz not null,
  established_by uuid not null references account,
  organisation_id uuid not null references organisation,
  reason_cipher bytea,
  content_cipher bytea not null,
  content_hash bytea not null,
  follow_up_on date not null,
  constraint plan_version_once unique (plan_id, number),
  constraint plan_version_says_why check (number = 1 or reason_cipher is not null)
);
comment on table plan_version is 'What a plan said when it was established. The first has no reason; each that follows says why it was revised.';
comment on column plan_version.content_cipher is 'All of it as JSON. Bound to plan.version:<id>.';
comment on column plan_version.reason_cipher is 'Bound to plan.version-reason:<id>.';

-- The walls.

create function purpose_in_plan(of_plan uuid, of_kind text) returns text language sql stable security definer begin atomic
  select case when of_kind = 'follow-up' then 'following-up'
    when exists (select from plan_version v where v.plan_id = of_plan and v.established_at <= acting_now()) then 'carrying-out' else 'planning' end;
end;
comment on function purpose_in_plan(uuid, text) is 'What data of a kind is used for, where the plan is now: before it is established, planning; then carrying it out.';

create function acting_plan_grounds(of_plan uuid) returns table (data_kind text, ground text, ground_id uuid) language sql stable security definer begin atomic
  select k.data_kind, g.ground, g.ground_id
  from (
    select p.id, a.kind as actor_kind, a.organisation_id as mine, a.unit_id as unit, w.units,
      p.organisation_id = a.organisation_id and exists (
        select from plan_party t join case_contact c on c.person_id = p.person_id and c.unit_id = t.unit_id
        where t.plan_id = p.id and t.organisation_id = p.organisation_id and c.valid @> acting_today()
          and t.unit_id = any (w.units)
      ) as own,
      a.kind = 'individual' and coalesce(r.number_hash = a.number_hash, false) as individual,
      exists (
        select from plan_party t where t.plan_id = p.id and t.organisation_id = a.organisation_id and t.unit_id = any (w.units)
      ) as party
    from plan p
    join person r on r.id = p.person_id
    cross join acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) end as units offset 0
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
    where me.party and s.plan_id = me.id and s.organisation_id = me.mine and (s.unit_id is null or s.unit_id = me.unit)
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
          and (x.unit_id = any (me.units) or (x.unit_id is null and x.organisation_id = me.mine))
          and not exists (
            select from consent_withdrawal w where w.consent_id = y.id and w.scope_id = x.id and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
          )
      )
    union all
    select 'rule', d.id from disclosure_decision d
    where me.party and d.plan_id = me.id and d.organisation_id = me.mine and d.unit_id = me.unit and k.data_kind = any (d.data_kinds) and d.valid @> acting_now()
      and d.at <= acting_now()
  ) g;
end;
comment on function acting_plan_grounds(uuid) is 'Which kinds of data of a plan who acts may read at this moment, each with what lets them: a contact of their own with the person in the record that the plan rests on, that it is theirs, a consent, or a decision by law. Nothing else lets anybody in.';

create function acting_plan_kinds(of_plan uuid) returns text[] language sql stable security definer begin atomic
  select coalesce(array_agg(distinct data_kind), '{}') from acting_plan_grounds(of_plan);
end;
comment on function acting_plan_kinds(uuid) is 'The kinds of data of a plan that who acts may read at this moment.';

create function takes_part_in_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_party t where t.plan_id = of_plan and t.unit_id = any (acting_case_units()) and t.organisation_id = acting_case_organisation());
end;
comment on function takes_part_in_plan(uuid) is 'Is a unit of who acts one of those in the plan, whether it may read anything of it now or not?';

create function leads_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from acting_plan_grounds(of_plan) g where g.ground = 'own');
end;
comment on function leads_plan(uuid) is 'Does who acts work in a unit that takes part for the huvudman whose record the plan rests on, with a contact with the person today?';

create function owns_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan p where p.id = of_plan and p.person_id in (select acting_own_persons()));
end;
comment on function owns_plan(uuid) is 'Is it the plan of the individual who acts?';

create function unit_of_organisation(of_unit uuid, of_organisation uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from unit_version v where v.unit_id = of_unit and v.organisation_id = of_organisation and v.valid @> acting_today());
end;
comment on function unit_of_organisation(uuid, uuid) is 'Is it an open unit of this organisation today?';

create function may_open_plan(of_person uuid, of_organisation uuid, of_unit uuid) returns boolean language sql stable security definer begin atomic
  select (of_organisation = acting_case_organisation() and of_unit = acting_case_unit() and works_with_person(of_person))
    or (of_person in (select acting_own_persons()) and exists (
      select from case_contact c where c.person_id = of_person and c.organisation_id = of_organisation and c.unit_id = of_unit and c.valid @> acting_today()
    ));
end;
comment on function may_open_plan(uuid, uuid, uuid) is 'May who acts open a plan that rests on this record: their own unit works with the person, or it is theirs and the unit works with them?';

create function opened_plan(of_plan uuid, of_organisation uuid, of_unit uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan p join acting_row() a on a.account_id = p.opened_by
    where p.id = of_plan and p.organisation_id = of_organisation and p.unit_id = of_unit
  );
end;
comment on function opened_plan(uuid, uuid, uuid) is 'Did who acts open this plan, at this unit?';

create function acting_plan(of_plan uuid) returns table (
  id uuid, kind text, person_id uuid, owner uuid, owner_name text, unit_id uuid, unit_name text, county_code text, municipality_code text, opened_at timestamptz,
  established boolean, units uuid[], own boolean, contacts json, parties json, consents json, decisions json,
  name text, number_kind text, number_cipher bytea, protection text, interpreter_language text
) language sql stable security definer begin atomic
  select me.id, me.kind, me.person_id, me.organisation_id,
    coalesce((select o.name from organisation_version o where o.organisation_id = me.organisation_id and o.valid @> acting_today()), ''),
    me.unit_id, coalesce((select v.name from unit_version v where v.unit_id = me.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    me.county_code, me.municipality_code, me.opened_at,
    exists (select from plan_version v where v.plan_id = me.id and v.established_at <= acting_now()), me.units, me.own,
    coalesce((
      select json_agg(json_build_object('unit', c.unit_id, 'from', lower(c.valid), 'until', upper(c.valid)))
      from case_contact c where c.person_id = me.person_id and c.unit_id = any (me.units) and not isempty(c.valid)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('unit', t.unit_id, 'organisation', t.organisation_id))
      from plan_party t where t.plan_id = me.id and t.unit_id = any (me.units)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
        'scopes', coalesce((
          select json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'unit', s.unit_id, 'dataKind', s.data_kind, 'purpose', s.purpose,
            'permits', s.permits, 'from', lower(s.valid), 'until', upper(s.valid)))
          from consent_scope s where s.consent_id = c.id and (s.organisation_id = me.mine or s.unit_id = any (me.units))
        ), '[]'::json),
        'withdrawals', coalesce((
          select json_agg(json_build_object('scope', w.scope_id, 'at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id
        ), '[]'::json)) order by c.given_at, c.id)
      from consent c where c.plan_id = me.id and c.kind in ('lift-secrecy', 'make-plan')
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', d.id, 'organisation', d.organisation_id, 'unit', d.unit_id, 'dataKinds', d.data_kinds, 'at', d.at, 'from', lower(d.valid), 'until', upper(d.valid)))
      from disclosure_decision d where d.plan_id = me.id and d.organisation_id = me.mine and d.unit_id = any (me.units)
    ), '[]'),
    r.name, r.number_kind, r.number_cipher, r.protected_identity, r.interpreter_language
  from (
    select p.*, w.units, a.organisation_id as mine, a.kind = 'individual' and p.person_id in (select acting_own_persons()) as own
    from plan p cross join acting_row() a
    cross join lateral (
      select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(a.unit_id, acting_today()) else '{}' end as units offset 0
    ) w
    where p.id = of_plan
    offset 0
  ) me
  left join person r on r.id = me.person_id and 'identity' = any (acting_plan_kinds(me.id))
  where me.own or exists (select from plan_party t where t.plan_id = me.id and t.organisation_id = me.mine and t.unit_id = any (me.units));
end;
comment on function acting_plan(uuid) is 'A plan that who acts takes part in or that is theirs, with the facts that decide what they may read of it, and whose it is where they may read that.';

revoke all on function purpose_in_plan(uuid, text), acting_plan_grounds(uuid), acting_plan_kinds(uuid), takes_part_in_plan(uuid), leads_plan(uuid), owns_plan(uuid),
  unit_of_organisation(uuid, uuid), may_open_plan(uuid, uuid, uuid), opened_plan(uuid, uuid, uuid), acting_plan(uuid) from public;
grant execute on function purpose_in_plan(uuid, text), acting_plan_grounds(uuid), acting_plan_kinds(uuid), takes_part_in_plan(uuid), leads_plan(uuid), owns_plan(uuid),
  unit_of_organisation(uuid, uuid), may_open_plan(uuid, uuid, uuid), opened_plan(uuid, uuid, uuid), acting_plan(uuid) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['plan', 'plan_party', 'plan_initiative', 'plan_assessment', 'plan_text', 'plan_version', 'consent', 'consent_scope', 'consent_withdrawal', 'disclosure_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy plan_read on plan for select to overens_app using (
  id in (select t.plan_id from plan_party t where t.unit_id = any ((select acting_case_units())::uuid[])) or person_id in (select acting_own_persons())
);
create policy plan_open on plan for insert to overens_app with check (
  opened_by = (select acting_account()) and may_open_plan(person_id, organisation_id, unit_id)
);

create policy plan_party_read on plan_party for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or owns_plan(plan_id) or 'meeting' = any (acting_plan_kinds(plan_id))
);
create policy plan_party_add on plan_party for insert to overens_app with check (
  added_by = (select acting_account()) and case
    when standing = 'opener' then opened_plan(plan_id, organisation_id, unit_id)
    else leads_plan(plan_id) and unit_of_organisation(unit_id, organisation_id) end
);

create policy plan_initiative_read on plan_initiative for select to overens_app using ('needs' = any (acting_plan_kinds(plan_id)));
create policy plan_initiative_write on plan_initiative for insert to overens_app with check (
  written_by = (select acting_account()) and (
    (leads_plan(plan_id) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()))
    or (owns_plan(plan_id) and made_by = 'individual'))
);

create policy plan_assessment_read on plan_assessment for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or 'needs' = any (acting_plan_kinds(plan_id))
);
create policy plan_assessment_write on plan_assessment for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and takes_part_in_plan(plan_id) and 'needs' = any (acting_plan_kinds(plan_id))
);

create policy plan_text_read on plan_text for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or data_kind = any (acting_plan_kinds(plan_id))
);
create policy plan_text_write on plan_text for insert to overens_app with check (
  written_by = (select acting_account()) and data_kind = any (acting_plan_kinds(plan_id)) and case
    when voice = 'own' then owns_plan(plan_id)
    else organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) end
);

create policy plan_version_read on plan_version for select to overens_app using (leads_plan(plan_id) or owns_plan(plan_id));
create policy plan_version_establish on plan_version for insert to overens_app with check (
  established_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and leads_plan(plan_id)
);

-- That there are consents, and what they say of oneself, is seen by whoever may read anything of the plan; what they say of others only by those who lead it.
create policy consent_read on consent for select to overens_app using (
  leads_plan(plan_id) or owns_plan(plan_id) or unit_id = any ((select acting_case_units())::uuid[])
);
create policy consent_take on consent for insert to overens_app with check (
  taken_by = (select acting_account()) and case
    when organisation_id is null then owns_plan(plan_id) and giver = 'person'
    else leads_plan(plan_id) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) end
);
create policy consent_scope_read on consent_scope for select to overens_app using (leads_plan(plan_id) or owns_plan(plan_id));
create policy consent_scope_take on consent_scope for insert to overens_app with check (
  (leads_plan(plan_id) or owns_plan(plan_id))
  and exists (
    select from consent c
    where c.id = consent_id and c.plan_id = consent_scope.plan_id and c.taken_by = (select acting_account()) and c.recorded_at = acting_now()
  )
  and (unit_id is null or unit_of_organisation(unit_id, organisation_id))
);
create policy consent_withdrawal_read on consent_withdrawal for select to overens_app using (
  exists (select from consent c where c.id = consent_id and (leads_plan(c.plan_id) or owns_plan(c.plan_id)))
);
create policy consent_withdrawal_note on consent_withdrawal for insert to overens_app with check (
  withdrawn_by = (select acting_account())
  and exists (select from consent c where c.id = consent_id and (leads_plan(c.plan_id) or owns_plan(c.plan_id)))
  and (scope_id is null or exists (select from consent_scope s where s.id = scope_id and s.consent_id = consent_withdrawal.consent_id))
);
create policy disclosure_decision_read on disclosure_decision for select to overens_app using (
  leads_plan(plan_id) or owns_plan(plan_id) or (deciding_organisation_id = (select acting_organisation()) and (select acting_role()) = 'log-reviewer')
);
create policy disclosure_decision_make on disclosure_decision for insert to overens_app with check (
  decided_by = (select acting_account()) and leads_plan(plan_id) and deciding_organisation_id = (select acting_case_organisation())
  and unit_of_organisation(unit_id, organisation_id)
);

grant select, insert on plan, plan_version, plan_party, plan_initiative, plan_assessment, plan_text, consent, consent_scope, consent_withdrawal, disclosure_decision to overens_app;

-- Acts about a plan: by those in it, the individual, or the program.
create function acts_on_plan(of_kind text, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind in ('plans.read-protected') then cardinality(acting_plan_kinds(of_plan)) > 0
    when of_kind in ('plans.open', 'plans.point-out') then leads_plan(of_plan) or owns_plan(of_plan)
    when of_kind = 'plans.assess' then takes_part_in_plan(of_plan) and 'needs' = any (acting_plan_kinds(of_plan))
    when of_kind in ('plans.write', 'consents.take', 'consents.withdraw') then leads_plan(of_plan) or owns_plan(of_plan) or cardinality(acting_plan_kinds(of_plan)) > 0
    when of_kind in ('plans.ask-unit', 'consents.disclose') then leads_plan(of_plan)
    else false
  end;
end;
comment on function acts_on_plan(text, uuid) is 'May whoever acts do this to this plan?';

create or replace function acts_on(of_kind text, of_subject_kind text, of_subject uuid) returns boolean language sql stable security definer begin atomic
  select coalesce(case
    when split_part(of_kind, '.', 1) = 'drafts' then of_subject_kind = 'draft' and acts_on_draft(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'consultations' then of_subject_kind = 'consultation' and acts_on_consultation(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'planned-changes' then of_subject_kind = 'planned-change' and acts_on_planned_change(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'non-compliance' then of_subject_kind = 'non-compliance' and acts_on_non_compliance(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'follow-ups' then of_subject_kind = 'agreement' and acts_on_agreement(of_kind, of_subject)
    when split_part(of_kind, '.', 1) in ('plans', 'consents') then of_subject_kind = 'plan' and acts_on_plan(of_kind, of_subject)
    -- The tables of other subjects do not go by acts: those tell only what was done. They are never of a subject of the kinds above.
    else of_subject_kind not in ('draft', 'consultation', 'planned-change', 'non-compliance', 'agreement', 'plan')
  end, false);
end;
revoke all on function acts_on_plan(text, uuid) from public;
grant execute on function acts_on_plan(text, uuid) to overens_app;
