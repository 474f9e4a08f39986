-- What comes after a plan is established: it is followed up, the answer for the whole is handed over, it is closed; what has changed since somebody looked; and
-- what those who were at the meeting thought of it, which is never joined to a plan or a person.

create function coordinates_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select takes_part_in_plan(of_plan) and exists (
    select from (
      select d.account_id, d.substitute_id from plan_duty d where d.plan_id = of_plan and d.sort = 'coordinator' order by d.at desc, d.id desc limit 1
    ) c where acting_account() in (c.account_id, c.substitute_id)
  );
end;
comment on function coordinates_plan(uuid) is 'Is who acts the one who coordinates the plan, or stands in, and still in a unit that takes part?';

-- Follow-up -------------------------------------------------------------------------------------------------------------------------------------------------

create table plan_follow_up (
  id uuid primary key,
  plan_id uuid not null references plan,
  number int not null check (number > 0),
  on_day date not null,
  outcome text not null check (outcome in ('continue', 'revise', 'close')),
  next_on date,
  took_part boolean not null,
  words_cipher bytea not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_follow_up_once unique (plan_id, number),
  constraint plan_follow_up_sets_the_next check ((outcome = 'close') = (next_on is null)),
  constraint plan_follow_up_next_is_later check (next_on > on_day)
);
comment on table plan_follow_up is 'That an established plan was followed up, on which day, and what came of it. Only one that closes the plan sets no day for the next.';
comment on column plan_follow_up.took_part is 'Was the person there?';
comment on column plan_follow_up.words_cipher is 'Who was there, why the person was not, what was said, and the person''s own view as the staff noted it, as JSON. Bound to plan.follow-up:<id>.';

create table plan_evaluation (
  id uuid primary key,
  plan_id uuid not null references plan,
  follow_up_id uuid references plan_follow_up,
  about text not null check (about in ('goal', 'measure')),
  about_id uuid not null,
  voice text not null check (voice in ('own', 'noted', 'staff')),
  result text not null check (result in ('reached', 'partly', 'not-reached', 'too-early')),
  words_cipher bytea,
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_evaluation_by_somebody check ((voice = 'own') = (organisation_id is null) and (organisation_id is null) = (unit_id is null)),
  constraint plan_evaluation_at_follow_up check ((voice = 'own') = (follow_up_id is null)),
  constraint plan_evaluation_once unique (follow_up_id, about_id, voice)
);
comment on table plan_evaluation is 'How it went with a goal or a measure: as the staff find at a follow-up, as the person said there, and as the person writes on their own, whenever they wish.';
comment on column plan_evaluation.words_cipher is 'Bound to plan.evaluation:<id>.';
create index plan_evaluation_of_plan on plan_evaluation (plan_id, at);

create function follow_up_due(of_plan uuid) returns date language sql stable security definer begin atomic
  select x.day from (
    select v.follow_up_on as day, v.established_at as at from plan_version v where v.plan_id = of_plan
    union all
    select f.next_on, f.at from plan_follow_up f where f.plan_id = of_plan and f.next_on is not null
  ) x order by x.at desc limit 1;
end;
comment on function follow_up_due(uuid) is 'The day by which a plan is to be followed up: what was said last, when it was established or at a follow-up. For the functions below alone.';
revoke all on function follow_up_due(uuid) from public;

-- Closing ---------------------------------------------------------------------------------------------------------------------------------------------------

create table plan_closing (
  plan_id uuid primary key references plan,
  id uuid not null unique,
  follow_up_id uuid references plan_follow_up,
  closed_on date not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  closed_by uuid not null references account,
  at timestamptz not null
);
comment on table plan_closing is 'That a plan is closed: once, and then nothing more is written in it but what plan_act_after_closing lists. All who take part know it; why, those who may read of follow-up.';

create table plan_closing_reason (
  plan_id uuid primary key references plan_closing,
  reason text not null check (reason in ('goals-reached', 'no-need', 'consent-withdrawn', 'died', 'moved', 'replaced', 'other')),
  words_cipher bytea
);
comment on table plan_closing_reason is 'Why a plan was closed.';
comment on column plan_closing_reason.words_cipher is 'Bound to plan.closing:<plan_id>.';

create table plan_closing_wish (
  id uuid primary key,
  plan_id uuid not null references plan,
  wants boolean not null,
  words_cipher bytea,
  written_by uuid not null references account,
  at timestamptz not null
);
comment on table plan_closing_wish is 'That the individual wishes the plan to end, or no more does. The latest holds.';
comment on column plan_closing_wish.words_cipher is 'Bound to plan.closing-wish:<id>.';
create index plan_closing_wish_of_plan on plan_closing_wish (plan_id, at);

create function plan_is_closed(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_closing c where c.plan_id = of_plan);
end;
comment on function plan_is_closed(uuid) is 'Has the plan been closed?';

create function closes_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select coordinates_plan(of_plan) or (leads_plan(of_plan) and not exists (select from plan_duty d where d.plan_id = of_plan and d.sort = 'coordinator'));
end;
comment on function closes_plan(uuid) is 'May who acts close the plan: they coordinate it or stand in, or they lead one that nobody coordinates yet?';

create table plan_act_after_closing (
  kind text primary key check (kind ~ '^(plans|consents)\.[a-z-]+$')
);
comment on table plan_act_after_closing is 'What is still done about a plan that is closed: its closing, reading it, and what the law keeps open. A part whose acts go on adds its own rows.';
insert into plan_act_after_closing (kind) values ('plans.close'), ('plans.read-protected'), ('consents.withdraw');

create function keep_closed_plan() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if plan_is_closed(new.subject_id) and not exists (select from plan_act_after_closing a where a.kind = new.kind) then
      raise exception 'the plan is closed' using errcode = 'check_violation', constraint = 'plan_is_open';
    end if;
    return null;
  end $$;
comment on function keep_closed_plan() is 'Refuses acts about a plan that has been closed. Everything that is written in a plan is an act about it.';
create trigger keep_closed_plan after insert on act for each row when (new.subject_kind = 'plan') execute function keep_closed_plan();

create or replace function awaits_answer(s plan_summons) returns boolean language sql stable
  return s.unit_id is not null
    and not exists (select from plan_summons_answer a where a.summons_id = s.id)
    and not exists (select from plan_meeting m where m.plan_id = s.plan_id and m.turn = 'held' and m.at >= s.sent_at)
    and plan_is_agreed(s.plan_id) and not plan_is_closed(s.plan_id);

-- What waits, and is late -----------------------------------------------------------------------------------------------------------------------------------

create index plan_duty_of_coordinator on plan_duty (account_id) where sort = 'coordinator';
create index plan_duty_of_substitute on plan_duty (substitute_id) where sort = 'coordinator';

create function acting_follow_ups() returns table (plan uuid, county_code text, due date, revises boolean) language sql stable security definer begin atomic
  select p.id, p.county_code, follow_up_due(p.id), coalesce((
      select f.outcome = 'revise' and not exists (select from plan_version v where v.plan_id = p.id and v.established_at >= f.at)
      from plan_follow_up f where f.plan_id = p.id order by f.number desc limit 1
    ), false)
  from (
    select d.plan_id from plan_duty d where d.sort = 'coordinator' and d.account_id = acting_account()
    union
    select d.plan_id from plan_duty d where d.sort = 'coordinator' and d.substitute_id = acting_account()
  ) mine join plan p on p.id = mine.plan_id
  where coordinates_plan(p.id) and not plan_is_closed(p.id) and follow_up_due(p.id) is not null;
end;
comment on function acting_follow_ups() is 'The established plans that who acts coordinates or stands in for, with the day by which each is to be followed up, and whether a new version is awaited since the last one.';

create function follow_ups_of_managed_unit() returns table (county_code text, due date) language sql stable security definer begin atomic
  select p.county_code, follow_up_due(p.id)
  from acting_row() a
  cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
  join plan p on p.unit_id = any (w.units) and unit_of_organisation(a.unit_id, a.organisation_id)
  join person r on r.id = p.person_id and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id
  where a.role = 'unit-manager' and a.unit_id is not null and follow_up_due(p.id) is not null and not plan_is_closed(p.id);
end;
comment on function follow_ups_of_managed_unit() is 'By which days the plans that the unit of a manager opened are to be followed up: without which plans they are, of whom, or a word of them.';

create function plan_follow_up_day(of_plan uuid) returns date language sql stable security definer begin atomic
  select case when 'measures' = any (k.kinds) or 'follow-up' = any (k.kinds) then follow_up_due(of_plan) end from (select acting_plan_kinds(of_plan) as kinds offset 0) k;
end;
comment on function plan_follow_up_day(uuid) is 'The day by which a plan is to be followed up, for whoever may read its measures or of its follow-up; else null.';

-- The answer for the whole is handed over ------------------------------------------------------------------------------------------------------------------

create table plan_hand_over (
  id uuid primary key,
  plan_id uuid not null references plan,
  to_organisation_id uuid not null references organisation,
  to_unit_id uuid not null references unit,
  reason_cipher bytea not null,
  from_organisation_id uuid not null references organisation,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  offered_by uuid not null references account,
  at timestamptz not null
);
comment on table plan_hand_over is 'That a huvudman is asked to answer for the whole of a plan instead of the one that does. It does not until it has accepted.';
comment on column plan_hand_over.from_organisation_id is 'The huvudman that answered for the whole when it was asked.';
comment on column plan_hand_over.reason_cipher is 'Why, in words. Bound to plan.hand-over:<id>.';
create index plan_hand_over_of_plan on plan_hand_over (plan_id, at);

create table plan_hand_over_answer (
  hand_over_id uuid primary key references plan_hand_over,
  plan_id uuid not null references plan,
  answer text not null check (answer in ('accepted', 'declined', 'withdrawn')),
  coordinator_id uuid references account,
  substitute_id uuid references account,
  reason_cipher bytea,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_hand_over_names_coordinator check ((answer = 'accepted') = (coordinator_id is not null) and (substitute_id is null or substitute_id <> coordinator_id)),
  constraint plan_hand_over_no_takes_reason check (answer <> 'declined' or reason_cipher is not null)
);
comment on table plan_hand_over_answer is 'What became of it: accepted, with who coordinates from then on; declined, with a reason; or taken back by those who asked. One answer, once.';
comment on column plan_hand_over_answer.reason_cipher is 'Bound to plan.hand-over-answer:<hand_over_id>.';

create function offers_hand_over(of_plan uuid, of_unit uuid, of_organisation uuid) returns boolean language sql stable security definer begin atomic
  select (leads_plan(of_plan) or coordinates_plan(of_plan)) and unit_of_organisation(of_unit, of_organisation)
    and exists (select from plan_party t where t.plan_id = of_plan and t.unit_id = of_unit)
    and exists (select from plan_overall o where o.plan_id = of_plan and upper_inf(o.valid) and o.organisation_id <> of_organisation)
    and not exists (
      select from plan_hand_over h where h.plan_id = of_plan and not exists (select from plan_hand_over_answer a where a.hand_over_id = h.id)
    );
end;
comment on function offers_hand_over(uuid, uuid, uuid) is 'May who acts ask this unit of another huvudman to answer for the whole of an established plan, with nobody else asked meanwhile?';

create function is_offered_plan(of_hand_over uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_hand_over h where h.id = of_hand_over and h.to_unit_id = any (acting_case_units()) and takes_part_in_plan(h.plan_id)
      and not exists (select from plan_hand_over_answer a where a.hand_over_id = h.id)
  );
end;
comment on function is_offered_plan(uuid) is 'Is it a unit of who acts that is asked to answer for the whole of a plan, and has nobody answered?';

create function hand_over_staff(of_plan uuid) returns table (account_id uuid, name text) language sql stable security definer begin atomic
  select distinct a.id, a.name from assignment m join account a on a.id = m.account_id and a.deactivated_at is null
  where m.unit_id = acting_case_unit() and m.valid @> acting_today() and m.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
    and takes_part_in_plan(of_plan);
end;
comment on function hand_over_staff(uuid) is 'Those who work with persons in the unit of who acts, where it takes part in the plan: one of them can coordinate it.';

create function accept_hand_over(of_hand_over uuid, coordinator uuid, substitute uuid, overall_duty uuid, coordinator_duty uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    h plan_hand_over;
  begin
    select * into h from plan_hand_over where id = of_hand_over;
    if not found or not is_offered_plan(h.id) or plan_is_closed(h.plan_id)
      or exists (select from unnest(array[coordinator, substitute]) s(id) where s.id is not null and s.id not in (select account_id from hand_over_staff(h.plan_id))) then
      return false;
    end if;
    insert into plan_hand_over_answer (hand_over_id, plan_id, answer, coordinator_id, substitute_id, organisation_id, unit_id, written_by, at)
      values (h.id, h.plan_id, 'accepted', coordinator, substitute, acting_case_organisation(), acting_case_unit(), acting_account(), acting_now());
    update plan_overall set valid = tstzrange(lower(valid), acting_now()) where plan_id = h.plan_id and upper_inf(valid) and lower(valid) < acting_now();
    insert into plan_overall (plan_id, organisation_id, valid) values (h.plan_id, acting_case_organisation(), tstzrange(acting_now(), null));
    insert into plan_duty (id, plan_id, sort, organisation_id, written_by, at) values (overall_duty, h.plan_id, 'overall', acting_case_organisation(), acting_account(), acting_now());
    insert into plan_duty (id, plan_id, sort, account_id, substitute_id, written_by, at)
      values (coordinator_duty, h.plan_id, 'coordinator', coordinator, substitute, acting_account(), acting_now());
    return true;
  end $$;
comment on function accept_hand_over(uuid, uuid, uuid, uuid, uuid) is 'Lets the huvudman of who acts, which is asked, answer for the whole of a plan from now on, with somebody in their unit who coordinates it. Answers false when they may not.';

create or replace function establish_plan(of_plan uuid, of_number int, overall uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    if not leads_plan(of_plan) or not exists (select from plan_version v where v.plan_id = of_plan and v.number = of_number and v.established_by = acting_account()
        and v.established_at = acting_now()) then
      return false;
    end if;
    if exists (select from plan_overall o where o.plan_id = of_plan and upper_inf(o.valid)) then
      -- From one huvudman to another it goes by being accepted, never by a new version.
      return exists (select from plan_overall o where o.plan_id = of_plan and upper_inf(o.valid) and o.organisation_id = overall);
    end if;
    insert into plan_overall (plan_id, organisation_id, valid) values (of_plan, overall, tstzrange(acting_now(), null));
    return true;
  end $$;

-- History, and what is new since somebody looked --------------------------------------------------------------------------------------------------------------

create table plan_look (
  account_id uuid not null references account,
  plan_id uuid not null references plan,
  since timestamptz not null,
  looked_at timestamptz not null,
  primary key (account_id, plan_id),
  constraint plan_look_in_order check (since <= looked_at)
);
comment on table plan_look is 'When somebody last looked at a plan, to show them what is new. What they have seen of whom, and when, the log tells.';
comment on column plan_look.since is 'When they looked the time before: what has changed since then is shown as new. It stands while they go on reading.';

create function plan_version_days(of_plan uuid) returns table (number int, established_at timestamptz, own boolean) language sql stable security definer begin atomic
  select v.number, v.established_at, v.established_by = acting_account() from plan_version v where v.plan_id = of_plan and (cardinality(acting_plan_kinds(of_plan)) > 0 or owns_plan(of_plan));
end;
comment on function plan_version_days(uuid) is 'When each version of a plan was established, and whether who acts did it, for whoever may read anything of it. What each said they read of the goals and measures of that day, kind by kind.';

-- What those at the meeting thought of it ----------------------------------------------------------------------------------------------------------------------

create table plan_survey_hand_out (
  id uuid primary key,
  plan_id uuid not null references plan,
  held_id uuid not null references plan_meeting,
  given_to text not null check (given_to in ('meeting', 'individual')),
  codes int not null check (codes between 1 and 10),
  given_by uuid not null references account,
  at timestamptz not null
);
comment on table plan_survey_hand_out is 'That codes to the survey were handed out after a meeting, and how many: not which. The codes are kept nowhere, and nothing here says whether anybody has answered.';
create index plan_survey_hand_out_of_meeting on plan_survey_hand_out (held_id);

create table survey_code_spent (
  code_hash bytea primary key,
  until date not null
);
comment on table survey_code_spent is 'The codes that have been answered with, as keyed hashes, until they would have ended: each is used once. No row says where or to whom a code was given.';

create table survey_waiting (
  county_code text not null,
  organisation_id uuid not null references organisation,
  month date not null check (month = date_trunc('month', month)),
  sex text not null check (sex in ('woman', 'man', 'other', 'unsaid')),
  respondent text not null check (respondent in ('individual', 'relative')),
  said text[] not null check (cardinality(said) = 6 and said <@ array['yes', 'partly', 'no', 'unsure'])
);
comment on table survey_waiting is 'Answers to the survey that wait for company: they are moved to survey_answer five or more of a huvudman at a time, in no order, so that neither the order of rows nor the transaction says which came when.';

create table survey_answer (like survey_waiting including constraints);
comment on table survey_answer is 'Answers to the survey: of which huvudman and county, in which month, by sex, and what was said. No id, no moment, no order: nothing leads back to a plan or a person.';
create index survey_answer_of_organisation on survey_answer (organisation_id, month);

create function answer_survey(of_code bytea, until date, of_county text, of_organisation uuid, of_month date, of_sex text, of_respondent text, answers text[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    insert into survey_code_spent (code_hash, until) values (of_code, answer_survey.until) on conflict do nothing;
    if not found then return false; end if;
    insert into survey_waiting (county_code, organisation_id, month, sex, respondent, said)
      values (of_county, of_organisation, date_trunc('month', of_month), of_sex, of_respondent, answers);
    return true;
  end $$;
comment on function answer_survey(bytea, date, text, uuid, date, text, text, text[]) is 'Takes an answer under a code, once. Answers false when the code was used before.';

create function mix_survey_answers(fewest int, on_day date) returns int language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    moved int;
  begin
    if acting_program() is null then return 0; end if;
    with enough as (
      select organisation_id from survey_waiting group by organisation_id having count(*) >= greatest(fewest, 5)
    ), taken as (
      delete from survey_waiting w using enough e where w.organisation_id = e.organisation_id returning w.*
    )
    insert into survey_answer select * from taken order by random();
    get diagnostics moved = row_count;
    delete from survey_code_spent where until < on_day;
    return moved;
  end $$;
comment on function mix_survey_answers(int, date) is 'Moves the answers of each huvudman that has enough of them waiting to those that are shown, in no order, and forgets codes that have ended. For the program''s own work. Answers how many were moved.';

create function survey_counts(of_organisation uuid, from_month date, until_month date) returns table (sex text, respondent text, question int, said text, answers int)
  language sql stable security definer begin atomic
  select a.sex, a.respondent, q.nth::int, q.word, count(*)::int
  from survey_answer a cross join lateral unnest(a.said) with ordinality q(word, nth)
  where a.organisation_id = of_organisation and a.month between from_month and until_month
    and exists (select from acting_row() r where r.organisation_id = of_organisation)
  group by 1, 2, 3, 4;
end;
comment on function survey_counts(uuid, date, date) is 'How many said what, by sex and who answered, for those who act for the huvudman. Small counts are hidden by the rules of the domain before anybody sees them.';

-- The walls --------------------------------------------------------------------------------------------------------------------------------------------------

revoke all on function coordinates_plan(uuid), plan_is_closed(uuid), closes_plan(uuid), keep_closed_plan(), acting_follow_ups(), follow_ups_of_managed_unit(),
  plan_follow_up_day(uuid), offers_hand_over(uuid, uuid, uuid), is_offered_plan(uuid), hand_over_staff(uuid), accept_hand_over(uuid, uuid, uuid, uuid, uuid),
  plan_version_days(uuid), answer_survey(bytea, date, text, uuid, date, text, text, text[]), mix_survey_answers(int, date), survey_counts(uuid, date, date) from public;
grant execute on function coordinates_plan(uuid), plan_is_closed(uuid), closes_plan(uuid), acting_follow_ups(), follow_ups_of_managed_unit(), plan_follow_up_day(uuid),
  offers_hand_over(uuid, uuid, uuid), is_offered_plan(uuid), hand_over_staff(uuid), accept_hand_over(uuid, uuid, uuid, uuid, uuid), plan_version_days(uuid),
  answer_survey(bytea, date, text, uuid, date, text, text, text[]), mix_survey_answers(int, date), survey_counts(uuid, date, date) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['plan_follow_up', 'plan_evaluation', 'plan_closing', 'plan_closing_reason', 'plan_closing_wish', 'plan_act_after_closing', 'plan_hand_over',
    'plan_hand_over_answer', 'plan_look', 'plan_survey_hand_out', 'survey_code_spent', 'survey_waiting', 'survey_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy plan_follow_up_read on plan_follow_up for select to overens_app using ('follow-up' = any (acting_plan_kinds(plan_id)));
create policy plan_follow_up_write on plan_follow_up for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and 'follow-up' = any (acting_plan_kinds(plan_id)) and (leads_plan(plan_id) or coordinates_plan(plan_id)) and not plan_is_closed(plan_id)
  and (outcome <> 'close' or closes_plan(plan_id))
);
create policy plan_evaluation_read on plan_evaluation for select to overens_app using (
  array['follow-up', case about when 'goal' then 'goals' else 'measures' end] <@ acting_plan_kinds(plan_id)
);
create policy plan_evaluation_write on plan_evaluation for insert to overens_app with check (
  written_by = (select acting_account()) and not plan_is_closed(plan_id)
  and array['follow-up', case about when 'goal' then 'goals' else 'measures' end] <@ acting_plan_kinds(plan_id) and case
    when voice = 'own' then owns_plan(plan_id)
    else organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) and (leads_plan(plan_id) or coordinates_plan(plan_id)) end
);
-- A coordinator who does not lead the plan says with the follow-up when the next is to be, and nothing else of this sort.
create policy plan_duty_follow on plan_duty for insert to overens_app with check (
  written_by = (select acting_account()) and sort = 'follow-up' and coordinates_plan(plan_id) and 'follow-up' = any (acting_plan_kinds(plan_id))
);

create policy plan_closing_read on plan_closing for select to overens_app using (takes_part_in_plan(plan_id) or owns_plan(plan_id));
create policy plan_closing_write on plan_closing for insert to overens_app with check (
  closed_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) and closes_plan(plan_id)
);
create policy plan_closing_reason_read on plan_closing_reason for select to overens_app using ('follow-up' = any (acting_plan_kinds(plan_id)));
create policy plan_closing_reason_write on plan_closing_reason for insert to overens_app with check (closes_plan(plan_id));
create policy plan_closing_wish_read on plan_closing_wish for select to overens_app using (owns_plan(plan_id) or leads_plan(plan_id) or coordinates_plan(plan_id));
create policy plan_closing_wish_write on plan_closing_wish for insert to overens_app with check (
  written_by = (select acting_account()) and owns_plan(plan_id) and not plan_is_closed(plan_id)
);

create policy plan_hand_over_read on plan_hand_over for select to overens_app using (
  owns_plan(plan_id) or leads_plan(plan_id) or coordinates_plan(plan_id) or (to_unit_id = any ((select acting_case_units())::uuid[]) and takes_part_in_plan(plan_id))
);
create policy plan_hand_over_offer on plan_hand_over for insert to overens_app with check (
  offered_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and offers_hand_over(plan_id, to_unit_id, to_organisation_id) and not plan_is_closed(plan_id)
);
create policy plan_hand_over_answer_read on plan_hand_over_answer for select to overens_app using (exists (select from plan_hand_over h where h.id = hand_over_id));
create policy plan_hand_over_answer_write on plan_hand_over_answer for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and exists (select from plan_hand_over h where h.id = hand_over_id and h.plan_id = plan_hand_over_answer.plan_id) and case answer
    when 'declined' then is_offered_plan(hand_over_id)
    when 'withdrawn' then leads_plan(plan_id) or coordinates_plan(plan_id)
    else false end
);

create policy plan_look_own on plan_look for select to overens_app using (account_id = (select acting_account()));
create policy plan_look_begin on plan_look for insert to overens_app with check (
  account_id = (select acting_account()) and (takes_part_in_plan(plan_id) or owns_plan(plan_id))
);
create policy plan_look_again on plan_look for update to overens_app using (account_id = (select acting_account())) with check (account_id = (select acting_account()));

create policy plan_survey_hand_out_read on plan_survey_hand_out for select to overens_app using (leads_plan(plan_id) or coordinates_plan(plan_id) or owns_plan(plan_id));
create policy plan_survey_hand_out_write on plan_survey_hand_out for insert to overens_app with check (
  given_by = (select acting_account()) and exists (select from plan_meeting m where m.id = held_id and m.plan_id = plan_survey_hand_out.plan_id and m.turn = 'held')
  and case given_to when 'individual' then owns_plan(plan_id) else leads_plan(plan_id) or coordinates_plan(plan_id) end
);

grant select, insert on plan_follow_up, plan_evaluation, plan_closing, plan_closing_reason, plan_closing_wish, plan_hand_over, plan_hand_over_answer, plan_survey_hand_out
  to overens_app;
grant select, insert, update on plan_look to overens_app;

insert into plan_act (kind, who) values
  ('plans.follow-up', '{leads,reads:follow-up}'),
  ('plans.close', '{leads,party}'),
  ('plans.wish-to-close', '{own}'),
  ('plans.offer-hand-over', '{leads,party}'),
  ('plans.answer-hand-over', '{leads,party}'),
  ('plans.hand-out-survey', '{leads,party,own}');
-- A notification by law and the ending of a decision are never shut; copies of what was established are still delivered and called back; who speaks for the person may change; and
-- what a unit has taken on it ends for itself.
insert into plan_act_after_closing (kind) values ('plans.hand-out-survey'), ('plans.note-notification'), ('consents.end-disclosure'), ('consents.change-speaker'),
  ('plans.deliver-copy'), ('plans.send-copy'), ('plans.annul-copy'), ('plans.move-task');

-- Answers to the survey are mixed once a day.
select job.create_queue('mix-survey-answers-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('mix-survey-answers', '{"policy": "standard", "deadLetter": "mix-survey-answers-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');
