-- Who may read the log, and how it is gone through: samples that are drawn so that they can be drawn again, and what reviewers think of each row.
-- A huvudman's reviewer sees what its staff did and what was done with its records; an individual what is about them. Everyone else sees nothing.

create function acting_reviewed_organisation() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select organisation_id from acting() where role = 'log-reviewer' $$;
comment on function acting_reviewed_organisation() is 'The huvudman whose log who acts goes through; null for everyone who is no log reviewer.';

-- Of a look that was refused the log does not know the owner of the record: it was never shown. The person tells.
create function is_reviewed_person(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from person p where p.id = is_reviewed_person.person and p.organisation_id = acting_reviewed_organisation()) $$;
comment on function is_reviewed_person(uuid) is 'Is this a record of the huvudman whose log who acts goes through?';

drop policy audit_event_read on audit_event;
create policy audit_event_review on audit_event for select to overens_app using (
  (select acting_reviewed_organisation()) in (organisation_id, owner_organisation_id)
  or (owner_organisation_id is null and person_id is not null and (select acting_reviewed_organisation()) is not null and is_reviewed_person(person_id))
);
create policy audit_event_own on audit_event for select to overens_app using (person_id in (select acting_own_persons()));

create index audit_event_by_organisation on audit_event (organisation_id, at) where organisation_id is not null;
create index audit_event_by_owner on audit_event (owner_organisation_id, at) where owner_organisation_id is not null;

create table audit_sample (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  drawn_by uuid not null references account,
  drawn_at timestamptz not null,
  method text not null,
  seed text not null check (seed ~ '^[0-9a-f]{32}$'),
  stratum text not null check (stratum in ('all', 'protected', 'emergency', 'after-hours')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  until timestamptz not null,
  hours jsonb not null,
  asked int not null check (asked between 1 and 200),
  population int not null check (population >= 1)
);
comment on table audit_sample is 'One round of review: so many rows of the log, drawn at random so that anybody with the seed draws the same.';
comment on column audit_sample.method is 'Names how the seed and the ids of the rows decide which are drawn.';
comment on column audit_sample.until is 'Rows from this moment on were not among those drawn from: the day may not have been over.';
comment on column audit_sample.hours is 'What counted as after hours then, so that the same rows are drawn when the routine has changed.';
comment on column audit_sample.population is 'How many rows there were to draw from.';
create index audit_sample_of_organisation on audit_sample (organisation_id, drawn_at);

create table audit_sample_row (
  sample_id uuid not null references audit_sample,
  nth int not null check (nth >= 1),
  event_id uuid not null,
  event_at timestamptz not null,
  account_id uuid not null references account,
  primary key (sample_id, nth),
  constraint audit_sample_row_once unique (sample_id, event_id),
  constraint audit_sample_row_of_account unique (sample_id, event_id, account_id)
);
comment on table audit_sample_row is 'A row of the log that was drawn. No foreign key to the log, which may be archived by month.';
comment on column audit_sample_row.account_id is 'Whose look it was, as the log has it: nobody reviews their own.';

create table audit_verdict (
  id uuid primary key,
  sample_id uuid not null,
  event_id uuid not null,
  account_id uuid not null,
  verdict text not null check (verdict in ('justified', 'to-ask-about', 'unjustified')),
  reason_cipher bytea not null,
  given_by uuid not null references account,
  given_at timestamptz not null,
  corrects uuid,
  constraint audit_verdict_of_row foreign key (sample_id, event_id, account_id) references audit_sample_row (sample_id, event_id, account_id),
  constraint audit_verdict_never_own check (given_by <> account_id),
  constraint audit_verdict_in_place unique (id, sample_id, event_id),
  constraint audit_verdict_corrects foreign key (corrects, sample_id, event_id) references audit_verdict (id, sample_id, event_id),
  constraint audit_verdict_corrected_once unique (corrects)
);
comment on table audit_verdict is 'What a reviewer thinks of a drawn row. One in each round; who changes their mind, or another''s, writes a new one that says which it corrects.';
comment on column audit_verdict.account_id is 'Whose look it was, copied from the drawn row so that the check can compare it with who judges.';
comment on column audit_verdict.reason_cipher is 'Why, in words. Bound to audit-verdict.reason:<id>.';
create unique index audit_verdict_once on audit_verdict (sample_id, event_id) where corrects is null;

-- Whom a row is about, for the reviewer of the huvudman that owns the record. Of other huvudmen's records nothing is told but that they are theirs.
create function audit_person_facts(persons uuid[]) returns table (person_id uuid, name text, protected boolean, case_numbers text[], staff text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.name, p.protected_identity is not null,
      array(select c.case_number from case_contact c where c.person_id = p.id and c.organisation_id = p.organisation_id order by c.case_number),
      case
        when exists (select from account a where a.kind = 'staff' and a.organisation_id = p.organisation_id and a.number_hash = p.number_hash) then 'yes'
        when exists (select from account a where a.kind = 'staff' and a.organisation_id = p.organisation_id and lower(a.name) = lower(p.name)) then 'same-name'
        when p.number_hash is not null and not exists (
          select from account a where a.kind = 'staff' and a.organisation_id = p.organisation_id and a.number_hash is null
        ) then 'no'
        else 'unknown'
      end
    from person p where p.id = any (persons) and p.organisation_id = acting_reviewed_organisation()
  $$;
comment on function audit_person_facts(uuid[]) is 'Name, protected identity and case numbers of persons in records of the reviewed huvudman, and whether they work there: yes, no, same-name or unknown.';

-- The record, not the person, is looked for: the huvudman's own ones, and those of others that its staff have been at.
create function audit_persons_by_number(hash bytea) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id from person p
    where p.number_hash = hash and acting_reviewed_organisation() is not null and (
      p.organisation_id = acting_reviewed_organisation()
      or exists (select from audit_event e where e.person_id = p.id and e.organisation_id = acting_reviewed_organisation())
    )
  $$;
comment on function audit_persons_by_number(bytea) is 'Records with this keyed hash that the log of the reviewed huvudman may speak of.';

create function audit_persons_by_case_number(number text) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select c.person_id from case_contact c where c.case_number = number and c.organisation_id = acting_reviewed_organisation() $$;
comment on function audit_persons_by_case_number(text) is 'Whom a case of the reviewed huvudman is about.';

-- Had the unit a relation to the person when it looked? Null when it cannot be told: no person, no unit, or a contact that ended on the day it began.
create function audit_had_relation(persons uuid[], units uuid[], accounts uuid[], moments timestamptz[]) returns table (nth bigint, related boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.nth, case
      when l.person is null or l.unit is null then null
      when exists (
        select from case_contact c where c.person_id = l.person and c.unit_id = any (merged_units(l.unit, l.on_day))
          and (c.valid @> l.on_day or upper(c.valid) = l.on_day)
      ) then true
      when exists (select from person_share s where s.person_id = l.person and s.unit_id = l.unit and s.valid @> l.moment) then true
      when exists (
        select from emergency_opening e where e.person_id = l.person and e.unit_id = l.unit and e.account_id = l.account
          and l.moment >= e.opened_at and l.moment < e.until
      ) then true
      when exists (select from case_contact c where c.person_id = l.person and c.unit_id = any (merged_units(l.unit, l.on_day)) and isempty(c.valid)) then null
      else false
    end
    from (
      select a.nth, a.person, a.unit, a.account, a.moment, (a.moment at time zone 'Europe/Stockholm')::date as on_day
      from unnest(persons, units, accounts, moments) with ordinality as a (person, unit, account, moment, nth)
      where acting_reviewed_organisation() is not null and exists (
        select from audit_event e where e.at = a.moment and e.person_id = a.person and e.account_id = a.account
          and (acting_reviewed_organisation() in (e.organisation_id, e.owner_organisation_id) or is_reviewed_person(a.person))
      )
    ) l
  $$;
comment on function audit_had_relation(uuid[], uuid[], uuid[], timestamptz[]) is 'For looks in the log of the reviewed huvudman, in order: had the unit a contact, a share or an emergency opening at that moment? Of other looks nothing.';

revoke all on function acting_reviewed_organisation(), is_reviewed_person(uuid), audit_person_facts(uuid[]), audit_persons_by_number(bytea), audit_persons_by_case_number(text),
  audit_had_relation(uuid[], uuid[], uuid[], timestamptz[]) from public;
grant execute on function acting_reviewed_organisation(), is_reviewed_person(uuid), audit_person_facts(uuid[]), audit_persons_by_number(bytea), audit_persons_by_case_number(text),
  audit_had_relation(uuid[], uuid[], uuid[], timestamptz[]) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['audit_sample', 'audit_sample_row', 'audit_verdict'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
    execute format('create trigger %I before delete or truncate on %I for each statement execute function audit_refuse()', name || '_stays', name);
  end loop;
end $$;
create trigger audit_sample_stays_as_it_is before update on audit_sample for each statement execute function audit_refuse();
create trigger audit_sample_row_stays_as_it_is before update on audit_sample_row for each statement execute function audit_refuse();
-- But for the reason, which the owner encrypts anew when the keys change.
create trigger audit_verdict_stays_as_it_is before update of id, sample_id, event_id, account_id, verdict, given_by, given_at, corrects on audit_verdict
  for each statement execute function audit_refuse();

create policy audit_sample_read on audit_sample for select to overens_app using (organisation_id = (select acting_reviewed_organisation()));
create policy audit_sample_draw on audit_sample for insert to overens_app with check (
  organisation_id = (select acting_reviewed_organisation()) and drawn_by = (select acting_account())
);
create policy audit_sample_row_read on audit_sample_row for select to overens_app using (sample_id in (select s.id from audit_sample s));
create policy audit_sample_row_draw on audit_sample_row for insert to overens_app with check (
  sample_id in (select s.id from audit_sample s where s.drawn_by = (select acting_account()))
  and exists (select from audit_event e where e.id = event_id and e.at = event_at and e.account_id = audit_sample_row.account_id)
);
create policy audit_verdict_read on audit_verdict for select to overens_app using (sample_id in (select s.id from audit_sample s));
create policy audit_verdict_give on audit_verdict for insert to overens_app with check (
  given_by = (select acting_account()) and account_id <> (select acting_account()) and sample_id in (select s.id from audit_sample s)
);

grant select, insert on audit_sample, audit_sample_row, audit_verdict to overens_app;
