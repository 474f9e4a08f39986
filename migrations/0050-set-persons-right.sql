-- One huvudman may have two records of the same person, and a plan may have been opened on the record of somebody else. Both are set right by a decision with a
-- reason. Nothing is rewritten: the contacts of the record that goes end, and go on in the one that is kept; and what a plan rested on before is kept, so that the
-- log can still be asked why somebody could see something.

create table plan_person_before (
  plan_id uuid not null references plan,
  person_id uuid not null references person,
  until timestamptz not null,
  primary key (plan_id, until)
);
comment on table plan_person_before is 'The record that a plan rested on until a moment: before its person''s records were joined, or before it was set right whom it is about.';
create index plan_person_before_of_person on plan_person_before (person_id);

create function plan_person_at(of_plan uuid, moment timestamptz) returns uuid language sql stable security definer begin atomic
  select coalesce(
    (select b.person_id from plan_person_before b where b.plan_id = of_plan and b.until > moment order by b.until limit 1),
    (select p.person_id from plan p where p.id = of_plan)
  );
end;
comment on function plan_person_at(uuid, timestamptz) is 'The record that a plan rested on at a moment. For other functions: the program may not ask.';

-- How somebody stood to a plan is asked of the record that it rested on then. The function is as it was in all else.
do $$
declare
  before text := pg_get_functiondef('plan_standing_at(uuid, uuid, text, uuid, uuid, timestamptz)'::regprocedure);
  now text := replace(before, 'p.person_id', 'plan_person_at(p.id, of_moment)');
begin
  if now = before then raise exception 'plan_standing_at asks nothing of the record of a plan'; end if;
  execute now;
end $$;

create function rest_plan_on(of_plan uuid, of_person uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    insert into plan_person_before (plan_id, person_id, until) select p.id, p.person_id, acting_now() from plan p where p.id = of_plan;
    update plan set person_id = of_person where id = of_plan;
  end $$;
comment on function rest_plan_on(uuid, uuid) is 'Lets a plan rest on another record from now. For the functions below alone.';

create table person_join (
  joined_id uuid primary key references person,
  kept_id uuid not null references person check (kept_id <> joined_id),
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  reason_cipher bytea not null,
  joined_by uuid not null references account,
  joined_at timestamptz not null
);
comment on table person_join is 'That two records of one huvudman are of the same person: one goes, and its contacts and plans go on with the one that is kept.';
comment on column person_join.reason_cipher is 'How it is known that they are the same, in words. Bound to person.join:<joined_id>.';
create index person_join_of_kept on person_join (kept_id);

create function kept_person(of_person uuid) returns uuid language sql stable security definer begin atomic
  with recursive onwards (id, step) as (
    select of_person, 0
    union all
    select j.kept_id, o.step + 1 from onwards o join person_join j on j.joined_id = o.id
  )
  select o.id from onwards o order by o.step desc limit 1;
end;
comment on function kept_person(uuid) is 'The record that one goes on in: itself, unless it was joined to another. For other functions: the program may not ask.';

create function record_to_keep(one uuid, other uuid) returns uuid language sql stable security definer begin atomic
  select p.id from person p
  where p.id in (one, other) and works_with_person(one) and works_with_person(other)
  order by coalesce(p.number_kind = 'personnummer', false) desc, p.number_hash is not null desc, p.created_at, p.id limit 1;
end;
comment on function record_to_keep(uuid, uuid) is 'Which of two records of the same person is kept: the one with a personal number, else with any number, else the first. Null to whoever does not work with both.';

-- The unit would reach, as a party with a contact, a plan that it does not reach today: a contact with one of the records is none with the other.
create function join_opens(going uuid, kept uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan p
    join plan_party t on t.plan_id = p.id
    join case_contact c on c.unit_id = t.unit_id and c.person_id in (going, kept) and c.person_id <> p.person_id
    cross join lateral (select c.valid * daterange(acting_today(), null) as ahead) a
    where p.person_id in (going, kept) and not isempty(a.ahead)
      and not exists (select from case_contact o where o.person_id = p.person_id and o.unit_id = c.unit_id and o.valid @> a.ahead)
  );
end;
comment on function join_opens(uuid, uuid) is 'Would it open a plan to a unit that does not reach it today, if these two records were joined?';

create function join_persons(going uuid, kept uuid, reason bytea) returns text language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    origin uuid;
  begin
    perform 1 from person p where p.id in (going, kept) order by p.id for update;
    if going = kept or not works_with_person(going) or not works_with_person(kept) or record_to_keep(going, kept) <> kept then return 'person-not-found'; end if;
    select p.organisation_id into origin from person p where p.id = kept;
    if exists (select from person p where p.id = going and p.organisation_id <> origin) or exists (select from person_move m where m.person_id in (going, kept)) then
      return 'join-came-along';
    end if;
    if exists (select from person p where p.id in (going, kept) and p.protected_identity is not null) and acting_case_organisation() not in (select acting_protected_access()) then
      return 'join-protected';
    end if;
    if exists (select from consent_guardian g where g.person_id = going) or exists (select from consent_maturity m where m.person_id = going)
      or exists (select from consent_representative r where r.person_id = going)
      or exists (select from consent_child a join consent_child b on b.person_id = kept and b.born <> a.born where a.person_id = going) then
      return 'join-speakers';
    end if;
    if join_opens(going, kept) then return 'join-opens'; end if;
    insert into person_join (joined_id, kept_id, organisation_id, unit_id, reason_cipher, joined_by, joined_at)
      values (going, kept, acting_case_organisation(), acting_case_unit(), reason, acting_account(), acting_now());
    insert into consent_child (person_id, born, noted_by, at)
      select kept, c.born, c.noted_by, acting_now() from consent_child c where c.person_id = going on conflict (person_id) do nothing;
    -- The same case goes on: its number stands at both.
    insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid, goes_on_from)
      select uuidv7(acting_now() - clock_timestamp()), kept, c.organisation_id, c.unit_id, c.case_number, c.valid * daterange(acting_today(), null), c.id
      from case_contact c where c.person_id = going and not isempty(c.valid * daterange(acting_today(), null));
    update case_contact c set valid = c.valid * daterange(null, acting_today())
      where c.person_id = going and not isempty(c.valid * daterange(acting_today(), null));
    perform rest_plan_on(p.id, kept) from plan p where p.person_id = going;
    -- What was shut at either is shut.
    update person k set blocked_since = least(k.blocked_since, g.blocked_since), protected_identity = coalesce(k.protected_identity, g.protected_identity)
      from person g where k.id = kept and g.id = going;
    return 'done';
  end $$;
comment on function join_persons(uuid, uuid, bytea) is 'Joins two records of the same person, for whoever works with both in a unit of their huvudman: done, or why not. No plan is opened to a unit by it.';

alter table case_contact add column goes_on_from uuid unique references case_contact;
comment on column case_contact.goes_on_from is 'The contact with the record that was joined to this one, of which this is the same case: with the same number.';
alter table case_contact drop constraint case_number_once;
create unique index case_number_once on case_contact (organisation_id, case_number) where goes_on_from is null;

create function set_plan_person(of_plan uuid, of_person uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    before uuid;
  begin
    select p.person_id into before from plan p where p.id = of_plan for update;
    if before is null or not keeps_plan(of_plan) or not works_with_person(before) or not works_with_person(of_person) then return 'person-not-found'; end if;
    if before = of_person then return 'done'; end if;
    if (select count(distinct p.organisation_id) from person p where p.id in (before, of_person)) > 1
      or exists (select from person_move m where m.person_id in (before, of_person)) then return 'join-came-along'; end if;
    if exists (select from person p where p.id in (before, of_person) and p.protected_identity is not null)
      and acting_case_organisation() not in (select acting_protected_access()) then return 'join-protected'; end if;
    if plan_is_closed(of_plan) or exists (select from plan_version v where v.plan_id = of_plan) or exists (select from consent c where c.plan_id = of_plan)
      or exists (select from plan_party t where t.plan_id = of_plan and t.standing <> 'opener') or exists (select from plan_summons s where s.plan_id = of_plan)
      or exists (select from plan_text t where t.plan_id = of_plan and t.voice = 'own') or exists (select from plan_goal g where g.plan_id = of_plan and g.voice = 'own')
      or exists (select from plan_change_answer a where a.plan_id = of_plan and a.unit_id is null) or exists (select from plan_spoken s where s.plan_id = of_plan)
      or exists (select from disclosure_decision d where d.plan_id = of_plan)
      or exists (select from plan p join account a on a.id = p.opened_by and a.kind = 'individual' where p.id = of_plan) then return 'plan-person-settled'; end if;
    -- Somebody else of the huvudman does not get to know of the plan by it: only those who would open one with the person themselves.
    perform rest_plan_on(of_plan, of_person);
    return 'done';
  end $$;
comment on function set_plan_person(uuid, uuid) is 'Lets a plan that was opened on the record of the wrong person rest on that of the right one, for those who lead it and work with both, as long as nobody else has had to do with it: done, or why not.';
insert into plan_act (kind, who) values ('plans.correct-person', '{leads}');

-- Somebody moves: the plan goes on, by the agreements of another municipality.
create table plan_municipality_before (
  plan_id uuid not null references plan,
  municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
  until timestamptz not null,
  changed_by uuid not null references account,
  primary key (plan_id, until)
);
comment on table plan_municipality_before is 'The municipality whose agreements a plan followed until a moment. Each measure keeps the responsibility that it had when it was worded.';

create function set_plan_municipality(of_plan uuid, code text) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    perform 1 from plan p where p.id = of_plan for update;
    if not leads_plan(of_plan) or plan_is_closed(of_plan) then return false; end if;
    insert into plan_municipality_before (plan_id, municipality_code, until, changed_by)
      select p.id, p.municipality_code, acting_now(), acting_account() from plan p where p.id = of_plan;
    update plan set municipality_code = code where id = of_plan;
    return true;
  end $$;
comment on function set_plan_municipality(uuid, text) is 'Lets a plan follow the agreements of another municipality, for those who lead it.';
revoke all on function set_plan_municipality(uuid, text) from public;
grant execute on function set_plan_municipality(uuid, text) to overens_app;
insert into plan_act (kind, who) values ('plans.move-municipality', '{leads}');

-- Whoever is looked for by the number of a record that was joined is found in the one that was kept.
create or replace function open_contact_by_number(contact uuid, hash bytea, number text, typed_name text) returns uuid language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
  declare
    known uuid;
    allowed boolean;
  begin
    select k.id,
        case when k.protected_identity is null then name_words(k.name) = name_words(typed_name)
          else acting_case_organisation() in (select acting_protected_access()) end
      into known, allowed from person p join person k on k.id = kept_person(p.id)
      where p.number_hash = hash and owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
      order by p.organisation_id = acting_case_organisation() desc, p.created_at, p.id limit 1;
    if known is null then return null; end if;
    if allowed is not true then
      raise exception 'no contact by this number' using errcode = '23514', constraint = 'contact_by_number_allowed';
    end if;
    insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
      values (contact, known, acting_case_organisation(), acting_case_unit(), number, daterange(acting_today(), null));
    return known;
  end $$;

-- Only one record of somebody opens in an emergency: the one that was kept, also by the number of one that has gone. No contact begins with one that has gone.
create or replace function emergency_records(hash bytea) returns table (person_id uuid, organisation_id uuid, blocked boolean) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select distinct k.id, w.owner, k.blocked_since is not null
    from person p join person k on k.id = kept_person(p.id)
    cross join lateral (select owner_now(k.id, k.organisation_id, gone_organisations(acting_today())) as owner) w
    where p.number_hash = emergency_records.hash and w.owner <> acting_case_organisation()
      and acting_role() in ('municipal-case-worker', 'regional-clinician') and under_shared_documentation(acting_case_unit())
      and exists (select from case_contact c where c.person_id = k.id and lower(c.valid) <= acting_today()
        and exists (select from unit_on(c.unit_id, acting_today()) as now_unit where under_shared_documentation(now_unit)))
  $$;

create function keep_joined_person() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if exists (select from person_join j where j.joined_id = new.person_id) then
      raise exception 'the record was joined to another' using errcode = 'check_violation', constraint = 'person_is_kept';
    end if;
    return null;
  end $$;
comment on function keep_joined_person() is 'Refuses contacts and plans that would begin on a record that has gone.';
create trigger case_contact_of_kept after insert on case_contact for each row execute function keep_joined_person();
create trigger plan_of_kept after insert or update of person_id on plan for each row execute function keep_joined_person();

-- The person sees in their own log who looked at the record that has gone.
create function acting_joined_persons() returns setof uuid language sql stable security definer begin atomic
  select j.joined_id from person_join j where kept_person(j.joined_id) in (select acting_own_persons());
end;
comment on function acting_joined_persons() is 'The records that have gone into those about the individual who acts.';
create policy audit_event_own_joined on audit_event for select to overens_app using (person_id in (select acting_joined_persons()));

-- What nobody has begun when a plan is closed is cancelled with it. What is begun is ended by the unit that does it, also afterwards: by the moves of the table.
create function tasks_to_cancel(of_plan uuid) returns table (task_id uuid, number int, reached text) language sql stable security definer begin atomic
  select s.task_id, s.number, s.reached from plan_task_state s
  where s.plan_id = of_plan and s.reached in ('requested', 'received', 'accepted') and closes_plan(of_plan) order by s.task_id;
end;
comment on function tasks_to_cancel(uuid) is 'The tasks of a plan that nobody has begun, for whoever may close it.';

create function cancel_task(of_move uuid, of_task uuid, seen int, reason bytea) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    insert into plan_task_move (id, task_id, plan_id, number, from_state, to_state, side, has_reason, takes_reason, organisation_id, unit_id, moved_by, at)
      select of_move, t.task_id, s.plan_id, t.number + 1, t.reached, 'cancelled', 'requester', true, true, acting_case_organisation(), acting_case_unit(), acting_account(), acting_now()
      from plan_task_state s cross join lateral tasks_to_cancel(s.plan_id) t where s.task_id = of_task and t.task_id = of_task and t.number = seen;
    if not found then return false; end if;
    insert into plan_task_reason (move_id, plan_id, organisation_id, unit_id, reason_cipher)
      select m.id, m.plan_id, m.organisation_id, m.unit_id, reason from plan_task_move m where m.id = of_move;
    return true;
  end $$;
comment on function cancel_task(uuid, uuid, int, bytea) is 'Cancels a task that nobody has begun, for the side that asked it, as the plan is closed. False when it is not as it was seen: somebody has just begun it.';
revoke all on function tasks_to_cancel(uuid), cancel_task(uuid, uuid, int, bytea) from public;
grant execute on function tasks_to_cancel(uuid), cancel_task(uuid, uuid, int, bytea) to overens_app;
insert into plan_act_after_closing (kind) values ('plans.move-task') on conflict do nothing;

do $$
declare
  name text;
begin
  foreach name in array array['plan_person_before', 'plan_municipality_before', 'person_join'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;
create policy person_join_read on person_join for select to overens_app using (works_with_person(kept_id));
grant select on person_join to overens_app;
revoke all on function plan_person_at(uuid, timestamptz), rest_plan_on(uuid, uuid), kept_person(uuid), record_to_keep(uuid, uuid), join_opens(uuid, uuid),
  join_persons(uuid, uuid, bytea), set_plan_person(uuid, uuid), keep_joined_person(), acting_joined_persons() from public;
grant execute on function record_to_keep(uuid, uuid), join_persons(uuid, uuid, bytea), set_plan_person(uuid, uuid), acting_joined_persons() to overens_app;
