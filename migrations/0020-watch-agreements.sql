-- What happens to an agreement while it applies: it is followed up, evaluated, revised and extended, and somebody is warned before it ends. Each is a row in
-- `agreement_act`, which anybody reads; what was written when something was followed up is read by the staff of the county.

alter table agreement_act drop constraint agreement_act_pkey, add primary key (act_id, kind);
alter table agreement_act drop constraint agreement_act_kind_check, add constraint agreement_act_kind_check check (kind in (
  'withdrawn', 'followed-up', 'evaluated', 'revised', 'evaluation-begun', 'revision-begun', 'no-successor', 'extended', 'retracted'));
alter table agreement_act drop constraint agreement_act_once;
create unique index agreement_act_withdrawn_once on agreement_act (slug, label) where kind = 'withdrawn';
create unique index agreement_act_extended_once on agreement_act (slug, label, on_date) where kind = 'extended';
alter table agreement_act drop constraint agreement_act_registry_check, add constraint agreement_act_registry_check
  check (length(registry) <= 60 and (kind <> 'withdrawn' or length(registry) > 0));
alter table agreement_act drop constraint agreement_act_note_check, add constraint agreement_act_note_check check (length(note) <= 4000);
alter table agreement_act
  add column cadence text,
  add column body text,
  add column led_to text check (led_to in ('nothing', 'minor-amendment', 'evaluation-begun', 'revision-begun')),
  add column from_date date,
  add column to_date date,
  add column until_date date,
  add column rests_on jsonb,
  add column corrects uuid references act,
  add constraint agreement_act_extension check ((kind = 'extended') = (until_date is not null) and (kind = 'extended') = (rests_on is not null)),
  add constraint agreement_act_extension_days check (until_date >= on_date),
  add constraint agreement_act_period check (num_nulls(from_date, to_date) <> 1 and from_date <= to_date and to_date <= on_date),
  add constraint agreement_act_looked check (
    kind in ('followed-up', 'evaluated', 'revised', 'evaluation-begun', 'revision-begun') or num_nonnulls(led_to, from_date) = 0),
  add constraint agreement_act_corrects check (corrects is null or kind not in ('withdrawn', 'extended')),
  add constraint agreement_act_retracts check (kind <> 'retracted' or corrects is not null);
comment on column agreement_act.on_date is 'The day it was done, or from which it holds; of an extension, the first day of the new period.';
comment on column agreement_act.note is 'What came out of it, in the words of those who did it. Public.';
comment on column agreement_act.cadence is 'Which of the recurring terms it was done under.';
comment on column agreement_act.body is 'The joint body that did it, by its id in the county''s file; null when it was a party.';
comment on column agreement_act.led_to is 'What a follow-up, an evaluation or a revision led to; no other act leads to anything.';
comment on column agreement_act.from_date is 'The first day of the period that was looked at.';
comment on column agreement_act.until_date is 'The last day of an extension.';
comment on column agreement_act.rests_on is 'What an extension rested on when it was noted: each requirement of the term, and the acts that showed it.';
comment on column agreement_act.corrects is 'The act whose rows this one takes the place of; they count no more. With the kind `retracted`, nothing takes their place.';
create index agreement_act_of_version on agreement_act (slug, label);
create index agreement_act_corrected on agreement_act (corrects) where corrects is not null;

create table follow_up (
  act_id uuid primary key references act,
  request_key uuid not null,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  slug text not null,
  label text not null,
  cadence text,
  stage text not null check (stage in ('begun', 'done', 'ground', 'retracted')),
  about text not null default '' check (length(about) <= 4000),
  documented text not null default '' check (length(documented) <= 400),
  took_part text not null default '' check (length(took_part) <= 2000),
  why text not null default '' check (length(why) <= 1000),
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  at timestamptz not null,
  corrects uuid,
  constraint follow_up_key_once unique (request_key),
  constraint follow_up_corrected_once unique (corrects),
  constraint follow_up_of_slug unique (act_id, slug),
  constraint follow_up_corrects_same foreign key (corrects, slug) references follow_up (act_id, slug)
);
comment on table follow_up is 'What was written when an agreement was followed up, evaluated or revised, or when somebody said what its extension needs. Never changed: a correction is a new row.';
comment on column follow_up.request_key is 'The key of the form, so that what is sent twice is registered once.';
comment on column follow_up.stage is 'begun or done; ground: what an extension may rest on, by itself; retracted: that it never happened.';
comment on column follow_up.about is 'What was looked at.';
comment on column follow_up.documented is 'Where it is documented: a number in a register, an address.';
comment on column follow_up.took_part is 'Who took part: bodies, units and positions.';
comment on column follow_up.why is 'Why it is corrected.';
comment on column follow_up.corrects is 'The record that it takes the place of: of the same agreement, always.';
create index follow_up_of_agreement on follow_up (slug, at);
alter table agreement_act add constraint agreement_act_corrects_same foreign key (corrects, slug) references follow_up (act_id, slug);

grant select, insert on follow_up to overens_app;

-- Each step is told once, whatever process looks and however often.
create table agreement_watch (
  slug text not null,
  label text not null,
  what text not null check (what in ('ends-12', 'ends-6', 'ends-3', 'ends-1', 'extension-unknown', 'extension-lost')),
  about date not null,
  act_id uuid not null references act,
  on_date date not null,
  primary key (slug, label, what, about)
);
comment on table agreement_watch is 'What those who watch over an agreement have been told: that it ends in so many months, that nobody knows whether it was extended, or that an extension has lost its ground.';
comment on column agreement_watch.about is 'The last day of validity that it is about.';
grant select, insert on agreement_watch to overens_app;

create table watch_run (
  id uuid primary key,
  day date not null,
  cause text not null check (cause in ('start', 'day', 'act')),
  slug text,
  at timestamptz not null,
  done_at timestamptz,
  constraint watch_run_of_act check ((cause = 'act') = (slug is not null))
);
comment on table watch_run is 'Each time agreements are looked over: all of them once a day and when a program starts, and one when something has been registered about it.';
comment on column watch_run.slug is 'The one agreement that is looked at; null is all of them.';
create unique index watch_run_of_day on watch_run (day) where cause = 'day';
create index watch_run_waiting on watch_run (at) where done_at is null;
grant select, insert on watch_run to overens_app;
grant update (done_at) on watch_run to overens_app;
select job.create_queue('watch-agreements-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('watch-agreements', '{"policy": "standard", "deadLetter": "watch-agreements-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');

create function is_own_act(act uuid, of_kind text) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from act a where a.id = is_own_act.act and a.kind = of_kind and writes_act_as(a.account_id, a.assignment_id)) $$;
comment on function is_own_act(uuid, text) is 'Is it an act of this kind by who acts? Where nobody is logged in, that is the program itself.';

-- Accounts alone, and of nobody but those who sit in bodies or write for parties: who they are, the answer does not say.
create function accounts_sitting(in_county text, in_bodies text[], at_organisations uuid[], on_day date) returns setof uuid language sql stable
  security definer set search_path = public, pg_temp
  as $$
    select s.account_id from seat s
      where s.county_code = in_county and s.body = any (in_bodies) and s.valid @> on_day and s.account_id is not null
    union
    select m.account_id from assignment m
      where m.county_code = in_county and m.valid @> on_day
        and (m.body = any (in_bodies) or (m.role in ('strategy-group', 'district-coordinator') and m.organisation_id = any (at_organisations)))
  $$;
comment on function accounts_sitting(text, text[], uuid[], date) is 'The accounts of those who sit in bodies of a county on a day, or write agreements for an organisation.';

do $$
declare
  name text;
begin
  foreach name in array array['is_own_act(uuid, text)', 'accounts_sitting(text, text[], uuid[], date)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
  foreach name in array array['follow_up', 'agreement_watch'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

-- Staff of the county alone, and only about the agreements of their own county.
create policy follow_up_read on follow_up for select to overens_app using (county_code = (select acting_county()));
create policy follow_up_register on follow_up for insert to overens_app with check (
  county_code = (select acting_county()) and account_id = (select acting_account()) and organisation_id = (select acting_organisation())
  and exists (
    select from agreement_version v join agreement a using (slug)
    where v.slug = follow_up.slug and v.label = follow_up.label and a.county_code = follow_up.county_code
  )
  and (is_own_act(act_id, 'follow-ups.register') or is_own_act(act_id, 'follow-ups.state-ground') or is_own_act(act_id, 'follow-ups.correct'))
);
create policy agreement_watch_read on agreement_watch for select to overens_app using (true);
create policy agreement_watch_note on agreement_watch for insert to overens_app with check (is_own_act(act_id, 'follow-ups.warn'));

drop policy agreement_act_note on agreement_act;
create policy agreement_act_withdraw on agreement_act for insert to overens_app with check (
  kind = 'withdrawn' and exists (
    select from act a join draft d on d.id = a.subject_id
    where a.id = act_id and a.kind = 'drafts.withdraw' and a.account_id = (select acting_account())
      and d.slug = agreement_act.slug and d.label = agreement_act.label
  )
);
create policy agreement_act_register on agreement_act for insert to overens_app with check (
  kind not in ('withdrawn', 'extended')
  and exists (
    select from follow_up f where f.act_id = agreement_act.act_id and f.slug = agreement_act.slug and f.label = agreement_act.label
      and f.account_id = (select acting_account()) and (f.stage = 'retracted') = (agreement_act.kind = 'retracted')
      and f.corrects is not distinct from agreement_act.corrects
  )
);
-- The program alone, when the terms say so. Status follows from the terms, and never from this row.
create policy agreement_act_extend on agreement_act for insert to overens_app with check (
  kind = 'extended' and (select acting_account()) is null and is_own_act(act_id, 'follow-ups.extend')
);
