-- What logins and the register lacked: a provider and an administrator end sessions, failed logins are kept, what has not begun is withdrawn,
-- organisations go up into each other, a split says who takes the cases, and the database itself knows who may give which role.

-- Sessions -----------------------------------------------------------------------------------------------------------------------------------------

alter table session add column issuer text, add column provider_session text, add column from_address text not null default '';
comment on column session.issuer is 'What the provider that vouched is called in our accounts. Null for sessions from before it was kept.';
comment on column session.provider_session is 'What the provider calls its own session (sid): by it the provider ends ours.';
comment on column session.from_address is 'Network address that the login came from, as the audit log keeps it.';
create index session_of_provider on session (issuer, provider_session) where ended_at is null;
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
  check (end_reason in ('logout', 'idle', 'too-old', 'ended-by-self', 'deactivated', 'rotated', 'provider', 'administrator'));

drop function begin_session(bytea, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz, text);
create function begin_session(hash bytea, session uuid, account uuid, assignment uuid, level text, authenticated timestamptz, at timestamptz,
    expires timestamptz, on_device text, from_network text, of_issuer text, of_provider_session text) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    -- Whoever deactivates the account in the same moment either waits and ends it too, or is waited for, and then there is none.
    with live as (select a.id from account a where a.id = begin_session.account and a.deactivated_at is null for share)
    insert into session (token_hash, id, account_id, assignment_id, assurance, authenticated_at, created_at, last_seen_at, expires_at, device,
      from_address, issuer, provider_session)
    select hash, session, live.id, assignment, level, authenticated, at, at, expires, on_device, from_network, of_issuer, of_provider_session from live
  $$;
comment on function begin_session(bytea, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz, text, text, text, text) is 'A session for somebody whom the provider has just vouched for; none for an account that has been deactivated.';

create or replace function rotate_session(old_hash bytea, new_hash bytea, new_session uuid, assignment uuid, at timestamptz) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    with live as (
      select a.id from account a where a.id = (select s.account_id from session s where s.token_hash = old_hash) and a.deactivated_at is null for share
    ), ended as (
      update session s set ended_at = at, end_reason = 'rotated' from live where s.token_hash = old_hash and s.account_id = live.id and s.ended_at is null
      returning account_id, assurance, authenticated_at, created_at, expires_at, device, from_address, issuer, provider_session
    ), begun as (
      insert into session (token_hash, id, account_id, assignment_id, assurance, authenticated_at, created_at, last_seen_at, expires_at, device,
        from_address, issuer, provider_session)
      select new_hash, new_session, account_id, rotate_session.assignment, assurance, authenticated_at, created_at, at, expires_at, device,
        from_address, issuer, provider_session from ended
      returning 1
    )
    select exists (select from begun)
  $$;

create table logout_token (
  issuer text not null,
  id text not null check (length(id) <= 255),
  used_at timestamptz not null,
  until timestamptz not null,
  primary key (issuer, id)
);
comment on table logout_token is 'The logout tokens that a provider has sent and that have not run out: each is used once.';
comment on column logout_token.id is 'The token''s own id (jti).';

create function end_sessions_by_provider(of_issuer text, of_session text, of_subject text, token text, at timestamptz, expires timestamptz) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    ended int;
  begin
    delete from logout_token where until < at;
    insert into logout_token (issuer, id, used_at, until) values (of_issuer, token, at, expires) on conflict do nothing;
    if not found then return null; end if;
    update session s set ended_at = at, end_reason = 'provider' from account a
      where a.id = s.account_id and s.ended_at is null and s.issuer = of_issuer and (of_session is not null or of_subject is not null)
        and (of_session is null or s.provider_session = of_session)
        and (of_subject is null or (a.issuer = of_issuer and a.subject = of_subject));
    get diagnostics ended = row_count;
    return ended;
  end $$;
comment on function end_sessions_by_provider(text, text, text, text, timestamptz, timestamptz) is 'Ends the sessions that a provider says are over, by its own session (sid), whom it is about (sub), or both. Answers how many; null when the token was used before.';

-- Failed logins ------------------------------------------------------------------------------------------------------------------------------------

create table login_failure (
  id uuid primary key,
  at timestamptz not null,
  provider text not null check (length(provider) <= 200),
  reason text not null check (length(reason) <= 60),
  from_address text not null default '',
  account_id uuid references account
);
comment on table login_failure is 'Logins that let nobody in, for ninety days. Never what was typed, and no name or number.';
comment on column login_failure.reason is 'The code of the refusal.';
comment on column login_failure.from_address is 'Network address, as the audit log keeps it.';
comment on column login_failure.account_id is 'The account of a member of staff that it led to; null when it led to none, or to an individual.';
create index login_failure_at on login_failure (at);
create index login_failure_of_account on login_failure (account_id) where account_id is not null;

create function note_failed_login(failure uuid, happened timestamptz, at_provider text, why text, from_network text, of_issuer text, of_subject text, of_hsa_id text)
  returns void language sql volatile security definer set search_path = public, pg_temp
  as $$
    delete from login_failure where at < happened - interval '90 days';
    insert into login_failure (id, at, provider, reason, from_address, account_id)
    values (failure, happened, at_provider, why, from_network, (
      select f.id from account_for_login(of_issuer, of_subject, of_hsa_id, null) f where f.kind = 'staff' limit 1
    ))
  $$;
comment on function note_failed_login(uuid, timestamptz, text, text, text, text, text, text) is 'Keeps a login that let nobody in, with the account of staff that it led to, and takes out those that are older than ninety days.';

-- Organisations that have gone up into others -------------------------------------------------------------------------------------------------------

create function merged_organisations(asked uuid, day date) returns uuid[] language sql stable set search_path = public, pg_temp
  as $$
    with recursive merged (id) as (
      select asked where asked is not null
      union
      select s.from_id from merged m join succession s on s.to_id = m.id and s.of = 'organisation' and s.how = 'merge' and s.on_date <= day
    )
    select coalesce(array_agg(id), '{}') from merged
  $$;
comment on function merged_organisations(uuid, date) is 'An organisation, and those that have gone up into it by a day: their accounts are its accounts.';

create function organisation_now(asked uuid) returns uuid language sql stable set search_path = public, pg_temp
  as $$
    with recursive onwards (id) as (
      select asked
      union
      select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'organisation' and s.how = 'merge' and s.on_date <= acting_today()
    )
    select o.id from onwards o
    where not exists (select from succession s where s.from_id = o.id and s.of = 'organisation' and s.how = 'merge' and s.on_date <= acting_today())
    limit 1
  $$;
comment on function organisation_now(uuid) is 'The organisation that one has gone up into by today, or itself.';
grant execute on function merged_organisations(uuid, date), organisation_now(uuid) to overens_app;

create function has_cases(organisation uuid, day date) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from case_contact c where c.organisation_id = has_cases.organisation and c.valid && daterange(day, null)
    ) and exists (select from acting() a join organisation o on o.id = has_cases.organisation and o.county_code = a.county_code where a.role = 'county-administrator')
  $$;
comment on function has_cases(uuid, date) is 'Does an organisation of the county have cases with persons on the day or later? For the county administrator alone, and never whose.';

create function administers_account(account uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from account a join organisation o on o.id = organisation_now(a.organisation_id) cross join acting() me
      where a.id = administers_account.account and a.kind = 'staff' and (
        (me.role = 'system-administrator' and o.id = me.organisation_id)
        or (me.role = 'county-administrator' and o.county_code = me.county_code and o.kind in ('private-provider', 'user-organisation'))
      )
    )
  $$;
comment on function administers_account(uuid) is 'Does who acts see to this member of staff''s account? Each organisation to its own, the county to those who have nobody else.';

create function sessions_of_account(account uuid) returns table (id uuid, device text, from_address text, created_at timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id, s.device, s.from_address, s.created_at, s.last_seen_at from session s
    where s.account_id = sessions_of_account.account and s.ended_at is null and s.expires_at > acting_now() and administers_account(s.account_id)
    order by s.last_seen_at desc, s.id
  $$;
comment on function sessions_of_account(uuid) is 'The open sessions of an account that who acts sees to: when and from where, not what was done.';

create function end_sessions_of_account(account uuid, one uuid, at timestamptz) returns setof uuid
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    update session s set ended_at = at, end_reason = 'administrator'
    where s.account_id = end_sessions_of_account.account and (one is null or s.id = one) and s.ended_at is null and s.expires_at > at
      and administers_account(s.account_id)
    returning s.id
  $$;
comment on function end_sessions_of_account(uuid, uuid, timestamptz) is 'Ends one open session, or all (null), of an account that who acts sees to. Answers which.';

-- What has not begun can be withdrawn: an empty period lets nobody in, and what it was to be is kept. -------------------------------------------------

alter table assignment add column withdrawn daterange;
alter table assignment drop constraint assignment_valid_check;
alter table assignment add constraint assignment_days check (
  case when withdrawn is null then not isempty(valid) and lower(valid) is not null else isempty(valid) and not isempty(withdrawn) end
);
comment on column assignment.withdrawn is 'The days it was to hold, when it was withdrawn before the first; it then holds on none.';
grant update (withdrawn) on assignment to overens_app;

alter table seat add column withdrawn daterange;
alter table seat drop constraint seat_valid_check;
alter table seat add constraint seat_days check (
  case when withdrawn is null then not isempty(valid) and lower(valid) is not null else isempty(valid) and not isempty(withdrawn) end
);
comment on column seat.withdrawn is 'The days it was to be held, when it was withdrawn before the first; it is then held on none.';
comment on column seat.account_id is 'The account that decides and signs from the seat; null where the holder has none here. Never public.';
grant update (withdrawn) on seat to overens_app;
create index seat_of_account on seat (account_id) where account_id is not null;

-- Nothing ever filled or asked for it: an HSA-id names a unit, and the county's file its parties.
alter table organisation drop column organisation_number;

-- A split says which of the new units takes the cases over. ------------------------------------------------------------------------------------------

alter table succession add column takes_cases boolean not null default false;
update succession set takes_cases = true where how = 'merge';
alter table succession add constraint merger_takes_cases check (of <> 'unit' or how <> 'merge' or takes_cases);
create unique index succession_of_cases on succession (from_id) where takes_cases;
comment on column succession.takes_cases is 'Do the cases of a unit go on in this one? Always in a merger; in a split in exactly one of the new units, unless it was split before that was asked.';

create or replace function merged_units(asked uuid, day date) returns uuid[] language sql stable begin atomic
  with recursive merged (id) as (
    select asked where asked is not null
    union
    select s.from_id from merged m join succession s on s.to_id = m.id and s.of = 'unit' and s.takes_cases and s.on_date <= day
  )
  select coalesce(array_agg(id), '{}') from merged;
end;
comment on function merged_units(uuid, date) is 'A unit, and those whose cases have gone on in it up to a day: by mergers, or as the part of a split that takes them over.';

create or replace function unit_merged_into(asked uuid, day date) returns uuid language sql stable begin atomic
  with recursive onwards (id) as (
    select s.to_id from succession s where s.from_id = asked and s.of = 'unit' and s.takes_cases and s.on_date <= day
    union
    select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'unit' and s.takes_cases and s.on_date <= day
  )
  select o.id from onwards o
  where not exists (select from succession s where s.from_id = o.id and s.of = 'unit' and s.takes_cases and s.on_date <= day) limit 1;
end;
comment on function unit_merged_into(uuid, date) is 'The unit in which the cases of one have gone on up to a day; null when they have not.';

-- Who may give which role: what the policies say, said again here. -----------------------------------------------------------------------------------

create table role_place (
  role text primary key,
  organisation_kinds text[] not null,
  within text not null check (within in ('unit', 'organisation', 'body', 'county'))
);
comment on table role_place is 'At which kinds of organisation a role is held, and within what. A role without a row is given to nobody. A test compares it with the program''s own.';
insert into role_place (role, organisation_kinds, within) values
  ('municipal-case-worker', '{municipality,private-provider}', 'unit'),
  ('regional-clinician', '{region,private-provider}', 'unit'),
  ('coordinator', '{region,municipality}', 'unit'),
  ('participant', '{region,municipality,private-provider}', 'unit'),
  ('unit-manager', '{region,municipality,private-provider}', 'unit'),
  ('quality-manager', '{region,municipality}', 'organisation'),
  ('district-coordinator', '{region,municipality}', 'body'),
  ('strategy-group', '{region,municipality}', 'body'),
  ('political-body', '{region,municipality}', 'body'),
  ('registrar', '{region,municipality}', 'organisation'),
  ('log-reviewer', '{region,municipality,private-provider}', 'organisation'),
  ('system-administrator', '{region,municipality,private-provider}', 'organisation'),
  ('county-administrator', '{region}', 'county'),
  ('user-organisation', '{user-organisation}', 'organisation');
grant select on role_place to overens_app;

create function may_assign(given text, organisation uuid, unit uuid, body text, account uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from role_place r
      join organisation o on o.id = may_assign.organisation and o.kind = any (r.organisation_kinds)
      join account a on a.id = may_assign.account and a.kind = 'staff' and a.deactivated_at is null and organisation_now(a.organisation_id) = o.id
      cross join acting() me
      where r.role = given and o.county_code = me.county_code and a.id <> me.account_id
        and (r.within = 'unit') = (may_assign.unit is not null) and (r.within = 'body') = (may_assign.body is not null)
        and case
          when r.within = 'body' then me.role = 'county-administrator'
          else (me.role = 'system-administrator' and o.id = me.organisation_id)
            or (me.role = 'county-administrator' and o.kind in ('private-provider', 'user-organisation'))
        end
    )
  $$;
comment on function may_assign(text, uuid, uuid, text, uuid) is 'May who acts give this role at this place to this account? The organisation''s own administrator does, the county''s those of joint bodies and of organisations that have nobody else; nobody to themselves.';

create function is_carried(given text, organisation uuid, unit uuid, body text, account uuid, days daterange) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from assignment m join succession s on s.how = 'merge' and s.on_date = lower(days) and (
        (s.of = 'unit' and s.from_id = m.unit_id and s.to_id = is_carried.unit and m.organisation_id = is_carried.organisation)
        or (s.of = 'organisation' and s.from_id = m.organisation_id and s.to_id = is_carried.organisation and m.unit_id is not distinct from is_carried.unit)
      )
      where m.account_id = is_carried.account and m.role = given and m.body is not distinct from is_carried.body and m.valid @> lower(days) - 1
    )
  $$;
comment on function is_carried(text, uuid, uuid, text, uuid, daterange) is 'Is this the assignment that somebody has, going on in what its unit or organisation goes up into that day?';

do $$
declare
  name text;
begin
  foreach name in array array['begin_session(bytea, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz, text, text, text, text)',
    'end_sessions_by_provider(text, text, text, text, timestamptz, timestamptz)', 'note_failed_login(uuid, timestamptz, text, text, text, text, text, text)',
    'has_cases(uuid, date)', 'administers_account(uuid)', 'sessions_of_account(uuid)', 'end_sessions_of_account(uuid, uuid, timestamptz)',
    'may_assign(text, uuid, uuid, text, uuid)', 'is_carried(text, uuid, uuid, text, uuid, daterange)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
  foreach name in array array['logout_token', 'login_failure', 'seat'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

grant select on login_failure to overens_app;
create policy login_failure_read on login_failure for select to overens_app using (
  ((select acting_role()) = 'log-reviewer' and account_id is null)
  or ((select acting_role()) in ('system-administrator', 'log-reviewer') and account_id in (
    select a.id from account a where a.organisation_id = any (merged_organisations((select acting_organisation()), (select acting_today())))
  ))
);

-- Who sits where is public. A seat with an account decides and signs: only the county seats.
create policy seat_read on seat for select to overens_app using (true);
create policy seat_give on seat for insert to overens_app with check (
  county_code = (select acting_county()) and (select acting_role()) = 'county-administrator'
);
create policy seat_end on seat for update to overens_app
  using (county_code = (select acting_county()) and (select acting_role()) = 'county-administrator')
  with check (withdrawn is null or lower(withdrawn) >= (select acting_today()));

drop policy account_deactivate on account;
create policy account_deactivate on account for update to overens_app using (
  kind = 'staff' and county_code = (select acting_county()) and id <> (select acting_account())
  and ((select acting_role()) = 'county-administrator'
    or ((select acting_role()) = 'system-administrator'
      and organisation_id = any (merged_organisations((select acting_organisation()), (select acting_today())))))
);
drop policy assignment_give on assignment;
create policy assignment_give on assignment for insert to overens_app with check (
  county_code = (select acting_county()) and withdrawn is null
  and (may_assign(role, organisation_id, unit_id, body, account_id)
    or ((select acting_role()) in ('county-administrator', 'system-administrator') and is_carried(role, organisation_id, unit_id, body, account_id, valid)))
);
alter policy assignment_end on assignment with check (withdrawn is null or lower(withdrawn) > (select acting_today()));
