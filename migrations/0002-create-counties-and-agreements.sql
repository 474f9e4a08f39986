-- Counties, agreements and national data as loaded from files. The app role reads; only the owner loads.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table catalogue (
  single boolean primary key default true check (single),
  revision bigint not null default 0,
  loaded_at timestamptz not null default now()
);
comment on table catalogue is 'One row: the revision of everything loaded from files. Grows by one at each load that changed something; caches are keyed by it.';
insert into catalogue default values;

create table loaded_folder (
  name text primary key,
  content_hash text not null
);
comment on table loaded_folder is 'Hash of each data folder as last loaded, so that a start with unchanged files does no work.';

create table national_file (
  name text primary key,
  content json not null
);
comment on table national_file is 'National data by file name without ending: law, taxonomy, situation, activities, deadlines, areas, synonyms.';

create table knowledge_page (
  id text primary key,
  title text not null,
  content json not null
);
comment on table knowledge_page is 'Pages of national knowledge support, in our words, with their tags.';

create table county (
  code text primary key check (code ~ '^[0-9]{2}$'),
  name text not null,
  content json not null
);
comment on table county is 'A county (län): its region, districts, bodies and contacts as loaded from county.yaml.';

create table municipality (
  code text primary key check (code ~ '^[0-9]{4}$'),
  county_code text not null references county,
  name text not null,
  check (left(code, 2) = county_code)
);
comment on table municipality is 'A municipality, with its SCB code.';
create index municipality_by_county on municipality (county_code);

create table agreement (
  slug text primary key,
  county_code text not null references county,
  kind text not null check (kind in ('county', 'local', 'supplement', 'routine')),
  area text not null,
  parent text references agreement deferrable initially deferred
);
comment on table agreement is 'An agreement over all its versions. Its status is computed from acts, terms and a date; there is no status column.';
create index agreement_by_county on agreement (county_code);

create table agreement_version (
  slug text not null references agreement,
  label text not null,
  applies daterange not null check (not isempty(applies) and lower(applies) is not null),
  content json not null,
  primary key (slug, label),
  constraint agreement_versions_do_not_overlap exclude using gist (slug with =, applies with &&) deferrable initially deferred
);
comment on table agreement_version is 'One version of an agreement: text and terms. Two versions of the same agreement never apply on the same day.';
comment on column agreement_version.content is 'The checked file. json, not jsonb: sentences are keys, and their order is the text.';

create table sentence (
  slug text not null,
  label text not null,
  section_id text not null,
  sentence_id text not null,
  position int not null,
  text text not null,
  primary key (slug, label, section_id, sentence_id),
  foreign key (slug, label) references agreement_version on delete cascade
);
comment on table sentence is 'Every sentence of every version, addressable: what terms, tasks and deviations point at.';

create table responsibility (
  slug text not null,
  label text not null,
  row_id text not null,
  position int not null,
  activity text not null,
  primary key (slug, label, row_id),
  foreign key (slug, label) references agreement_version on delete cascade
);
comment on table responsibility is 'Every row of every responsibility matrix, by the id that other data refers to.';

grant select on catalogue, loaded_folder, national_file, knowledge_page, county, municipality, agreement, agreement_version, sentence, responsibility to overens_app;
