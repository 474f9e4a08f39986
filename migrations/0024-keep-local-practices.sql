-- How, by whom and when of a local agreement are a part of what is decided, as its sections are.

create function keep_local_practices() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    declare
      frozen json;
    begin
      if new.published_act is null then return new; end if;
      select r.content into frozen from act published
        join act given on given.subject_id = published.subject_id and given.kind = 'drafts.submit'
        join draft_revision r on r.draft_id = given.subject_id and r.number = (given.content ->> 'revision')::int
        where published.id = new.published_act order by (given.content ->> 'round')::int desc limit 1;
      if (new.content -> 'local')::jsonb is distinct from (frozen -> 'text' -> 'local')::jsonb then
        raise exception 'not what was decided' using errcode = 'integrity_constraint_violation', constraint = 'published_as_decided';
      end if;
      return new;
    end
  $$;
comment on function keep_local_practices() is 'Refuses to publish a local agreement with other practices than those that were given over for decision.';
create trigger agreement_version_practices before insert on agreement_version for each row execute function keep_local_practices();

-- A working copy that was made from a file that was read: what it was made from, and what did not come along.
create table draft_import (
  draft_id uuid primary key references draft,
  import_id uuid not null references import,
  kind text not null check (kind in ('county', 'local')),
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  read_at timestamptz not null,
  reviewers uuid[] not null,
  counts jsonb not null,
  left_out jsonb not null
);
comment on table draft_import is 'Which file a working copy was made from, and who had gone through what was proposed for it. One at a time for each file and kind: another only when that is abandoned. Never changed.';
comment on column draft_import.sha256 is 'The fingerprint of the file.';
comment on column draft_import.reviewers is 'The accounts that had answered proposals.';
comment on column draft_import.counts is 'How many proposals were accepted, changed, rejected and not answered.';
comment on column draft_import.left_out is 'What people had accepted and an agreement cannot hold as it stood, or that contradicted itself, each with why and the sentences it rests on.';
create index draft_import_of_import on draft_import (import_id, kind);

grant select, insert on draft_import to overens_app;
alter table draft_import enable row level security;
alter table draft_import force row level security;
do $$ begin execute format('create policy draft_import_owner on draft_import to %I using (true) with check (true)', current_user); end $$;
create policy draft_import_read on draft_import for select to overens_app using (exists (select from draft d where d.id = draft_id));
create policy draft_import_make on draft_import for insert to overens_app with check (
  exists (select from draft d where d.id = draft_id and d.opened_by = (select acting_account()))
  and exists (select from import i where i.id = import_id and i.sha256 = draft_import.sha256)
);
