-- What people are told because of acts. The outbox (0005) is the truth of what is to be told; here is what each receiver got, numbered without gaps, and
-- how they want to be reminded of it. The app role reads its own notices alone, and writes none: they come through the functions at the end, which take
-- nothing but the id of a row that an act left behind.

create table inbox (
  account_id uuid primary key references account,
  last_number bigint not null check (last_number > 0)
);
comment on table inbox is 'The number of the latest notice of each receiver. A number at or below it that has no notice is a loss, and is shown as one.';

create table digest (
  id uuid primary key,
  account_id uuid not null references account,
  day date not null,
  counts jsonb not null,
  prepared_at timestamptz not null,
  handed_over_at timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  constraint digest_once unique (account_id, day),
  check (sent_at is null or handed_over_at is not null),
  check (sent_at is null or failed_at is null)
);
comment on table digest is 'An e-mail that says how many notices wait, and of which kinds. One a day and receiver at most.';
comment on column digest.counts is 'Kind of notice to how many.';
comment on column digest.handed_over_at is 'When the text was on its way to the mail server. Set before, and taken back only when the server surely did not take it: what is uncertain is not sent again.';
create index digest_waiting on digest (prepared_at) where handed_over_at is null and failed_at is null;

create table digest_day (
  day date primary key,
  prepared_at timestamptz not null
);
comment on table digest_day is 'The working days whose digests are prepared: one process does it.';

create table notice (
  account_id uuid not null references account,
  number bigint not null check (number > 0),
  outbox_id uuid not null references outbox,
  act_id uuid not null references act,
  kind text not null,
  params jsonb not null,
  stands_in_for uuid references account,
  created_at timestamptz not null,
  delivered_at timestamptz not null,
  read_at timestamptz,
  digest_id uuid references digest,
  primary key (account_id, number),
  constraint notice_once unique (outbox_id, account_id),
  check (stands_in_for <> account_id)
);
comment on table notice is 'What one receiver was told. Params are ids and codes, as in the outbox. Never removed.';
comment on column notice.stands_in_for is 'The absent colleague whose deputy got it.';
comment on column notice.created_at is 'When the act was written that it tells of.';
comment on column notice.digest_id is 'The e-mail that counted it, so that no two do.';
create index notice_unread on notice (account_id) where read_at is null;
create index notice_of_act on notice (act_id);

create table notice_setting (
  account_id uuid not null references account,
  kind text not null,
  digest text not null check (digest in ('none', 'daily', 'weekly')),
  primary key (account_id, kind)
);
comment on table notice_setting is 'How often e-mail reminds a person of a kind of notice, where they have chosen. The inbox has every notice whatever they choose.';

create table absence (
  id uuid primary key,
  account_id uuid not null references account,
  deputy_id uuid references account,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  check (deputy_id <> account_id),
  constraint absence_does_not_overlap exclude using gist (account_id with =, valid with &&) where (withdrawn_at is null)
);
comment on table absence is 'When someone is away, in Swedish days, and who is told instead: the deputy, or those whose assignments are deputies for theirs.';
create index absence_of_deputy on absence (deputy_id) where withdrawn_at is null;

grant select on inbox, notice to overens_app;
grant update (read_at) on notice to overens_app;
grant select, insert on notice_setting, absence to overens_app;
grant update (digest) on notice_setting to overens_app;
grant update (withdrawn_at) on absence to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['inbox', 'notice', 'digest', 'notice_setting', 'absence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- The functions below run as the owner, whom forcing would otherwise blind too.
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;
create policy inbox_own on inbox for select to overens_app using (account_id = (select acting_account()));
create policy notice_own on notice for select to overens_app using (account_id = (select acting_account()));
create policy notice_own_read on notice for update to overens_app
  using (account_id = (select acting_account())) with check (account_id = (select acting_account()));
create policy notice_setting_own on notice_setting to overens_app
  using (account_id = (select acting_account())) with check (account_id = (select acting_account()));
-- A deputy sees for whom and when.
create policy absence_seen on absence for select to overens_app using ((select acting_account()) in (account_id, deputy_id));
create policy absence_own on absence for insert to overens_app with check (account_id = (select acting_account()));
create policy absence_own_withdraw on absence for update to overens_app
  using (account_id = (select acting_account())) with check (account_id = (select acting_account()));

-- Do these two hold assignments at the same organisation that day? Only a colleague can be a deputy.
create function are_colleagues(one uuid, other uuid, on_day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select exists (
      select from assignment a join assignment b on b.organisation_id = a.organisation_id
      where a.account_id = one and b.account_id = other and a.valid @> on_day and b.valid @> on_day
    )
  $$;

-- Who is told instead of someone that day: nobody unless they are away.
create function deputies_of(absent uuid, on_day date) returns table (account_id uuid) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select b.deputy_id from absence b
      where b.account_id = absent and b.withdrawn_at is null and b.valid @> on_day and b.deputy_id is not null
        and are_colleagues(absent, b.deputy_id, on_day)
    union
    select theirs.account_id from absence b
      join assignment own on own.account_id = absent and own.valid @> on_day
      join assignment theirs on theirs.deputy_for = own.id and theirs.valid @> on_day and theirs.account_id <> absent
      where b.account_id = absent and b.withdrawn_at is null and b.valid @> on_day and b.deputy_id is null
  $$;

-- Who is told: the accounts that are named, and those who hold the role that day, each with their deputies. Those who are deactivated are passed over.
create function receivers_of(receivers jsonb, on_day date) returns table (account_id uuid, stands_in_for uuid) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    with recursive named (id) as (
      select a.id from account a where receivers->'accounts' ? a.id::text
      union
      select m.account_id from assignment m
        where m.role = receivers->>'role' and m.valid @> on_day
          and (m.unit_id = (receivers->>'unit')::uuid or m.organisation_id = (receivers->>'organisation')::uuid)
    ), reached (id, stands_in_for) as (
      select n.id, null::uuid from named n
      union
      select d.account_id, coalesce(r.stands_in_for, r.id) from reached r cross join lateral deputies_of(r.id, on_day) d
    )
    select distinct on (r.id) r.id, nullif(r.stands_in_for, r.id)
      from reached r join account a on a.id = r.id and a.deactivated_at is null
      order by r.id, r.stands_in_for nulls first
  $$;
comment on function receivers_of(jsonb, date) is 'Who is told on a day, of the receivers of an outbox row; and in whose place.';
revoke all on function receivers_of(jsonb, date) from public;

-- The organisation that is to see to it when nobody holds a role that is told; null when accounts are named, or the unit is of no organisation that day.
create function organisation_behind(receivers jsonb, on_day date) returns uuid language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select case when receivers ? 'role' then coalesce((receivers->>'organisation')::uuid, (
      select v.organisation_id from unit_version v where v.unit_id = (receivers->>'unit')::uuid and v.valid @> on_day
    )) end
  $$;
revoke all on function organisation_behind(jsonb, date) from public;

-- Puts what an outbox row tells into the inboxes of its receivers, and marks it handled, all at once: answers how many got it, or null when the row is
-- handled already or does not exist. Whoever comes second waits and finds it handled. Inboxes are locked in one order, so that two deliveries never wait
-- for each other.
create function deliver_notices(outbox_row uuid, at timestamptz) returns int language plpgsql security definer
  set search_path = public, pg_temp
  as $$
  declare
    told outbox;
    on_day date := (at at time zone 'Europe/Stockholm')::date;
    told_to jsonb;
    receiver record;
    next_number bigint;
    given int := 0;
  begin
    select * into told from outbox where id = outbox_row and handled_at is null for update;
    if not found then return null; end if;
    told_to := told.receivers;
    if told_to ? 'role' and not exists (select from receivers_of(told_to, on_day)) then
      told_to := jsonb_build_object('role', 'system-administrator', 'organisation', organisation_behind(told_to, on_day));
    end if;
    for receiver in select r.account_id as id, r.stands_in_for from receivers_of(told_to, on_day) r order by r.account_id loop
      insert into inbox (account_id, last_number) values (receiver.id, 1)
        on conflict (account_id) do update set last_number = inbox.last_number + 1
        returning last_number into next_number;
      insert into notice (account_id, number, outbox_id, act_id, kind, params, stands_in_for, created_at, delivered_at)
        values (receiver.id, next_number, told.id, told.act_id, told.kind, told.params, receiver.stands_in_for, told.created_at, at);
      given := given + 1;
    end loop;
    update outbox set handled_at = at where id = told.id;
    return given;
  end $$;
comment on function deliver_notices(uuid, timestamptz) is 'Delivers one outbox row: how many got it, or null when it is handled or does not exist. Where nobody holds the role that is told, the system administrators of the organisation are.';

-- What became of what an act told, for the one who did it and nobody else. Individuals are not named.
create function notices_of_own_act(of_act uuid) returns table (kind text, handled_at timestamptz, receiver text, stands_in boolean, delivered_at timestamptz, read_at timestamptz)
  language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select o.kind, o.handled_at, case when a.kind = 'staff' then a.name end, n.stands_in_for is not null, n.delivered_at, n.read_at
      from act t join outbox o on o.act_id = t.id
      left join notice n on n.outbox_id = o.id
      left join account a on a.id = n.account_id
      where t.id = of_act and t.account_id = acting_account()
      order by o.created_at, o.id, n.delivered_at, a.name collate "sv-x-icu"
  $$;

-- Prepares the digests of a working day, once: unread notices that no sent e-mail has counted, of the kinds that each receiver wants by day, and on the
-- first working day of a week by week. Answers how many. `staff_rhythm` is what holds for staff who have not chosen; individuals choose for themselves.
create function prepare_digests(of_day date, first_of_week boolean, staff_rhythm text, at timestamptz) returns int language plpgsql security definer
  set search_path = public, pg_temp
  as $$
  declare
    made int;
  begin
    insert into digest_day (day, prepared_at) values (of_day, at) on conflict do nothing;
    if not found then return 0; end if;
    with due as (
      select n.account_id, n.number, n.kind from notice n
        join account a on a.id = n.account_id and a.deactivated_at is null and a.email is not null
        left join notice_setting s on s.account_id = n.account_id and s.kind = n.kind
        left join digest d on d.id = n.digest_id
        where n.read_at is null and (n.digest_id is null or d.failed_at is not null)
          and case coalesce(s.digest, case a.kind when 'staff' then staff_rhythm else 'none' end)
            when 'daily' then true when 'weekly' then first_of_week else false end
    ), counted as (
      select account_id, kind, count(*) as number from due group by account_id, kind
    ), prepared as (
      insert into digest (id, account_id, day, counts, prepared_at)
        select gen_random_uuid(), account_id, of_day, jsonb_object_agg(kind, number), at from counted group by account_id
        returning id, account_id
    ), noted as (
      update notice n set digest_id = p.id from due d join prepared p on p.account_id = d.account_id
        where n.account_id = d.account_id and n.number = d.number
    )
    select count(*) into made from prepared;
    return made;
  end $$;
comment on function prepare_digests(date, boolean, text, timestamptz) is 'Prepares the digests of a working day, once; answers how many.';

-- Those that are to be sent.
create function waiting_digests(most int) returns table (id uuid) language sql stable security definer
  set search_path = public, pg_temp
  as $$ select d.id from digest d where d.handed_over_at is null and d.failed_at is null order by d.prepared_at, d.id limit most $$;

-- Takes a digest to hand it over: its address and counts, once; nothing when it was taken before, is done with, or its receiver is gone.
create function take_digest(which uuid, at timestamptz) returns table (email text, counts jsonb) language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    with gone as (
      update digest d set failed_at = at from account a
        where d.id = which and d.handed_over_at is null and d.failed_at is null
          and a.id = d.account_id and (a.deactivated_at is not null or a.email is null)
    ), taken as (
      update digest d set handed_over_at = at from account a
        where d.id = which and d.handed_over_at is null and d.failed_at is null
          and a.id = d.account_id and a.deactivated_at is null and a.email is not null
        returning a.email, d.counts
    )
    select email, counts from taken
  $$;
comment on function take_digest(uuid, timestamptz) is 'Takes a digest to hand it over: its address and counts, once; nothing when it was taken before or is done with. One whose receiver is gone, or has no address any more, is given up.';

-- How the handing over ended: `sent`; `refused` (surely not taken by the server, so that it may be tried again); or `failed` (given up).
create function settle_digest(which uuid, outcome text, at timestamptz) returns void language plpgsql security definer
  set search_path = public, pg_temp
  as $$
  begin
    case outcome
      when 'sent' then update digest set sent_at = at where id = which and handed_over_at is not null and failed_at is null;
      when 'refused' then update digest set handed_over_at = null where id = which and sent_at is null and failed_at is null;
      when 'failed' then update digest set handed_over_at = null, failed_at = at where id = which and sent_at is null;
    end case;
  end $$;

revoke all on function are_colleagues(uuid, uuid, date), deputies_of(uuid, date), deliver_notices(uuid, timestamptz), notices_of_own_act(uuid),
  prepare_digests(date, boolean, text, timestamptz), waiting_digests(int), take_digest(uuid, timestamptz), settle_digest(uuid, text, timestamptz) from public;
grant execute on function are_colleagues(uuid, uuid, date), deliver_notices(uuid, timestamptz), notices_of_own_act(uuid),
  prepare_digests(date, boolean, text, timestamptz), waiting_digests(int), take_digest(uuid, timestamptz), settle_digest(uuid, text, timestamptz) to overens_app;
