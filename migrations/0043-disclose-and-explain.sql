-- Telling without consent, by a rule of law: what was judged, and the review of each decision. That a duty to notify has been done. And what it takes to ask
-- again, later, why somebody could see something in a plan.

-- The review of a decision to disclose ---------------------------------------------------------------------------------------------------------------------

alter table disclosure_decision add column judged_cipher bytea;
comment on column disclosure_decision.judged_cipher is 'What was judged to hold when it was decided, as JSON: the conditions of the rule, and what the person misuses where the rule asks. Bound to disclosure.judged:<id>.';

create table disclosure_review (
  decision_id uuid primary key references disclosure_decision,
  verdict text not null check (verdict in ('right', 'wrong')),
  reason_cipher bytea not null,
  organisation_id uuid not null references organisation,
  reviewed_by uuid not null references account,
  at timestamptz not null
);
comment on table disclosure_review is 'What the one who goes through the log finds of a decision to disclose: once, with a reason, and never by whoever decided. One that is found wrong is ended.';
comment on column disclosure_review.reason_cipher is 'Why, in words. Bound to disclosure.review:<decision_id>.';
alter table disclosure_review enable row level security;
alter table disclosure_review force row level security;

create function may_review_disclosure(of_decision uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from disclosure_decision d where d.id = of_decision and d.deciding_organisation_id = any (acting_reviewed_organisations()) and d.decided_by <> acting_account()
  );
end;
comment on function may_review_disclosure(uuid) is 'Is this a decision of the huvudman whose log who acts goes through, taken by somebody else?';

do $$ begin execute format('create policy disclosure_review_owner on disclosure_review to %I using (true) with check (true)', current_user); end $$;
-- Whoever may read the decision may read what became of it.
create policy disclosure_review_read on disclosure_review for select to overens_app using (exists (select from disclosure_decision d where d.id = decision_id));
create policy disclosure_review_give on disclosure_review for insert to overens_app with check (
  reviewed_by = (select acting_account()) and organisation_id = (select acting_organisation()) and may_review_disclosure(decision_id)
);
grant select, insert on disclosure_review to overens_app;

create function reviewed_disclosures() returns table (
  id uuid, plan_id uuid, person_id uuid, owner uuid, rule text, organisation_id uuid, unit_id uuid, data_kinds text[], valid tstzrange, reason_cipher bytea, judged_cipher bytea,
  decided_by uuid, at timestamptz, ended_at timestamptz, verdict text, review_cipher bytea, reviewed_at timestamptz
) language sql stable security definer begin atomic
  select d.id, d.plan_id, p.person_id, coalesce(owner_now(o.id, o.organisation_id, gone_organisations(acting_today())), o.organisation_id), d.rule, d.organisation_id,
    d.unit_id, d.data_kinds, d.valid, d.reason_cipher, d.judged_cipher, d.decided_by, d.at, e.at, r.verdict, r.reason_cipher, r.at
  from disclosure_decision d
  join plan p on p.id = d.plan_id
  join person o on o.id = p.person_id
  left join disclosure_ending e on e.decision_id = d.id
  left join disclosure_review r on r.decision_id = d.id
  where d.deciding_organisation_id = any (acting_reviewed_organisations());
end;
comment on function reviewed_disclosures() is 'The decisions to disclose of the huvudman whose log who acts goes through, with what became of them; nothing for everyone else.';
revoke all on function may_review_disclosure(uuid), reviewed_disclosures() from public;
grant execute on function may_review_disclosure(uuid), reviewed_disclosures() to overens_app;

insert into plan_act (kind, who) values ('consents.end-disclosure', '{leads}'), ('plans.note-notification', '{party}');

-- That a duty to notify has been done --------------------------------------------------------------------------------------------------------------------------

create table plan_notification (
  id uuid primary key,
  plan_id uuid not null references plan,
  duty text not null check (length(duty) between 1 and 60),
  made_at timestamptz not null,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  written_by uuid not null references account,
  at timestamptz not null,
  constraint plan_notification_not_ahead check (made_at <= at)
);
comment on table plan_notification is 'That somebody has done their duty to notify, and when: never what was notified, nor about whom. Read by the unit that made it alone; not in the plan of the person, nor in the extract of the log that the person reads, as it may be about those who are close to them.';
comment on column plan_notification.duty is 'Which duty, by its id among the national rules of secrecy.';
create index plan_notification_of_plan on plan_notification (plan_id);
alter table plan_notification enable row level security;
alter table plan_notification force row level security;
do $$ begin execute format('create policy plan_notification_owner on plan_notification to %I using (true) with check (true)', current_user); end $$;
create policy plan_notification_read on plan_notification for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[])
  and unit_owner_now(unit_id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()) and takes_part_in_plan(plan_id)
);
create policy plan_notification_note on plan_notification for insert to overens_app with check (
  written_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and unit_id = (select acting_case_unit()) and takes_part_in_plan(plan_id)
);
grant select, insert on plan_notification to overens_app;

-- Asking again why somebody could see something -----------------------------------------------------------------------------------------------------------------

create table case_contact_before (
  id bigint generated always as identity primary key,
  contact_id uuid not null references case_contact,
  valid daterange not null,
  until timestamptz not null
);
comment on table case_contact_before is 'What the days of a case contact were until they were changed: a contact that ends today was there this morning.';
create index case_contact_before_of_contact on case_contact_before (contact_id, until);
alter table case_contact_before enable row level security;
alter table case_contact_before force row level security;
do $$ begin execute format('create policy case_contact_before_owner on case_contact_before to %I using (true) with check (true)', current_user); end $$;

create function keep_contact_before() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    insert into case_contact_before (contact_id, valid, until) values (old.id, old.valid, acting_now());
    return null;
  end $$;
create trigger case_contact_keeps_before after update of valid on case_contact for each row when (old.valid is distinct from new.valid) execute function keep_contact_before();

create function contacts_at(of_person uuid, of_moment timestamptz) returns table (unit_id uuid, valid daterange) language sql stable security definer begin atomic
  select c.unit_id, coalesce(b.valid, c.valid)
  from case_contact c
  left join lateral (select b.valid from case_contact_before b where b.contact_id = c.id and b.until > of_moment order by b.until, b.id limit 1) b on true
  where c.person_id = of_person
    -- What was opened later on the same day was not there yet. The ids of contacts that the program opens hold their time.
    and coalesce(uuid_extract_timestamp(c.id) <= of_moment, true);
end;
comment on function contacts_at(uuid, timestamptz) is 'Which units worked with a person, as it was known at a moment.';

create function plan_standing_at(of_plan uuid, of_account uuid, of_role text, of_organisation uuid, of_unit uuid, of_moment timestamptz) returns table (
  id uuid, person_id uuid, owner uuid, established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json, speakers json
) language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    kept text := coalesce(current_setting('overens.now', true), '');
  begin
    -- Everything below asks what day and moment it is: it is the one that is asked about, until it has answered.
    perform set_config('overens.now', of_moment::text, true);
    return query
      select me.id, me.person_id, me.owner,
        exists (select from plan_version v where v.plan_id = me.id and v.established_at <= of_moment), me.units, me.formerly, me.own,
        coalesce((
          select json_agg(json_build_object('unit', c.unit_id, 'from', lower(c.valid), 'until', upper(c.valid)))
          from contacts_at(me.person_id, of_moment) c where c.unit_id = any (me.units) and not isempty(c.valid)
        ), '[]'),
        coalesce((
          select json_agg(json_build_object('unit', t.unit_id, 'organisation', o.now))
          from plan_party t cross join lateral (select unit_owner_now(t.unit_id, t.organisation_id, me.gone) as now offset 0) o
          where t.plan_id = me.id and t.unit_id = any (me.units) and o.now is not null and t.added_at <= of_moment
        ), '[]'),
        coalesce((
          select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'answer', c.answer, 'giver', c.giver, 'giverId', c.giver_id, 'givenAt', c.given_at, 'recordedAt', c.recorded_at,
            'scopes', coalesce((
              select json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'unit', s.unit_id, 'dataKind', s.data_kind, 'purpose', s.purpose,
                'permits', s.permits, 'from', lower(s.valid), 'until', upper(s.valid)))
              from consent_scope s where s.consent_id = c.id and (s.organisation_id = of_organisation or s.organisation_id = any (me.formerly) or s.unit_id = any (me.units)
                or s.unit_id = any (me.formerly)
                or (c.giver = 'person' and exists (select from consent o where o.plan_id = me.id and o.giver = 'representative')))
            ), '[]'::json),
            'withdrawals', coalesce((
              select json_agg(json_build_object('scope', w.scope_id, 'at', w.withdrawn_at, 'recordedAt', w.recorded_at)) from consent_withdrawal w where w.consent_id = c.id
            ), '[]'::json)) order by c.given_at, c.id)
          from consent c where c.plan_id = me.id and c.kind in ('lift-secrecy', 'make-plan')
        ), '[]'),
        coalesce((
          select json_agg(json_build_object('id', d.id, 'organisation', d.organisation_id, 'unit', d.unit_id, 'dataKinds', d.data_kinds, 'at', d.at, 'from', lower(d.valid),
            'until', upper(d.valid), 'endedAt', (select e.at from disclosure_ending e where e.decision_id = d.id)))
          from disclosure_decision d where d.plan_id = me.id and d.organisation_id = of_organisation and d.unit_id = any (me.units)
        ), '[]'), speakers_of(me.person_id)
      from (
        select p.id, p.person_id, coalesce(owner_now(r.id, r.organisation_id, w.gone), r.organisation_id) as owner, w.units, w.gone,
          case when cardinality(w.units) = 0 then '{}'::uuid[] else array(
            select came_out_of(of_unit, acting_today()) union select came_out_of(of_organisation, acting_today()) except values (of_unit), (of_organisation)
          ) end as formerly,
          exists (select from account a where a.id = of_account and a.kind = 'individual' and a.number_hash = r.number_hash) as own
        from plan p join person r on r.id = p.person_id
        cross join lateral (
          select case when of_role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then merged_units(of_unit, acting_today()) else '{}'::uuid[] end as units,
            gone_organisations(acting_today()) as gone
          offset 0
        ) w
        where p.id = of_plan and p.opened_at <= of_moment
        offset 0
      ) me;
    perform set_config('overens.now', kept, true);
  end $$;
comment on function plan_standing_at(uuid, uuid, text, uuid, uuid, timestamptz) is 'How somebody stood to a plan at a moment, from the rows that are kept: what acting_plan() answered them then. For the owner of the database, and for reviewed_plan_standing.';

create function reviewed_plan_standing(of_event uuid, of_moment timestamptz) returns table (
  id uuid, person_id uuid, owner uuid, established boolean, units uuid[], formerly uuid[], own boolean, contacts json, parties json, consents json, decisions json, speakers json
) language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    look record;
    mine uuid[] := acting_reviewed_organisations();
  begin
    select e.record_id, e.account_id, e.assignment_id, e.organisation_id, e.unit_id, e.owner_organisation_id, e.person_id into look
      from audit_event e
      where e.id = of_event and e.at = uuid_extract_timestamp(of_event) and e.record_kind = 'plan'
        and of_moment between e.at and e.at + interval '1 millisecond';
    if not found or not (
      look.organisation_id = any (mine) or look.owner_organisation_id = any (mine)
      or (look.owner_organisation_id = any (acting_reviewed_origins()) and look.person_id is not null and is_reviewed_person(look.person_id))
    ) then
      return;
    end if;
    return query select s.* from plan_standing_at(
      look.record_id::uuid, look.account_id, (select m.role from assignment m where m.id = look.assignment_id), look.organisation_id, look.unit_id, of_moment) s;
  end $$;
comment on function reviewed_plan_standing(uuid, timestamptz) is 'How the one of a row in the log stood to the plan at the moment of it, for whoever goes through the log of a huvudman that the row is of. of_moment: the moment of the row, to the microsecond.';
revoke all on function keep_contact_before(), contacts_at(uuid, timestamptz), plan_standing_at(uuid, uuid, text, uuid, uuid, timestamptz), reviewed_plan_standing(uuid, timestamptz) from public;
grant execute on function reviewed_plan_standing(uuid, timestamptz) to overens_app;
