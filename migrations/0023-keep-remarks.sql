-- What is said about a working copy while it is written: comments and suggestions, anchored to a place of the text, and what is done about each. Nothing is
-- changed or deleted; where a remark is, its acts tell. None of it is public.

create table draft_remark (
  id uuid primary key,
  draft_id uuid not null references draft,
  act_id uuid not null unique references act,
  sort text not null check (sort in ('comment', 'reword', 'insert', 'remove')),
  place text not null check (length(place) <= 200),
  sentence text check (length(sentence) <= 80),
  words text not null,
  wording text not null default '' check (length(wording) <= 4000),
  text text not null default '' check (length(text) <= 4000),
  side text not null check (side in ('region', 'municipality')),
  account_id uuid not null references account,
  at timestamptz not null,
  constraint draft_remark_says_something check (sort = 'remove' or case sort when 'comment' then text <> '' else wording <> '' end),
  constraint draft_suggestion_is_of_text check (sort = 'comment' or place like 'section:%'),
  constraint draft_suggestion_of_sentence check (sort in ('comment', 'insert') or sentence is not null),
  constraint draft_remark_of_one_draft unique (id, draft_id)
);
comment on table draft_remark is 'A comment on a draft, or a suggestion of other words. Where it stands now is computed from the words that stood there then.';
comment on column draft_remark.place is 'The part of the draft (section:<id>, term:<name>, row:<id> …); empty for the whole.';
comment on column draft_remark.words is 'What stood there when it was written: of a section its heading and sentences, of a term or row all that it holds.';
comment on column draft_remark.wording is 'The words that are suggested; empty for a comment, and for a sentence that should go.';
create index draft_remark_of_draft on draft_remark (draft_id, at);

create table draft_remark_act (
  id uuid primary key,
  remark_id uuid not null,
  draft_id uuid not null references draft,
  act_id uuid not null unique references act,
  number bigint generated always as identity,
  kind text not null check (kind in ('answer', 'resolve', 'reopen', 'withdraw', 'accept', 'reject')),
  text text not null default '' check (length(text) <= 4000),
  side text not null check (side in ('region', 'municipality')),
  account_id uuid not null references account,
  at timestamptz not null,
  constraint draft_remark_act_says_something check (kind not in ('answer', 'reject') or text <> ''),
  constraint draft_remark_act_of_its_draft foreign key (remark_id, draft_id) references draft_remark (id, draft_id)
);
comment on table draft_remark_act is 'What is done about a remark: answers, resolved and opened again, withdrawn by its author; a suggestion put in or turned down with a reason.';
comment on column draft_remark_act.number is 'The order in which it was done.';
create index draft_remark_act_of_draft on draft_remark_act (draft_id, number);
create unique index draft_remark_ended_once on draft_remark_act (remark_id) where kind in ('withdraw', 'accept', 'reject');

grant select, insert on draft_remark, draft_remark_act to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['draft_remark', 'draft_remark_act'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    execute format('create policy %I on %I for select to overens_app using (exists (select from draft d where d.id = draft_id))', name || '_read', name);
    execute format('create policy %I on %I for insert to overens_app with check (account_id = (select acting_account())
      and exists (select from draft d where d.id = draft_id)
      and exists (select from act a where a.id = act_id and a.subject_id = draft_id and a.account_id = (select acting_account())))',
      name || '_write', name);
  end loop;
end $$;

-- A published version is withdrawn by those who decided it: each writes down its own decision to, and when all have, the withdrawal is noted.
create table draft_withdrawal_decision (
  act_id uuid primary key references act,
  draft_id uuid not null references draft,
  decider text not null check (decider ~ '^(party|body):'),
  decided_on date not null,
  holds_from date not null,
  body text not null default '' check (length(body) <= 200),
  paragraph text not null default '' check (length(paragraph) <= 60),
  registry text not null check (length(registry) between 1 and 60),
  constraint draft_withdrawal_decision_once unique (draft_id, decider)
);
comment on table draft_withdrawal_decision is 'What a party or a body has decided about withdrawing a published version. It is withdrawn from the latest of the days, when all have.';
comment on column draft_withdrawal_decision.holds_from is 'The day from which they decided that the version no longer applies.';

-- Signatures that are made at an outside service. An order binds a person in a seat to exact bytes before a moment; what became of it is told by its events.
create table signature_order (
  id uuid primary key,
  draft_id uuid not null references draft,
  submission uuid not null references act,
  step text not null,
  seat text not null,
  seat_id uuid not null references seat,
  account_id uuid not null references account,
  assignment_id uuid not null references assignment,
  signer text not null check (length(signer) between 1 and 100),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  assurance text not null,
  authenticated_at timestamptz not null,
  expires_at timestamptz not null,
  at timestamptz not null
);
comment on table signature_order is 'What one person was asked to sign at an outside service: the text that was given over, by its SHA-256, in one seat, before a moment.';
comment on column signature_order.signer is 'The HSA-id of the person: nobody else''s signature counts.';
create index signature_order_of_draft on signature_order (draft_id, at);
create index signature_order_of_seat on signature_order (submission, seat_id);

create table signature_order_event (
  order_id uuid not null references signature_order,
  number int not null check (number > 0),
  kind text not null check (kind in ('begun', 'signed', 'declined', 'timed-out', 'refused')),
  reference text check (length(reference) <= 400),
  address text check (length(address) <= 2000),
  why text check (length(why) <= 80),
  proof bytea check (length(proof) <= 1000000),
  at timestamptz not null,
  constraint signature_order_event_once primary key (order_id, number)
);
comment on table signature_order_event is 'What became of an order, as the service says when it is asked. The first that is signed, declined or timed out is for ever.';
comment on column signature_order_event.reference is 'What the service calls the order.';
comment on column signature_order_event.address is 'Where the person signs, at the service.';
comment on column signature_order_event.why is 'Why an answer, or a signature, was not taken.';
comment on column signature_order_event.proof is 'The service''s own evidence, as it came.';
create unique index signature_order_ended_once on signature_order_event (order_id) where kind in ('signed', 'declined', 'timed-out');

grant select, insert on draft_withdrawal_decision, signature_order, signature_order_event to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['draft_withdrawal_decision', 'signature_order', 'signature_order_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;
create policy draft_withdrawal_decision_read on draft_withdrawal_decision for select to overens_app using (exists (select from draft d where d.id = draft_id));
create policy draft_withdrawal_decision_note on draft_withdrawal_decision for insert to overens_app with check (
  exists (select from draft d where d.id = draft_id)
  and exists (select from act a where a.id = act_id and a.subject_id = draft_id and a.account_id = (select acting_account()))
);
create policy signature_order_read on signature_order for select to overens_app using (account_id = (select acting_account()));
create policy signature_order_put on signature_order for insert to overens_app with check (
  account_id = (select acting_account())
  and exists (select from draft d where d.id = draft_id)
  and exists (select from seat s where s.id = seat_id and s.account_id = (select acting_account()) and s.valid @> acting_today())
  and exists (
    select from act given where given.id = submission and given.kind = 'drafts.submit' and given.subject_id = draft_id and given.content ->> 'hash' = content_hash
      and not exists (
        select from act taken where taken.kind = 'drafts.recall' and taken.subject_id = given.subject_id and taken.content -> 'round' = given.content -> 'round'
      )
  )
);
create policy signature_order_event_read on signature_order_event for select to overens_app using (exists (select from signature_order o where o.id = order_id));
-- The person puts the order. What became of it is written by the program alone, as the owner, when it has asked the service.
create policy signature_order_event_begin on signature_order_event for insert to overens_app with check (
  kind = 'begun' and exists (select from signature_order o where o.id = order_id and o.account_id = (select acting_account()))
);

create function keep_one_order() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      -- The lock of the draft, as the program takes it: two who ask at once come one after the other.
      perform pg_advisory_xact_lock(hashtextextended(new.draft_id::text, 17));
      if exists (
        select from signature_order o where o.submission = new.submission and o.seat_id = new.seat_id and o.expires_at > new.at
          and not exists (select from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out'))
      ) then
        raise exception 'an order for the seat waits' using errcode = 'integrity_constraint_violation', constraint = 'signature_order_one_waits';
      end if;
      return new;
    end
  $$;
comment on function keep_one_order() is 'Refuses a second order for a seat in what was given over, while one waits that has not run out.';
create trigger signature_order_one_waits before insert on signature_order for each row execute function keep_one_order();
