-- What is noted about a plan beside what it says: what has been asked and looked over, what the person thinks of a coordinated care plan, and what has happened
-- around a discharge. Every noting of a sheet is a row and the highest number holds. All of it is sealed: not even which question was answered can be read here.

create table plan_sheet (
  id uuid primary key,
  plan_id uuid not null references plan,
  sheet text not null check (sheet in ('checks', 'attitude', 'discharge')),
  number int not null check (number > 0),
  words_cipher bytea not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_sheet_noted_once unique (plan_id, sheet, number)
);
comment on table plan_sheet is 'What staff have noted about a plan, sheet by sheet, each time they note it: the highest number holds.';
comment on column plan_sheet.sheet is 'checks: what has been asked, with the answers; attitude: what the person thinks of a coordinated care plan (LPT 7 a, LRV 12 a); discharge: what has happened around a stay at a hospital (lag 2017:612).';
comment on column plan_sheet.words_cipher is 'All of the sheet, as JSON. Bound to plan.sheet:<id>.';

create table plan_adjustment (
  id uuid primary key,
  plan_id uuid not null references plan,
  content_hash bytea not null check (length(content_hash) = 32),
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_adjusted_once unique (plan_id, unit_id, content_hash)
);
comment on table plan_adjustment is 'That a unit has adjusted a coordinated care plan: it stands by the measures as they were worded then.';
comment on column plan_adjustment.content_hash is 'SHA-256 of the wordings of the measures. Of other wordings it says nothing.';

do $$
declare
  name text;
begin
  foreach name in array array['plan_sheet', 'plan_adjustment'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy plan_sheet_read on plan_sheet for select to overens_app using ('needs' = any (acting_plan_kinds(plan_id)));
create policy plan_sheet_write on plan_sheet for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and takes_part_in_plan(plan_id) and 'needs' = any (acting_plan_kinds(plan_id))
);
create policy plan_adjustment_read on plan_adjustment for select to overens_app using ('measures' = any (acting_plan_kinds(plan_id)));
create policy plan_adjustment_write on plan_adjustment for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and takes_part_in_plan(plan_id) and 'measures' = any (acting_plan_kinds(plan_id))
);
grant select, insert on plan_sheet, plan_adjustment to overens_app;

insert into plan_act (kind, who) values
  ('plans.note', '{reads:needs}'),
  ('plans.adjust', '{reads:measures}');
