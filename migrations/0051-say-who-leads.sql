-- Who leads a plan: those who work with the person for the huvudman whose record it rests on, until another unit has accepted to answer for the whole. Then that unit leads
-- it: establishes new versions, calls people together, follows up. The record, and what is done of it – what the person is asked and answers, who speaks for them, decisions
-- to disclose – stay with those who keep it. Leading opens nothing to read.

-- Who leads ------------------------------------------------------------------------------------------------------------------------------------------------

create function keeps_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from acting_row() a
    cross join lateral (select merged_units(a.unit_id, acting_today()) as units, gone_organisations(acting_today()) as gone offset 0) w
    join plan p on p.id = of_plan
    join person r on r.id = p.person_id
    join plan_party t on t.plan_id = p.id and t.unit_id = any (w.units)
    join case_contact c on c.person_id = p.person_id and c.unit_id = t.unit_id and c.valid @> acting_today()
    where a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
      and owner_now(r.id, r.organisation_id, w.gone) = a.organisation_id and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = a.organisation_id
  );
end;
comment on function keeps_plan(uuid) is 'Does who acts work with the person, in a unit that takes part, for the huvudman whose record the plan rests on today?';

create index plan_hand_over_accepted on plan_hand_over_answer (plan_id, at) where answer = 'accepted';

create function plan_lead(of_plan uuid, moment timestamptz) returns json language sql stable security definer begin atomic
  select json_build_object('unit', l.unit_id, 'organisation', l.goes_on)
  from (
    select a.unit_id, d.day, coalesce(unit_merged_into(a.unit_id, d.day), a.unit_id) as now,
      case when a.organisation_id = any (gone_organisations(d.day)) then unit_owner_on(a.unit_id, a.organisation_id, d.day) else a.organisation_id end as goes_on
    from plan_hand_over_answer a cross join lateral (select (moment at time zone 'Europe/Stockholm')::date as day) d
    where a.plan_id = of_plan and a.answer = 'accepted' order by a.at desc, a.hand_over_id desc limit 1
  ) l
  where exists (select from unit_version v where v.unit_id = l.now and v.valid @> l.day and v.organisation_id = l.goes_on);
end;
comment on function plan_lead(uuid, timestamptz) is 'The unit that has accepted to answer for the whole of a plan, and the huvudman that it does it for, at a moment. Null where none has, and where it is closed or of another huvudman: then those who keep the record lead the plan.';

create or replace function leads_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case when l.lead is null then keeps_plan(of_plan)
    else coalesce((l.lead ->> 'unit')::uuid = any (acting_case_units()) and (l.lead ->> 'organisation')::uuid = acting_case_organisation(), false) and takes_part_in_plan(of_plan) end
  from (select plan_lead(of_plan, acting_now()) as lead offset 0) l;
end;
comment on function leads_plan(uuid) is 'Does who acts lead the plan: their unit has accepted to answer for the whole of it, or none has and they keep its record? To lead opens nothing to read.';

create function leads_and_reads_plan(of_plan uuid) returns boolean language sql stable security definer begin atomic
  select leads_plan(of_plan) and cardinality(acting_plan_kinds(of_plan)) = 7;
end;
comment on function leads_and_reads_plan(uuid) is 'Does who acts lead the plan, and may they read all of it? A version says all that the plan says, so nobody else makes one.';

revoke all on function keeps_plan(uuid), plan_lead(uuid, timestamptz), leads_and_reads_plan(uuid) from public;
grant execute on function keeps_plan(uuid), plan_lead(uuid, timestamptz), leads_and_reads_plan(uuid) to overens_app;

-- What is of the record stays with those who keep it; what was sent, and how the plan goes, both know.
do $$
declare
  one record;
begin
  for one in
    select p.tablename, p.policyname, p.qual, p.with_check,
      case when p.tablename in ('plan_copy', 'plan_copy_outcome', 'plan_copy_receipt', 'plan_copy_annulment', 'plan_closing_wish', 'plan_hand_over', 'plan_survey_hand_out')
        then '(leads_plan(plan_id) or keeps_plan(plan_id))' end as both_of
    from pg_policies p
    where p.schemaname = 'public' and coalesce(p.qual, '') || coalesce(p.with_check, '') like '%leads_plan(%' and (
      p.tablename in ('consent', 'consent_scope', 'consent_withdrawal', 'disclosure_decision', 'disclosure_ending')
      or p.policyname in ('plan_copy_read', 'plan_copy_order', 'plan_copy_outcome_read', 'plan_copy_receipt_read', 'plan_copy_annulment_read', 'plan_copy_annulment_make',
        'plan_closing_wish_read', 'plan_hand_over_read', 'plan_survey_hand_out_read', 'plan_survey_hand_out_write')
    )
  loop
    if one.qual is not null then
      execute format('alter policy %I on %I using (%s)', one.policyname, one.tablename,
        case when one.both_of is null then replace(one.qual, 'leads_plan(', 'keeps_plan(') else replace(one.qual, 'leads_plan(plan_id)', one.both_of) end);
    end if;
    if one.with_check is not null then
      execute format('alter policy %I on %I with check (%s)', one.policyname, one.tablename,
        case when one.both_of is null then replace(one.with_check, 'leads_plan(', 'keeps_plan(') else replace(one.with_check, 'leads_plan(plan_id)', one.both_of) end);
    end if;
  end loop;
end $$;
alter policy plan_version_read on plan_version using (keeps_plan(plan_id) or owns_plan(plan_id) or leads_and_reads_plan(plan_id));
alter policy plan_version_establish on plan_version with check (
  established_by = (select acting_account()) and organisation_id = (select acting_case_organisation()) and leads_and_reads_plan(plan_id)
);

-- Who may write which acts: those who keep the record are among them.
do $$
declare
  name text;
begin
  select conname into name from pg_constraint where conrelid = 'plan_act'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%cardinality%';
  execute format('alter table plan_act drop constraint %I', name);
end $$;
alter table plan_act add constraint plan_act_who_check check (cardinality(who) > 0 and who <@ array[
  'leads', 'keeps', 'own', 'party', 'reads', 'program',
  'reads:identity', 'reads:meeting', 'reads:needs', 'reads:goals', 'reads:measures', 'reads:crisis', 'reads:follow-up'
]);
comment on column plan_act.who is 'Any of these is enough. leads: leads the plan now; keeps: works with the person for the huvudman whose record the plan rests on; own: it is theirs; party: a unit of theirs takes part; reads, reads:<kind of data>: may read some of the plan, or that kind, now; program: the work of the program itself.';
update plan_act set who = array_replace(who, 'leads', 'keeps')
  where kind like 'consents.%' and 'leads' = any (who);
update plan_act set who = who || '{keeps}' where kind in ('plans.send-copy', 'plans.annul-copy');

create or replace function acts_on_plan(of_kind text, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind = 'plans.assess' then takes_part_in_plan(of_plan) and 'needs' = any (acting_plan_kinds(of_plan))
    when of_kind in ('plans.set-meeting', 'plans.note-meeting', 'plans.summon', 'plans.answer-summons') then acts_on_summons(of_kind, of_plan)
    else exists (
      select from plan_act a cross join lateral (select acting_plan_kinds(of_plan) as kinds offset 0) k
      where a.kind = of_kind and (
        ('program' = any (a.who) and acting_program() is not null)
        or ('leads' = any (a.who) and leads_plan(of_plan))
        or ('keeps' = any (a.who) and keeps_plan(of_plan))
        or ('own' = any (a.who) and owns_plan(of_plan))
        or ('party' = any (a.who) and takes_part_in_plan(of_plan))
        or ('reads' = any (a.who) and cardinality(k.kinds) > 0)
        or exists (select from unnest(a.who) w where split_part(w, ':', 2) = any (k.kinds))
      )
    )
  end;
end;

create or replace function accept_hand_over(of_hand_over uuid, coordinator uuid, substitute uuid, overall_duty uuid, coordinator_duty uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    h plan_hand_over;
  begin
    select * into h from plan_hand_over where id = of_hand_over;
    -- Whoever answers for the whole makes its versions, and has to be able to read it: what they may read they are told before.
    if not found or not is_offered_plan(h.id) or plan_is_closed(h.plan_id) or cardinality(acting_plan_kinds(h.plan_id)) < 7
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

-- When what somebody reads of a plan changes by itself ---------------------------------------------------------------------------------------------------------

create function plan_next_turn(of_plan uuid) returns timestamptz language sql stable security definer begin atomic
  select min(x.at)
  from plan p cross join lateral (
    select unnest(array[lower(s.valid), upper(s.valid)]) as at from consent_scope s where s.plan_id = p.id
    union all
    select unnest(array[lower(d.valid), upper(d.valid)]) from disclosure_decision d where d.plan_id = p.id
    union all
    select unnest(array[lower(r.valid), upper(r.valid)]) from consent_representative r where r.person_id = p.person_id
    union all
    select t.happens_at from consent_guardian g join consent_guardian_turn t on t.guardian_id = g.id where g.person_id = p.person_id
    union all
    select comes_of_age(c.born) from consent_child c where c.person_id = p.person_id
    union all
    -- Contacts, assignments, units and huvudmän begin and end at midnight.
    select (acting_today() + 1)::timestamp at time zone 'Europe/Stockholm'
  ) x
  where p.id = of_plan and takes_part_in_plan(of_plan) and x.at > acting_now();
end;
comment on function plan_next_turn(uuid) is 'The next moment at which what anybody reads of a plan may change without anybody doing anything: something that was opened or shut begins or runs out. For those who keep a connection open to it; null for whoever takes no part.';
revoke all on function plan_next_turn(uuid) from public;
grant execute on function plan_next_turn(uuid) to overens_app;

create function tell_live_of_reach() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
    declare
      of_person uuid;
      of_plans uuid[];
    begin
      case tg_table_name
        when 'disclosure_decision' then of_plans := array[new.plan_id];
        when 'disclosure_ending' then select array[d.plan_id] into of_plans from disclosure_decision d where d.id = new.decision_id;
        when 'consent_guardian_turn' then select g.person_id into of_person from consent_guardian g where g.id = new.guardian_id;
        when 'consent_representative_end' then select r.person_id into of_person from consent_representative r where r.id = new.representative_id;
        else of_person := new.person_id;
      end case;
      if of_person is not null then select array_agg(p.id) into of_plans from plan p where p.person_id = of_person; end if;
      perform pg_notify('live', json_build_object('kind', 'consent', 'plan', one)::text) from unnest(of_plans) one;
      return null;
    end
  $$;
comment on function tell_live_of_reach() is 'Tells every process of the program that what somebody may read of a plan may have changed, by its id alone: a decision by law, or who speaks for the person.';
revoke all on function tell_live_of_reach() from public;
do $$
declare
  name text;
begin
  foreach name in array array['disclosure_decision', 'disclosure_ending', 'consent_guardian_turn', 'consent_maturity', 'consent_representative', 'consent_representative_end', 'consent_child'] loop
    execute format('create trigger %I after insert on %I for each row execute function tell_live_of_reach()', name || '_told', name);
  end loop;
end $$;
create trigger case_contact_told after update on case_contact for each row when (old.valid is distinct from new.valid) execute function tell_live_of_reach();

-- Those who are told that a plan is closed ---------------------------------------------------------------------------------------------------------------------

create function plan_units_to_tell(of_plan uuid) returns setof uuid language sql stable security definer begin atomic
  select distinct u.now
  from plan_party t
  cross join lateral (
    select unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) as owner, coalesce(unit_merged_into(t.unit_id, acting_today()), t.unit_id) as now offset 0
  ) u
  where t.plan_id = of_plan and closes_plan(of_plan)
    and exists (select from unit_version v where v.unit_id = u.now and v.valid @> acting_today() and v.organisation_id = u.owner);
end;
comment on function plan_units_to_tell(uuid) is 'The units that take part in a plan today, for whoever may close it: also those that they may not read the names of.';
revoke all on function plan_units_to_tell(uuid) from public;
grant execute on function plan_units_to_tell(uuid) to overens_app;

-- A unit that another huvudman has taken over can be asked anew ----------------------------------------------------------------------------------------------------

-- It takes part for a huvudman: for the one that it was of no more, and for the one that it is of when that is asked. Nothing that was opened to the one is open to the other.
alter table plan_party drop constraint plan_party_once;
alter table plan_party add constraint plan_party_once unique (plan_id, unit_id, organisation_id);

create function keep_party_once() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if exists (
      select from plan_party t where t.plan_id = new.plan_id and t.unit_id = new.unit_id
        and unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) = new.organisation_id
    ) then
      return null;
    end if;
    return new;
  end $$;
comment on function keep_party_once() is 'A unit that takes part for a huvudman already, also since its own has gone up into that, is left as it is.';
revoke all on function keep_party_once() from public;
create trigger keep_party_once before insert on plan_party for each row execute function keep_party_once();

create function unit_is_of_now(of_unit uuid, of_organisation uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from unit_version v
    where v.unit_id = coalesce(unit_merged_into(of_unit, acting_today()), of_unit) and v.valid @> acting_today() and v.organisation_id = of_organisation
  );
end;
comment on function unit_is_of_now(uuid, uuid) is 'Is the unit, or the one that its cases have gone on in, of this huvudman today, and open?';

create or replace function plan_staff(of_plan uuid) returns table (account_id uuid, name text, unit_name text) language sql stable security definer begin atomic
  select distinct a.id, a.name, u.name
  from plan_party t
  cross join lateral (
    select unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) as owner, coalesce(unit_merged_into(t.unit_id, acting_today()), t.unit_id) as unit offset 0
  ) w
  join unit_version u on u.unit_id = w.unit and u.valid @> acting_today() and u.organisation_id = w.owner
  join assignment m on m.unit_id = w.unit and m.organisation_id = w.owner and m.valid @> acting_today() and m.role in ('municipal-case-worker', 'regional-clinician', 'coordinator')
  join account a on a.id = m.account_id and a.deactivated_at is null
  where t.plan_id = of_plan and 'measures' = any (acting_plan_kinds(of_plan));
end;
comment on function plan_staff(uuid) is 'Those who work with persons in the units that take part in a plan today, for the huvudman that they take part for, for whoever may read its measures.';

create or replace function receives_copies_of(of_plan uuid, of_organisation uuid, of_unit uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_party t
    where t.plan_id = of_plan and t.unit_id = of_unit and unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) = of_organisation
  ) and unit_is_of_now(of_unit, of_organisation) and not exists (
    select from plan_summons s
    join lateral (select a.answer from plan_summons_answer a where a.summons_id = s.id order by a.at desc, a.id desc limit 1) a on a.answer = 'wrong-receiver'
    where s.plan_id = of_plan and s.unit_id = of_unit
  );
end;
comment on function receives_copies_of(uuid, uuid, uuid) is 'Does this unit take part in the plan for this huvudman today, of which it still is, and has it not answered that it was called by mistake?';
revoke all on function unit_is_of_now(uuid, uuid) from public;
grant execute on function unit_is_of_now(uuid, uuid) to overens_app;

-- What a yes names, and who opens what was delivered when units go together -------------------------------------------------------------------------------------------

-- A yes is said of a unit. Of a whole huvudman it would be a yes to whatever comes to that one later, by mergers that nobody had decided when it was said; a no may be.
do $$
declare
  said text;
begin
  select with_check into said from pg_policies where tablename = 'consent_scope' and policyname = 'consent_scope_take';
  execute format('alter policy consent_scope_take on consent_scope with check ((%s) and (unit_id is not null or not permits))', said);
end $$;

create function copy_is_shut_by_past(of_copy uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_copy c
    join consent_scope x on x.plan_id = c.plan_id and not x.permits and x.valid @> acting_now()
    join consent y on y.id = x.consent_id and y.kind = 'lift-secrecy' and y.given_at <= acting_now() and y.recorded_at <= acting_now()
    where c.id = of_copy and c.receiver = 'unit'
      and exists (select from plan_copy_document d where d.copy_id = c.id and x.data_kind = any (d.data_kinds))
      and not exists (
        select from consent_withdrawal w where w.consent_id = y.id and w.scope_id = x.id and w.withdrawn_at <= acting_now() and w.recorded_at <= acting_now()
      )
      -- Shut to something that has come to those who act since, and that the receiver is not, and had not come out of.
      and case when x.unit_id is null
        then x.organisation_id in (select came_out_of(acting_case_organisation(), acting_today())) and x.organisation_id not in (select came_out_of(c.organisation_id, (c.ordered_at at time zone 'Europe/Stockholm')::date))
        else x.unit_id in (select came_out_of(acting_case_unit(), acting_today())) and x.unit_id not in (select came_out_of(c.unit_id, (c.ordered_at at time zone 'Europe/Stockholm')::date)) end
      -- Those who worked there, for who receives it today, when it came or later but before that came, read on what was theirs.
      and not exists (
        select from assignment m
        where m.account_id = acting_account() and m.unit_id in (select came_out_of(c.unit_id, acting_today()))
          and m.valid && daterange((c.ordered_at at time zone 'Europe/Stockholm')::date, null)
          and unit_owner_now(m.unit_id, m.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
          and case when x.unit_id is null then x.organisation_id not in (select came_out_of(m.organisation_id, lower(m.valid)))
            else x.unit_id not in (select came_out_of(m.unit_id, lower(m.valid))) end
      )
  );
end;
comment on function copy_is_shut_by_past(uuid) is 'Is a copy that was delivered to a unit shut to who acts, since something that the person has shut it to has come to their unit or huvudman? Not to those who worked in the receiver before that: what was delivered is not called back.';
revoke all on function copy_is_shut_by_past(uuid) from public;
grant execute on function copy_is_shut_by_past(uuid) to overens_app;
create or replace function receives_copy(of_copy uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from plan_copy c where c.id = of_copy and case c.receiver
      when 'individual' then owns_plan(c.plan_id)
      else c.unit_id = any (acting_case_units())
        and unit_owner_now(c.unit_id, c.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
        and not copy_is_shut_by_past(c.id) end
  );
end;
comment on function receives_copy(uuid) is 'Is it a copy to a unit of who acts, for the huvudman it was sent to or what that has become, and not shut to what has come to them since; or their own?';
