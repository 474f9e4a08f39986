-- A municipality that is written in as a party of a working copy works on it from then on: reads it, writes it and decides. Who decides is in the text; here
-- is everybody who has been a party at some time of the work, and nobody is shut out of what they have taken part in.

grant update (municipalities) on draft to overens_app;
create policy draft_add_parties on draft for update to overens_app
  using (writes_draft(id)) with check (county_code = (select acting_county()));

create function keep_draft_parties() returns trigger language plpgsql
  set search_path = public, pg_temp
  as $$
    begin
      if not old.municipalities <@ new.municipalities or exists (
        select from unnest(new.municipalities) code where code !~ '^[0-9]{4}$' or left(code, 2) <> new.county_code
      ) then
        raise exception 'parties of a draft are added, of its county alone' using errcode = 'integrity_constraint_violation', constraint = 'draft_parties_are_kept';
      end if;
      return new;
    end
  $$;
comment on function keep_draft_parties() is 'Refuses to take a municipality from those who work on a draft, and to add one of another county; also by the owner.';
create trigger draft_parties_kept before update on draft for each row execute function keep_draft_parties();

comment on column draft.municipalities is 'Codes of the municipalities that are or have been parties during the work: they read it and write it. Who are parties now is in its text.';
