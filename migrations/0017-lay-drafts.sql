-- Working copies of agreements, what is decided about them, and what they become. A draft has no status: its acts (in `act`, subject kind `draft`) tell
-- where it is. Nothing here is changed or deleted; a save is a new revision, a decision a new row. What has been published is shut also for the owner.

create table draft (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(slug) <= 80),
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  kind text not null check (kind in ('county', 'local', 'supplement', 'routine')),
  parent text,
  outline text not null,
  base_label text,
  label text not null check (length(label) between 1 and 60),
  class text not null check (class in ('major', 'minor')),
  municipalities text[] not null,
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  constraint draft_minor_has_base check (class = 'major' or base_label is not null),
  constraint draft_local_has_parent check (kind <> 'local' or parent is not null)
);
comment on table draft is 'A working copy of an agreement: which agreement, from which version, towards which. Where it is, is computed from its acts.';
comment on column draft.base_label is 'The version it began from; null when it is written from an outline.';
comment on column draft.class is 'major: a revision, decided as the agreement says; minor: a simple amendment, with its own way and decision maker.';
comment on column draft.municipalities is 'Codes of the municipalities that are parties, as they were when it was opened.';
create index draft_of_county on draft (county_code, opened_at);
create index draft_of_agreement on draft (slug);

create table draft_revision (
  draft_id uuid not null references draft,
  number int not null check (number > 0),
  place text not null,
  content json not null,
  side text not null check (side in ('region', 'municipality')),
  account_id uuid not null references account,
  at timestamptz not null,
  constraint draft_revision_once primary key (draft_id, number)
);
comment on table draft_revision is 'Every save of a draft, whole and for ever. The highest number is what it says now.';
comment on column draft_revision.place is 'What was changed: facts, outline, section:<id>, term:<name>, matrix, row:<id>, children, influence; all for the first.';
comment on column draft_revision.content is 'The whole draft after the save. json, not jsonb: sentences are keys, and their order is the text.';
comment on column draft_revision.side is 'On whose behalf: the region''s or a municipality''s.';
create index draft_revision_of_place on draft_revision (draft_id, place, number);

create table draft_extract (
  draft_id uuid not null references draft,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  bytes bytea not null check (length(bytes) between 1 and 10000000),
  at timestamptz not null,
  constraint draft_extract_once primary key (draft_id, hash)
);
alter table draft_extract alter column bytes set storage external;
comment on table draft_extract is 'Extracts of minutes that show a decision, as PDF, known by the SHA-256 of their bytes.';

create table draft_decision (
  act_id uuid primary key references act,
  draft_id uuid not null references draft,
  submission uuid not null references act,
  step text not null,
  decider text not null check (decider ~ '^(party|body|seat):'),
  outcome text not null check (outcome in ('approved', 'rejected')),
  decided_on date not null,
  body text not null default '' check (length(body) <= 200),
  paragraph text not null default '' check (length(paragraph) <= 60),
  registry text not null default '' check (length(registry) <= 60),
  approver text not null default '' check (length(approver) <= 200),
  reservation text not null default '' check (length(reservation) <= 4000),
  extract_hash text,
  constraint draft_decision_once unique (draft_id, submission, step, decider),
  constraint draft_decision_extract foreign key (draft_id, extract_hash) references draft_extract (draft_id, hash)
);
comment on table draft_decision is 'What a party or a body has decided about a submitted draft: when, in which paragraph, under which number in its own register, with which reservation.';
comment on column draft_decision.submission is 'The act by which the text was given over for decision: a decision is of that text alone.';
comment on column draft_decision.body is 'The deciding body of the party, as it calls it (kommunstyrelsen).';
comment on column draft_decision.approver is 'The position that approved, where the agreement is established rather than adopted. Never a private person.';

create table draft_signature (
  act_id uuid primary key references act,
  draft_id uuid not null references draft,
  submission uuid not null references act,
  step text not null,
  seat text not null,
  seat_id uuid not null references seat,
  account_id uuid not null references account,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  assurance text not null,
  authenticated_at timestamptz not null,
  at timestamptz not null,
  constraint draft_signature_once unique (draft_id, submission, seat)
);
comment on table draft_signature is 'Who has signed a submitted draft: the account, the seat they held that day, the SHA-256 of the text, and how and when they had proven who they are.';

grant select, insert on draft, draft_revision, draft_extract, draft_decision, draft_signature to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['draft', 'draft_revision', 'draft_extract', 'draft_decision', 'draft_signature'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
  foreach name in array array['draft_revision', 'draft_extract', 'draft_decision', 'draft_signature'] loop
    execute format('create policy %I on %I for select to overens_app using (exists (select from draft d where d.id = draft_id))', name || '_read', name);
  end loop;
end $$;

-- Staff of the county alone; which of them, the policies say.
create policy draft_read on draft for select to overens_app using (county_code = (select acting_county()));
create policy draft_open on draft for insert to overens_app with check (
  county_code = (select acting_county()) and opened_by = (select acting_account())
);
create policy draft_revision_save on draft_revision for insert to overens_app with check (
  account_id = (select acting_account()) and exists (select from draft d where d.id = draft_id)
);
create policy draft_extract_keep on draft_extract for insert to overens_app with check (exists (select from draft d where d.id = draft_id));
create policy draft_decision_note on draft_decision for insert to overens_app with check (
  exists (select from draft d where d.id = draft_id)
  and exists (select from act a where a.id = act_id and a.subject_id = draft_id and a.account_id = (select acting_account()))
);
create policy draft_signature_sign on draft_signature for insert to overens_app with check (
  account_id = (select acting_account())
  and exists (select from draft d where d.id = draft_id)
  and exists (select from seat s where s.id = seat_id and s.account_id = (select acting_account()) and s.valid @> acting_today())
);
-- What has been done to a draft is read by those who see it: ids, codes and days.
create policy act_of_draft on act for select to overens_app using (
  subject_kind = 'draft' and exists (select from draft d where d.id = subject_id)
);

-- A version that was decided here, in contrast to those that come from files.
alter table agreement_version add column published_at timestamptz, add column published_act uuid references act;
comment on column agreement_version.published_at is 'When it was published from a draft; null for what is loaded from files. A published version is never changed or removed.';

create function keep_published() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      if tg_op = 'TRUNCATE' then
        if exists (select from agreement_version where published_at is not null) then
          raise exception 'published versions are never removed' using errcode = 'integrity_constraint_violation', constraint = 'published_is_kept';
        end if;
        return null;
      end if;
      if old.published_at is null then
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end if;
      -- The days it applies on may be cut short by a later version. Nothing else of it is ever another.
      if tg_op = 'UPDATE' and new.applies <@ old.applies and lower(new.applies) = lower(old.applies)
        and (new.slug, new.label, new.content::text, new.published_at, new.published_act)
          is not distinct from (old.slug, old.label, old.content::text, old.published_at, old.published_act) then
        return new;
      end if;
      raise exception 'published versions are never changed' using errcode = 'integrity_constraint_violation', constraint = 'published_is_kept';
    end
  $$;
comment on function keep_published() is 'Refuses every change of a published version but that it ends when a later one begins; also by the owner.';
create trigger agreement_version_kept before update or delete on agreement_version for each row execute function keep_published();
create trigger agreement_version_not_emptied before truncate on agreement_version for each statement execute function keep_published();

create function keep_published_parts() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      if exists (select from agreement_version v where v.slug = old.slug and v.label = old.label and v.published_at is not null) then
        raise exception 'published versions are never changed' using errcode = 'integrity_constraint_violation', constraint = 'published_is_kept';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end
  $$;
comment on function keep_published_parts() is 'Refuses every change of the sentences and rows of a published version; also by the owner.';
create trigger sentence_kept before update or delete on sentence for each row execute function keep_published_parts();
create trigger responsibility_kept before update or delete on responsibility for each row execute function keep_published_parts();

-- The search index is made anew by the owner, after a publication. Until then the version is read but not found.
create table search_waiting (
  act_id uuid primary key references act,
  at timestamptz not null
);
comment on table search_waiting is 'Publications that the search index does not have yet, by their acts. Taken out when it is made anew.';
grant select on search_waiting to overens_app;
select job.create_queue('index-published-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('index-published', '{"policy": "standard", "deadLetter": "index-published-dead", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true, "retryDelayMax": 600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');

-- The app role writes no loaded data. What has been decided goes through here alone: the text must be, letter for letter, what was given over for decision.
create function publish_draft(of_draft uuid, act_of_publishing uuid, file text, at timestamptz, sentences json, duties json) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
    declare
      d draft;
      content json := file::json;
      frozen json;
      since date := (content -> 'version' ->> 'from')::date;
    begin
      select * into strict d from draft where id = of_draft;
      if d.county_code is distinct from acting_county() or not exists (
        select from act a where a.id = act_of_publishing and a.subject_id = of_draft and a.kind = 'drafts.publish' and a.account_id = acting_account()
      ) then
        raise exception 'not published by who acts' using errcode = 'insufficient_privilege';
      end if;
      select r.content into strict frozen from act a
        join draft_revision r on r.draft_id = of_draft and r.number = (a.content ->> 'revision')::int
        where a.subject_id = of_draft and a.kind = 'drafts.submit' order by (a.content ->> 'round')::int desc limit 1;
      if content ->> 'slug' is distinct from d.slug or content -> 'version' ->> 'label' is distinct from d.label
        or (content -> 'sections')::text is distinct from (frozen -> 'text' -> 'sections')::text
        or (content -> 'responsibilities')::text is distinct from (frozen -> 'text' -> 'responsibilities')::text then
        raise exception 'not what was decided' using errcode = 'integrity_constraint_violation', constraint = 'published_as_decided';
      end if;
      insert into agreement (slug, county_code, kind, area, parent)
        values (d.slug, d.county_code, d.kind, content ->> 'area', d.parent) on conflict (slug) do nothing;
      update agreement_version v set applies = daterange(lower(v.applies), since)
        where v.slug = d.slug and lower(v.applies) < since and (upper_inf(v.applies) or upper(v.applies) > since);
      insert into agreement_version (slug, label, applies, content, published_at, published_act)
        values (d.slug, d.label, daterange(since, (content -> 'version' ->> 'to')::date, '[]'), content, at, act_of_publishing);
      insert into sentence (slug, label, section_id, sentence_id, position, text)
        select d.slug, d.label, s ->> 'section', s ->> 'id', nth - 1, s ->> 'text' from json_array_elements(sentences) with ordinality as t (s, nth);
      insert into responsibility (slug, label, row_id, position, activity)
        select d.slug, d.label, r ->> 'id', nth - 1, r ->> 'activity' from json_array_elements(duties) with ordinality as t (r, nth);
      insert into search_waiting (act_id, at) values (act_of_publishing, at);
      update catalogue set revision = revision + 1;
    end
  $$;
comment on function publish_draft(uuid, uuid, text, timestamptz, json, json) is 'Makes a decided draft a version of its agreement, in the transaction of its act, by who acts. Raises the revision.';
revoke all on function publish_draft(uuid, uuid, text, timestamptz, json, json) from public;
grant execute on function publish_draft(uuid, uuid, text, timestamptz, json, json) to overens_app;

-- What happens to a published version afterwards: the version itself is never another.
create table agreement_act (
  act_id uuid primary key references act,
  slug text not null,
  label text not null,
  kind text not null check (kind in ('withdrawn')),
  on_date date not null,
  registry text not null check (length(registry) between 1 and 60),
  note text not null default '' check (length(note) <= 1000),
  constraint agreement_act_once unique (slug, label, kind)
);
comment on table agreement_act is 'What has happened to a version since it was published: read together with the acts that it was published with.';
comment on column agreement_act.on_date is 'The day from which it holds.';
grant select, insert on agreement_act to overens_app;
alter table agreement_act enable row level security;
alter table agreement_act force row level security;
do $$ begin execute format('create policy agreement_act_owner on agreement_act to %I using (true) with check (true)', current_user); end $$;
create policy agreement_act_read on agreement_act for select to overens_app using (true);
create policy agreement_act_note on agreement_act for insert to overens_app with check (
  exists (
    select from act a join draft d on d.id = a.subject_id
    where a.id = act_id and a.kind = 'drafts.withdraw' and a.account_id = (select acting_account())
      and d.slug = agreement_act.slug and d.label = agreement_act.label
  )
);
create trigger agreement_act_changed after insert on agreement_act for each row execute function register_changed();
