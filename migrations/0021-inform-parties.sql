-- What a party must or may tell the others: planned changes in its own services, with a receipt from each; and in writing that an agreement is not kept,
-- to the bodies that the agreement names. Nothing here is changed or deleted, but the day of the next reminder. Last, checks of links.

create function acting_body() returns text language sql stable security definer begin atomic select body from acting_row(); end;
comment on function acting_body() is 'Id of the joint body that whoever acts, acts in.';
revoke all on function acting_body() from public;
grant execute on function acting_body() to overens_app;

create table planned_change (
  id uuid primary key,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  organisation_id uuid not null references organisation,
  party text not null check (party ~ '^(region|[0-9]{4})$'),
  opened_by uuid not null references account,
  opened_at timestamptz not null
);
comment on table planned_change is 'A change that a party plans in its own services. Where it is, is computed from its wordings, its replies and its acts (in `act`, subject kind `planned-change`).';
comment on column planned_change.party is 'The party that announces: region, or the code of a municipality.';
create index planned_change_of_county on planned_change (county_code, opened_at);

create table planned_change_wording (
  change_id uuid not null references planned_change,
  number int not null check (number > 0),
  act_id uuid not null unique references act,
  title text not null check (length(title) between 3 and 200),
  what text not null check (length(what) between 1 and 4000),
  services text not null check (length(services) between 1 and 1000),
  affects text not null check (length(affects) between 1 and 2000),
  from_day date not null,
  units uuid[] not null,
  rows text[] not null check (cardinality(rows) between 1 and 200),
  at timestamptz not null,
  constraint planned_change_wording_once primary key (change_id, number)
);
comment on table planned_change_wording is 'What is announced, each time it is worded. The highest number holds; receipts are of one wording.';
comment on column planned_change_wording.units is 'Units of the organisation that it is about.';
comment on column planned_change_wording.rows is 'Responsibilities that it touches, as slug#row.';

create table planned_change_party (
  id uuid primary key,
  change_id uuid not null,
  number int not null,
  party text not null check (party ~ '^(region|[0-9]{4})$'),
  organisation_id uuid not null references organisation,
  remind_on date,
  reminders int not null default 0,
  foreign key (change_id, number) references planned_change_wording,
  constraint planned_change_party_once unique (change_id, number, party)
);
comment on table planned_change_party is 'The parties that are told of a wording: all others of the agreements it touches. One that has not answered is reminded.';
comment on column planned_change_party.remind_on is 'Null when there is nothing left to remind of: it has answered, or the wording no longer holds, or the change is called off.';
create index planned_change_party_due on planned_change_party (remind_on) where remind_on is not null;

create table planned_change_reply (
  act_id uuid primary key references act,
  change_id uuid not null,
  number int not null,
  party text not null,
  kind text not null check (kind in ('acknowledged', 'objected', 'answered')),
  text text not null check (length(text) <= 4000),
  turn int not null check (turn > 0),
  at timestamptz not null,
  foreign key (change_id, number, party) references planned_change_party (change_id, number, party),
  constraint planned_change_reply_turn unique (change_id, turn),
  constraint planned_change_reply_reason check (kind = 'acknowledged' or length(text) > 0)
);
comment on table planned_change_reply is 'What the parties say of a wording: taken note of, objected with reason; and what the one that announced answers.';
comment on column planned_change_reply.party is 'The party that was told, also when it is the one that is answered.';

create table planned_change_seen (
  change_id uuid not null,
  number int not null,
  party text not null,
  at timestamptz not null,
  constraint planned_change_seen_once primary key (change_id, number, party),
  foreign key (change_id, number, party) references planned_change_party (change_id, number, party)
);
comment on table planned_change_seen is 'When somebody of a party first opened a wording.';

create table non_compliance (
  id uuid primary key,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  organisation_id uuid not null references organisation,
  party text not null check (party ~ '^(region|[0-9]{4})$'),
  slug text not null,
  label text not null,
  about text[] not null check (cardinality(about) between 1 and 400),
  about_organisations uuid[] not null,
  rows text[] not null,
  sections text[] not null,
  bodies text[] not null check (cardinality(bodies) between 1 and 10),
  title text not null check (length(title) between 3 and 200),
  what text not null check (length(what) between 1 and 8000),
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  constraint non_compliance_names_clause check (cardinality(rows) + cardinality(sections) > 0)
);
comment on table non_compliance is 'What a party has pointed out in writing that another does not keep, to the bodies that the agreement names. What becomes of it are acts (in `act`, subject kind `non-compliance`) and replies.';
comment on column non_compliance.about is 'The parties that it is about.';
comment on column non_compliance.label is 'The version of the agreement that it was about.';
comment on column non_compliance.bodies is 'The joint bodies that it goes to, by the agreement.';
create index non_compliance_of_county on non_compliance (county_code, opened_at);

create table non_compliance_reply (
  act_id uuid primary key references act,
  notice_id uuid not null references non_compliance,
  body text not null,
  kind text not null check (kind in ('received', 'answered')),
  text text not null default '' check (length(text) <= 8000),
  at timestamptz not null,
  constraint non_compliance_reply_once unique (notice_id, body, kind),
  constraint non_compliance_reply_says check (kind = 'received' or length(text) > 0)
);
comment on table non_compliance_reply is 'That a body has received what was pointed out, and what it answers.';

grant select, insert on planned_change, planned_change_wording, planned_change_party, planned_change_reply, planned_change_seen, non_compliance,
  non_compliance_reply to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['planned_change', 'planned_change_wording', 'planned_change_party', 'planned_change_reply', 'planned_change_seen',
    'non_compliance', 'non_compliance_reply'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
  foreach name in array array['planned_change_wording', 'planned_change_party', 'planned_change_reply', 'planned_change_seen'] loop
    execute format('create policy %I on %I for select to overens_app using (exists (select from planned_change c where c.id = change_id))', name || '_read', name);
  end loop;
end $$;

-- Staff of the county; which of them, the policies say.
create policy planned_change_read on planned_change for select to overens_app using (county_code = (select acting_county()));
create policy planned_change_open on planned_change for insert to overens_app with check (
  county_code = (select acting_county()) and organisation_id = (select acting_organisation()) and opened_by = (select acting_account())
);
create policy planned_change_wording_say on planned_change_wording for insert to overens_app with check (
  exists (select from planned_change c where c.id = change_id and c.organisation_id = (select acting_organisation()))
  and exists (
    select from act a where a.id = act_id and a.subject_id = change_id and a.account_id = (select acting_account())
      and a.kind in ('planned-changes.announce', 'planned-changes.amend')
  )
);
create policy planned_change_party_tell on planned_change_party for insert to overens_app with check (
  exists (select from planned_change c where c.id = change_id and c.organisation_id = (select acting_organisation()))
);
create policy planned_change_reply_say on planned_change_reply for insert to overens_app with check (
  exists (select from act a where a.id = act_id and a.subject_id = change_id and a.account_id = (select acting_account()))
  and case when kind = 'answered'
    then exists (select from planned_change c where c.id = change_id and c.organisation_id = (select acting_organisation()))
    else exists (
      select from planned_change_party p where p.change_id = planned_change_reply.change_id and p.number = planned_change_reply.number
        and p.party = planned_change_reply.party and p.organisation_id = (select acting_organisation())
    ) end
);
create policy planned_change_seen_note on planned_change_seen for insert to overens_app with check (
  exists (
    select from planned_change_party p where p.change_id = planned_change_seen.change_id and p.number = planned_change_seen.number
      and p.party = planned_change_seen.party and p.organisation_id = (select acting_organisation())
  )
);
create policy act_of_planned_change on act for select to overens_app using (
  subject_kind = 'planned-change' and exists (select from planned_change c where c.id = subject_id)
);

-- Those who point out, those it is about, and the bodies that it goes to.
create policy non_compliance_read on non_compliance for select to overens_app using (
  county_code = (select acting_county())
  and (organisation_id = (select acting_organisation()) or (select acting_organisation()) = any (about_organisations) or (select acting_body()) = any (bodies))
);
create policy non_compliance_open on non_compliance for insert to overens_app with check (
  county_code = (select acting_county()) and organisation_id = (select acting_organisation()) and opened_by = (select acting_account())
);
create policy non_compliance_reply_read on non_compliance_reply for select to overens_app using (
  exists (select from non_compliance n where n.id = notice_id)
);
create policy non_compliance_reply_say on non_compliance_reply for insert to overens_app with check (
  body = (select acting_body())
  and exists (select from non_compliance n where n.id = notice_id and (select acting_body()) = any (n.bodies))
  and exists (select from act a where a.id = act_id and a.subject_id = notice_id and a.account_id = (select acting_account()))
);
create policy act_of_non_compliance on act for select to overens_app using (
  subject_kind = 'non-compliance' and exists (select from non_compliance n where n.id = subject_id)
);

-- When each party that was told got the notice, and when somebody there first read it: for those who see the change.
create function deliveries_of_planned_change(of_change uuid) returns table (number int, organisation_id uuid, delivered_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select w.number, (o.receivers->>'organisation')::uuid, min(n.delivered_at)
      from planned_change c join planned_change_wording w on w.change_id = c.id
      join outbox o on o.act_id = w.act_id and o.kind = 'change-planned' join notice n on n.outbox_id = o.id
      where c.id = of_change and c.county_code = acting_county()
      group by 1, 2
  $$;
comment on function deliveries_of_planned_change(uuid) is 'When the notice of each wording reached an inbox at each party, whoever that was.';
revoke all on function deliveries_of_planned_change(uuid) from public;
grant execute on function deliveries_of_planned_change(uuid) to overens_app;

-- Is this party still to answer: it is told of the wording that holds, has said nothing of it, and the change is not called off?
create function awaits_receipt(p planned_change_party) returns boolean language sql stable
  set search_path = public, pg_temp
  as $$
    select p.number = (select max(w.number) from planned_change_wording w where w.change_id = p.change_id)
      and not exists (select from planned_change_reply r where r.change_id = p.change_id and r.number = p.number and r.party = p.party)
      and not exists (select from act a where a.subject_id = p.change_id and a.kind = 'planned-changes.withdraw')
  $$;
revoke all on function awaits_receipt(planned_change_party) from public;

create function end_planned_change_reminders() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      update planned_change_party p set remind_on = null
        where p.change_id = (to_jsonb(new)->>tg_argv[0])::uuid and p.remind_on is not null and not awaits_receipt(p);
      return null;
    end
  $$;
comment on function end_planned_change_reminders() is 'Whoever has answered, or has nothing to answer any longer, is not looked for again among those to be reminded.';
revoke all on function end_planned_change_reminders() from public;
create trigger planned_change_reply_ends_reminders after insert on planned_change_reply
  for each row execute function end_planned_change_reminders('change_id');
create trigger planned_change_wording_ends_reminders after insert on planned_change_wording
  for each row execute function end_planned_change_reminders('change_id');
create trigger planned_change_withdrawal_ends_reminders after insert on act
  for each row when (new.kind = 'planned-changes.withdraw') execute function end_planned_change_reminders('subject_id');

create function due_planned_change_reminders(on_day date, most int) returns setof uuid language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select p.id from planned_change_party p
      where p.remind_on <= on_day and awaits_receipt(p)
        and not exists (select from job.job j where j.name = 'remind-planned-change' and j.id = p.id)
      order by p.remind_on, p.id limit most
  $$;
comment on function due_planned_change_reminders(date, int) is 'Parties that are to be reminded and have no job, the longest waiting first.';
revoke all on function due_planned_change_reminders(date, int) from public;
grant execute on function due_planned_change_reminders(date, int) to overens_app;

create function remind_of_planned_change(of_party uuid, on_day date, again_after int, at timestamptz) returns boolean language plpgsql
  security definer set search_path = public, pg_temp
  as $$
    declare
      p planned_change_party;
    begin
      select * into p from planned_change_party where id = of_party and remind_on <= on_day for update;
      if not found or not awaits_receipt(p) then return false; end if;
      insert into outbox (id, act_id, kind, receivers, params, created_at)
        select gen_random_uuid(), w.act_id, 'change-planned', jsonb_build_object('role', 'registrar', 'organisation', p.organisation_id),
            jsonb_build_object('change', p.change_id, 'step', 'reminded', 'from', w.from_day), remind_of_planned_change.at
          from planned_change_wording w where w.change_id = p.change_id and w.number = p.number;
      update planned_change_party set remind_on = on_day + again_after, reminders = reminders + 1 where id = of_party;
      return true;
    end
  $$;
comment on function remind_of_planned_change(uuid, date, int, timestamptz) is 'Tells a party once more, and sets the day of the next time. Answers false when it is not due: it has answered, or was reminded already.';
revoke all on function remind_of_planned_change(uuid, date, int, timestamptz) from public;
grant execute on function remind_of_planned_change(uuid, date, int, timestamptz) to overens_app;

select job.create_queue('remind-planned-change-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('remind-planned-change', '{"policy": "standard", "deadLetter": "remind-planned-change-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');

create table link_check (
  id uuid primary key,
  nth bigint generated always as identity,
  url text not null check (length(url) between 8 and 2000),
  on_date date not null,
  result text not null check (result in ('reachable', 'moved', 'gone', 'unanswered', 'not-allowed')),
  http_status int check (http_status between 100 and 599),
  moved_to text check (length(moved_to) <= 2000),
  how text not null check (how in ('network', 'file')),
  at timestamptz not null
);
comment on table link_check is 'What became of trying an outside address that the data of the counties names. Beside what the data says of it, and never instead.';
comment on column link_check.result is 'moved: it answers from another address for good; gone: the server says that there is nothing; unanswered: no answer, or a fault there; not-allowed: it leads to where this program does not go.';
comment on column link_check.how is 'network: asked by this program; file: somebody else asked, and the result was read from a file.';
comment on column link_check.nth is 'The order in which checks were kept: of two of the same day the later counts.';
create index link_check_latest on link_check (url, on_date desc, nth desc);
grant select on link_check to overens_app;

-- Pages that show how links stand are kept by revision and day: another result is told at once, another day by the day.
create function link_result_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      if new.result is distinct from (
        select c.result from link_check c where c.url = new.url and c.id <> new.id order by c.on_date desc, c.nth desc limit 1
      ) then
        update catalogue set revision = revision + 1;
      end if;
      return null;
    end
  $$;
comment on function link_result_changed() is 'Raises the revision when an address stands otherwise than at its last check.';
revoke all on function link_result_changed() from public;
create trigger link_check_changed after insert on link_check for each row execute function link_result_changed();

-- Results from a file are kept by the owner; what the program asked itself, by this alone: no address more than once a week, whoever calls it.
create function keep_link_check(check_id uuid, address text, day date, became text, status int, target text, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
    begin
      if exists (select from link_check c where c.url = address and c.on_date > day - 7) then return false; end if;
      insert into link_check (id, url, on_date, result, http_status, moved_to, how, at)
        values (check_id, address, day, became, status, target, 'network', moment);
      return true;
    end
  $$;
comment on function keep_link_check(uuid, text, date, text, int, text, timestamptz) is 'Keeps what the program found at an address. Answers false, and keeps nothing, when it was tried within the week.';
revoke all on function keep_link_check(uuid, text, date, text, int, text, timestamptz) from public;
grant execute on function keep_link_check(uuid, text, date, text, int, text, timestamptz) to overens_app;

select job.create_queue('check-link-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('check-link', '{"policy": "standard", "deadLetter": "check-link-dead", "retryLimit": 2, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');
