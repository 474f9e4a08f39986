-- How long a huvudman keeps its copies of plans is its own decision, stated from a day and never changed, only followed by another. When the time of a copy has
-- gone the program offers it to whoever keeps the records; what is deleted is decided by a person, and by a rule that is stated. That there was a copy stays.

create table retention_rule (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  applies_to text not null check (applies_to in ('all', 'social-services', 'health-care')),
  from_day date not null,
  keep text not null check (keep in ('years', 'always', 'unstated')),
  years int check (years between 1 and 150),
  counts_from text check (counts_from in ('last-note', 'received')),
  by_end_of_next_year boolean not null default false,
  birth_days int[] not null default '{}' check (birth_days <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]),
  basis text check (basis in ('law', 'regulation', 'agreement', 'routine', 'proposal')),
  citation text not null default '' check (length(citation) <= 300),
  stated_by uuid references account,
  stated_at timestamptz not null,
  nth bigint generated always as identity,
  constraint retention_rule_years check ((keep = 'years') = (years is not null) and (keep = 'years') = (counts_from is not null)),
  constraint retention_rule_basis check ((keep = 'unstated') = (basis is null) and (keep = 'unstated' or citation <> '')),
  constraint retention_rule_plain check (keep = 'years' or (not by_end_of_next_year and cardinality(birth_days) = 0))
);
comment on table retention_rule is 'How long a huvudman keeps copies of plans that its units have received, as it states itself. The latest that has begun holds, that of a kind of service before that of all; the last that was written of two from the same day.';
comment on column retention_rule.keep is 'years: so many, and then they are to be deleted; always: they are kept; unstated: what was stated before holds no more.';
comment on column retention_rule.counts_from is 'From the last that the huvudman has noted of the person here, or from the day the copy came.';
comment on column retention_rule.by_end_of_next_year is 'It is to be done before the end of the calendar year after the one in which the time has gone.';
comment on column retention_rule.birth_days is 'Copies about those who are born on these days of a month are kept, for research.';
create index retention_rule_of_organisation on retention_rule (organisation_id, from_day);

create table retention_run (
  day date primary key,
  id uuid not null unique,
  at timestamptz not null
);
comment on table retention_run is 'The days on which the program has gone through the copies.';

create table thinning_offer (
  id uuid primary key,
  copy_id uuid not null references plan_copy,
  plan_id uuid not null references plan,
  rule_id uuid not null references retention_rule,
  due_on date not null,
  at_latest date,
  birth_day_known boolean not null,
  offered_at timestamptz not null
);
comment on table thinning_offer is 'A copy whose time has gone, for whoever keeps the records of the huvudman to decide on.';
comment on column thinning_offer.birth_day_known is 'False when the rule keeps those who are born on some days, and nobody here knows on which day this person is.';
create index thinning_offer_of_copy on thinning_offer (copy_id, offered_at);

create table thinning_decision (
  offer_id uuid primary key references thinning_offer,
  outcome text not null check (outcome in ('delete', 'keep')),
  because text check (because in ('exception', 'in-use', 'other-duty')),
  until date,
  decided_by uuid not null references account,
  organisation_id uuid not null references organisation,
  at timestamptz not null,
  constraint thinning_decision_reason check ((outcome = 'keep') = (because is not null) and (outcome = 'keep' or until is null))
);
comment on table thinning_decision is 'What was decided of a copy whose time has gone: its contents are deleted, or it is kept and why.';
comment on column thinning_decision.until is 'Kept until this day, and then offered anew; null when it is kept for good.';

create table thinning_stop (
  offer_id uuid primary key references thinning_decision,
  at timestamptz not null
);
comment on table thinning_stop is 'That a copy was not deleted though it was decided, as the rule it rested on held no more, or something had been noted since.';

create table plan_copy_thinning (
  copy_id uuid primary key references plan_copy,
  plan_id uuid not null references plan,
  offer_id uuid not null unique references thinning_decision,
  at timestamptz not null
);
comment on table plan_copy_thinning is 'That the contents of a copy are deleted: when, and by which decision. The copy itself, to whom and when it came, stays.';

alter table plan_copy_document alter column content_cipher drop not null, alter column pdf_cipher drop not null,
  add constraint plan_copy_document_whole check ((content_cipher is null) = (pdf_cipher is null));
comment on column plan_copy_document.content_cipher is 'The copy as JSON. Bound to plan.copy:<copy_id>. Null when it has been deleted by the rule of its huvudman.';

do $$
declare
  name text;
begin
  foreach name in array array['retention_rule', 'retention_run', 'thinning_offer', 'thinning_decision', 'thinning_stop', 'plan_copy_thinning'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create function copy_kept_by(of_copy uuid) returns uuid language sql stable security definer begin atomic
  select unit_owner_now(c.unit_id, c.organisation_id, gone_organisations(acting_today())) from plan_copy c where c.id = of_copy and c.receiver = 'unit';
end;
comment on function copy_kept_by(uuid) is 'The huvudman whose document a copy is today; null of a person''s own.';

create function keeps_copy(of_copy uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from acting_row() a where a.role = 'registrar' and a.organisation_id = copy_kept_by(of_copy));
end;
comment on function keeps_copy(uuid) is 'Does who acts keep the records of the huvudman whose document a copy is?';

create function last_note_of_copy(of_copy uuid) returns date language sql stable security definer begin atomic
  with here as (
    select copy_kept_by(c.id) as keeper, p.person_id as person, r.number_hash as number, gone_organisations(acting_today()) as gone
    from plan_copy c join plan p on p.id = c.plan_id join person r on r.id = p.person_id where c.id = of_copy
  ), records as (
    select r.id from here h join person r on r.id = h.person or r.number_hash = h.number
  ), plans as (
    select p.id from plan p where p.person_id in (select id from records)
  )
  select greatest(
    (select max((o.at at time zone 'Europe/Stockholm')::date) from here h join plan_copy c on c.plan_id in (select id from plans) and c.receiver = 'unit'
      join plan_copy_outcome o on o.copy_id = c.id and o.outcome = 'delivered' where unit_owner_now(c.unit_id, c.organisation_id, h.gone) = h.keeper),
    (select max((a.at at time zone 'Europe/Stockholm')::date) from here h join act a on a.subject_kind = 'plan' and a.subject_id in (select id from plans)
      join assignment m on m.id = a.assignment_id where m.organisation_id = h.keeper or unit_owner_now(m.unit_id, m.organisation_id, h.gone) = h.keeper),
    (select max(case when upper_inf(k.valid) or upper(k.valid) > acting_today() then acting_today() else upper(k.valid) - 1 end)
      from here h join case_contact k on k.person_id in (select id from records) and not isempty(k.valid)
      where unit_owner_now(k.unit_id, k.organisation_id, h.gone) = h.keeper)
  );
end;
comment on function last_note_of_copy(uuid) is 'The last day on which the huvudman that keeps a copy has noted something here of the person: a copy that came, what its people did in plans, a contact. Today as long as a contact lasts.';

create function copies_retention(of_copies uuid[]) returns table (copy uuid, organisation uuid, unit_kind text, received_on date, last_note date) language sql stable
  security definer begin atomic
  select c.id, copy_kept_by(c.id),
    (select v.kind from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1),
    case when k.known then (o.at at time zone 'Europe/Stockholm')::date end, case when k.known then last_note_of_copy(c.id) end
  from plan_copy c join plan_copy_outcome o on o.copy_id = c.id and o.outcome = 'delivered'
  cross join lateral (select receives_copy(c.id) or keeps_copy(c.id) as known offset 0) k
  where c.id = any (of_copies) and c.receiver = 'unit' and (k.known or leads_plan(c.plan_id) or keeps_plan(c.plan_id) or owns_plan(c.plan_id));
end;
comment on function copies_retention(uuid[]) is 'What the time of copies is counted from. Whose they are, for all who know of them; the days only for those they were sent to.';

-- The work of the program. ---------------------------------------------------------------------------------------------------------------------------------

create function offers_thinning() returns boolean language sql stable return coalesce(acting_program() = 'offer-thinning', false);
comment on function offers_thinning() is 'Is it the program that goes through the copies that acts?';
create function thins_copies() returns boolean language sql stable return coalesce(acting_program() = 'thin-copies', false);
comment on function thins_copies() is 'Is it the program that deletes what was decided that acts?';

create function retention_day_to_run() returns uuid language sql stable security definer begin atomic
  select stable_id('retention-run:' || acting_today()) where offers_thinning()
    and not exists (select from retention_run r where r.day = acting_today())
    and not exists (select from job.job j where j.name = 'offer-thinning' and j.id = stable_id('retention-run:' || acting_today()));
end;
comment on function retention_day_to_run() is 'The run of today, when it has neither been made nor has a job.';

create function copies_past(after uuid, most int) returns table (
  copy uuid, plan uuid, organisation uuid, unit_kind text, received_on date, last_note date, person uuid, number_kind text, number_cipher bytea
) language sql stable security definer begin atomic
  select c.id, c.plan_id, k.keeper,
    (select v.kind from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1),
    k.received, last_note_of_copy(c.id), r.id, r.number_kind, r.number_cipher
  from plan_copy c
  join plan_copy_outcome o on o.copy_id = c.id and o.outcome = 'delivered'
  cross join lateral (select copy_kept_by(c.id) as keeper, (o.at at time zone 'Europe/Stockholm')::date as received offset 0) k
  join plan p on p.id = c.plan_id
  join person r on r.id = p.person_id
  where (offers_thinning() or thins_copies()) and c.receiver = 'unit' and (after is null or c.id > after)
    and not exists (select from plan_copy_thinning t where t.copy_id = c.id)
    and exists (
      select from retention_rule s where s.organisation_id = k.keeper and s.keep = 'years' and k.received + make_interval(years => s.years) <= acting_today()
    )
  order by c.id limit most;
end;
comment on function copies_past(uuid, int) is 'Copies that have been kept for as long as some rule of their huvudman says, from the day they came: which rule holds, and whether their time has gone, is tried by whoever asks. For the program alone.';

create function waits_for_thinning(of_copy uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from thinning_offer f left join thinning_decision d on d.offer_id = f.id
    where f.copy_id = of_copy and case d.outcome
      when 'delete' then not exists (select from thinning_stop s where s.offer_id = f.id)
      when 'keep' then d.until is null or d.until > acting_today()
      else true end
  );
end;
comment on function waits_for_thinning(uuid) is 'Is a copy offered and not decided on, decided to be deleted, or kept still?';

create function service_of_kind(kind text) returns text language sql immutable
  return case
    when kind in ('primarvard', 'modra-barnhalsovard', 'psykiatrisk-oppenvard', 'psykiatrisk-heldygnsvard', 'psykiatrisk-akutvard', 'tandvard', 'somatisk-akutvard',
      'somatisk-oppenvard', 'somatisk-heldygnsvard', 'kommunal-halso-sjukvard') then 'health-care'
    when kind in ('individ-familjeomsorg', 'aldreomsorg', 'funktionshinderomsorg') then 'social-services'
  end;
comment on function service_of_kind(text) is 'The service that a kind of unit is, where that is known: as the rules of the program have it.';

create function thinning_rule_holds(of_copy uuid, of_rule uuid, on_day date) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_copy c join plan_copy_outcome o on o.copy_id = c.id and o.outcome = 'delivered' join retention_rule s on s.id = of_rule
    cross join lateral (
      select service_of_kind(v.kind) as service from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1
    ) u
    where c.id = of_copy and s.organisation_id = copy_kept_by(c.id) and s.keep = 'years' and s.from_day <= acting_today() and on_day <= acting_today()
      and case s.counts_from when 'received' then (o.at at time zone 'Europe/Stockholm')::date else last_note_of_copy(c.id) end
        + make_interval(years => s.years) <= acting_today()
      -- Nothing that was stated since is about the same.
      and not exists (
        select from retention_rule n where n.organisation_id = s.organisation_id and n.applies_to = s.applies_to and n.from_day <= acting_today()
          and (n.from_day, n.nth) > (s.from_day, s.nth)
      )
      -- A rule of a service is of its copies alone, and goes before that of all.
      and case s.applies_to when 'all' then coalesce((
          select n.keep = 'unstated' from retention_rule n
          where n.organisation_id = s.organisation_id and n.applies_to = u.service and n.from_day <= acting_today() order by n.from_day desc, n.nth desc limit 1
        ), true) else s.applies_to is not distinct from u.service end
  );
end;
comment on function thinning_rule_holds(uuid, uuid, date) is 'Has the time of a copy gone by a rule that its own huvudman has stated, and that holds today? The wall behind the rules of the program.';

create function is_copy_of(of_copy uuid, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_copy c where c.id = of_copy and c.plan_id = of_plan);
end;
comment on function is_copy_of(uuid, uuid) is 'Is it a copy of this plan?';

create function due_thinnings(most int) returns setof uuid language sql stable security definer begin atomic
  select d.offer_id from thinning_decision d
  where thins_copies() and d.outcome = 'delete' and not exists (select from plan_copy_thinning t where t.offer_id = d.offer_id)
    and not exists (select from thinning_stop s where s.offer_id = d.offer_id)
    and not exists (select from job.job j where j.name = 'thin-copy' and j.id = d.offer_id)
  order by d.at, d.offer_id limit most;
end;
comment on function due_thinnings(int) is 'What is decided to be deleted and is not yet, and has no job.';

create function thin_copy(of_offer uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    found_offer thinning_offer;
  begin
    if not thins_copies() then return false; end if;
    select f.* into found_offer from thinning_offer f join thinning_decision d on d.offer_id = f.id and d.outcome = 'delete'
      where f.id = of_offer and not exists (select from thinning_stop s where s.offer_id = f.id)
        and not exists (select from plan_copy_thinning t where t.copy_id = f.copy_id) for update of f;
    if found_offer.id is null then return false; end if;
    if not thinning_rule_holds(found_offer.copy_id, found_offer.rule_id, found_offer.due_on) then
      insert into thinning_stop (offer_id, at) values (of_offer, acting_now());
      return false;
    end if;
    update plan_copy_document set content_cipher = null, pdf_cipher = null where copy_id = found_offer.copy_id;
    insert into plan_copy_thinning (copy_id, plan_id, offer_id, at) values (found_offer.copy_id, found_offer.plan_id, of_offer, acting_now());
    return true;
  end $$;
comment on function thin_copy(uuid) is 'Deletes the contents of a copy, when that is decided and the rule still holds; else notes that it was stopped. Answers whether they were deleted. For the program alone.';

create function copy_to_thin(of_offer uuid) returns table (copy uuid, plan uuid, rule uuid, person uuid, organisation uuid) language sql stable security definer begin atomic
  select f.copy_id, f.plan_id, f.rule_id, p.person_id, copy_kept_by(f.copy_id) from thinning_offer f join plan p on p.id = f.plan_id
  where f.id = of_offer and thins_copies();
end;
comment on function copy_to_thin(uuid) is 'What an offer is of: what the log is told when it is deleted. For the program alone.';

create function copy_in_records(of_copy uuid) returns table (number int, unit_id uuid, unit_name text, received_on date) language sql stable security definer begin atomic
  select c.number, c.unit_id,
    (select v.name from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1),
    (o.at at time zone 'Europe/Stockholm')::date
  from plan_copy c join plan_copy_outcome o on o.copy_id = c.id where c.id = of_copy and keeps_copy(c.id);
end;
comment on function copy_in_records(uuid) is 'A copy as the one who keeps the records sees it: which unit got which version and when. Nothing of whom it is about.';

revoke all on function is_copy_of(uuid, uuid), copy_to_thin(uuid), copy_in_records(uuid), copy_kept_by(uuid), keeps_copy(uuid), last_note_of_copy(uuid), copies_retention(uuid[]), offers_thinning(), thins_copies(), retention_day_to_run(),
  copies_past(uuid, int), waits_for_thinning(uuid), service_of_kind(text), thinning_rule_holds(uuid, uuid, date), due_thinnings(int), thin_copy(uuid) from public;
grant execute on function is_copy_of(uuid, uuid), copy_to_thin(uuid), copy_in_records(uuid), keeps_copy(uuid), copies_retention(uuid[]), offers_thinning(), thins_copies(), retention_day_to_run(), copies_past(uuid, int),
  waits_for_thinning(uuid), thinning_rule_holds(uuid, uuid, date), due_thinnings(int), thin_copy(uuid) to overens_app;

-- A rule is an authority's own decision: nothing in it is about anybody.
create policy retention_rule_read on retention_rule for select to overens_app using (true);
create policy retention_rule_state on retention_rule for insert to overens_app with check (
  stated_by = (select acting_account()) and stated_at = acting_now() and organisation_id = (select acting_organisation())
  and (select acting_role()) in ('registrar', 'system-administrator')
);
create policy retention_run_read on retention_run for select to overens_app using (offers_thinning());
create policy retention_run_note on retention_run for insert to overens_app with check (offers_thinning());
create policy thinning_offer_read on thinning_offer for select to overens_app using (keeps_copy(copy_id) or offers_thinning() or thins_copies());
create policy thinning_offer_make on thinning_offer for insert to overens_app with check (
  offers_thinning() and thinning_rule_holds(copy_id, rule_id, due_on) and not waits_for_thinning(copy_id)
  and is_copy_of(copy_id, plan_id)
);
create policy thinning_decision_read on thinning_decision for select to overens_app using (
  thins_copies() or exists (select from thinning_offer f where f.id = offer_id and keeps_copy(f.copy_id))
);
create policy thinning_decision_take on thinning_decision for insert to overens_app with check (
  decided_by = (select acting_account()) and at = acting_now() and organisation_id = (select acting_organisation())
  and exists (select from thinning_offer f where f.id = offer_id and keeps_copy(f.copy_id))
);
create policy thinning_stop_read on thinning_stop for select to overens_app using (
  exists (select from thinning_offer f where f.id = offer_id and keeps_copy(f.copy_id))
);
create policy plan_copy_thinning_read on plan_copy_thinning for select to overens_app using (
  receives_copy(copy_id) or keeps_copy(copy_id) or leads_plan(plan_id) or keeps_plan(plan_id) or owns_plan(plan_id)
);
grant select, insert on retention_rule, retention_run, thinning_offer, thinning_decision to overens_app;
grant select on thinning_stop, plan_copy_thinning to overens_app;

select job.create_queue('offer-thinning-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('offer-thinning', '{"policy": "standard", "deadLetter": "offer-thinning-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');
select job.create_queue('thin-copy-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('thin-copy', '{"policy": "standard", "deadLetter": "thin-copy-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');

-- A huvudman's own system asks for what it has missed with a secret of its own, which opens that and nothing else. ---------------------------------------------

create table webhook_client_secret (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  made_by uuid references account,
  at timestamptz not null,
  nth bigint generated always as identity
);
comment on table webhook_client_secret is 'What a huvudman''s own system shows when it asks for events. The latest holds, and the one before it for a day more, until they are ended or the address is.';
comment on column webhook_client_secret.secret_hash is 'SHA-256 of the secret, which is shown once and kept nowhere.';
create index webhook_client_secret_of_webhook on webhook_client_secret (webhook_id, nth);

create table webhook_client_ending (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  upto bigint not null,
  ended_by uuid references account,
  at timestamptz not null
);
comment on table webhook_client_ending is 'The secrets of a system that had been made by then open nothing more.';
create index webhook_client_ending_of_webhook on webhook_client_ending (webhook_id);

do $$
declare
  name text;
begin
  foreach name in array array['webhook_client_secret', 'webhook_client_ending'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create function webhook_of_system(of_hash bytea, asked_at timestamptz) returns uuid language sql stable security definer begin atomic
  select s.webhook_id from webhook_client_secret s
  where s.secret_hash = of_hash and s.at <= asked_at
    and not exists (select from webhook_ending e where e.webhook_id = s.webhook_id)
    and not exists (select from webhook_client_ending e where e.webhook_id = s.webhook_id and e.upto >= s.nth)
    and not exists (
      select from webhook_client_secret n where n.webhook_id = s.webhook_id and n.nth > s.nth and n.at + interval '24 hours' <= asked_at
    );
end;
comment on function webhook_of_system(bytea, timestamptz) is 'The address whose system has this secret, as long as it holds; null for any other.';

create function system_events(of_hash bytea, asked_at timestamptz, after bigint, most int) returns table (
  id uuid, number bigint, kind text, plan_id uuid, at timestamptz
) language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    of_webhook uuid := webhook_of_system(of_hash, asked_at);
    kept text := coalesce(current_setting('overens.now', true), '');
  begin
    -- What may be known is asked of the moment at which the system asks, until it has answered.
    perform set_config('overens.now', asked_at::text, true);
    return query select e.id, e.number, case when k.known then e.kind end, case when k.known then e.plan_id end, e.at
      from webhook_event e join webhook w on w.id = e.webhook_id join act t on t.id = e.act_id
      cross join lateral (select huvudman_may_know(w.organisation_id, e.plan_id, e.kind, t.content) as known offset 0) k
      where e.webhook_id = of_webhook and e.number > after order by e.number limit most;
    perform set_config('overens.now', kept, true);
  end $$;
comment on function system_events(bytea, timestamptz, bigint, int) is 'The events of the address whose system has this secret, after a number: as webhook_events_after tells those who administer it. Nothing for any other secret.';

revoke all on function webhook_of_system(bytea, timestamptz), system_events(bytea, timestamptz, bigint, int) from public;
grant execute on function webhook_of_system(bytea, timestamptz), system_events(bytea, timestamptz, bigint, int) to overens_app;
create policy webhook_client_secret_read on webhook_client_secret for select to overens_app using (administers_webhook(webhook_id));
create policy webhook_client_secret_make on webhook_client_secret for insert to overens_app with check (
  made_by = (select acting_account()) and at = acting_now() and administers_webhook(webhook_id)
);
create policy webhook_client_ending_read on webhook_client_ending for select to overens_app using (administers_webhook(webhook_id));
create policy webhook_client_ending_make on webhook_client_ending for insert to overens_app with check (
  ended_by = (select acting_account()) and administers_webhook(webhook_id)
);
grant select, insert on webhook_client_secret, webhook_client_ending to overens_app;
