-- What the person says of each thing in their plan as it is worded now: yes, no, or a comment; or why they were not asked. A new wording is a new question.

create table plan_change_answer (
  id uuid primary key,
  plan_id uuid not null references plan,
  goal_id uuid,
  measure_id uuid,
  number int check (number > 0),
  duty_id uuid references plan_duty,
  answer text not null check (answer in ('approved', 'objects', 'commented', 'not-asked')),
  words_cipher bytea,
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_change_answer_of_goal foreign key (goal_id, number) references plan_goal (goal_id, number),
  constraint plan_change_answer_of_measure foreign key (measure_id, number) references plan_measure (measure_id, number),
  constraint plan_change_answer_of_one check (num_nonnulls(goal_id, measure_id, duty_id) = 1 and (number is null) = (duty_id is not null)),
  constraint plan_change_answer_says check (answer = 'approved' or words_cipher is not null),
  constraint plan_change_answer_by_somebody check ((organisation_id is null) = (unit_id is null) and (answer <> 'not-asked' or unit_id is not null))
);
comment on table plan_change_answer is 'What the person says of a goal, a measure or a duty in the wording that they had before them, or why they were not asked. The latest of a wording holds.';
comment on column plan_change_answer.number is 'The wording of the goal or the measure.';
comment on column plan_change_answer.words_cipher is 'What they want instead or think; or the reason why they were not asked. Bound to plan.change-answer:<id>.';
comment on column plan_change_answer.unit_id is 'The unit that noted it; null when the person wrote it themselves.';
create index plan_change_answer_of_plan on plan_change_answer (plan_id, at);

alter table plan_change_answer enable row level security;
alter table plan_change_answer force row level security;
do $$ begin execute format('create policy plan_change_answer_owner on plan_change_answer to %I using (true) with check (true)', current_user); end $$;
create policy plan_change_answer_read on plan_change_answer for select to overens_app using (
  case when goal_id is not null then 'goals' else 'measures' end = any (acting_plan_kinds(plan_id))
);
create policy plan_change_answer_write on plan_change_answer for insert to overens_app with check (
  written_by = (select acting_account())
  and case when goal_id is not null then 'goals' else 'measures' end = any (acting_plan_kinds(plan_id))
  and case when unit_id is null then owns_plan(plan_id)
    else leads_plan(plan_id) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) end
  and (goal_id is null or exists (select from plan_goal g where g.goal_id = plan_change_answer.goal_id and g.plan_id = plan_change_answer.plan_id))
  and (measure_id is null or exists (select from plan_measure m where m.measure_id = plan_change_answer.measure_id and m.plan_id = plan_change_answer.plan_id))
  and (duty_id is null or exists (select from plan_duty d where d.id = plan_change_answer.duty_id and d.plan_id = plan_change_answer.plan_id))
);
grant select, insert on plan_change_answer to overens_app;

insert into plan_act (kind, who) values ('plans.answer-changes', '{leads,own}');
