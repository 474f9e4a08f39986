-- Calling people together: the meeting of a plan, who is summoned or invited to it, what they answer, who came, and the steps that the clock of a plan follows.
-- Rows are added and never changed or deleted. What a summoned unit reads is decided by consent, as all else in a plan: the rest it is told is that it is
-- called, by whom and by when to answer.

create table plan_meeting (
  id uuid primary key,
  meeting_id uuid not null,
  plan_id uuid not null references plan,
  turn text not null check (turn in ('set', 'called-off', 'held')),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 480),
  how text not null check (how in ('place', 'video', 'phone')),
  where_cipher bytea,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null
);
comment on table plan_meeting is 'A meeting about a plan, each time that it is set, moved, called off or has been held. The latest row of a meeting holds.';
comment on column plan_meeting.meeting_id is 'Which meeting: the id of its first row.';
comment on column plan_meeting.where_cipher is 'The place, the link or the number. Bound to plan.meeting:<id>.';
create index plan_meeting_of_plan on plan_meeting (plan_id, at);

create table plan_calling (
  id uuid primary key,
  plan_id uuid not null references plan,
  purpose_cipher bytea not null,
  goal_cipher bytea,
  questions_cipher bytea not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  sent_by uuid not null references account,
  sent_at timestamptz not null
);
comment on table plan_calling is 'What all who are called at one time are told: why, the goal in the long run, and the questions.';
comment on column plan_calling.purpose_cipher is 'Bound to plan.calling.purpose:<id>.';
comment on column plan_calling.goal_cipher is 'Bound to plan.calling.goal:<id>.';
comment on column plan_calling.questions_cipher is 'Bound to plan.calling.questions:<id>.';
create index plan_calling_of_plan on plan_calling (plan_id, sent_at);

create table plan_summons (
  id uuid primary key,
  calling_id uuid not null references plan_calling,
  plan_id uuid not null references plan,
  act_id uuid not null references act,
  kind text not null check (kind in ('summons', 'invitation')),
  ground text check (ground in ('law', 'equal-party')),
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  reply_by date not null,
  forwarded_from uuid references plan_summons,
  from_organisation_id uuid not null references organisation,
  from_unit_id uuid not null references unit,
  sent_by uuid not null references account,
  sent_at timestamptz not null,
  constraint plan_summons_has_a_ground check ((kind = 'summons') = (ground is not null)),
  constraint plan_summons_of_unit check ((organisation_id is null) = (unit_id is null) and (unit_id is not null or kind = 'invitation'))
);
comment on table plan_summons is 'One that is called: a unit, or somebody from outside whose name stands in plan_summons_text. A summons is a duty to come, an invitation is not.';
comment on column plan_summons.ground is 'What the duty rests on: law, or that the county has agreed that such a unit is an equal party.';
comment on column plan_summons.forwarded_from is 'The summons that reached the wrong unit, which named this one. What is asked of it stands there.';
create index plan_summons_of_plan on plan_summons (plan_id, sent_at);
create index plan_summons_of_unit on plan_summons (unit_id, plan_id);

create table plan_summons_text (
  summons_id uuid primary key references plan_summons,
  plan_id uuid not null references plan,
  name_cipher bytea,
  contribution_cipher bytea
);
comment on table plan_summons_text is 'What is told of one that is called to those who may read of the meeting.';
comment on column plan_summons_text.name_cipher is 'Who it is, of somebody from outside. Bound to plan.summons.name:<id>.';
comment on column plan_summons_text.contribution_cipher is 'What they are asked to bring. Bound to plan.summons.contribution:<id>.';

create table plan_summons_answer (
  id uuid primary key,
  summons_id uuid not null references plan_summons,
  plan_id uuid not null references plan,
  answer text not null check (answer in ('yes', 'other-time', 'substitute', 'wrong-receiver', 'no')),
  right_unit_id uuid references unit,
  text_cipher bytea,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_summons_names_the_right_unit check ((answer = 'wrong-receiver') = (right_unit_id is not null))
);
comment on table plan_summons_answer is 'What is answered to a summons or an invitation. The latest holds. A summons is never answered no.';
comment on column plan_summons_answer.text_cipher is 'Other times, or who comes instead. Bound to plan.answer:<id>.';
comment on column plan_summons_answer.organisation_id is 'Whose staff wrote it down: of somebody from outside, that of those who called.';
create index plan_summons_answer_of_summons on plan_summons_answer (summons_id, at);

create table plan_summons_seen (
  summons_id uuid primary key references plan_summons,
  seen_by uuid not null references account,
  seen_at timestamptz not null
);
comment on table plan_summons_seen is 'When somebody of the unit that is called first opened the plan after it was called.';

create table plan_summons_reminder (
  summons_id uuid not null references plan_summons,
  on_day date not null,
  primary key (summons_id, on_day)
);
comment on table plan_summons_reminder is 'The days on which one that had not answered was reminded.';

create table plan_attendance (
  id uuid primary key,
  plan_id uuid not null references plan,
  held_id uuid not null references plan_meeting,
  who text not null check (who in ('individual', 'leader', 'called')),
  summons_id uuid references plan_summons,
  presence text not null check (presence in ('present', 'by-phone', 'by-video', 'absent')),
  reason_cipher bytea,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_attendance_of_called check ((who = 'called') = (summons_id is not null)),
  constraint plan_attendance_once unique nulls not distinct (held_id, who, summons_id)
);
comment on table plan_attendance is 'Who came to a meeting that was held, and how; who did not, and why.';
comment on column plan_attendance.reason_cipher is 'Why not. Bound to plan.attendance:<id>.';

create function plan_is_agreed(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from consent c
    where c.plan_id = of_plan and c.kind = 'make-plan' and c.given_at <= acting_now() and c.recorded_at <= acting_now() and case
      when c.answer in ('given', 'partly') then
        not exists (
          select from consent_withdrawal w where w.consent_id = c.id and w.scope_id is null and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
        ) and not exists (
          select from consent n where n.plan_id = c.plan_id and n.kind = c.kind and n.answer = 'declined' and n.giver = c.giver and n.giver_id is not distinct from c.giver_id
            and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
        )
      when c.answer = 'cannot' then
        c.evidence_cipher is not null and not exists (
          select from consent n where n.plan_id = c.plan_id and n.kind = c.kind and n.giver = c.giver and n.giver_id is not distinct from c.giver_id
            and n.given_at > c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
        )
      else false end
  );
end;
comment on function plan_is_agreed(uuid) is 'Has the person said yes to a plan being made, or is it written down why they cannot take a stand?';

create function is_summoned(of_summons uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_summons s where s.id = of_summons and s.unit_id = any (acting_case_units()) and s.organisation_id = acting_case_organisation());
end;
comment on function is_summoned(uuid) is 'Is it a unit of who acts that is called by this?';

create function forwards_summons(of_summons uuid, of_plan uuid, to_unit uuid) returns boolean language sql stable security definer begin atomic
  select is_summoned(of_summons) and exists (
    select from plan_summons_answer a where a.summons_id = of_summons and a.plan_id = of_plan and a.right_unit_id = to_unit and a.written_by = acting_account()
  ) and unit_of_organisation(to_unit, acting_case_organisation());
end;
comment on function forwards_summons(uuid, uuid, uuid) is 'Has who acts answered for their own unit that this one, of the same huvudman, is the right one?';

create function may_answer_summons(of_summons uuid, of_plan uuid, of_answer text) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_summons s where s.id = of_summons and s.plan_id = of_plan and (s.kind = 'invitation' or of_answer <> 'no')
      and (is_summoned(s.id) or (s.unit_id is null and of_answer <> 'wrong-receiver' and leads_plan(s.plan_id)))
  );
end;
comment on function may_answer_summons(uuid, uuid, text) is 'May who acts answer this: for their own unit, or for somebody from outside who has told those that lead? A huvudman that is called cannot decline the duty.';

do $$
declare
  name text;
begin
  foreach name in array array['plan_meeting', 'plan_calling', 'plan_summons', 'plan_summons_text', 'plan_summons_answer', 'plan_summons_seen', 'plan_summons_reminder',
    'plan_attendance'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy plan_meeting_read on plan_meeting for select to overens_app using ('meeting' = any (acting_plan_kinds(plan_id)));
create policy plan_meeting_write on plan_meeting for insert to overens_app with check (
  written_by = (select acting_account()) and leads_plan(plan_id) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
);

create policy plan_calling_read on plan_calling for select to overens_app using ('meeting' = any (acting_plan_kinds(plan_id)));
create policy plan_calling_send on plan_calling for insert to overens_app with check (
  sent_by = (select acting_account()) and leads_plan(plan_id) and plan_is_agreed(plan_id)
  and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
);

create policy plan_summons_read on plan_summons for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or 'meeting' = any (acting_plan_kinds(plan_id))
);
create policy plan_summons_send on plan_summons for insert to overens_app with check (
  sent_by = (select acting_account()) and from_organisation_id = (select acting_case_organisation()) and from_unit_id = (select acting_case_unit()) and case
    when forwarded_from is null then leads_plan(plan_id) and plan_is_agreed(plan_id) and (unit_id is null or unit_of_organisation(unit_id, organisation_id))
    else forwards_summons(forwarded_from, plan_id, unit_id) and organisation_id = (select acting_case_organisation()) end
);

create policy plan_summons_text_read on plan_summons_text for select to overens_app using ('meeting' = any (acting_plan_kinds(plan_id)));
create policy plan_summons_text_write on plan_summons_text for insert to overens_app with check (leads_plan(plan_id));

create policy plan_summons_answer_read on plan_summons_answer for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or 'meeting' = any (acting_plan_kinds(plan_id))
);
create policy plan_summons_answer_give on plan_summons_answer for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and may_answer_summons(summons_id, plan_id, answer) and (right_unit_id is null or unit_of_organisation(right_unit_id, organisation_id))
);

create policy plan_summons_seen_read on plan_summons_seen for select to overens_app using (exists (select from plan_summons s where s.id = summons_id));
create policy plan_summons_seen_note on plan_summons_seen for insert to overens_app with check (seen_by = (select acting_account()) and is_summoned(summons_id));

create policy plan_attendance_read on plan_attendance for select to overens_app using ('meeting' = any (acting_plan_kinds(plan_id)));
create policy plan_attendance_note on plan_attendance for insert to overens_app with check (written_by = (select acting_account()) and leads_plan(plan_id));

-- Whoever is called by mistake names the right unit, which then takes part. It opens nothing for it.
create policy plan_party_forward on plan_party for insert to overens_app with check (
  added_by = (select acting_account()) and standing = 'asked' and organisation_id = (select acting_case_organisation())
  and exists (select from plan_summons s where s.plan_id = plan_party.plan_id and forwards_summons(s.id, s.plan_id, plan_party.unit_id))
);

grant select, insert on plan_meeting, plan_calling, plan_summons, plan_summons_text, plan_summons_answer, plan_summons_seen, plan_attendance to overens_app;

-- The steps that the clock follows: days and moments, never words, and never of whom.

create function steps_of_plan(of_plan uuid) returns table (
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
    coalesce((
      select json_agg(json_build_object('id', c.id, 'answer', c.answer, 'givenAt', c.given_at, 'recordedAt', c.recorded_at, 'withdrawals', coalesce((
          select json_agg(json_build_object('at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id and w.scope_id is null
        ), '[]'::json)) order by c.given_at, c.id)
      from consent c where c.plan_id = of_plan and c.kind = 'make-plan' and c.giver = 'person'
    ), '[]');
end;
comment on function steps_of_plan(uuid) is 'When the steps of a plan were taken, and what says whether it is still to be made. For the functions below alone.';
revoke all on function steps_of_plan(uuid) from public;

create function acting_steps(of_plans uuid[]) returns table (
  plan uuid, initiative date, asked timestamptz, noted timestamptz, summoned timestamptz, met timestamptz, assessments json, answers json
) language sql stable security definer begin atomic
  select p.id, s.* from unnest(of_plans) p(id) cross join lateral steps_of_plan(p.id) s where 'needs' = any (acting_plan_kinds(p.id));
end;
comment on function acting_steps(uuid[]) is 'The steps of plans whose need is open to who acts.';

create function steps_of_managed_unit() returns table (
  kind text, county_code text, initiative date, asked timestamptz, noted timestamptz, summoned timestamptz, met timestamptz, assessments json, answers json
) language sql stable security definer begin atomic
  select p.kind, p.county_code, s.*
  from acting_row() a join plan p on p.organisation_id = a.organisation_id and p.unit_id = any (merged_units(a.unit_id, acting_today()))
  cross join lateral steps_of_plan(p.id) s
  where a.role = 'unit-manager' and a.unit_id is not null and not exists (select from plan_version v where v.plan_id = p.id);
end;
comment on function steps_of_managed_unit() is 'The steps of the plans that the unit of a manager opened and that are not established yet: without which plans they are, of whom, or a word of them.';

revoke all on function plan_is_agreed(uuid), is_summoned(uuid), forwards_summons(uuid, uuid, uuid), may_answer_summons(uuid, uuid, text), acting_steps(uuid[]),
  steps_of_managed_unit() from public;
grant execute on function plan_is_agreed(uuid), is_summoned(uuid), forwards_summons(uuid, uuid, uuid), may_answer_summons(uuid, uuid, text), acting_steps(uuid[]),
  steps_of_managed_unit() to overens_app;

-- Who has not answered in time is reminded, every third day, until they have or the meeting has been held.

create function awaits_answer(s plan_summons) returns boolean language sql stable
  return s.unit_id is not null
    and not exists (select from plan_summons_answer a where a.summons_id = s.id)
    and not exists (select from plan_meeting m where m.plan_id = s.plan_id and m.turn = 'held' and m.at >= s.sent_at)
    and plan_is_agreed(s.plan_id);
comment on function awaits_answer(plan_summons) is 'Is an answer to it still waited for?';
revoke all on function awaits_answer(plan_summons) from public;

create function due_summons_reminders(on_day date, most int) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id from plan_summons s
      where s.reply_by <= on_day and awaits_answer(s)
        and not exists (select from plan_summons_reminder r where r.summons_id = s.id and r.on_day > due_summons_reminders.on_day - 3)
        and not exists (select from job.job j where j.name = 'remind-summons' and j.id = s.id)
      order by s.reply_by, s.id limit most
  $$;
comment on function due_summons_reminders(date, int) is 'Those that are called, have not answered and are to be reminded, and have no job; the longest waiting first.';

create function remind_of_summons(of_summons uuid, on_day date, at timestamptz) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
    declare
      s plan_summons;
    begin
      select * into s from plan_summons where id = of_summons and reply_by <= on_day for update;
      if not found or not awaits_answer(s) then return false; end if;
      if exists (select from plan_summons_reminder r where r.summons_id = s.id and r.on_day > remind_of_summons.on_day - 3) then return false; end if;
      insert into plan_summons_reminder (summons_id, on_day) values (s.id, on_day);
      insert into outbox (id, act_id, kind, receivers, params, created_at)
        select gen_random_uuid(), s.act_id, 'plan-summons-waits', jsonb_build_object('role', role, 'unit', s.unit_id),
            jsonb_build_object('plan', s.plan_id, 'organisation', s.from_organisation_id, 'until', s.reply_by), remind_of_summons.at
          from unnest(array['municipal-case-worker', 'regional-clinician', 'coordinator', 'unit-manager']) role;
      return true;
    end
  $$;
comment on function remind_of_summons(uuid, date, timestamptz) is 'Tells a unit that is called once more. Answers false when it is not due: it has answered, or was reminded already.';
revoke all on function due_summons_reminders(date, int), remind_of_summons(uuid, date, timestamptz) from public;
grant execute on function due_summons_reminders(date, int), remind_of_summons(uuid, date, timestamptz) to overens_app;

select job.create_queue('remind-summons-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('remind-summons', '{"policy": "standard", "deadLetter": "remind-summons-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');

create function acts_on_summons(of_kind text, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind in ('plans.set-meeting', 'plans.note-meeting') then leads_plan(of_plan)
    when of_kind = 'plans.summon' then leads_plan(of_plan) and plan_is_agreed(of_plan)
    when of_kind = 'plans.answer-summons' then leads_plan(of_plan) or exists (select from plan_summons s where s.plan_id = of_plan and is_summoned(s.id))
    else false
  end;
end;
comment on function acts_on_summons(text, uuid) is 'May whoever acts do this, of calling people together, to this plan?';
revoke all on function acts_on_summons(text, uuid) from public;
grant execute on function acts_on_summons(text, uuid) to overens_app;

create or replace function acts_on_plan(of_kind text, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind in ('plans.read-protected') then cardinality(acting_plan_kinds(of_plan)) > 0
    when of_kind in ('plans.open', 'plans.point-out') then leads_plan(of_plan) or owns_plan(of_plan)
    when of_kind = 'plans.assess' then takes_part_in_plan(of_plan) and 'needs' = any (acting_plan_kinds(of_plan))
    when of_kind in ('plans.write', 'consents.take', 'consents.withdraw') then leads_plan(of_plan) or owns_plan(of_plan) or cardinality(acting_plan_kinds(of_plan)) > 0
    when of_kind in ('plans.ask-unit', 'consents.disclose') then leads_plan(of_plan)
    when of_kind in ('plans.set-meeting', 'plans.note-meeting', 'plans.summon', 'plans.answer-summons') then acts_on_summons(of_kind, of_plan)
    else false
  end;
end;
