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

-- What is written together at a meeting. Every update of the shared text is a row before anybody else sees it, and is sealed; nothing is merged away, so that it stays
-- known who wrote what and when.

create table plan_note_update (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  plan_id uuid not null references plan,
  meeting_id uuid not null,
  bytes_cipher bytea not null check (length(bytes_cipher) between 1 and 4000000),
  source text not null check (source in ('typed', 'form')),
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  account_id uuid not null references account,
  at timestamptz not null
);
comment on table plan_note_update is 'Updates of the notes of a meeting (Yjs), in the order they came: together they are the notes.';
comment on column plan_note_update.meeting_id is 'Which meeting: the id of its first row in plan_meeting.';
comment on column plan_note_update.bytes_cipher is 'The update in base64. Bound to plan.note:<id>.';
comment on column plan_note_update.source is 'typed: by somebody in the editor; form: by a form that was sent.';
create index plan_note_update_of_meeting on plan_note_update (plan_id, meeting_id, number);

alter table plan_note_update enable row level security;
alter table plan_note_update force row level security;
do $$ begin execute format('create policy plan_note_update_owner on plan_note_update to %I using (true) with check (true)', current_user); end $$;
create policy plan_note_update_read on plan_note_update for select to overens_app using (acting_plan_kinds(plan_id) @> array['meeting', 'needs']);
create policy plan_note_update_keep on plan_note_update for insert to overens_app with check (
  account_id = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and takes_part_in_plan(plan_id) and acting_plan_kinds(plan_id) @> array['meeting', 'needs']
  and exists (select from plan_meeting m where m.plan_id = plan_note_update.plan_id and m.meeting_id = plan_note_update.meeting_id)
);
grant select, insert on plan_note_update to overens_app;

create function keep_notes_of_closed_plan() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      if plan_is_closed(new.plan_id) then
        raise exception 'the plan is closed' using errcode = 'check_violation', constraint = 'plan_is_open';
      end if;
      return null;
    end
  $$;
comment on function keep_notes_of_closed_plan() is 'Refuses notes of the meetings of a plan that has been closed: they are no acts, which are refused already.';
create trigger keep_notes_of_closed_plan after insert on plan_note_update for each row execute function keep_notes_of_closed_plan();

create function tell_live_of_plan() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      if tg_table_name = 'plan_note_update' then
        perform pg_notify('live', json_build_object('kind', 'note', 'plan', new.plan_id, 'meeting', new.meeting_id, 'id', new.id)::text);
      elsif tg_table_name = 'consent' then
        perform pg_notify('live', json_build_object('kind', 'consent', 'plan', new.plan_id)::text);
      else
        perform pg_notify('live', json_build_object('kind', 'consent', 'plan', (select c.plan_id from consent c where c.id = new.consent_id))::text);
      end if;
      return null;
    end
  $$;
comment on function tell_live_of_plan() is 'Tells every process of the program that something is written at a meeting, or that something is answered about consent or taken back: by ids alone.';
create trigger plan_note_update_told after insert on plan_note_update for each row execute function tell_live_of_plan();
create trigger consent_told after insert on consent for each row execute function tell_live_of_plan();
create trigger consent_withdrawal_told after insert on consent_withdrawal for each row execute function tell_live_of_plan();
