-- Tasks: a measure of a plan as one unit asks it of another. A task is never changed; where it is follows from its moves, which are added and never taken away.
-- Which move leads where, and who may make it, is rows: the database takes no other. Both sides see that there is a task, how far it has come and whom to ask;
-- its words are of the kind of data that measures are, and stand apart.

create table plan_task_rule (
  from_state text not null,
  to_state text not null,
  side text not null check (side in ('requester', 'owner')),
  takes_reason boolean not null,
  primary key (from_state, to_state, side)
);
comment on table plan_task_rule is 'The moves of a task that are allowed, once for each side that may make them: 24, with the making of it, whose from_state is none. Source: Santeon, Shared Care Planning, Task. A test compares it with the program''s own.';
insert into plan_task_rule (from_state, to_state, side, takes_reason) values
  ('none', 'requested', 'requester', false),
  ('requested', 'received', 'owner', false), ('requested', 'accepted', 'owner', false), ('requested', 'rejected', 'owner', true),
  ('requested', 'in-progress', 'owner', false), ('requested', 'completed', 'owner', false),
  ('requested', 'cancelled', 'requester', true), ('requested', 'cancelled', 'owner', true),
  ('received', 'accepted', 'owner', false), ('received', 'rejected', 'owner', true), ('received', 'in-progress', 'owner', false),
  ('received', 'completed', 'owner', false), ('received', 'cancelled', 'requester', true), ('received', 'cancelled', 'owner', true),
  ('accepted', 'in-progress', 'owner', false), ('accepted', 'completed', 'owner', false),
  ('accepted', 'cancelled', 'requester', true), ('accepted', 'cancelled', 'owner', true),
  ('in-progress', 'completed', 'owner', false), ('in-progress', 'failed', 'owner', true),
  ('in-progress', 'on-hold', 'requester', true), ('in-progress', 'on-hold', 'owner', true),
  ('on-hold', 'in-progress', 'requester', false), ('on-hold', 'in-progress', 'owner', false);

create table plan_task_words (
  id uuid primary key,
  plan_id uuid not null references plan,
  wording_id uuid not null references plan_measure,
  agreement text check (agreement ~ '^[a-z][a-z0-9-]*$'),
  agreement_row text check (agreement_row ~ '^[A-Z][A-Z0-9-]*$'),
  outside_reason text check (outside_reason in ('no-agreement', 'not-in-agreement', 'other-law', 'own-wish')),
  text_cipher bytea not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_task_traced check ((agreement is null) = (agreement_row is null) and (agreement is null) = (outside_reason is not null))
);
comment on table plan_task_words is 'What is asked in a task, for whoever may read measures, and for the unit that wrote it. A unit that was asked by mistake hands it on unread.';
comment on column plan_task_words.wording_id is 'How the measure was worded when it was asked; the responsibility that it realises is copied from there.';
comment on column plan_task_words.text_cipher is 'What is to be done, and what is said beside it, as JSON. Bound to plan.task:<id>.';

create table plan_task (
  id uuid primary key,
  plan_id uuid not null references plan,
  measure_id uuid not null,
  words_id uuid not null references plan_task_words,
  requesting_organisation_id uuid not null references organisation,
  requesting_unit_id uuid not null references unit,
  owning_organisation_id uuid not null references organisation,
  owning_unit_id uuid not null references unit,
  due_on date not null,
  forwarded_from uuid references plan_task,
  asked_by uuid not null references account,
  asked_at timestamptz not null
);
comment on table plan_task is 'A measure as one unit asks it of another, or of itself. Its id is made by whoever asks: what is sent twice is asked once.';
comment on column plan_task.forwarded_from is 'The task that reached the wrong unit, which named this one.';
create index plan_task_of_plan on plan_task (plan_id, asked_at);

create table plan_task_move (
  id uuid primary key,
  task_id uuid not null references plan_task,
  plan_id uuid not null references plan,
  number int not null check (number > 0),
  before int generated always as (nullif(number - 1, 0)) stored,
  from_state text not null,
  to_state text not null,
  side text not null,
  has_reason boolean not null,
  takes_reason boolean not null,
  right_unit_id uuid references unit,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  moved_by uuid not null references account,
  at timestamptz not null,
  constraint plan_task_moved_once unique (task_id, number),
  constraint plan_task_move_is_target unique (task_id, number, to_state),
  constraint plan_task_move_goes_on foreign key (task_id, before, from_state) references plan_task_move (task_id, number, to_state),
  constraint plan_task_move_begins check ((number = 1) = (from_state = 'none')),
  constraint plan_task_move_is_allowed foreign key (from_state, to_state, side) references plan_task_rule (from_state, to_state, side),
  constraint plan_task_move_says_why check (not takes_reason or has_reason or right_unit_id is not null),
  constraint plan_task_move_names_the_right_unit check (right_unit_id is null or to_state = 'rejected')
);
comment on table plan_task_move is 'What has happened to a task, move by move: each goes on from the one before it, and two never go on from the same.';
comment on column plan_task_move.side is 'For which side the move was made.';
comment on column plan_task_move.right_unit_id is 'Of a no because the unit was the wrong one: the right one, of the same huvudman.';

create table plan_task_reason (
  move_id uuid primary key references plan_task_move,
  plan_id uuid not null references plan,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  reason_cipher bytea not null
);
comment on table plan_task_reason is 'Why a task was moved, in the words of the unit that moved it.';
comment on column plan_task_reason.reason_cipher is 'Bound to plan.task-reason:<move id>.';

create table plan_task_state (
  task_id uuid primary key references plan_task,
  plan_id uuid not null references plan,
  reached text not null,
  number int not null,
  since timestamptz not null,
  over boolean not null,
  due_on date not null,
  requesting_organisation_id uuid not null,
  requesting_unit_id uuid not null,
  owning_organisation_id uuid not null,
  owning_unit_id uuid not null
);
comment on column plan_task_state.reached is 'The state that it was moved to last.';
comment on table plan_task_state is 'Where each task is now: its moves folded, kept by a trigger, for lists. A test folds them and compares.';
create index plan_task_state_of_plan on plan_task_state (plan_id);
create index plan_task_state_owned on plan_task_state (owning_unit_id, over, due_on, task_id);
create index plan_task_state_asked on plan_task_state (requesting_unit_id, over, due_on, task_id);

-- The walls.

create function is_task_side(of_task uuid, of_side text) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_task t where t.id = of_task and case of_side
      when 'requester' then t.requesting_unit_id = any (acting_case_units()) and unit_owner_now(t.requesting_unit_id, t.requesting_organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
      when 'owner' then t.owning_unit_id = any (acting_case_units()) and unit_owner_now(t.owning_unit_id, t.owning_organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
      else false end
  );
end;
comment on function is_task_side(uuid, text) is 'Is a unit of who acts on this side of a task?';

create function sees_task(of_task uuid) returns boolean language sql stable security definer begin atomic
  select is_task_side(of_task, 'owner') or is_task_side(of_task, 'requester')
    or exists (select from plan_task t where t.id = of_task and 'measures' = any (acting_plan_kinds(t.plan_id)));
end;
comment on function sees_task(uuid) is 'May who acts know of a task: for a side of it, or because they may read the measures of its plan?';

create function asks_task(of_plan uuid, of_measure uuid, of_words uuid, of_unit uuid, of_organisation uuid) returns boolean language sql stable security definer begin atomic
  select 'measures' = any (acting_plan_kinds(of_plan)) and (leads_plan(of_plan) or of_organisation = acting_case_organisation())
    and unit_of_organisation(of_unit, of_organisation)
    and exists (
      select from plan_task_words w join plan_measure m on m.id = w.wording_id
      where w.id = of_words and w.plan_id = of_plan and w.written_by = acting_account() and w.at = acting_now()
        and m.plan_id = of_plan and m.measure_id = of_measure and m.unit_id = of_unit and m.organisation_id = of_organisation and not m.dropped
        and not exists (select from plan_measure n where n.measure_id = m.measure_id and n.number > m.number)
    );
end;
comment on function asks_task(uuid, uuid, uuid, uuid, uuid) is 'May who acts ask this of this unit: the measure holds as it was copied, the unit is the one it names, and who acts leads the plan or asks within their own huvudman?';

create function forwards_task(of_task uuid, of_plan uuid, of_measure uuid, of_words uuid, by_unit uuid, by_organisation uuid, to_unit uuid)
  returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_task t join plan_task_move m on m.task_id = t.id
    where t.id = of_task and t.plan_id = of_plan and t.measure_id = of_measure and t.words_id = of_words
      and t.requesting_unit_id = by_unit and t.requesting_organisation_id = by_organisation
      and m.right_unit_id = to_unit and m.moved_by = acting_account()
  ) and is_task_side(of_task, 'owner') and unit_of_organisation(to_unit, acting_case_organisation());
end;
comment on function forwards_task(uuid, uuid, uuid, uuid, uuid, uuid, uuid) is 'Has who acts said for their own unit that this one, of the same huvudman, is the right one, and is all else as it was asked?';

create function begins_task(of_task uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_task t where t.id = of_task and t.asked_by = acting_account() and t.asked_at = acting_now());
end;
comment on function begins_task(uuid) is 'Has who acts made this task just now?';

create function is_task_of(of_task uuid, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_task t where t.id = of_task and t.plan_id = of_plan);
end;
comment on function is_task_of(uuid, uuid) is 'Is it a task of this plan?';

create function copies_wording(of_wording uuid, of_plan uuid, of_agreement text, of_row text, of_reason text) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_measure m where m.id = of_wording and m.plan_id = of_plan and m.agreement is not distinct from of_agreement
      and m.agreement_row is not distinct from of_row and m.outside_reason is not distinct from of_reason
  );
end;
comment on function copies_wording(uuid, uuid, text, text, text) is 'Is this the responsibility that a measure realised as it was worded then?';

create function keep_task_state() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    insert into plan_task_state (task_id, plan_id, reached, number, since, over, due_on, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id)
    select t.id, t.plan_id, new.to_state, new.number, new.at, not exists (select from plan_task_rule r where r.from_state = new.to_state), t.due_on,
      t.requesting_organisation_id, t.requesting_unit_id, t.owning_organisation_id, t.owning_unit_id
    from plan_task t where t.id = new.task_id
    on conflict (task_id) do update set reached = excluded.reached, number = excluded.number, since = excluded.since, over = excluded.over;
    return null;
  end $$;
comment on function keep_task_state() is 'Keeps where a task is now.';
create trigger plan_task_move_kept after insert on plan_task_move for each row execute function keep_task_state();

create function ask_reason_of_task() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    new.takes_reason := coalesce((
      select r.takes_reason from plan_task_rule r where r.from_state = new.from_state and r.to_state = new.to_state and r.side = new.side
    ), false);
    return new;
  end $$;
comment on function ask_reason_of_task() is 'Notes on a move whether it takes a reason, as the rules have it.';
create trigger plan_task_move_ruled before insert on plan_task_move for each row execute function ask_reason_of_task();

create function task_rows(of_tasks uuid[]) returns table (
  id uuid, plan_id uuid, measure_id uuid, words_id uuid, due_on date, forwarded_from uuid, asked_at timestamptz, state text, number int, since timestamptz, over boolean,
  requesting_organisation uuid, requesting_organisation_name text, requesting_unit uuid, requesting_unit_name text, requesting_unit_now uuid,
  owning_organisation uuid, owning_organisation_name text, owning_unit uuid, owning_unit_name text, owning_unit_now uuid, owner_closed boolean,
  asks boolean, owns boolean, cipher bytea, measure_number int, agreement text, agreement_row text, outside_reason text,
  person_id uuid, plan_owner uuid, kinds text[], grounds text[], name text, protected boolean
) language sql stable begin atomic
  select t.id, t.plan_id, t.measure_id, t.words_id, t.due_on, t.forwarded_from, t.asked_at, s.reached, s.number, s.since, s.over,
    t.requesting_organisation_id, coalesce((select o.name from organisation_version o where o.organisation_id = t.requesting_organisation_id and o.valid @> acting_today()), ''),
    t.requesting_unit_id,
    coalesce((select v.name from unit_version v where v.unit_id = t.requesting_unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    t.requesting_unit_now,
    t.owning_organisation_id, coalesce((select o.name from organisation_version o where o.organisation_id = t.owning_organisation_id and o.valid @> acting_today()), ''),
    t.owning_unit_id,
    coalesce((select v.name from unit_version v where v.unit_id = t.owning_unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
    t.owning_unit_now, not exists (select from unit_version v where v.unit_id = t.owning_unit_now and v.valid @> acting_today()),
    t.asks, t.owns, w.text_cipher, n.number, w.agreement, w.agreement_row, w.outside_reason,
    p.person_id, coalesce(owner_now(p.person_id, p.organisation_id, gone.ids), p.organisation_id), k.kinds, k.grounds,
    case when r.protected_identity is null then r.name end, r.protected_identity is not null
  from (
    select t.*, coalesce(unit_merged_into(t.requesting_unit_id, acting_today()), t.requesting_unit_id) as requesting_unit_now,
      coalesce(unit_merged_into(t.owning_unit_id, acting_today()), t.owning_unit_id) as owning_unit_now,
      t.requesting_unit_id = any (me.units) and unit_owner_now(t.requesting_unit_id, t.requesting_organisation_id, me.gone) = me.organisation as asks,
      t.owning_unit_id = any (me.units) and unit_owner_now(t.owning_unit_id, t.owning_organisation_id, me.gone) = me.organisation as owns
    from plan_task t cross join (
      select acting_case_units() as units, acting_case_organisation() as organisation, gone_organisations(acting_today()) as gone offset 0
    ) me
    where t.id = any (of_tasks)
    offset 0
  ) t
  join plan_task_state s on s.task_id = t.id
  join plan p on p.id = t.plan_id
  cross join (select gone_organisations(acting_today()) as ids offset 0) gone
  join (
    select q.plan_id, coalesce(array_agg(distinct g.data_kind) filter (where g.data_kind is not null), '{}') as kinds,
      coalesce(array_agg(distinct g.ground || coalesce(':' || g.ground_id::text, '')) filter (where g.ground is not null), '{}') as grounds
    from (select distinct one.plan_id from plan_task one where one.id = any (of_tasks)) q left join lateral acting_plan_grounds(q.plan_id) g on true
    group by q.plan_id
    offset 0
  ) k on k.plan_id = t.plan_id
  left join plan_task_words w on w.id = t.words_id and (t.asks or 'measures' = any (k.kinds))
  left join plan_measure n on n.id = w.wording_id
  left join person r on r.id = p.person_id and 'identity' = any (k.kinds)
  where t.asks or t.owns or 'measures' = any (k.kinds);
end;
comment on function task_rows(uuid[]) is 'Tasks as who acts may see them, with the reach asked once for each plan. For other functions: it sees what its caller sees.';

create function acting_plan_tasks(of_plan uuid) returns table (
  id uuid, plan_id uuid, measure_id uuid, words_id uuid, due_on date, forwarded_from uuid, asked_at timestamptz, state text, number int, since timestamptz, over boolean,
  requesting_organisation uuid, requesting_organisation_name text, requesting_unit uuid, requesting_unit_name text, requesting_unit_now uuid,
  owning_organisation uuid, owning_organisation_name text, owning_unit uuid, owning_unit_name text, owning_unit_now uuid, owner_closed boolean,
  asks boolean, owns boolean, cipher bytea, measure_number int, agreement text, agreement_row text, outside_reason text,
  person_id uuid, plan_owner uuid, kinds text[], grounds text[], name text, protected boolean, moves json
) language sql stable security definer begin atomic
  select r.*, coalesce((
      select json_agg(json_build_object('id', m.id, 'number', m.number, 'to', m.to_state, 'side', m.side, 'at', m.at,
        'unit', coalesce((select v.name from unit_version v where v.unit_id = m.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1), ''),
        'right', (select v.name from unit_version v where v.unit_id = m.right_unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1),
        'by', coalesce(m.moved_by = acting_account(), false),
        'reason', encode(y.reason_cipher, 'base64')) order by m.number)
      from plan_task_move m
      left join plan_task_reason y on y.move_id = m.id and (
        'measures' = any (r.kinds) or (y.unit_id = any (acting_case_units()) and unit_owner_now(y.unit_id, y.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()))
      where m.task_id = r.id
    ), '[]')
  from task_rows(array(select t.id from plan_task t where t.plan_id = of_plan)) r order by r.asked_at, r.id;
end;
comment on function acting_plan_tasks(uuid) is 'The tasks of a plan that who acts may know of, the first asked first, with their moves: words where measures are open to them or they wrote them.';

create function acting_tasks(of_side text, of_states text[], overdue boolean, after_due date, after_id uuid, most int) returns table (
  id uuid, plan_id uuid, measure_id uuid, words_id uuid, due_on date, forwarded_from uuid, asked_at timestamptz, state text, number int, since timestamptz, over boolean,
  requesting_organisation uuid, requesting_organisation_name text, requesting_unit uuid, requesting_unit_name text, requesting_unit_now uuid,
  owning_organisation uuid, owning_organisation_name text, owning_unit uuid, owning_unit_name text, owning_unit_now uuid, owner_closed boolean,
  asks boolean, owns boolean, cipher bytea, measure_number int, agreement text, agreement_row text, outside_reason text,
  person_id uuid, plan_owner uuid, kinds text[], grounds text[], name text, protected boolean
) language sql stable security definer begin atomic
  select r.* from task_rows(array(
    select f.task_id from (
      select s.task_id, s.due_on
      from unnest(acting_case_units()) u(id) cross join (values (false), (true)) o(ver) cross join lateral (
        select x.task_id, x.due_on from plan_task_state x
        where x.owning_unit_id = u.id and x.over = o.ver and unit_owner_now(x.owning_unit_id, x.owning_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation())
          and x.reached = any (of_states) and (not overdue or (not x.over and x.due_on < acting_today()))
          and (after_id is null or (x.due_on, x.task_id) > (after_due, after_id))
        order by x.due_on, x.task_id limit most
      ) s
      where of_side is distinct from 'requester'
        and exists (select from unnest(of_states) i(s) where o.ver = (i.s in ('rejected', 'cancelled', 'completed', 'failed')))
      union
      select s.task_id, s.due_on
      from unnest(acting_case_units()) u(id) cross join (values (false), (true)) o(ver) cross join lateral (
        select x.task_id, x.due_on from plan_task_state x
        where x.requesting_unit_id = u.id and x.over = o.ver and unit_owner_now(x.requesting_unit_id, x.requesting_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation())
          and x.reached = any (of_states) and (not overdue or (not x.over and x.due_on < acting_today()))
          and (after_id is null or (x.due_on, x.task_id) > (after_due, after_id))
        order by x.due_on, x.task_id limit most
      ) s
      where of_side is distinct from 'owner'
        and exists (select from unnest(of_states) i(s) where o.ver = (i.s in ('rejected', 'cancelled', 'completed', 'failed')))
    ) f order by f.due_on, f.task_id limit most
  )) r order by r.due_on, r.id;
end;
comment on function acting_tasks(text, text[], boolean, date, uuid, int) is 'The tasks that the units of who acts ask or are asked, in certain states, the first due first, after one that is named.';

create function acting_open_tasks(most int) returns table (
  id uuid, plan_id uuid, state text, due_on date, owns boolean, asks boolean, closed boolean
) language sql stable security definer begin atomic
  select f.task_id, f.plan_id, f.reached, f.due_on, bool_or(f.owns), bool_or(not f.owns),
    not exists (select from unit_version v where v.unit_id = coalesce(unit_merged_into(f.owning_unit_id, acting_today()), f.owning_unit_id) and v.valid @> acting_today())
  from (
    select s.*, true as owns from unnest(acting_case_units()) u(id) cross join lateral (
      select x.* from plan_task_state x
      where x.owning_unit_id = u.id and not x.over and unit_owner_now(x.owning_unit_id, x.owning_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation())
      order by x.due_on, x.task_id limit most
    ) s
    union all
    select s.*, false from unnest(acting_case_units()) u(id) cross join lateral (
      select x.* from plan_task_state x
      where x.requesting_unit_id = u.id and not x.over and unit_owner_now(x.requesting_unit_id, x.requesting_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation())
      order by x.due_on, x.task_id limit most
    ) s
  ) f
  group by f.task_id, f.plan_id, f.reached, f.due_on, f.owning_unit_id
  order by f.due_on, f.task_id limit most;
end;
comment on function acting_open_tasks(int) is 'The tasks that the units of who acts ask or are asked and that are not over, the first due first: nothing of what they say.';

revoke all on function is_task_side(uuid, text), sees_task(uuid), asks_task(uuid, uuid, uuid, uuid, uuid),
  forwards_task(uuid, uuid, uuid, uuid, uuid, uuid, uuid), begins_task(uuid), is_task_of(uuid, uuid), copies_wording(uuid, uuid, text, text, text), keep_task_state(), ask_reason_of_task(),
  task_rows(uuid[]), acting_plan_tasks(uuid), acting_tasks(text, text[], boolean, date, uuid, int), acting_open_tasks(int) from public;
grant execute on function is_task_side(uuid, text), sees_task(uuid), asks_task(uuid, uuid, uuid, uuid, uuid),
  forwards_task(uuid, uuid, uuid, uuid, uuid, uuid, uuid), begins_task(uuid), is_task_of(uuid, uuid), copies_wording(uuid, uuid, text, text, text),
  acting_plan_tasks(uuid), acting_tasks(text, text[], boolean, date, uuid, int), acting_open_tasks(int) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['plan_task_rule', 'plan_task_words', 'plan_task', 'plan_task_move', 'plan_task_reason', 'plan_task_state'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy plan_task_rule_read on plan_task_rule for select to overens_app using (true);

create policy plan_task_words_read on plan_task_words for select to overens_app using (
  (unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(unit_id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or 'measures' = any (acting_plan_kinds(plan_id))
);
create policy plan_task_words_write on plan_task_words for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and 'measures' = any (acting_plan_kinds(plan_id)) and copies_wording(wording_id, plan_id, agreement, agreement_row, outside_reason)
);

create policy plan_task_read on plan_task for select to overens_app using (
  (owning_unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(owning_unit_id, owning_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or (requesting_unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(requesting_unit_id, requesting_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or 'measures' = any (acting_plan_kinds(plan_id))
);
create policy plan_task_ask on plan_task for insert to overens_app with check (
  asked_by = (select acting_account()) and case
    when forwarded_from is null then requesting_organisation_id = (select acting_case_organisation()) and requesting_unit_id = (select acting_case_unit())
      and asks_task(plan_id, measure_id, words_id, owning_unit_id, owning_organisation_id)
    else owning_organisation_id = (select acting_case_organisation())
      and forwards_task(forwarded_from, plan_id, measure_id, words_id, requesting_unit_id, requesting_organisation_id, owning_unit_id) end
);

create policy plan_task_state_read on plan_task_state for select to overens_app using (
  (owning_unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(owning_unit_id, owning_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or (requesting_unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(requesting_unit_id, requesting_organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or 'measures' = any (acting_plan_kinds(plan_id))
);

create policy plan_task_move_read on plan_task_move for select to overens_app using (sees_task(task_id));
create policy plan_task_move_make on plan_task_move for insert to overens_app with check (
  moved_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and (right_unit_id is null or (side = 'owner' and unit_of_organisation(right_unit_id, organisation_id)))
  and case when number = 1 then begins_task(task_id) else is_task_side(task_id, side) end
  and is_task_of(task_id, plan_id)
);

create policy plan_task_reason_read on plan_task_reason for select to overens_app using (
  (unit_id = any ((select acting_case_units())::uuid[]) and unit_owner_now(unit_id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or 'measures' = any (acting_plan_kinds(plan_id))
);
create policy plan_task_reason_write on plan_task_reason for insert to overens_app with check (
  organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and exists (select from plan_task_move m where m.id = move_id and m.plan_id = plan_task_reason.plan_id and m.moved_by = (select acting_account()) and m.has_reason)
);

-- Whoever was asked by mistake names the right unit, which then takes part. It opens nothing for it.
create function takes_forwarded_task(of_plan uuid, of_unit uuid) returns boolean language sql stable security definer begin atomic
  select unit_of_organisation(of_unit, acting_case_organisation()) and exists (
    select from plan_task_move m where m.plan_id = of_plan and m.right_unit_id = of_unit and m.moved_by = acting_account() and m.at = acting_now()
  );
end;
comment on function takes_forwarded_task(uuid, uuid) is 'Has who acts just now named this unit, of their own huvudman, as the right one for a task of this plan?';
revoke all on function takes_forwarded_task(uuid, uuid) from public;
grant execute on function takes_forwarded_task(uuid, uuid) to overens_app;
create policy plan_party_task on plan_party for insert to overens_app with check (
  added_by = (select acting_account()) and standing = 'asked' and organisation_id = (select acting_case_organisation()) and takes_forwarded_task(plan_id, unit_id)
);

grant select on plan_task_rule, plan_task_state to overens_app;
grant select, insert on plan_task, plan_task_words, plan_task_move, plan_task_reason to overens_app;

insert into plan_act (kind, who) values
  ('plans.ask-task', '{reads:measures}'),
  ('plans.move-task', '{party}');
