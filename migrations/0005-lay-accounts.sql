-- Who may log in, as what they act, and the history of what they did. A session is known by the hash of its secret, and what a transaction may see is
-- found from that hash by the functions below: forgetting a policy, or forging an id, gives nothing.

create table account (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'individual')),
  issuer text,
  subject text,
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 254),
  hsa_id text,
  number_hash bytea,
  organisation_id uuid references organisation,
  county_code text check (county_code ~ '^[0-9]{2}$'),
  created_at timestamptz not null,
  deactivated_at timestamptz,
  check ((kind = 'staff') = (organisation_id is not null)),
  check ((issuer is null) = (subject is null)),
  check ((kind = 'individual') = (number_hash is not null)),
  constraint account_of_subject unique (issuer, subject),
  constraint account_of_hsa_id unique (hsa_id),
  constraint account_of_number unique (number_hash)
);
comment on table account is 'Someone who can log in. Opened by an administrator under an HSA-id (staff) or at the first login (individuals), and bound then to what the issuer calls them.';
comment on column account.number_hash is 'Keyed hash of the personal identity number of an individual: how their own records are found.';
comment on column account.organisation_id is 'The organisation that administers a staff account.';

alter table seat add foreign key (account_id) references account;

create table assignment (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  organisation_id uuid not null references organisation,
  unit_id uuid references unit,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  body text,
  deputy_for uuid references assignment,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  created_at timestamptz not null,
  constraint assignment_once exclude using gist (
    account_id with =, role with =, organisation_id with =, (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    (coalesce(body, '')) with =, valid with &&
  )
);
comment on table assignment is 'What someone acts as: a role at an organisation, in a unit or a joint body, in a period (Swedish days).';
create index assignment_of_account on assignment (account_id);
create index assignment_of_unit on assignment (unit_id);

create table session (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account,
  assignment_id uuid references assignment,
  assurance text not null,
  authenticated_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null default '',
  ended_at timestamptz,
  end_reason text check (end_reason in ('logout', 'idle', 'too-old', 'ended-by-self', 'deactivated', 'rotated', 'provider')),
  check ((ended_at is null) = (end_reason is null))
);
comment on table session is 'A login that lasts. The secret is only in the cookie; here is its SHA-256.';
comment on column session.device is 'Which browser on which system, in words, so that the person recognises it.';
create index session_of_account on session (account_id) where ended_at is null;

create table login_attempt (
  state_hash bytea primary key,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  kind text not null check (kind in ('login', 'step-up')),
  created_at timestamptz not null
);
comment on table login_attempt is 'A login that has been sent to the provider and has not come back. Taken out when it does; too old after ten minutes.';

create table act (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  account_id uuid references account,
  assignment_id uuid references assignment,
  subject_kind text not null,
  subject_id uuid not null,
  effective_on date not null,
  content jsonb not null
);
comment on table act is 'What has been done that has effect, in order and for ever. Never holds personal data about individuals: their records hold that.';
create index act_of_subject on act (subject_id, at);

create table outbox (
  id uuid primary key,
  act_id uuid not null references act,
  kind text not null,
  receivers jsonb not null,
  params jsonb not null,
  created_at timestamptz not null,
  handled_at timestamptz
);
comment on table outbox is 'What is to be told because of an act, written with it. Params are ids and codes, never names or texts.';
create index outbox_waiting on outbox (created_at) where handled_at is null;

grant select, insert on account, assignment, act to overens_app;
grant insert on outbox to overens_app;
-- Which rows wait, for the sweep and the metrics. What they tell leaves only through the functions that deliver.
grant select (id, created_at, handled_at) on outbox to overens_app;
grant select on session to overens_app;
grant update (deactivated_at) on account to overens_app;
grant update (valid) on assignment to overens_app;
grant update (ended_at, end_reason) on session to overens_app;

-- The moment as the program sees it; the database's own clock when nobody says.
create function acting_now() returns timestamptz language sql stable
  set search_path = pg_catalog
  as $$ select coalesce(nullif(current_setting('overens.now', true), '')::timestamptz, now()) $$;

-- The day in Sweden at that moment: assignments begin and end at midnight there.
create function acting_today() returns date language sql stable
  set search_path = pg_catalog
  as $$ select (coalesce(nullif(current_setting('overens.now', true), '')::timestamptz, now()) at time zone 'Europe/Stockholm')::date $$;

-- Who acts in this transaction, found from the secret of their session: one row, or none when nobody does.
create function acting() returns table (
  account_id uuid, kind text, number_hash bytea, assignment_id uuid, role text, organisation_id uuid, unit_id uuid, county_code text, body text
) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select a.id, a.kind, a.number_hash, m.id, m.role, m.organisation_id, m.unit_id, m.county_code, m.body
    from session s
    join account a on a.id = s.account_id and a.deactivated_at is null
    left join assignment m on m.id = s.assignment_id and m.account_id = a.id and m.valid @> acting_today()
    where s.token_hash = sha256(decode(nullif(current_setting('overens.session', true), ''), 'hex'))
      and s.ended_at is null and s.expires_at > acting_now()
  $$;
comment on function acting() is 'Who acts, by the session secret in overens.session (hex) at overens.now. Row-level security rests on it.';
revoke all on function acting() from public;
grant execute on function acting(), acting_now(), acting_today() to overens_app;

create function acting_unit() returns uuid language sql stable security definer set search_path = public, pg_temp as $$ select unit_id from acting() $$;
create function acting_organisation() returns uuid language sql stable security definer set search_path = public, pg_temp as $$ select organisation_id from acting() $$;
create function acting_role() returns text language sql stable security definer set search_path = public, pg_temp as $$ select role from acting() $$;
create function acting_account() returns uuid language sql stable security definer set search_path = public, pg_temp as $$ select account_id from acting() $$;
create function acting_number_hash() returns bytea language sql stable security definer set search_path = public, pg_temp as $$ select number_hash from acting() $$;
create function acting_county() returns text language sql stable security definer set search_path = public, pg_temp as $$ select county_code from acting() $$;
revoke all on function acting_unit(), acting_organisation(), acting_role(), acting_account(), acting_number_hash(), acting_county() from public;
grant execute on function acting_unit(), acting_organisation(), acting_role(), acting_account(), acting_number_hash(), acting_county() to overens_app;

-- What a login needs before anybody acts. Each function answers about the one thing it is asked for by a secret, or by what a provider vouches for;
-- none lists. The tables themselves are shut.

create function account_for_login(of_issuer text, of_subject text, of_hsa_id text, of_number bytea)
  returns table (id uuid, kind text, deactivated_at timestamptz) language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.id, a.kind, a.deactivated_at from account a
    where (a.issuer = of_issuer and a.subject = of_subject) or a.hsa_id = of_hsa_id or a.number_hash = of_number
  $$;
comment on function account_for_login(text, text, text, bytea) is 'The account that a login leads to, by one of: what an issuer calls someone, an HSA-id, the keyed hash of a number. The others are null.';

create function bind_account(account uuid, to_issuer text, to_subject text) returns boolean language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    with bound as (update account set issuer = to_issuer, subject = to_subject where id = bind_account.account and issuer is null returning 1)
    select exists (select from bound)
  $$;
comment on function bind_account(uuid, text, text) is 'Binds an account that nobody has logged in to. Answers false when somebody was before.';

create function open_individual_account(account uuid, of_issuer text, of_subject text, called text, of_number bytea, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into account (id, kind, issuer, subject, name, number_hash, created_at)
    values (account, 'individual', of_issuer, of_subject, called, of_number, at) on conflict do nothing
  $$;
comment on function open_individual_account(uuid, text, text, text, bytea, timestamptz) is 'The account of an individual at their first login. Nothing happens when there is one.';

create function open_sessions(hashes bytea[], at timestamptz, on_day date)
  returns table (token_hash bytea, id uuid, account_id uuid, account_kind text, account_name text, assurance text, authenticated_at timestamptz,
    created_at timestamptz, last_seen_at timestamptz, assignment_id uuid, role text, organisation_id uuid, unit_id uuid, county_code text, body text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.token_hash, s.id, s.account_id, a.kind, a.name, s.assurance, s.authenticated_at, s.created_at, s.last_seen_at,
      m.id, m.role, m.organisation_id, m.unit_id, m.county_code, m.body
    from session s
    join account a on a.id = s.account_id and a.deactivated_at is null
    left join assignment m on m.id = s.assignment_id and m.account_id = a.id and m.valid @> on_day
    where s.token_hash = any (hashes) and s.ended_at is null and s.expires_at > at
  $$;
comment on function open_sessions(bytea[], timestamptz, date) is 'The open sessions with these hashes of secrets, whose they are and what they act as; the assignment only if it holds on the day.';

create function assignments_for_login(account uuid, on_day date) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.id from assignment m join organisation_version o on o.organisation_id = m.organisation_id and o.valid @> on_day
    where m.account_id = assignments_for_login.account and m.valid @> on_day order by m.id
  $$;
comment on function assignments_for_login(uuid, date) is 'Which assignments somebody whom the provider has just vouched for may act as on the day: ids, so that a single one is chosen for them.';

create function note_email(of_issuer text, of_subject text, address text) returns void language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    update account set email = address
      where issuer = of_issuer and subject = of_subject and deactivated_at is null
        and case kind when 'individual' then email is distinct from address else email is null end
  $$;
comment on function note_email(text, text, text) is 'Keeps the address that the provider vouches for: always the latest of an individual; of staff only where the administrator wrote none.';
revoke all on function note_email(text, text, text) from public;
grant execute on function note_email(text, text, text) to overens_app;

create function touch_session(hash bytea, at timestamptz, expires timestamptz) returns void language sql volatile security definer
  set search_path = public, pg_temp
  as $$ update session set last_seen_at = at, expires_at = expires where token_hash = hash and ended_at is null and last_seen_at < at $$;
comment on function touch_session(bytea, timestamptz, timestamptz) is 'Notes that a session is in use, and how long it lasts now.';

create function begin_session(hash bytea, session uuid, account uuid, assignment uuid, level text, authenticated timestamptz, at timestamptz,
    expires timestamptz, on_device text) returns void language sql volatile security definer set search_path = public, pg_temp
  as $$
    -- Whoever deactivates the account in the same moment either waits and ends it too, or is waited for, and then there is none.
    with live as (select a.id from account a where a.id = begin_session.account and a.deactivated_at is null for share)
    insert into session (token_hash, id, account_id, assignment_id, assurance, authenticated_at, created_at, last_seen_at, expires_at, device)
    select hash, session, live.id, assignment, level, authenticated, at, at, expires, on_device from live
  $$;
comment on function begin_session(bytea, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz, text) is 'A session for somebody whom the provider has just vouched for; none for an account that has been deactivated.';

create function rotate_session(old_hash bytea, new_hash bytea, new_session uuid, assignment uuid, at timestamptz) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    with live as (
      select a.id from account a where a.id = (select s.account_id from session s where s.token_hash = old_hash) and a.deactivated_at is null for share
    ), ended as (
      update session s set ended_at = at, end_reason = 'rotated' from live where s.token_hash = old_hash and s.account_id = live.id and s.ended_at is null
      returning account_id, assurance, authenticated_at, created_at, expires_at, device
    ), begun as (
      insert into session (token_hash, id, account_id, assignment_id, assurance, authenticated_at, created_at, last_seen_at, expires_at, device)
      select new_hash, new_session, account_id, rotate_session.assignment, assurance, authenticated_at, created_at, at, expires_at, device from ended
      returning 1
    )
    select exists (select from begun)
  $$;
comment on function rotate_session(bytea, bytea, uuid, uuid, timestamptz) is 'Gives an open session a new secret and another assignment. Answers whether it was open.';

create function leave_session(hash bytea, at timestamptz) returns table (account uuid, assignment uuid) language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    update session set ended_at = at, end_reason = 'rotated' where token_hash = hash and ended_at is null returning account_id, assignment_id
  $$;
comment on function leave_session(bytea, timestamptz) is 'Ends the session with this hash of a secret, since its browser logs in anew. Answers whose it was.';

create function end_sessions_of_deactivated(account uuid, at timestamptz) returns void language sql volatile security definer
  set search_path = public, pg_temp
  as $$
    update session s set ended_at = at, end_reason = 'deactivated' from account a
    where a.id = end_sessions_of_deactivated.account and a.deactivated_at is not null and s.account_id = a.id and s.ended_at is null
  $$;
comment on function end_sessions_of_deactivated(uuid, timestamptz) is 'Ends the sessions of an account that has been deactivated; of others none.';

create function keep_login_attempt(hash bytea, with_nonce text, with_verifier text, back_to text, of_kind text, at timestamptz, oldest timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    delete from login_attempt where created_at < oldest;
    insert into login_attempt (state_hash, nonce, verifier, return_to, kind, created_at) values (hash, with_nonce, with_verifier, back_to, of_kind, at)
  $$;
comment on function keep_login_attempt(bytea, text, text, text, text, timestamptz, timestamptz) is 'Keeps a login that goes to the provider, and takes out those that are too old.';

create function take_login_attempt(hash bytea) returns table (nonce text, verifier text, return_to text, kind text, created_at timestamptz)
  language sql volatile security definer set search_path = public, pg_temp
  as $$ delete from login_attempt l where l.state_hash = hash returning l.nonce, l.verifier, l.return_to, l.kind, l.created_at $$;
comment on function take_login_attempt(bytea) is 'Takes out the login with this hash of its state: it can be used once.';

-- Who writes an act is found from the session, never taken from the row. The assignment is the session's own, also when the act has just ended it.
create function writes_act_as(account uuid, assignment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select case when nullif(current_setting('overens.session', true), '') is null then account is null and assignment is null
      else exists (
        select from session s
        where s.token_hash = sha256(decode(current_setting('overens.session', true), 'hex')) and s.ended_at is null and s.expires_at > acting_now()
          and s.account_id = acting_account() and s.account_id = writes_act_as.account
          and (writes_act_as.assignment is null or s.assignment_id = writes_act_as.assignment)
      ) end
  $$;
comment on function writes_act_as(uuid, uuid) is 'Is an act of this account and assignment one of who acts? Without a session only the program itself acts: then it is of nobody.';

create function tells_of_own_act(act uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from act a where a.id = tells_of_own_act.act and writes_act_as(a.account_id, a.assignment_id)) $$;
comment on function tells_of_own_act(uuid) is 'Is it an act of who acts? Only of those something is told.';

create function role_of_assignment(assignment uuid) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select m.role from assignment m where m.id = role_of_assignment.assignment and acting_account() is not null $$;
comment on function role_of_assignment(uuid) is 'In which role somebody acted, for those who read it in the log: it is told also of other counties, and to individuals. Of whom, it does not say.';

do $$
declare
  name text;
begin
  foreach name in array array['assignments_for_login(uuid, date)', 'writes_act_as(uuid, uuid)', 'tells_of_own_act(uuid)', 'role_of_assignment(uuid)', 'account_for_login(text, text, text, bytea)', 'bind_account(uuid, text, text)',
    'open_individual_account(uuid, text, text, text, bytea, timestamptz)', 'open_sessions(bytea[], timestamptz, date)',
    'touch_session(bytea, timestamptz, timestamptz)', 'begin_session(bytea, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz, text)',
    'rotate_session(bytea, bytea, uuid, uuid, timestamptz)', 'leave_session(bytea, timestamptz)', 'end_sessions_of_deactivated(uuid, timestamptz)',
    'keep_login_attempt(bytea, text, text, text, text, timestamptz, timestamptz)', 'take_login_attempt(bytea)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
  foreach name in array array['account', 'session', 'login_attempt', 'assignment', 'act', 'outbox'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

-- Colleagues see each other in their county: names stand in the register, in lists of whom to name, and in the log. An individual is seen by nobody else.
create policy account_read on account for select to overens_app using (
  id = (select acting_account()) or (kind = 'staff' and county_code = (select acting_county()))
);
create policy account_open on account for insert to overens_app with check (
  kind = 'staff' and county_code = (select acting_county())
  and ((select acting_role()) = 'county-administrator'
    or ((select acting_role()) = 'system-administrator' and organisation_id = (select acting_organisation())))
);
create policy account_deactivate on account for update to overens_app using (
  kind = 'staff' and county_code = (select acting_county()) and id <> (select acting_account())
  and ((select acting_role()) = 'county-administrator'
    or ((select acting_role()) = 'system-administrator' and organisation_id = (select acting_organisation())))
);
create policy session_read on session for select to overens_app using (account_id = (select acting_account()));
create policy session_end on session for update to overens_app using (account_id = (select acting_account()));

-- Who is what, is seen in the county; individuals see none, and staff without a chosen assignment their own. Given by those who administer.
create policy assignment_read on assignment for select to overens_app using (
  account_id = (select acting_account()) or county_code = (select acting_county())
);
create policy assignment_give on assignment for insert to overens_app with check (
  county_code = (select acting_county())
  and ((select acting_role()) = 'county-administrator'
    or ((select acting_role()) = 'system-administrator' and organisation_id = (select acting_organisation())))
);
create policy assignment_end on assignment for update to overens_app using (
  county_code = (select acting_county())
  and ((select acting_role()) = 'county-administrator'
    or ((select acting_role()) = 'system-administrator' and organisation_id = (select acting_organisation())))
);
-- An act tells whom something was done to: which persons had protection lifted, for instance. Everyone reads their own alone.
create policy act_own on act for select to overens_app using (account_id = (select acting_account()));
create policy act_write on act for insert to overens_app with check (writes_act_as(account_id, assignment_id));
-- Columns with content are not granted: what is seen here is which rows wait.
create policy outbox_waiting on outbox for select to overens_app using (true);
create policy outbox_tell on outbox for insert to overens_app with check (tells_of_own_act(act_id));
