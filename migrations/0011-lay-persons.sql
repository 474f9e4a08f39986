-- The first record about persons, and the walls around it. Every table here is shut by forced row-level security: the running program sees what
-- acting() says that its session may see, and nothing without a session. The owner migrates, seeds and re-encrypts, and is let through by name.

create table shared_documentation_service (
  kind text primary key,
  covered boolean not null,
  provision text not null,
  certainty text not null check (certainty in ('statute', 'derived', 'unknown')),
  note text not null default ''
);
comment on table shared_documentation_service is 'Which kinds of unit lag (2022:913) covers, with the provision it rests on. A kind without a row is not covered: what is not known is not opened.';
comment on column shared_documentation_service.kind is 'A performer of the national taxonomy, as unit_version.kind.';
comment on column shared_documentation_service.provision is 'Chapter and section of lag (2022:913).';
insert into shared_documentation_service (kind, covered, provision, certainty, note) values
  ('primarvard', true, '1:1', 'statute', 'health care'),
  ('modra-barnhalsovard', true, '1:1', 'statute', 'health care'),
  ('psykiatrisk-oppenvard', true, '1:1', 'statute', 'health care'),
  ('psykiatrisk-heldygnsvard', true, '1:1', 'statute', 'health care'),
  ('psykiatrisk-akutvard', true, '1:1', 'statute', 'health care'),
  ('tandvard', true, '1:1', 'statute', 'health care'),
  ('somatisk-akutvard', true, '1:1', 'statute', 'health care'),
  ('somatisk-oppenvard', true, '1:1', 'statute', 'health care'),
  ('somatisk-heldygnsvard', true, '1:1', 'statute', 'health care'),
  ('kommunal-halso-sjukvard', true, '1:1', 'statute', 'health care'),
  ('aldreomsorg', true, '1:1', 'statute', 'services for older people'),
  ('funktionshinderomsorg', true, '1:1', 'derived', 'services for people with disabilities; socialpsykiatri by the kind it is registered as'),
  ('individ-familjeomsorg', false, '1:1', 'statute', 'not among the services that the law names'),
  ('forskola', false, '1:1', 'statute', 'not among the services that the law names'),
  ('skola-elevhalsa', false, '1:1', 'unknown', 'the medical part is health care, the rest is not'),
  ('familjecentral', false, '1:1', 'unknown', 'health care and social services under one roof'),
  ('ungdomsmottagning', false, '1:1', 'unknown', 'health care and social services under one roof'),
  ('mariamottagning', false, '1:1', 'unknown', 'health care and social services under one roof');

create table person (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number_kind text check (number_kind in ('personnummer', 'samordningsnummer', 'reservnummer')),
  number_cipher bytea,
  number_hash bytea,
  name text not null check (length(name) between 1 and 200),
  protected_identity text check (protected_identity in ('sekretessmarkering', 'skyddad-folkbokforing', 'fingerade-personuppgifter')),
  interpreter_language text check (interpreter_language ~ '^[a-z]{2,3}$'),
  blocked_since timestamptz,
  created_at timestamptz not null,
  check ((number_kind is null) = (number_cipher is null) and (number_kind is null) = (number_hash is null)),
  constraint person_number_once unique (organisation_id, number_hash)
);
comment on table person is 'A person as one huvudman knows them. Two huvudmen that both know somebody have a record each, and neither sees the other''s.';
comment on column person.organisation_id is 'The huvudman that owns the record.';
comment on column person.number_cipher is 'The number under the key ring (AES-256-GCM), bound to person.number:<id>. None is possible: not everybody has one.';
comment on column person.number_hash is 'Keyed hash of kind and number: how the record is found.';
comment on column person.blocked_since is 'The person opposes that other providers reach the record through shared documentation (lag 2022:913 2 kap. 2–3 §§): no emergency opens it.';
create index person_by_number on person (number_hash) where number_hash is not null;

create table person_place (
  person_id uuid primary key references person,
  address_cipher bytea,
  whereabouts_cipher bytea
);
comment on table person_place is 'Where a person lives and is. Apart from the person, so that its own policy can keep it from those who may read the rest.';
comment on column person_place.address_cipher is 'Bound to person.address:<person id>.';
comment on column person_place.whereabouts_cipher is 'Bound to person.whereabouts:<person id>.';

create table case_contact (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  case_number text not null check (length(case_number) between 1 and 40),
  valid daterange not null check (isempty(valid) or lower(valid) is not null),
  constraint case_number_once unique (organisation_id, case_number)
);
comment on table case_contact is 'Which units have a current relation to a person, by case: what lets staff of the unit in. Days are Swedish.';
comment on column case_contact.organisation_id is 'The huvudman, which is the person''s and the unit''s: case numbers are its own.';
comment on column case_contact.valid is 'Empty when it was ended on the day it began: then it lets nobody in.';
create index case_contact_of_unit on case_contact (unit_id, person_id);
create index case_contact_of_person on case_contact (person_id);

create table person_share (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id uuid not null references unit,
  valid tstzrange not null check (not isempty(valid) and lower(valid) is not null),
  basis text not null check (length(basis) between 1 and 200)
);
comment on table person_share is 'A record that a unit of another huvudman may read for a time. Written by what gives the share its ground: a consent, a decision.';
comment on column person_share.basis is 'What the share rests on, as kind and id: never a text about the person.';
create index person_share_of_unit on person_share (unit_id, person_id);
create index person_share_of_person on person_share (person_id);

create table protected_access (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  valid daterange not null check (isempty(valid) or lower(valid) is not null),
  given_by uuid references account,
  given_at timestamptz not null,
  check (given_by <> account_id),
  constraint protected_access_once exclude using gist (organisation_id with =, account_id with =, valid with &&)
);
comment on table protected_access is 'Who may see where people with protected identity live and are, among the records of an organisation. Opens no record by itself: a case contact does.';
comment on column protected_access.given_by is 'Null only for what came with the installation.';
create index protected_access_of_account on protected_access (account_id);

create table emergency_opening (
  id uuid primary key,
  person_id uuid not null references person,
  owner_organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  provision text not null,
  reason_code text not null check (reason_code in ('unconscious', 'confused', 'unreachable')),
  reason_cipher bytea not null,
  opened_at timestamptz not null,
  until timestamptz not null check (until > opened_at and until <= opened_at + interval '24 hours'),
  verdict text check (verdict in ('justified', 'unjustified')),
  verdict_cipher bytea,
  reviewed_by uuid references account,
  reviewed_at timestamptz,
  check ((verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by is null) and (verdict is null) = (verdict_cipher is null)),
  check (reviewed_by <> account_id),
  constraint emergency_opening_once exclude using gist (account_id with =, unit_id with =, person_id with =, tstzrange(opened_at, until) with &&)
);
comment on table emergency_opening is 'A record of another huvudman, opened without consent because consent could not be had (lag 2022:913 3 kap.), for some hours. Each is reviewed.';
comment on column emergency_opening.reason_cipher is 'Why, in words. Bound to emergency.reason:<id>.';
comment on column emergency_opening.verdict_cipher is 'Why the reviewer thinks so, in words. Bound to emergency.verdict:<id>.';
create index emergency_opening_of_account on emergency_opening (account_id, until);
create index emergency_opening_of_person on emergency_opening (person_id);
create index emergency_opening_to_review on emergency_opening (organisation_id) where verdict is null;

-- What the policies ask. Each runs as the owner, so that one wall does not stand in the way of another, and answers only about who acts.

create function acting_case_unit() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select unit_id from acting() where role in ('municipal-case-worker', 'regional-clinician', 'coordinator') $$;
comment on function acting_case_unit() is 'The unit that somebody who works with persons acts in; null for everyone else.';

create function merged_units(asked uuid, day date) returns uuid[] language sql stable set search_path = public, pg_temp
  as $$
    with recursive merged (id) as (
      select asked where asked is not null
      union
      select s.from_id from merged m join succession s on s.to_id = m.id and s.of = 'unit' and s.how = 'merge' and s.on_date <= day
    )
    select coalesce(array_agg(id), '{}') from merged
  $$;
comment on function merged_units(uuid, date) is 'A unit, and those that have gone into it by mergers up to a day: their cases are its cases. What was split has no successor of that kind.';

create function unit_merged_into(asked uuid, day date) returns uuid language sql stable set search_path = public, pg_temp
  as $$
    with recursive onwards (id) as (
      select s.to_id from succession s where s.from_id = asked and s.of = 'unit' and s.how = 'merge' and s.on_date <= day
      union
      select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'unit' and s.how = 'merge' and s.on_date <= day
    )
    select o.id from onwards o
    where not exists (select from succession s where s.from_id = o.id and s.of = 'unit' and s.how = 'merge' and s.on_date <= day) limit 1
  $$;
comment on function unit_merged_into(uuid, date) is 'The unit that one has gone into by mergers up to a day; null when it has not.';

create function acting_case_units() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  as $$ select merged_units(acting_case_unit(), acting_today()) $$;
comment on function acting_case_units() is 'The units whose cases somebody who works with persons reaches: their own and those that were merged into it; empty for everyone else.';

create function acting_case_organisation() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select organisation_id from acting() where unit_id is not null and role in ('municipal-case-worker', 'regional-clinician', 'coordinator') $$;
comment on function acting_case_organisation() is 'The huvudman that somebody who works with persons acts for; null for everyone else.';

create function acting_own_persons() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select p.id from person p join acting() a on a.kind = 'individual' and p.number_hash = a.number_hash $$;
comment on function acting_own_persons() is 'The records that are about the individual who acts, whoever owns them.';

create function acting_protected_access() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select g.organisation_id from protected_access g join acting() a on a.account_id = g.account_id and a.organisation_id = g.organisation_id
    where g.valid @> acting_today()
  $$;
comment on function acting_protected_access() is 'The organisation that who acts acts for, if they are authorised for people with protected identity there today.';

create function acting_emergency_persons() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select e.person_id from emergency_opening e join person p on p.id = e.person_id and p.blocked_since is null
    where e.account_id = acting_account() and e.unit_id = acting_case_unit() and e.opened_at <= acting_now() and e.until > acting_now()
  $$;
comment on function acting_emergency_persons() is 'The records that who acts has opened in an emergency that lasts. A block that comes in between shuts them.';

create function works_with_person(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from person p join case_contact c on c.person_id = p.id
      where p.id = works_with_person.person and p.organisation_id = acting_case_organisation()
        and c.unit_id = any (acting_case_units()) and c.valid @> acting_today()
    )
  $$;
comment on function works_with_person(uuid) is 'Has the unit that who acts works in a contact today with this person, in a record of its own huvudman?';

create function may_open_contact(person uuid, unit uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
        select from unit_version v where v.unit_id = may_open_contact.unit and v.organisation_id = acting_case_organisation()
          and (v.valid @> acting_today() or lower(v.valid) > acting_today())
      )
      and (
        works_with_person(may_open_contact.person)
        or (
          may_open_contact.unit = acting_case_unit()
          and exists (select from person p where p.id = may_open_contact.person and p.organisation_id = acting_case_organisation())
          and not exists (select from case_contact c where c.person_id = may_open_contact.person)
        )
      )
  $$;
comment on function may_open_contact(uuid, uuid) is 'May who acts open a contact between the person and the unit? Their own unit works with the person; or nobody has yet, as when the record was just made. The unit may be one that begins later: so cases are handed over before a split.';

create function name_words(name text) returns text[] language sql immutable set search_path = public, pg_temp
  as $$
    select array_agg(word order by word) from regexp_split_to_table(lower(normalize(name, nfkc) collate "sv-x-icu"), '[^[:alnum:]]+') as word where word <> ''
  $$;
comment on function name_words(text) is 'The words of a name, without regard to case, order or signs between them; null when there are none.';

create function open_contact_by_number(contact uuid, hash bytea, number text, typed_name text) returns uuid language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
  declare
    known uuid;
    allowed boolean;
  begin
    select p.id,
        case when p.protected_identity is null then name_words(p.name) = name_words(typed_name)
          else p.organisation_id in (select acting_protected_access()) end
      into known, allowed from person p where p.number_hash = hash and p.organisation_id = acting_case_organisation();
    if known is null then return null; end if;
    if allowed is not true then
      raise exception 'no contact by this number' using errcode = '23514', constraint = 'contact_by_number_allowed';
    end if;
    insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
      values (contact, known, acting_case_organisation(), acting_case_unit(), number, daterange(acting_today(), null));
    return known;
  end $$;
comment on function open_contact_by_number(uuid, bytea, text, text) is 'Opens a contact for the acting unit with somebody whom its huvudman already knows by this keyed hash; answers the person, or null. Whoever opens it must know the name too, or be authorised when the person has protected identity (contact_by_number_allowed). A guessed id is of no use here.';

create function may_protect(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select works_with_person(p.id) and (p.protected_identity is null or p.organisation_id in (select acting_protected_access()))
    from person p where p.id = may_protect.person
  $$;
comment on function may_protect(uuid) is 'May who acts set protected identity, or change what is set? Lifting shows the address: so what is set takes the authorisation that seeing it takes.';

create function protect_person(person uuid, protection text) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with done as (
      update person p set protected_identity = protect_person.protection where p.id = protect_person.person and may_protect(p.id) returning 1
    )
    select exists (select from done)
  $$;
comment on function protect_person(uuid, text) is 'Sets protected identity or, null, lifts it, where who acts may; answers whether it was done. The one way: the column itself is granted to nobody.';

create function under_shared_documentation(unit uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from unit_version v join shared_documentation_service s on s.kind = v.kind and s.covered
      where v.unit_id = under_shared_documentation.unit and v.valid @> acting_today()
    )
  $$;
comment on function under_shared_documentation(uuid) is 'Is the unit of a kind that lag (2022:913) covers?';

create function emergency_records(hash bytea) returns table (person_id uuid, organisation_id uuid, blocked boolean) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select p.id, p.organisation_id, p.blocked_since is not null from person p
    where p.number_hash = emergency_records.hash and p.organisation_id <> acting_case_organisation()
      and acting_role() in ('municipal-case-worker', 'regional-clinician') and under_shared_documentation(acting_case_unit())
      and exists (select from case_contact c where c.person_id = p.id and lower(c.valid) <= acting_today()
        and exists (select from unit_on(c.unit_id, acting_today()) as now_unit where under_shared_documentation(now_unit)))
  $$;
comment on function emergency_records(bytea) is 'Records of other huvudmen with this number that the law lets be opened in an emergency, or that are blocked. Of services outside the law nothing is told, not even that there is a record.';

create function may_open_in_emergency(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from person p cross join lateral emergency_records(p.number_hash) r
      where p.id = may_open_in_emergency.person and r.person_id = p.id and not r.blocked
    )
  $$;
comment on function may_open_in_emergency(uuid) is 'Is this a record that who acts may open in an emergency?';

create function account_of_person(person uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.id from person p join account a on a.number_hash = p.number_hash and a.deactivated_at is null
    where p.id = account_of_person.person and p.id in (select acting_emergency_persons())
  $$;
comment on function account_of_person(uuid) is 'The account of the individual whose record who acts has opened in an emergency: whom to tell. Null until they have logged in.';

revoke all on function name_words(text), acting_case_unit(), merged_units(uuid, date), unit_merged_into(uuid, date), acting_case_units(), account_of_person(uuid), acting_case_organisation(), acting_own_persons(), acting_protected_access(), acting_emergency_persons(),
  works_with_person(uuid), may_protect(uuid), protect_person(uuid, text), may_open_contact(uuid, uuid), open_contact_by_number(uuid, bytea, text, text), under_shared_documentation(uuid),
  emergency_records(bytea), may_open_in_emergency(uuid) from public;
grant execute on function acting_case_unit(), merged_units(uuid, date), unit_merged_into(uuid, date), acting_case_units(), account_of_person(uuid), acting_case_organisation(), acting_own_persons(), acting_protected_access(), acting_emergency_persons(),
  works_with_person(uuid), may_protect(uuid), protect_person(uuid, text), may_open_contact(uuid, uuid), open_contact_by_number(uuid, bytea, text, text), under_shared_documentation(uuid),
  emergency_records(bytea), may_open_in_emergency(uuid) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['person', 'person_place', 'case_contact', 'person_share', 'protected_access', 'emergency_opening'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy person_read on person for select to overens_app using (
  (organisation_id = (select acting_case_organisation())
    and exists (select from case_contact c where c.person_id = person.id and c.unit_id = any ((select acting_case_units())::uuid[]) and c.valid @> (select acting_today())))
  or exists (select from person_share s where s.person_id = person.id and s.unit_id = (select acting_case_unit()) and s.valid @> (select acting_now()))
  or id in (select acting_emergency_persons())
  or id in (select acting_own_persons())
);
create policy person_register on person for insert to overens_app with check (organisation_id = (select acting_case_organisation()));
create policy person_change on person for update to overens_app using (works_with_person(id)) with check (organisation_id = (select acting_case_organisation()));

create policy person_place_read on person_place for select to overens_app using (
  exists (
    select from person p where p.id = person_place.person_id
      and (p.protected_identity is null or p.organisation_id in (select acting_protected_access()) or p.id in (select acting_own_persons()))
  )
);
create policy person_place_write on person_place for insert to overens_app with check (
  works_with_person(person_id) and exists (
    select from person p where p.id = person_place.person_id
      and (p.protected_identity is null or p.organisation_id in (select acting_protected_access()))
  )
);
create policy person_place_change on person_place for update to overens_app using (
  works_with_person(person_id) and exists (
    select from person p where p.id = person_place.person_id
      and (p.protected_identity is null or p.organisation_id in (select acting_protected_access()))
  )
) with check (works_with_person(person_id));

create policy case_contact_read on case_contact for select to overens_app using (
  unit_id = any ((select acting_case_units())::uuid[]) or person_id in (select acting_own_persons())
);
create policy case_contact_open on case_contact for insert to overens_app with check (
  organisation_id = (select acting_case_organisation()) and may_open_contact(person_id, unit_id)
);
create policy case_contact_end on case_contact for update to overens_app
  using (unit_id = any ((select acting_case_units())::uuid[]) and valid @> (select acting_today()))
  with check (unit_id = any ((select acting_case_units())::uuid[]) and not valid @> (select acting_today()));

create policy person_share_read on person_share for select to overens_app using (
  unit_id = (select acting_case_unit()) or person_id in (select acting_own_persons())
);

create policy protected_access_read on protected_access for select to overens_app using (
  account_id = (select acting_account())
  or (organisation_id = (select acting_organisation()) and (select acting_role()) = 'quality-manager')
);
create policy protected_access_give on protected_access for insert to overens_app with check (
  organisation_id = (select acting_organisation()) and (select acting_role()) = 'quality-manager'
  and given_by = (select acting_account()) and account_id <> (select acting_account())
);
create policy protected_access_end on protected_access for update to overens_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'quality-manager')
  with check (organisation_id = (select acting_organisation()) and not valid @> (select acting_today()));

create policy emergency_opening_read on emergency_opening for select to overens_app using (
  (account_id = (select acting_account()) and unit_id = (select acting_case_unit()))
  or (organisation_id = (select acting_organisation()) and (select acting_role()) = 'log-reviewer')
  or person_id in (select acting_own_persons())
);
create policy emergency_opening_make on emergency_opening for insert to overens_app with check (
  account_id = (select acting_account()) and unit_id = (select acting_case_unit()) and organisation_id = (select acting_case_organisation())
  and may_open_in_emergency(person_id) and verdict is null
);
create policy emergency_opening_review on emergency_opening for update to overens_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'log-reviewer' and account_id <> (select acting_account()) and verdict is null)
  with check (reviewed_by = (select acting_account()) and verdict is not null);

grant select on shared_documentation_service, person_share to overens_app;
grant select, insert on person, person_place, case_contact, protected_access, emergency_opening to overens_app;
grant update (number_kind, number_cipher, number_hash, name, interpreter_language, blocked_since) on person to overens_app;
grant update (address_cipher, whereabouts_cipher) on person_place to overens_app;
grant update (valid) on case_contact, protected_access to overens_app;
grant update (verdict, verdict_cipher, reviewed_by, reviewed_at) on emergency_opening to overens_app;
