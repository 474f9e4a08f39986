-- Copies of an established version: each unit that takes part, and the person, gets one of its own, which holds what they had a ground for when it was made.
-- It belongs to whoever received it: a consent that is taken back afterwards stops the copies that follow, and calls nothing back. Rows are added and never
-- changed or deleted.

create table plan_copy (
  id uuid primary key,
  plan_id uuid not null references plan,
  version_id uuid not null references plan_version,
  number int not null check (number > 0),
  attempt int not null default 1 check (attempt between 1 and 20),
  receiver text not null check (receiver in ('unit', 'individual')),
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  ordered_by uuid not null references account,
  ordered_at timestamptz not null,
  constraint plan_copy_once unique nulls not distinct (version_id, unit_id, attempt),
  constraint plan_copy_to_somebody check ((receiver = 'unit') = (unit_id is not null) and (unit_id is null) = (organisation_id is null))
);
comment on table plan_copy is 'That somebody is to have a copy of a version: a unit that takes part, or the person. What came of it stands in plan_copy_outcome.';
comment on column plan_copy.attempt is 'From 1. Another is ordered when the one before was withheld or annulled.';
create index plan_copy_of_plan on plan_copy (plan_id, number);
create index plan_copy_of_unit on plan_copy (unit_id, plan_id);

create table plan_copy_outcome (
  copy_id uuid primary key references plan_copy,
  plan_id uuid not null references plan,
  outcome text not null check (outcome in ('delivered', 'withheld')),
  at timestamptz not null
);
comment on table plan_copy_outcome is 'What came of a copy, once: delivered; or withheld, as there was no ground for any of it.';
create index plan_copy_outcome_of_plan on plan_copy_outcome (plan_id);

create table plan_copy_document (
  copy_id uuid primary key references plan_copy,
  plan_id uuid not null references plan,
  data_kinds text[] not null check (cardinality(data_kinds) between 1 and 7
    and data_kinds <@ array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']),
  basis jsonb not null check (jsonb_typeof(basis) = 'array'),
  content_cipher bytea not null,
  pdf_cipher bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  certificate bytea,
  at timestamptz not null
);
comment on table plan_copy_document is 'A delivered copy, whole: the document of the unit that received it.';
comment on column plan_copy_document.basis is 'On what ground each kind of data is in it: [{kind, ground, id}], the id that of the consent or the decision.';
comment on column plan_copy_document.content_cipher is 'The copy as JSON. Bound to plan.copy:<copy_id>.';
comment on column plan_copy_document.pdf_cipher is 'The PDF, in base64. Bound to plan.copy-pdf:<copy_id>.';
comment on column plan_copy_document.sha256 is 'The fingerprint of the PDF.';
comment on column plan_copy_document.certificate is 'The certificate that the PDF was sealed with (X.509, DER); null where the installation has no seal.';

create table plan_copy_receipt (
  copy_id uuid primary key references plan_copy,
  plan_id uuid not null references plan,
  received_by uuid not null references account,
  received_at timestamptz not null
);
comment on table plan_copy_receipt is 'When a copy was first opened by whoever it was sent to, and who opened it.';

create table plan_copy_annulment (
  copy_id uuid primary key references plan_copy,
  plan_id uuid not null references plan,
  reason text not null check (reason in ('wrong-receiver', 'wrong-content')),
  annulled_by uuid not null references account,
  organisation_id uuid not null references organisation,
  at timestamptz not null
);
comment on table plan_copy_annulment is 'A copy that should not have been sent, or not so: it is shut to whoever got it, who is told to destroy what was printed of it.';

do $$
declare
  name text;
begin
  foreach name in array array['plan_copy', 'plan_copy_outcome', 'plan_copy_document', 'plan_copy_receipt', 'plan_copy_annulment'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create function delivers_plan_copies() returns boolean language sql stable return coalesce(acting_program() = 'deliver-plan-copies', false);
comment on function delivers_plan_copies() is 'Is it the program that makes the copies of plans that acts?';

create function receives_copy(of_copy uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_copy c where c.id = of_copy and case c.receiver
      when 'individual' then owns_plan(c.plan_id)
      else c.unit_id = any (acting_case_units())
        and unit_owner_now(c.unit_id, c.organisation_id, gone_organisations(acting_today())) = acting_case_organisation() end
  );
end;
comment on function receives_copy(uuid) is 'Is it a copy to a unit of who acts, for the huvudman it was sent to or what that has become; or their own?';

create function copy_is_annulled(of_copy uuid) returns boolean language sql stable security definer begin atomic
  select exists (select from plan_copy_annulment n where n.copy_id = of_copy);
end;
comment on function copy_is_annulled(uuid) is 'Has it been annulled?';

create function receives_copies_of(of_plan uuid, of_organisation uuid, of_unit uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_party t
    where t.plan_id = of_plan and t.unit_id = of_unit and unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) = of_organisation
  ) and not exists (
    select from plan_summons s
    join lateral (select a.answer from plan_summons_answer a where a.summons_id = s.id order by a.at desc, a.id desc limit 1) a on a.answer = 'wrong-receiver'
    where s.plan_id = of_plan and s.unit_id = of_unit
  );
end;
comment on function receives_copies_of(uuid, uuid, uuid) is 'Does this unit take part in the plan for this huvudman today, and has it not answered that it was called by mistake?';

create function units_to_copy(of_plan uuid) returns table (organisation uuid, unit uuid) language sql stable security definer begin atomic
  select o.now, t.unit_id
  from plan_party t cross join lateral (select unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) as now offset 0) o
  where t.plan_id = of_plan and leads_plan(of_plan) and receives_copies_of(of_plan, o.now, t.unit_id) order by t.added_at, t.id;
end;
comment on function units_to_copy(uuid) is 'The units that are to have a copy of what is established, for whoever leads the plan.';

create function copy_ground_holds(of_plan uuid, of_organisation uuid, of_unit uuid, of_kind text, of_ground text, of_id uuid) returns boolean
  language sql stable security definer begin atomic
  select case of_ground
    when 'own' then exists (
      select from plan_party t join plan p on p.id = t.plan_id join person r on r.id = p.person_id
      join case_contact k on k.person_id = p.person_id and k.valid @> acting_today() and k.unit_id = t.unit_id
      where t.plan_id = of_plan and t.unit_id = any (merged_units(of_unit, acting_today())) and owner_now(r.id, r.organisation_id, gone_organisations(acting_today())) = of_organisation
    )
    when 'individual' then of_unit is null
    when 'consent' then exists (
      select from consent c join consent_scope s on s.consent_id = c.id
      where c.id = of_id and c.plan_id = of_plan and c.kind = 'lift-secrecy' and c.answer in ('given', 'partly') and c.recorded_at <= acting_now()
        and s.permits and s.data_kind = of_kind and s.organisation_id = of_organisation and (s.unit_id is null or s.unit_id = of_unit) and s.valid @> acting_now()
        and not exists (
          select from consent_withdrawal w where w.consent_id = c.id and (w.scope_id is null or w.scope_id = s.id) and w.withdrawn_at <= acting_now()
        )
        and not exists (
          select from consent_scope x join consent y on y.id = x.consent_id
          where x.plan_id = of_plan and y.kind = 'lift-secrecy' and y.given_at <= acting_now() and y.recorded_at <= acting_now()
            and not x.permits and x.data_kind = of_kind and x.purpose = s.purpose and x.valid @> acting_now()
            and case when x.unit_id is null then x.organisation_id in (select came_out_of(of_organisation, acting_today()))
              else x.unit_id in (select came_out_of(of_unit, acting_today())) end
            and not exists (
              select from consent_withdrawal w where w.consent_id = y.id and w.scope_id = x.id and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
            )
        )
    )
    when 'rule' then exists (
      select from disclosure_decision d where d.id = of_id and d.plan_id = of_plan and d.organisation_id = of_organisation and d.unit_id = of_unit
        and of_kind = any (d.data_kinds) and d.valid @> acting_now()
        and not exists (select from disclosure_ending e where e.decision_id = d.id and e.at <= acting_now())
    )
    else false end;
end;
comment on function copy_ground_holds(uuid, uuid, uuid, text, text, uuid) is 'Is there, at this moment, the ground on which a kind of data is put into a copy?';

create function copy_basis_holds(of_copy uuid, kinds text[], of_basis jsonb) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_copy c where c.id = of_copy
      and not exists (
        select from jsonb_array_elements(of_basis) b
        where not coalesce(copy_ground_holds(c.plan_id, unit_owner_now(c.unit_id, c.organisation_id, gone_organisations(acting_today())),
          coalesce(unit_merged_into(c.unit_id, acting_today()), c.unit_id), b ->> 'kind', b ->> 'ground', (b ->> 'id')::uuid), false)
      )
      and not exists (select from unnest(kinds) k where not exists (select from jsonb_array_elements(of_basis) b where b ->> 'kind' = k))
  );
end;
comment on function copy_basis_holds(uuid, text[], jsonb) is 'Has every kind of data in a copy a ground that holds? The wall behind the rules that make it.';

create index plan_copy_document_by_fingerprint on plan_copy_document (sha256);
create function plan_copy_seal(of_sha256 text) returns table (sealed_at timestamptz, annulled boolean, certificate bytea) language sql stable security definer begin atomic
  select d.at, copy_is_annulled(d.copy_id), d.certificate from plan_copy_document d where d.sha256 = of_sha256 and d.certificate is not null;
end;
comment on function plan_copy_seal(text) is 'When a copy with this fingerprint was sealed, with what, and whether it is annulled: for whoever has the file. Nothing of which plan, of whom, or for whom.';
revoke all on function plan_copy_seal(text) from public;
grant execute on function plan_copy_seal(text) to overens_app;

create function due_plan_copies(most int) returns setof uuid language sql stable security definer begin atomic
  select c.id from plan_copy c
  where delivers_plan_copies() and not exists (select from plan_copy_outcome o where o.copy_id = c.id)
    and not exists (select from job.job j where j.name = 'deliver-plan-copy' and j.id = c.id)
  order by c.ordered_at, c.id limit most;
end;
comment on function due_plan_copies(int) is 'The copies that are to be made and have no job, the longest waiting first.';

create function plan_copy_to_make(of_copy uuid) returns table (
  copy uuid, number int, version uuid, established_at timestamptz, content_cipher bytea, receiver text, organisation uuid, organisation_name text, unit uuid,
  unit_name text, standing json
) language sql stable security definer begin atomic
  select c.id, c.number, v.id, v.established_at, v.content_cipher, c.receiver, m.mine,
    coalesce((select o.name from organisation_version o where o.organisation_id = m.mine and o.valid @> acting_today()), ''),
    m.unit, coalesce((select u.name from unit_version u where u.unit_id = m.unit and lower(u.valid) <= acting_today() order by lower(u.valid) desc limit 1), ''),
    json_build_object(
      'id', p.id, 'kind', p.kind, 'person_id', p.person_id, 'owner', w.owner,
      'owner_name', coalesce((select o.name from organisation_version o where o.organisation_id = w.owner and o.valid @> acting_today()), ''),
      'unit_id', p.unit_id,
      'unit_name', coalesce((select u.name from unit_version u where u.unit_id = p.unit_id and lower(u.valid) <= acting_today() order by lower(u.valid) desc limit 1), ''),
      'county_code', p.county_code, 'municipality_code', p.municipality_code, 'opened_at', p.opened_at, 'established', true,
      'units', m.units, 'own', c.receiver = 'individual',
      'formerly', case when c.unit_id is null then '{}' else array(
        select came_out_of(m.unit, acting_today()) union select came_out_of(m.mine, acting_today()) except values (m.unit), (m.mine)
      ) end,
      'contacts', coalesce((
        select json_agg(json_build_object('unit', k.unit_id, 'from', lower(k.valid), 'until', upper(k.valid)))
        from case_contact k where k.person_id = p.person_id and k.unit_id = any (m.units) and not isempty(k.valid)
      ), '[]'),
      'parties', coalesce((
        select json_agg(json_build_object('unit', t.unit_id, 'organisation', o.now))
        from plan_party t cross join lateral (select unit_owner_now(t.unit_id, t.organisation_id, g.gone) as now offset 0) o
        where t.plan_id = p.id and t.unit_id = any (m.units) and o.now is not null
      ), '[]'),
      'consents', coalesce((
        select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'answer', n.answer, 'giver', n.giver, 'giverId', n.giver_id, 'givenAt', n.given_at,
          'recordedAt', n.recorded_at,
          'scopes', coalesce((
            select json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'unit', s.unit_id, 'dataKind', s.data_kind, 'purpose', s.purpose,
              'permits', s.permits, 'from', lower(s.valid), 'until', upper(s.valid)))
            from consent_scope s where s.consent_id = n.id
          ), '[]'::json),
          'withdrawals', coalesce((
            select json_agg(json_build_object('scope', w.scope_id, 'at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = n.id
          ), '[]'::json)) order by n.given_at, n.id)
        from consent n where n.plan_id = p.id and n.kind in ('lift-secrecy', 'make-plan')
      ), '[]'),
      'decisions', coalesce((
        select json_agg(json_build_object('id', d.id, 'organisation', d.organisation_id, 'unit', d.unit_id, 'dataKinds', d.data_kinds, 'at', d.at,
          'from', lower(d.valid), 'until', upper(d.valid), 'endedAt', (select e.at from disclosure_ending e where e.decision_id = d.id)))
        from disclosure_decision d where d.plan_id = p.id and d.organisation_id = m.mine and d.unit_id = any (m.units)
      ), '[]'),
      'speakers', speakers_of(p.person_id), 'protection', r.protected_identity, 'speakers', speakers_of(p.person_id)
    )
  from plan_copy c
  join plan_version v on v.id = c.version_id
  join plan p on p.id = c.plan_id
  join person r on r.id = p.person_id
  cross join lateral (select gone_organisations(acting_today()) as gone offset 0) g
  cross join lateral (select coalesce(owner_now(r.id, r.organisation_id, g.gone), r.organisation_id) as owner offset 0) w
  cross join lateral (
    select n.unit, coalesce(merged_units(n.unit, acting_today()), '{}') as units, unit_owner_now(c.unit_id, c.organisation_id, g.gone) as mine
    from (select coalesce(unit_merged_into(c.unit_id, acting_today()), c.unit_id) as unit) n
    offset 0
  ) m
  where c.id = of_copy and delivers_plan_copies() and not exists (select from plan_copy_outcome o where o.copy_id = c.id);
end;
comment on function plan_copy_to_make(uuid) is 'All that it takes to make a copy that has not been made: what the version holds, and what decides how much of it the receiver may have: the unit that the one it was ordered for has gone into, whose staff will read it. For the program alone.';

revoke all on function delivers_plan_copies(), receives_copy(uuid), copy_is_annulled(uuid), receives_copies_of(uuid, uuid, uuid), units_to_copy(uuid),
  copy_ground_holds(uuid, uuid, uuid, text, text, uuid), copy_basis_holds(uuid, text[], jsonb), due_plan_copies(int), plan_copy_to_make(uuid) from public;
grant execute on function delivers_plan_copies(), receives_copy(uuid), copy_is_annulled(uuid), receives_copies_of(uuid, uuid, uuid), units_to_copy(uuid),
  copy_basis_holds(uuid, text[], jsonb), due_plan_copies(int), plan_copy_to_make(uuid) to overens_app;

-- Whoever leads the plan, and the person, see that a copy was sent, and that it came. What is in it is the receiver's.
create policy plan_copy_read on plan_copy for select to overens_app using (receives_copy(id) or leads_plan(plan_id) or owns_plan(plan_id) or delivers_plan_copies());
create policy plan_copy_order on plan_copy for insert to overens_app with check (
  ordered_by = (select acting_account()) and leads_plan(plan_id)
  and exists (select from plan_version v where v.id = version_id and v.plan_id = plan_copy.plan_id and v.number = plan_copy.number)
  and (unit_id is null or receives_copies_of(plan_id, organisation_id, unit_id))
);

create policy plan_copy_outcome_read on plan_copy_outcome for select to overens_app using (receives_copy(copy_id) or leads_plan(plan_id) or owns_plan(plan_id));
create policy plan_copy_outcome_note on plan_copy_outcome for insert to overens_app with check (delivers_plan_copies());

create policy plan_copy_document_read on plan_copy_document for select to overens_app using (receives_copy(copy_id) and not copy_is_annulled(copy_id));
create policy plan_copy_document_make on plan_copy_document for insert to overens_app with check (
  delivers_plan_copies() and copy_basis_holds(copy_id, data_kinds, basis)
);

create policy plan_copy_receipt_read on plan_copy_receipt for select to overens_app using (receives_copy(copy_id) or leads_plan(plan_id) or owns_plan(plan_id));
create policy plan_copy_receipt_give on plan_copy_receipt for insert to overens_app with check (
  received_by = (select acting_account()) and receives_copy(copy_id) and not copy_is_annulled(copy_id)
  and exists (select from plan_copy_outcome o where o.copy_id = plan_copy_receipt.copy_id and o.outcome = 'delivered')
);

create policy plan_copy_annulment_read on plan_copy_annulment for select to overens_app using (receives_copy(copy_id) or leads_plan(plan_id) or owns_plan(plan_id));
create policy plan_copy_annulment_make on plan_copy_annulment for insert to overens_app with check (
  annulled_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and leads_plan(plan_id)
  and exists (
    select from plan_copy c join plan_copy_outcome o on o.copy_id = c.id
    where c.id = copy_id and c.plan_id = plan_copy_annulment.plan_id and c.receiver = 'unit' and o.outcome = 'delivered'
  )
);

grant select, insert on plan_copy, plan_copy_outcome, plan_copy_document, plan_copy_receipt, plan_copy_annulment to overens_app;

insert into plan_act (kind, who) values
  ('plans.deliver-copy', '{program}'),
  ('plans.send-copy', '{leads}'),
  ('plans.annul-copy', '{leads}');

select job.create_queue('deliver-plan-copy-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('deliver-plan-copy', '{"policy": "standard", "deadLetter": "deliver-plan-copy-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');

-- What was done on paper while the service could not be reached: when it happened, beside when it was written down here. Both are kept.

create table plan_paper (
  id uuid primary key,
  plan_id uuid not null references plan,
  step text not null check (step in ('initiative', 'summons-answer', 'meeting', 'established')),
  of_id uuid not null,
  happened_at timestamptz not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  recorded_at timestamptz not null,
  constraint plan_paper_once unique (step, of_id),
  constraint plan_paper_not_later check (happened_at <= recorded_at)
);
comment on table plan_paper is 'That a step of a plan was taken on paper, and when. The row that the step is (of_id) says when it was written down.';
comment on column plan_paper.of_id is 'The row of plan_initiative, plan_summons_answer, plan_meeting or plan_version.';
create index plan_paper_of_plan on plan_paper (plan_id);
alter table plan_paper enable row level security;
alter table plan_paper force row level security;
do $$ begin execute format('create policy plan_paper_owner on plan_paper to %I using (true) with check (true)', current_user); end $$;

create function is_step_of_plan(of_plan uuid, of_step text, of_row uuid) returns boolean language sql stable security definer begin atomic
  select case of_step
    when 'initiative' then leads_plan(of_plan) and exists (select from plan_initiative i where i.id = of_row and i.plan_id = of_plan)
    when 'summons-answer' then exists (
      select from plan_summons_answer a where a.id = of_row and a.plan_id = of_plan and (
        leads_plan(of_plan)
        or (a.unit_id = any (acting_case_units()) and unit_owner_now(a.unit_id, a.organisation_id, gone_organisations(acting_today())) = acting_case_organisation())
      )
    )
    when 'meeting' then leads_plan(of_plan) and exists (select from plan_meeting m where m.id = of_row and m.plan_id = of_plan and m.turn = 'held')
    when 'established' then leads_plan(of_plan) and exists (select from plan_version v where v.id = of_row and v.plan_id = of_plan)
    else false end;
end;
comment on function is_step_of_plan(uuid, text, uuid) is 'Is it a step of this plan that who acts may say the time of: they lead it, or it is the answer of their own unit?';

create function paper_kind(of_step text) returns text language sql immutable
  return case of_step when 'initiative' then 'needs' when 'established' then 'measures' else 'meeting' end;
comment on function paper_kind(text) is 'The kind of data that a step of a plan is.';
revoke all on function is_step_of_plan(uuid, text, uuid), paper_kind(text) from public;
grant execute on function is_step_of_plan(uuid, text, uuid), paper_kind(text) to overens_app;

create policy plan_paper_read on plan_paper for select to overens_app using (
  paper_kind(step) = any (acting_plan_kinds(plan_id)) or is_step_of_plan(plan_id, step, of_id)
);
create policy plan_paper_note on plan_paper for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit())
  and is_step_of_plan(plan_id, step, of_id)
);
grant select, insert on plan_paper to overens_app;
insert into plan_act (kind, who) values ('plans.note-on-paper', '{leads,party}');
