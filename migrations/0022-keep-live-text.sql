-- What several people write at the same time in one section of a working copy. Every update is a row before it is passed on, so that nothing that has been
-- acknowledged is lost with a process; the words themselves go into the draft as revisions, by the same rule as a form. These rows are what is needed for
-- browsers that have been away to merge what they hold, and nothing else.

create table draft_live (
  draft_id uuid not null references draft,
  section_id text not null,
  heading text not null,
  lines text not null,
  saved bigint not null default 0,
  constraint draft_live_once primary key (draft_id, section_id)
);
comment on table draft_live is 'A section that is or has been written by several at the same time: what the draft said of it when the two were last alike.';
comment on column draft_live.lines is 'Its sentences as the form shows them, one a line.';
comment on column draft_live.saved is 'The last update that the draft holds, by its number.';

create table draft_live_update (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  draft_id uuid not null,
  section_id text not null,
  bytes bytea not null check (length(bytes) between 1 and 4000000),
  source text not null check (source in ('typed', 'draft', 'state')),
  side text not null check (side in ('region', 'municipality')),
  account_id uuid not null references account,
  at timestamptz not null,
  constraint draft_live_update_of foreign key (draft_id, section_id) references draft_live (draft_id, section_id)
);
comment on table draft_live_update is 'Updates of the shared text of a section (Yjs), in the order they came. Merged now and then; the draft keeps who wrote what, for ever.';
comment on column draft_live_update.source is 'typed: by somebody; draft: what a form had saved meanwhile; state: all before it, merged.';
create index draft_live_update_of_section on draft_live_update (draft_id, section_id, number);

grant select, insert, update (heading, lines, saved) on draft_live to overens_app;
grant select, insert, delete on draft_live_update to overens_app;

create function writes_draft(of_draft uuid) returns boolean language sql stable begin atomic
  select exists (
    select from draft d join organisation o on o.id = acting_organisation()
    where d.id = of_draft and d.county_code = acting_county()
      and (o.kind = 'region' or (o.kind = 'municipality' and o.municipality_code = any (d.municipalities)))
      and (acting_role() = 'strategy-group' or (acting_role() = 'district-coordinator' and d.kind = 'local'))
  );
end;
comment on function writes_draft(uuid) is 'Does whoever acts write in this draft: for a party of it, in a role that writes drafts of its kind? As the policies of drafts say.';

do $$
declare
  name text;
begin
  foreach name in array array['draft_live', 'draft_live_update'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    execute format('create policy %I on %I for select to overens_app using (exists (select from draft d where d.id = draft_id))', name || '_read', name);
  end loop;
end $$;
create policy draft_live_begin on draft_live for insert to overens_app with check (writes_draft(draft_id));
create policy draft_live_follow on draft_live for update to overens_app using (writes_draft(draft_id));
create policy draft_live_update_keep on draft_live_update for insert to overens_app with check (
  account_id = (select acting_account()) and writes_draft(draft_id)
);
-- Only what the draft holds already may be merged away.
create policy draft_live_update_merge on draft_live_update for delete to overens_app using (
  writes_draft(draft_id) and exists (
    select from draft_live l
    where l.draft_id = draft_live_update.draft_id and l.section_id = draft_live_update.section_id and draft_live_update.number <= l.saved
  )
);
-- A pause is saved by whoever is there, in the name of each who typed: they had to be acting themselves when their update was kept, and the draft lacks it still.
create policy draft_revision_live on draft_revision for insert to overens_app with check (
  writes_draft(draft_id) and exists (
    select from draft_live_update u join draft_live l on l.draft_id = u.draft_id and l.section_id = u.section_id
    where u.draft_id = draft_revision.draft_id and draft_revision.place = 'section:' || u.section_id and u.source = 'typed'
      and u.account_id = draft_revision.account_id and u.side = draft_revision.side and u.number > l.saved
  )
);

-- What may be merged away hangs on this number: it is one of the section's own updates, and what is saved stays so.
create function keep_live_saved() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      if new.saved > coalesce(
        (select max(u.number) from draft_live_update u where u.draft_id = new.draft_id and u.section_id = new.section_id), 0
      ) then
        raise exception 'no update of the section has the number %', new.saved using errcode = 'check_violation';
      end if;
      if tg_op = 'UPDATE' and new.saved < old.saved then
        raise exception 'what is saved of the section stays saved' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
comment on function keep_live_saved() is 'Refuses a number of the last saved update that no update has had, or that is lower than before.';
create trigger draft_live_saved before insert or update on draft_live for each row execute function keep_live_saved();

create function tell_live() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      if tg_table_name = 'draft_live_update' then
        perform pg_notify('live', json_build_object('kind', 'update', 'draft', new.draft_id, 'section', new.section_id, 'id', new.id)::text);
      elsif tg_table_name = 'draft_revision' then
        perform pg_notify('live', json_build_object('kind', 'draft', 'draft', new.draft_id, 'number', new.number)::text);
      else
        perform pg_notify('live', json_build_object('kind', 'act', 'draft', new.subject_id, 'act', new.kind)::text);
      end if;
      return null;
    end
  $$;
comment on function tell_live() is 'Tells every process of the program that something has happened to a draft, so that those who write in it see it.';
create trigger draft_live_update_told after insert on draft_live_update for each row when (new.source <> 'state') execute function tell_live();
create trigger draft_revision_told after insert on draft_revision for each row execute function tell_live();
create trigger act_of_draft_told after insert on act for each row
  when (new.subject_kind = 'draft' and new.kind in ('drafts.submit', 'drafts.abandon')) execute function tell_live();
