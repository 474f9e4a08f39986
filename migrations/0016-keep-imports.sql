-- Existing agreements as they were read from files: the characters, and the tree laid over them. A working paper of those who write agreements in the
-- county; nobody else reads it. What was read is never changed: what people made of it are rows of their own.

create table import (
  id uuid primary key,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  organisation_id uuid not null references organisation,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null check (media_type in (
    'text/plain', 'text/markdown', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  )),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes between 1 and 20971520),
  pages integer not null check (pages > 0),
  title text check (length(title) between 1 and 2000),
  content jsonb not null,
  created_at timestamptz not null,
  constraint import_once unique (county_code, sha256)
);
comment on table import is 'A file that was read: its text and structure. Inserted and read, never changed. The same file is read once in a county.';
comment on column import.organisation_id is 'The organisation of whoever sent it.';
comment on column import.sha256 is 'The fingerprint of the file.';
comment on column import.content is 'The text with its tree (ImportedText): every sign that is not white space stands in exactly one place of it.';

create table import_review (
  id uuid primary key,
  import_id uuid not null references import,
  proposal text not null check (length(proposal) between 1 and 200),
  number integer not null check (number > 0),
  verdict text not null check (verdict in ('accept', 'change', 'reject')),
  value jsonb,
  reason text check (length(reason) between 1 and 2000),
  account_id uuid not null references account,
  reviewed_at timestamptz not null,
  constraint import_review_once unique (import_id, proposal, number),
  check ((verdict = 'change') = (value is not null)),
  check (verdict <> 'reject' or reason is not null)
);
comment on table import_review is 'What a person said of a proposed term. The latest of a proposal counts; nothing becomes a term without one.';
comment on column import_review.number is 'Which in order of those about the proposal: two people who answer at once do not write over each other.';
comment on column import_review.value is 'The value that the person put in its place.';

grant select, insert on import, import_review to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['import', 'import_review'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy import_read on import for select to overens_app using (
  county_code = (select acting_county()) and (select acting_role()) in ('county-administrator', 'system-administrator', 'strategy-group')
);
create policy import_keep on import for insert to overens_app with check (
  county_code = (select acting_county()) and organisation_id = (select acting_organisation())
  and (select acting_role()) in ('county-administrator', 'system-administrator', 'strategy-group')
);
create policy import_review_read on import_review for select to overens_app using (import_id in (select i.id from import i));
create policy import_review_give on import_review for insert to overens_app with check (
  account_id = (select acting_account()) and import_id in (select i.id from import i)
);
