-- The register of who there is: organisations, units, joint bodies' seats, and what became of them. Nothing is deleted: a change closes a period and
-- opens the next, and a merge or split leaves successors. Codes of counties and municipalities are those of the loaded data, which are made anew at
-- each load, so nothing here refers to those tables.

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('region', 'municipality', 'private-provider', 'user-organisation')),
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
  organisation_number text,
  check ((kind = 'municipality') = (municipality_code is not null)),
  check (municipality_code is null or left(municipality_code, 2) = county_code)
);
comment on table organisation is 'A region, a municipality, a private provider under agreement, or a user organisation. Regions, municipalities and private providers own records (huvudman).';
comment on column organisation.id is 'Of a region or municipality: made from its kind and code, so that it is the same in every database.';
create unique index organisation_of_municipality on organisation (municipality_code) where kind = 'municipality';
create unique index organisation_of_region on organisation (county_code) where kind = 'region';

create table organisation_version (
  organisation_id uuid not null references organisation,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  name text not null check (length(name) between 1 and 200),
  constraint organisation_versions_do_not_overlap exclude using gist (organisation_id with =, valid with &&) deferrable initially deferred
);
comment on table organisation_version is 'What an organisation was called in a period.';

create table unit (
  id uuid primary key,
  hsa_id text unique
);
comment on table unit is 'A unit of an organisation, the same through renaming and moving. Its HSA-id never changes hands.';

create table unit_version (
  unit_id uuid not null references unit,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  serves text[] not null default '{}',
  ages int4range not null default '[0,)',
  contacts jsonb not null default '[]' check (jsonb_typeof(contacts) = 'array'),
  confirmed_on date,
  opening text not null default '' check (length(opening) <= 500),
  constraint unit_versions_do_not_overlap exclude using gist (unit_id with =, valid with &&) deferrable initially deferred
);
comment on table unit_version is 'What a unit was in a period: whose, what it is called, what kind of unit, whom it serves and how it is reached.';
comment on column unit_version.kind is 'A performer of the national taxonomy.';
comment on column unit_version.serves is 'Codes of the municipalities it serves; empty is the whole county.';
comment on column unit_version.contacts is '[{"kind": "phone" | "email" | "address" | "web", "value", "note"}]';
comment on column unit_version.confirmed_on is 'When somebody last made sure that the contacts are right; null is never.';
create index unit_version_of_organisation on unit_version (organisation_id);

create table succession (
  id uuid primary key,
  on_date date not null,
  how text not null check (how in ('merge', 'split')),
  of text not null check (of in ('organisation', 'unit')),
  from_id uuid not null,
  to_id uuid not null,
  check (from_id <> to_id),
  constraint succession_once unique (from_id, to_id, on_date)
);
comment on table succession is 'From which day one organisation or unit is another: merges and splits. A rename or a move keeps the id and needs none.';
create index succession_from on succession (from_id);
create index succession_to on succession (to_id);

create table seat (
  id uuid primary key,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  body text not null,
  position text not null check (position in ('chair', 'vice-chair', 'member', 'deputy')),
  organisation_id uuid not null references organisation,
  holder text not null check (length(holder) between 1 and 200),
  account_id uuid,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null)
);
comment on table seat is 'Who sits where in a joint body, for which organisation, and when. `body` is the id that the county''s file gives it.';
create index seat_of_body on seat (county_code, body);

grant select, insert on organisation, organisation_version, unit, unit_version, succession, seat to overens_app;
-- Closing a period, and confirming contacts, are the only changes in place; what was true before stays.
grant update (valid) on organisation_version, unit_version, seat to overens_app;
grant update (contacts, confirmed_on, opening) on unit_version to overens_app;
