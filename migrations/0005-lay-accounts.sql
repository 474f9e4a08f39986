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

grant select, insert on account, assignment, session, login_attempt, act, outbox to overens_app;
grant delete on login_attempt to overens_app;
grant update (issuer, subject, name, email, deactivated_at) on account to overens_app;
grant update (valid) on assignment to overens_app;
grant update (assignment_id, assurance, authenticated_at, last_seen_at, expires_at, ended_at, end_reason) on session to overens_app;
grant update (handled_at) on outbox to overens_app;

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
revoke all on function acting_unit(), acting_organisation(), acting_role(), acting_account(), acting_number_hash() from public;
grant execute on function acting_unit(), acting_organisation(), acting_role(), acting_account(), acting_number_hash() to overens_app;
