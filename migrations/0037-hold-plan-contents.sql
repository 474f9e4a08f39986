-- What a plan says: goals, measures by the four points of SoL 10 kap. 8 § and HSL 16 kap. 4 §, who answers for the whole, who coordinates, and when it is
-- followed up. What is said is worded anew by a new row.

create table plan_goal (
  id uuid primary key,
  goal_id uuid not null,
  plan_id uuid not null references plan,
  number int not null check (number > 0),
  voice text not null check (voice in ('own', 'noted', 'staff')),
  horizon text not null check (horizon in ('short', 'long')),
  dropped boolean not null default false,
  goal_cipher bytea not null,
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_goal_worded_once unique (goal_id, number),
  constraint plan_goal_by_somebody check ((voice = 'own') = (organisation_id is null) and (organisation_id is null) = (unit_id is null))
);
comment on table plan_goal is 'A goal, each time it is worded: the highest number holds. The person''s own goals stand apart from those of the staff.';
comment on column plan_goal.goal_cipher is 'The goal, and how one sees that it is reached, as JSON. Bound to plan.goal:<id>.';
comment on column plan_goal.dropped is 'It is a goal no more. It stays in what was established before.';
create index plan_goal_of_plan on plan_goal (plan_id);

create table plan_measure (
  id uuid primary key,
  measure_id uuid not null,
  plan_id uuid not null references plan,
  number int not null check (number > 0),
  doer text not null check (doer in ('huvudman', 'other')),
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  starts_on date not null,
  target_on date not null,
  agreement text check (agreement ~ '^[a-z][a-z0-9-]*$'),
  agreement_row text check (agreement_row ~ '^[A-Z][A-Z0-9-]*$'),
  outside_reason text check (outside_reason in ('no-agreement', 'not-in-agreement', 'other-law', 'own-wish')),
  differs boolean not null default false,
  dropped boolean not null default false,
  words_cipher bytea not null,
  written_by uuid not null references account,
  writing_organisation_id uuid not null references organisation,
  writing_unit_id uuid not null references unit,
  at timestamptz not null,
  constraint plan_measure_worded_once unique (measure_id, number),
  constraint plan_measure_of_somebody check ((doer = 'huvudman') = (organisation_id is not null) and (organisation_id is null) = (unit_id is null)),
  constraint plan_measure_in_order check (starts_on <= target_on),
  constraint plan_measure_traced check ((agreement is null) = (agreement_row is null) and (agreement is null) = (outside_reason is not null))
);
comment on table plan_measure is 'A measure, each time it is worded: the highest number holds. Each says what is needed (point 1 of the law) and who does it: a unit of a huvudman (point 2) or somebody else (point 3).';
comment on column plan_measure.agreement_row is 'The responsibility that it realises, in the agreement in force for the municipality on that day; or else outside_reason says why it is outside the agreement.';
comment on column plan_measure.differs is 'Does another do it than the agreement says? It is said, and never refused.';
comment on column plan_measure.words_cipher is 'What is needed, what is done, by whom by name, and what the person does themselves, as JSON. Bound to plan.measure:<id>.';
create index plan_measure_of_plan on plan_measure (plan_id);

create table plan_duty (
  id uuid primary key,
  plan_id uuid not null references plan,
  sort text not null check (sort in ('overall', 'coordinator', 'follow-up', 'participation', 'others-asked', 'huvudman-none')),
  organisation_id uuid references organisation,
  account_id uuid references account,
  substitute_id uuid references account,
  on_day date,
  took_part boolean,
  reason_cipher bytea,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_duty_says check (case sort
    when 'overall' then organisation_id is not null
    when 'coordinator' then account_id is not null and substitute_id is distinct from account_id
    when 'follow-up' then on_day is not null
    when 'participation' then took_part is not null and (took_part or reason_cipher is not null)
    when 'huvudman-none' then organisation_id is not null
    else true end)
);
comment on table plan_duty is 'What must be said before a plan is established, beside goals and measures: who answers for the whole, who coordinates, when it is followed up, how the person took part, that others were asked, that a huvudman has nothing to do. The latest of a sort holds.';
comment on column plan_duty.reason_cipher is 'Why the person did not take part. Bound to plan.duty:<id>.';
create index plan_duty_of_plan on plan_duty (plan_id, sort, at);

create table plan_overall (
  plan_id uuid not null references plan,
  organisation_id uuid not null references organisation,
  valid tstzrange not null check (not isempty(valid) and lower(valid) is not null),
  constraint plan_has_one_overall exclude using gist (plan_id with =, valid with &&)
);
comment on table plan_overall is 'Which huvudman answers for the whole of an established plan: exactly one at every moment.';

create function establish_plan(of_plan uuid, of_number int, overall uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    if not leads_plan(of_plan) or not exists (select from plan_version v where v.plan_id = of_plan and v.number = of_number and v.established_by = acting_account()
        and v.established_at = acting_now()) then
      return false;
    end if;
    if exists (select from plan_overall o where o.plan_id = of_plan and upper_inf(o.valid) and o.organisation_id = overall) then return true; end if;
    update plan_overall set valid = tstzrange(lower(valid), acting_now()) where plan_id = of_plan and upper_inf(valid) and lower(valid) < acting_now();
    insert into plan_overall (plan_id, organisation_id, valid) values (of_plan, overall, tstzrange(acting_now(), null));
    return true;
  end $$;
comment on function establish_plan(uuid, int, uuid) is 'Lets a huvudman answer for the whole of a plan from the version that who acts has just established. Answers false when there is no such version.';
revoke all on function establish_plan(uuid, int, uuid) from public;
grant execute on function establish_plan(uuid, int, uuid) to overens_app;

create function plan_staff(of_plan uuid) returns table (account_id uuid, name text, unit_name text) language sql stable security definer begin atomic
  select distinct a.id, a.name, coalesce(u.name, '')
  from plan_party t
  join assignment m on m.unit_id = t.unit_id and m.valid @> acting_today() and m.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
  join account a on a.id = m.account_id and a.deactivated_at is null
  left join lateral (select v.name from unit_version v where v.unit_id = t.unit_id and v.valid @> acting_today()) u on true
  where t.plan_id = of_plan and 'measures' = any (acting_plan_kinds(of_plan));
end;
comment on function plan_staff(uuid) is 'Those who work with persons in the units that take part in a plan, for whoever may read its measures.';

create function plan_staff_name(of_plan uuid, of_account uuid) returns text language sql stable security definer begin atomic
  select a.name from account a where a.id = of_account and 'measures' = any (acting_plan_kinds(of_plan))
    and exists (select from plan_duty d where d.plan_id = of_plan and of_account in (d.account_id, d.substitute_id));
end;
comment on function plan_staff_name(uuid, uuid) is 'What somebody is called who coordinates a plan or stands in for it, for whoever may read its measures.';
revoke all on function plan_staff(uuid), plan_staff_name(uuid, uuid) from public;
grant execute on function plan_staff(uuid), plan_staff_name(uuid, uuid) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['plan_goal', 'plan_measure', 'plan_duty', 'plan_overall'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy plan_goal_read on plan_goal for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or 'goals' = any (acting_plan_kinds(plan_id))
);
create policy plan_goal_write on plan_goal for insert to overens_app with check (
  written_by = (select acting_account()) and 'goals' = any (acting_plan_kinds(plan_id)) and case
    when voice = 'own' then owns_plan(plan_id)
    else organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) end
);
create policy plan_measure_read on plan_measure for select to overens_app using (
  writing_unit_id = any ((select acting_case_units())::uuid[]) or 'measures' = any (acting_plan_kinds(plan_id))
);
create policy plan_measure_write on plan_measure for insert to overens_app with check (
  written_by = (select acting_account()) and 'measures' = any (acting_plan_kinds(plan_id))
  and writing_organisation_id = (select acting_case_organisation()) and writing_unit_id = (select acting_case_unit())
  and (unit_id is null or unit_of_organisation(unit_id, organisation_id))
  and (leads_plan(plan_id) or organisation_id = (select acting_case_organisation()))
);
create policy plan_duty_read on plan_duty for select to overens_app using ('measures' = any (acting_plan_kinds(plan_id)));
create policy plan_duty_write on plan_duty for insert to overens_app with check (written_by = (select acting_account()) and leads_plan(plan_id));
create policy plan_overall_read on plan_overall for select to overens_app using ('measures' = any (acting_plan_kinds(plan_id)));
grant select, insert on plan_goal, plan_measure, plan_duty to overens_app;
grant select on plan_overall to overens_app;

create or replace function acts_on_plan(of_kind text, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind = 'plans.read-protected' then cardinality(acting_plan_kinds(of_plan)) > 0
    when of_kind in ('plans.open', 'plans.point-out') then leads_plan(of_plan) or owns_plan(of_plan)
    when of_kind = 'plans.assess' then takes_part_in_plan(of_plan) and 'needs' = any (acting_plan_kinds(of_plan))
    when of_kind in ('plans.write', 'consents.take', 'consents.withdraw') then leads_plan(of_plan) or owns_plan(of_plan) or cardinality(acting_plan_kinds(of_plan)) > 0
    when of_kind in ('plans.ask-unit', 'plans.decide', 'plans.establish', 'consents.disclose') then leads_plan(of_plan)
    when of_kind in ('plans.set-meeting', 'plans.note-meeting', 'plans.summon', 'plans.answer-summons') then acts_on_summons(of_kind, of_plan)
    else false
  end;
end;
