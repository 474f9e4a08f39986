-- Acts are what many tables go by: that a consultation is closed, a change called off, a text given over. Until now the database asked only whose act it was;
-- now it also asks whether whoever acts may do such a thing to that subject. That nobody has logged in is no longer the mark of the program: it says what it is.

create function acting_program() returns text language sql stable
  return case when nullif(current_setting('overens.session', true), '') is null then nullif(current_setting('overens.program', true), '') end;
comment on function acting_program() is 'Which work of the program itself acts, by overens.program; null when somebody has logged in, and when nothing has been said.';
grant execute on function acting_program() to overens_app;

create or replace function writes_act_as(account uuid, assignment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select case when nullif(current_setting('overens.session', true), '') is null then account is null and assignment is null and acting_program() is not null
      else exists (
        select from session s
        where s.token_hash = sha256(decode(current_setting('overens.session', true), 'hex')) and s.ended_at is null and s.expires_at > acting_now()
          and s.account_id = acting_account() and s.account_id = writes_act_as.account
          and (writes_act_as.assignment is null or s.assignment_id = writes_act_as.assignment)
      ) end
  $$;
comment on function writes_act_as(uuid, uuid) is 'Is an act of this account and assignment one of who acts? Of nobody it is only when the program itself acts, and says so.';
comment on function is_own_act(uuid, text) is 'Is it an act of this kind by who acts, or by the program when it acts and says so?';

-- One function for each kind of subject whose acts other tables go by. They repeat the reach of the policies: which role, at which party, unit or body.

create function acts_on_draft(of_kind text, of_draft uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from draft d cross join acting_row() a join organisation o on o.id = a.organisation_id
    cross join lateral (select
      o.kind = 'region' or (o.kind = 'municipality' and o.municipality_code = any (d.municipalities)) as of_party,
      a.role = 'strategy-group' or (a.role = 'district-coordinator' and d.kind = 'local') as writer
    ) may
    where d.id = of_draft and d.county_code = a.county_code and case
      when of_kind in ('drafts.remark', 'drafts.answer-remark')
        then may.of_party and a.role in ('strategy-group', 'district-coordinator', 'political-body')
      when of_kind in ('drafts.record-decision', 'drafts.decide-withdrawal') then may.of_party and a.role in ('registrar', 'political-body', 'strategy-group')
      when of_kind = 'drafts.sign' then a.role in ('political-body', 'strategy-group')
      when of_kind = 'drafts.publish' then may.of_party and (may.writer or a.role = 'registrar')
      when of_kind = 'drafts.end-signature-order' then false
      else may.of_party and may.writer
    end
  );
end;
comment on function acts_on_draft(text, uuid) is 'May whoever acts do this to this draft, wherever it is: of a party of it, in a role that does such things to drafts of its kind?';

create function acts_on_consultation(of_kind text, of_consultation uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from consultation c cross join acting_row() a join organisation o on o.id = a.organisation_id
    cross join lateral (select
      c.county_code = a.county_code and (o.kind = 'region' or (o.kind = 'municipality' and o.municipality_code = any (c.municipalities))) as of_party,
      a.role = 'strategy-group' or (a.role = 'district-coordinator' and c.agreement_kind = 'local') as writer
    ) may
    where c.id = of_consultation and case
      when of_kind = 'consultations.open' then may.of_party and may.writer and not is_round_with(c.id, array['consultations.open'])
      when is_round_with(c.id, array['consultations.close', 'consultations.recall']) then false
      when of_kind = 'consultations.enter' then may.of_party and (may.writer or a.role = 'registrar')
      when of_kind in ('consultations.comment', 'consultations.reply') then exists (select from acting_asked(c.id))
      when of_kind = 'consultations.extend' then may.of_party and may.writer and c.opened_by = acting_account()
      else may.of_party and may.writer
    end
  );
end;
comment on function acts_on_consultation(text, uuid) is 'May whoever acts do this in this consultation: as one who writes its text, keeps the records of a party, or speaks for one asked? Nothing is done in one that is over.';

create function acts_on_planned_change(of_kind text, of_change uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from planned_change c cross join acting_row() a
    where c.id = of_change and c.county_code = a.county_code
      and not exists (select from act w where w.subject_kind = 'planned-change' and w.subject_id = c.id and w.kind = 'planned-changes.withdraw')
      and case
        when of_kind in ('planned-changes.announce', 'planned-changes.amend', 'planned-changes.withdraw', 'planned-changes.answer')
          then c.organisation_id = a.organisation_id and case
            when a.role = 'unit-manager' then coalesce(
              (select w.units = array[a.unit_id] from planned_change_wording w where w.change_id = c.id order by w.number desc limit 1), a.unit_id is not null)
            else a.role in ('registrar', 'quality-manager', 'strategy-group') end
        when of_kind in ('planned-changes.acknowledge', 'planned-changes.object')
          then c.organisation_id <> a.organisation_id and a.role in ('registrar', 'quality-manager', 'strategy-group')
            and exists (select from planned_change_party p where p.change_id = c.id and p.organisation_id = a.organisation_id)
        else false
      end
  );
end;
comment on function acts_on_planned_change(text, uuid) is 'May whoever acts do this to this planned change: for the party that announces it, or for one that is told? Nothing is done to one that is called off.';

create function acts_on_non_compliance(of_kind text, of_notice uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from non_compliance n cross join acting_row() a
    where n.id = of_notice and n.county_code = a.county_code
      and not exists (select from act w where w.subject_kind = 'non-compliance' and w.subject_id = n.id and w.kind = 'non-compliance.withdraw')
      and case
        when of_kind in ('non-compliance.point-out', 'non-compliance.withdraw')
          then n.organisation_id = a.organisation_id and a.role in ('registrar', 'quality-manager', 'strategy-group', 'political-body')
        when of_kind in ('non-compliance.receive', 'non-compliance.answer')
          then a.body = any (n.bodies) and a.role in ('strategy-group', 'political-body')
        else false
      end
  );
end;
comment on function acts_on_non_compliance(text, uuid) is 'May whoever acts do this to what was pointed out: for the party that did, or in a body that it goes to? Nothing is done to what is taken back.';

-- As the program makes the ids of what is known by a name: a UUID of version 8 over SHA-256.
create function stable_id(of_name text) returns uuid language sql immutable
  return (select encode(set_byte(set_byte(h.bytes, 6, (get_byte(h.bytes, 6) & 15) | 128), 8, (get_byte(h.bytes, 8) & 63) | 128), 'hex')::uuid
    from (select substr(sha256(convert_to(of_name, 'UTF8')), 1, 16) as bytes) h);
comment on function stable_id(text) is 'The id of something that is known by a name, as the program makes it.';

create function acts_on_agreement(of_kind text, of_subject uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind in ('follow-ups.extend', 'follow-ups.warn') then coalesce(acting_program() = 'watch-agreements', false)
    when of_kind in ('follow-ups.register', 'follow-ups.state-ground', 'follow-ups.correct') then exists (
      select from agreement g join acting_row() a on a.county_code = g.county_code
      where a.role in ('strategy-group', 'district-coordinator', 'political-body') and stable_id('agreement:' || g.slug) = of_subject
    )
    else false
  end;
end;
comment on function acts_on_agreement(text, uuid) is 'May whoever acts note this about this agreement: somebody who follows up in its county, or the program that watches over agreements?';

create function acts_on(of_kind text, of_subject_kind text, of_subject uuid) returns boolean language sql stable security definer begin atomic
  select coalesce(case
    when split_part(of_kind, '.', 1) = 'drafts' then of_subject_kind = 'draft' and acts_on_draft(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'consultations' then of_subject_kind = 'consultation' and acts_on_consultation(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'planned-changes' then of_subject_kind = 'planned-change' and acts_on_planned_change(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'non-compliance' then of_subject_kind = 'non-compliance' and acts_on_non_compliance(of_kind, of_subject)
    when split_part(of_kind, '.', 1) = 'follow-ups' then of_subject_kind = 'agreement' and acts_on_agreement(of_kind, of_subject)
    -- The tables of other subjects do not go by acts: those tell only what was done. They are never of a subject of the kinds above.
    else of_subject_kind not in ('draft', 'consultation', 'planned-change', 'non-compliance', 'agreement')
  end, false);
end;
comment on function acts_on(text, text, uuid) is 'May whoever acts write an act of this kind about this subject? Kinds of acts and kinds of subjects belong together.';

drop policy act_write on act;
create policy act_write on act for insert to overens_app with check (
  writes_act_as(account_id, assignment_id) and acts_on(kind, subject_kind, subject_id)
);

drop policy agreement_act_extend on agreement_act;
create policy agreement_act_extend on agreement_act for insert to overens_app with check (
  kind = 'extended' and (select acting_program()) = 'watch-agreements' and is_own_act(act_id, 'follow-ups.extend')
);
drop policy agreement_watch_note on agreement_watch;
create policy agreement_watch_note on agreement_watch for insert to overens_app with check (
  (select acting_program()) = 'watch-agreements' and is_own_act(act_id, 'follow-ups.warn')
);
alter table watch_run enable row level security;
alter table watch_run force row level security;
do $$ begin execute format('create policy watch_run_owner on watch_run to %I using (true) with check (true)', current_user); end $$;
create policy watch_run_read on watch_run for select to overens_app using ((select acting_program()) = 'watch-agreements');
create policy watch_run_ask on watch_run for insert to overens_app with check (
  case cause when 'act' then exists (select from agreement g where g.slug = watch_run.slug and g.county_code = (select acting_county()))
    else (select acting_program()) = 'watch-agreements' end
);
create policy watch_run_end on watch_run for update to overens_app using ((select acting_program()) = 'watch-agreements');

create or replace function accounts_sitting(in_county text, in_bodies text[], at_organisations uuid[], on_day date) returns setof uuid language sql stable
  security definer set search_path = public, pg_temp
  as $$
    select sitting.account_id from (
      select s.account_id from seat s
        where s.county_code = in_county and s.body = any (in_bodies) and s.valid @> on_day and s.account_id is not null
      union
      select m.account_id from assignment m
        where m.county_code = in_county and m.valid @> on_day
          and (m.body = any (in_bodies) or (m.role in ('strategy-group', 'district-coordinator') and m.organisation_id = any (at_organisations)))
    ) sitting
    -- The app logs in as its role, or steps down to it.
    where 'overens_app' not in (session_user, current_setting('role')) or acting_account() is not null or acting_program() is not null
  $$;
comment on function accounts_sitting(text, text[], uuid[], date) is 'The accounts of those who sit in bodies of a county on a day, or write agreements for an organisation. None to the app role unless somebody acts, or the program.';

-- The step of a signature, by the text that was given over: the steps of its adoption, or of the version that it began from.
create function is_turn_to_sign(of_draft uuid, given uuid, of_step text, of_seat text) returns boolean language sql stable security definer begin atomic
  with submitted as (
    select case jsonb_typeof(r.content::jsonb #> '{text,terms,parties,municipalities}')
      when 'array' then array(select jsonb_array_elements_text(r.content::jsonb #> '{text,terms,parties,municipalities}')) else d.municipalities
    end as municipalities, coalesce(
      (select v.content::jsonb -> 'terms' from agreement_version v where v.slug = d.slug and v.label = d.base_label),
      r.content::jsonb -> 'text' -> 'terms'
    ) -> 'adoption' as adoption
    from act a join draft d on d.id = a.subject_id join draft_revision r on r.draft_id = d.id and r.number = (a.content ->> 'revision')::int
    where a.id = given and a.kind = 'drafts.submit' and a.subject_kind = 'draft' and d.id = of_draft and d.class = 'major'
  ), steps as (
    select t.step ->> 'id' as id, t.step ->> 'step' as kind, t.step -> 'by' as takers, t.nth, s.municipalities
    from submitted s cross join lateral jsonb_array_elements(coalesce(s.adoption, '[]')) with ordinality as t (step, nth)
    where t.step ->> 'step' in ('recommend', 'adopt', 'establish', 'sign')
  ), mine as (
    select nth from steps where id = of_step and kind = 'sign' and takers ? of_seat
  ), before as (
    select s.id, d.decider from steps s join mine on s.nth < mine.nth
    cross join lateral jsonb_array_elements_text(s.takers) as b (taker)
    cross join lateral (
      select 'party:' || p.party as decider from unnest(array['region'] || s.municipalities) as p (party) where b.taker = 'each-party'
      union all
      select case when strpos(b.taker, '.') > 0 then 'seat:' else 'body:' end || b.taker where b.taker <> 'each-party'
    ) d
  )
  select exists (select from mine) and not exists (
    select from before b where not exists (
      select from act a where a.subject_kind = 'draft' and a.subject_id = of_draft and a.kind in ('drafts.record-decision', 'drafts.sign')
        and a.content ->> 'submission' = given::text and a.content ->> 'step' = b.id and a.content ->> 'decider' = b.decider
        and a.content ->> 'outcome' = 'approved'
    )
  );
end;
comment on function is_turn_to_sign(uuid, uuid, text, text) is 'Is it the turn of this seat to sign what was given over, in this step: the step names it, and everyone before has decided or signed?';

create function is_given_over(of_draft uuid, given uuid, of_hash text) returns boolean language sql stable security definer begin atomic
  select exists (
    select from act g where g.id = given and g.kind = 'drafts.submit' and g.subject_kind = 'draft' and g.subject_id = of_draft and g.content ->> 'hash' = of_hash
      and not exists (
        select from act t where t.kind = 'drafts.recall' and t.subject_id = g.subject_id and t.content -> 'round' = g.content -> 'round'
      )
  );
end;
comment on function is_given_over(uuid, uuid, text) is 'Was exactly this text of the draft given over by this act, and not taken back?';

create function holds_seat(of_seat uuid, called text, of_draft uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from seat s join draft d on d.county_code = s.county_code
    where s.id = of_seat and d.id = of_draft and s.body || '.' || s.position = called and s.account_id = acting_account() and s.valid @> acting_today()
  );
end;
comment on function holds_seat(uuid, text, uuid) is 'Does whoever acts hold this seat today, by the name that the agreement knows it by, in the county of the draft?';

drop policy signature_order_put on signature_order;
create policy signature_order_put on signature_order for insert to overens_app with check (
  account_id = (select acting_account())
  and acts_on_draft('drafts.sign', draft_id)
  and holds_seat(seat_id, seat, draft_id)
  and is_given_over(draft_id, submission, content_hash)
  and is_turn_to_sign(draft_id, submission, step, seat)
);
drop policy draft_signature_sign on draft_signature;
create policy draft_signature_sign on draft_signature for insert to overens_app with check (
  account_id = (select acting_account())
  and exists (select from act a where a.id = act_id and a.kind = 'drafts.sign' and a.subject_id = draft_id and a.account_id = (select acting_account()))
  and holds_seat(seat_id, seat, draft_id)
  and is_given_over(draft_id, submission, content_hash)
  and is_turn_to_sign(draft_id, submission, step, seat)
);

-- Each time the outside service is to be asked about an order. The row is the truth; the last that is done either ended the order or was followed by another.
create table signature_ask (
  id uuid primary key,
  order_id uuid not null references signature_order,
  number int not null check (number > 0),
  due_at timestamptz not null,
  done_at timestamptz,
  reached boolean,
  constraint signature_ask_once unique (order_id, number),
  constraint signature_ask_done check ((done_at is null) = (reached is null))
);
comment on table signature_ask is 'When the service is asked what became of an order, whether or not it calls and the person comes back: again and again, ever more seldom, until the order has ended.';
comment on column signature_ask.reached is 'Whether the service answered.';
create index signature_ask_waiting on signature_ask (due_at) where done_at is null;
grant select on signature_ask to overens_app;
alter table signature_ask enable row level security;
alter table signature_ask force row level security;
do $$ begin execute format('create policy signature_ask_owner on signature_ask to %I using (true) with check (true)', current_user); end $$;
create policy signature_ask_read on signature_ask for select to overens_app using ((select acting_program()) = 'follow-signatures');

create function ask_of_order() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      insert into signature_ask (id, order_id, number, due_at) values (gen_random_uuid(), new.id, 1, new.at + interval '30 seconds');
      return null;
    end
  $$;
comment on function ask_of_order() is 'Sees to it that no order is ever without somebody who asks about it.';
revoke all on function ask_of_order() from public;
create trigger signature_order_followed after insert on signature_order for each row execute function ask_of_order();
insert into signature_ask (id, order_id, number, due_at)
  select gen_random_uuid(), o.id, 1, o.at + interval '30 seconds' from signature_order o
  where not exists (select from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out'));
select job.create_queue('follow-signature-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('follow-signature', '{"policy": "standard", "deadLetter": "follow-signature-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 60, "deleteAfterSeconds": 86400}');

-- Whoever decides about a withdrawal may say no. It is then refused as long as that is the last they have said; what has been decided is never another.
alter table draft_withdrawal_decision
  add column outcome text not null default 'approved' check (outcome in ('approved', 'rejected')),
  alter column holds_from drop not null,
  drop constraint draft_withdrawal_decision_once,
  add constraint draft_withdrawal_decision_from check ((outcome = 'approved') = (holds_from is not null)),
  add constraint draft_withdrawal_decision_day unique (draft_id, decider, decided_on);
alter table draft_withdrawal_decision alter column outcome drop default;
comment on table draft_withdrawal_decision is 'What a party or a body has decided about withdrawing a published version, yes or no. It is withdrawn from the latest of the days, when the last that each has said is yes.';
comment on column draft_withdrawal_decision.outcome is 'approved: it is to be withdrawn; rejected: it is not. After a no may come another decision, on a later day; after a yes none.';
comment on column draft_withdrawal_decision.holds_from is 'The day from which they decided that the version no longer applies; null of a no.';
create unique index draft_withdrawal_decision_once on draft_withdrawal_decision (draft_id, decider) where outcome = 'approved';
drop policy draft_withdrawal_decision_note on draft_withdrawal_decision;
create policy draft_withdrawal_decision_note on draft_withdrawal_decision for insert to overens_app with check (
  exists (
    select from act a where a.id = act_id and a.kind = 'drafts.decide-withdrawal' and a.subject_id = draft_id and a.account_id = (select acting_account())
      and a.content ->> 'decider' = decider
  )
);

do $$
declare
  name text;
begin
  foreach name in array array['acts_on_draft(text, uuid)', 'acts_on_consultation(text, uuid)', 'acts_on_planned_change(text, uuid)',
    'acts_on_non_compliance(text, uuid)', 'acts_on_agreement(text, uuid)', 'acts_on(text, text, uuid)', 'is_turn_to_sign(uuid, uuid, text, text)',
    'is_given_over(uuid, uuid, text)', 'holds_seat(uuid, text, uuid)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
  execute 'revoke all on function stable_id(text) from public';
end $$;
