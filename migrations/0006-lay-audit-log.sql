-- The log of who did what with data about people. Rows are only ever added; they are sealed, in the order in which their transactions were numbered, as
-- leaves of a Merkle tree (RFC 9162) whose roots are signed. What it says is ids and codes: never a name, a number or a text about somebody.

create table audit_log (
  single boolean primary key default true check (single),
  id uuid not null default gen_random_uuid()
);
comment on table audit_log is 'One row: the id of this log, which every checkpoint names, so that one log cannot be put in the place of another.';
insert into audit_log default values;

create table audit_event (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor_kind text not null check (actor_kind in ('staff', 'individual', 'representative', 'public', 'system')),
  assignment_id uuid,
  organisation_id uuid,
  unit_id uuid,
  owner_organisation_id uuid,
  person_id uuid,
  record_kind text not null,
  record_id text,
  act text not null,
  outcome text not null check (outcome in ('allowed', 'refused')),
  code text,
  purpose text,
  share_id uuid,
  via text not null check (via in ('page', 'api', 'command', 'job')),
  request_id text,
  from_address text,
  policy_version text not null,
  details jsonb not null default '{}',
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  xid xid8 not null default pg_current_xact_id(),
  primary key (id, at),
  check ((outcome = 'refused') = (code is not null)),
  constraint audit_event_id_holds_its_time check (uuid_extract_timestamp(id) = at)
) partition by range (at);
comment on table audit_event is 'One act on data about a person, or one attempt. No foreign keys: what it says stays true when what it tells of is gone.';
comment on column audit_event.organisation_id is 'The huvudman that the one who acted acted for.';
comment on column audit_event.owner_organisation_id is 'The huvudman that owns the record.';
comment on column audit_event.details is 'Ids, counts and truths by name; what a search returned, for instance.';
comment on column audit_event.leaf_hash is 'SHA-256(0x00 || the canonical line of the row), made by the program that wrote it.';
comment on column audit_event.xid is 'The transaction that wrote it: sealing waits until every transaction before has ended. Not sealed itself.';
create index audit_event_by_person on audit_event (person_id, at) where person_id is not null;
create index audit_event_by_account on audit_event (account_id, at) where account_id is not null;
create index audit_event_by_unit on audit_event (unit_id, at) where unit_id is not null;
create index audit_event_by_time on audit_event (at);
create index audit_event_to_seal on audit_event (xid, id);

create table audit_event_default partition of audit_event default;
comment on table audit_event_default is 'Events of months without a partition of their own: empty as long as partitions are made ahead.';

create table audit_leaf (
  position bigint primary key check (position >= 0),
  event_id uuid not null unique,
  event_at timestamptz not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32)
);
comment on table audit_leaf is 'The sealed order: which event is the leaf at which position, from 0 without gaps.';

create table audit_node (
  level int not null check (level between 1 and 52),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);
comment on table audit_node is 'Hashes of complete subtrees: (level, index) covers 2^level leaves from position index * 2^level.';

create table audit_checkpoint (
  size bigint primary key check (size > 0),
  previous_size bigint not null unique check (previous_size >= 0 and previous_size < size),
  root bytea not null check (length(root) = 32),
  at timestamptz not null,
  key_id text not null,
  signature bytea not null check (length(signature) = 64),
  horizon xid8 not null
);
comment on table audit_checkpoint is 'Signed roots over the first `size` leaves. The signed text is that of C2SP tlog-checkpoint.';
comment on column audit_checkpoint.previous_size is 'The size of the checkpoint before, 0 for the first: part of what is signed, so that one taken out is missed.';
comment on column audit_checkpoint.horizon is 'Every event of a transaction with a lower number was sealed by then. Not signed: it belongs to this server.';

create function audit_refuse() returns trigger language plpgsql
  set search_path = pg_catalog
  as $$ begin raise exception 'the audit log is only added to: % of % refused', lower(tg_op), tg_table_name using errcode = '42501'; end $$;

create trigger audit_event_stays before update or delete on audit_event for each row execute function audit_refuse();
create trigger audit_event_stays_whole before truncate on audit_event for each statement execute function audit_refuse();
create trigger audit_event_default_stays_whole before truncate on audit_event_default for each statement execute function audit_refuse();
create trigger audit_leaf_stays before update or delete or truncate on audit_leaf for each statement execute function audit_refuse();
create trigger audit_node_stays before update or delete or truncate on audit_node for each statement execute function audit_refuse();
create trigger audit_checkpoint_stays before update or delete or truncate on audit_checkpoint for each statement execute function audit_refuse();
create trigger audit_log_stays before update or delete or truncate on audit_log for each statement execute function audit_refuse();

-- Makes the monthly partitions that cover the days, and answers how many were missing. A month that the default partition already holds rows of is left there.
create function audit_ensure_partitions(from_day date, to_day date) returns int language plpgsql security definer
  set search_path = public, pg_temp
  as $$
  declare
    first date := date_trunc('month', from_day)::date;
    name text;
    made int := 0;
  begin
    if to_day < from_day or to_day > from_day + 1200 then
      raise exception 'audit_ensure_partitions: % to % is not a period of at most forty months', from_day, to_day using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(7240119);
    while first <= to_day loop
      name := 'audit_event_' || to_char(first, 'YYYY_MM');
      if to_regclass('public.' || name) is null then
        begin
          execute format('create table %I partition of audit_event for values from (%L) to (%L)', name,
            first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
          execute format('create trigger %I before truncate on %I for each statement execute function audit_refuse()', name || '_stays_whole', name);
          execute format('alter table %I enable row level security', name);
          made := made + 1;
        exception when check_violation then null;
        end;
      end if;
      first := (first + interval '1 month')::date;
    end loop;
    return made;
  end $$;
comment on function audit_ensure_partitions(date, date) is 'Makes the monthly partitions of the log that cover the days, in UTC; answers how many were missing.';

-- What is to be sealed next, in order, or nothing when another process is sealing (its transaction holds the lock). An event is ready when every
-- transaction numbered before its own has ended, so that none can come later with a lower number; those known to run in another database of the
-- server are not waited for, as they cannot write here. In a database restored into another server the numbers begin anew, below the horizon:
-- then all of the log is gone through, once.
create function audit_take_unsealed(most int) returns table (event_id uuid, event_at timestamptz, leaf_hash bytea, xid xid8, horizon xid8)
  language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
  declare
    shot pg_snapshot;
    reached xid8;
    ready xid8;
  begin
    if not pg_try_advisory_xact_lock(7240120) then return; end if;
    shot := pg_current_snapshot();
    select coalesce(min(running), pg_snapshot_xmax(shot)) into ready from pg_snapshot_xip(shot) as running
      where not exists (
        select from pg_locks held join pg_stat_activity who on who.pid = held.pid join pg_database here on here.datname = current_database()
        where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and held.granted and held.transactionid = running::xid
          and who.datid <> here.oid
      );
    select c.horizon into reached from audit_checkpoint c order by c.size desc limit 1;
    if reached is null or reached > pg_snapshot_xmax(shot) then reached := '0'::xid8; end if;
    return query
      select e.id, e.at, e.leaf_hash, e.xid, ready from audit_event e
      where e.xid >= reached and e.xid < ready and not exists (select from audit_leaf l where l.event_id = e.id)
      order by e.xid, e.id limit most;
  end $$;
comment on function audit_take_unsealed(int) is 'The next events to seal, in order, with the number below which every transaction has ended. Takes the lock of sealing until the transaction ends.';

revoke all on function audit_ensure_partitions(date, date), audit_take_unsealed(int) from public;
grant execute on function audit_ensure_partitions(date, date), audit_take_unsealed(int) to overens_app;

alter table audit_event enable row level security;
alter table audit_event force row level security;
alter table audit_event_default enable row level security;
-- The owner verifies, exports and seals all of it; forcing would otherwise blind also the functions above.
do $$ begin execute format('create policy audit_event_owner on audit_event to %I using (true) with check (true)', current_user); end $$;
create policy audit_event_write on audit_event for insert to overens_app with check (true);
create policy audit_event_read on audit_event for select to overens_app using (
  nullif(current_setting('overens.audit_reader', true), '')::uuid in (organisation_id, owner_organisation_id)
);

-- Not xid: a row that claimed an older transaction would never be sealed.
grant select, insert (id, at, account_id, actor_kind, assignment_id, organisation_id, unit_id, owner_organisation_id, person_id, record_kind, record_id, act,
  outcome, code, purpose, share_id, via, request_id, from_address, policy_version, details, leaf_hash) on audit_event to overens_app;
grant insert, select on audit_leaf, audit_node, audit_checkpoint to overens_app;
grant select on audit_log to overens_app;

select audit_ensure_partitions(current_date, current_date + 400);
