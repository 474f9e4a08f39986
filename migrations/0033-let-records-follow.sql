-- Records of persons go on when a huvudman ends: all of them in the one that it goes up into, each of them in one of those that it is divided into. Whose a record
-- is on a day is worked out from what was decided, as with accounts, and nothing is rewritten. A wall asks of the day, so a day that is decided ahead begins at
-- its midnight, and not before.

create table person_move (
  person_id uuid not null references person,
  from_date date not null,
  organisation_id uuid not null references organisation,
  primary key (person_id, from_date)
);
comment on table person_move is 'From which day the record of a person is another huvudman''s, because its own was divided. A merger needs none: it takes all.';
create index person_move_to on person_move (organisation_id, person_id);
alter table person_move enable row level security;
alter table person_move force row level security;
do $$ begin execute format('create policy person_move_owner on person_move to %I using (true) with check (true)', current_user); end $$;

comment on column person.organisation_id is 'The huvudman that made the record. Whose it is on a day: owner_on().';
comment on column case_contact.organisation_id is 'The huvudman that the case number is of: the person''s and the unit''s when the contact was opened.';

-- Whose a record is ----------------------------------------------------------------------------------------------------------------------------------

create function gone_organisations(day date) returns uuid[] language sql stable begin atomic
  select coalesce(array_agg(distinct s.from_id), '{}') from succession s where s.of = 'organisation' and s.on_date <= day;
end;
comment on function gone_organisations(date) is 'The organisations that have gone up into another, or have been divided, by a day: their records are others''.';

create function owner_on(person uuid, origin uuid, day date) returns uuid language sql stable security definer begin atomic
  with recursive onwards (id) as (
    select coalesce(
      (select m.organisation_id from person_move m where m.person_id = owner_on.person and m.from_date <= owner_on.day order by m.from_date desc limit 1),
      owner_on.origin
    )
    union
    select s.to_id from onwards o join succession s on s.from_id = o.id and s.of = 'organisation' and s.how = 'merge' and s.on_date <= owner_on.day
  )
  select o.id from onwards o
  where not exists (select from succession s where s.from_id = o.id and s.of = 'organisation' and s.on_date <= owner_on.day)
  limit 1;
end;
comment on function owner_on(uuid, uuid, date) is 'The huvudman that a record is of on a day, through divisions and mergers, by the huvudman that made it. Null when that was divided and nobody got the record: then it is out of reach.';

create function owner_now(person uuid, origin uuid, gone uuid[]) returns uuid language sql stable
  return case when origin = any (gone) then owner_on(person, origin, acting_today()) else origin end;
comment on function owner_now(uuid, uuid, uuid[]) is 'The huvudman that a record is of today: of one that is still there its own. gone: gone_organisations() of today, asked once for all rows.';

create function origins_of(asked uuid, day date) returns uuid[] language sql stable begin atomic
  with recursive origins (id) as (
    select asked where asked is not null
    union
    select s.from_id from origins o join succession s on s.to_id = o.id and s.of = 'organisation' and s.on_date <= day
  )
  select coalesce(array_agg(id), '{}') from origins;
end;
comment on function origins_of(uuid, date) is 'An organisation, and every one whose records may have come to it by a day.';

create function records_of(asked uuid, day date) returns table (id uuid) language sql stable security definer begin atomic
  select p.id from person p where p.organisation_id = any (origins_of(asked, day)) and owner_on(p.id, p.organisation_id, day) = asked;
end;
comment on function records_of(uuid, date) is 'The records that are of a huvudman on a day. For other functions: the program may not ask.';

-- What the county asks before a division, and does with it --------------------------------------------------------------------------------------------

create function administers_county_of(organisation uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from acting_row() a join organisation o on o.id = administers_county_of.organisation and o.county_code = a.county_code
    where a.role = 'county-administrator'
  );
end;
comment on function administers_county_of(uuid) is 'Does who acts administer the county of this organisation?';

create function cases_of_organisation(asked uuid, day date) returns table (person uuid, contact uuid, case_number text, unit uuid, open boolean, until date)
  language sql stable security definer begin atomic
    select r.id, c.id, c.case_number, coalesce(unit_merged_into(c.unit_id, day), c.unit_id), coalesce(c.valid && daterange(day, null), false), upper(c.valid)
    from records_of(asked, day - 1) r left join case_contact c on c.person_id = r.id and not isempty(c.valid)
    where administers_county_of(asked)
    order by r.id, lower(c.valid), c.id;
  end;
comment on function cases_of_organisation(uuid, date) is 'The records that are of an organisation the day before, with the cases in each: the unit that works with it, and whether it is open that day or later. A record without cases is one row. For the county administrator alone, and never who it is about.';

create function part_records(organisation uuid, day date, persons uuid[], parts uuid[]) returns table (person uuid, contact uuid) language plpgsql volatile
  security definer set search_path = public, pg_temp
  as $$
  begin
    if not administers_county_of(part_records.organisation) then
      raise exception 'only the county parts records' using errcode = '42501';
    end if;
    if exists (
      select from unnest(part_records.persons, part_records.parts) as g (person, part)
      where g.part not in (
          select s.to_id from succession s where s.of = 'organisation' and s.how = 'split' and s.on_date = part_records.day
            and s.from_id = part_records.organisation
        )
        or g.person not in (select r.id from records_of(part_records.organisation, part_records.day - 1) r)
    ) then
      raise exception 'records go to a part of the organisation that they are of, on the day' using errcode = '42501';
    end if;
    insert into person_move (person_id, from_date, organisation_id)
      select g.person, part_records.day, g.part from unnest(part_records.persons, part_records.parts) as g (person, part);
    return query
      update case_contact c set valid = c.valid * daterange(null, part_records.day)
      from unnest(part_records.persons, part_records.parts) as g (person, part)
      where c.person_id = g.person and c.valid && daterange(part_records.day, null) and exists (
        select from unit_version v where v.unit_id = coalesce(unit_merged_into(c.unit_id, part_records.day), c.unit_id)
          and v.valid @> part_records.day and v.organisation_id <> g.part
      )
      returning c.person_id, c.id;
  end $$;
comment on function part_records(uuid, date, uuid[], uuid[]) is 'Gives each record of an organisation that is divided to one of its parts from the day, and ends the contacts with it of units that go to other parts: answers those. For the county administrator alone.';

-- A case that is opened after the division was decided and before its day goes where its unit goes. Whoever decides it at the same moment is waited for: the
-- lock is that of the register (kind 8).
create function follow_division() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended(new.organisation_id::text, 8));
    insert into person_move (person_id, from_date, organisation_id)
      select new.person_id, s.on_date, s.to_id
      from succession s join unit_version v on v.unit_id = coalesce(unit_merged_into(new.unit_id, s.on_date), new.unit_id) and v.valid @> s.on_date
        and v.organisation_id = s.to_id
      where s.of = 'organisation' and s.how = 'split' and s.from_id = new.organisation_id and s.on_date > acting_today()
      on conflict do nothing;
    return null;
  end $$;
comment on function follow_division() is 'Sees to it that a record that is made, or gets its first case, while a division lies ahead is not left behind.';
create trigger case_contact_follows_division after insert on case_contact for each row execute function follow_division();

create or replace function has_cases(organisation uuid, day date) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select administers_county_of(has_cases.organisation) and exists (
      select from case_contact c where c.person_id in (select r.id from records_of(has_cases.organisation, has_cases.day) r)
        and c.valid && daterange(has_cases.day, null)
    )
  $$;

-- The walls ------------------------------------------------------------------------------------------------------------------------------------------

create or replace function works_with_person(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from person p join case_contact c on c.person_id = p.id
      where p.id = works_with_person.person and owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
        and c.unit_id = any (acting_case_units()) and c.valid @> acting_today()
    )
  $$;

create or replace function may_open_contact(person uuid, unit uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
        select from unit_version v where v.unit_id = may_open_contact.unit and v.organisation_id = acting_case_organisation()
          and (v.valid @> acting_today() or lower(v.valid) > acting_today())
      )
      and (
        works_with_person(may_open_contact.person)
        or (
          may_open_contact.unit = acting_case_unit()
          and exists (
            select from person p where p.id = may_open_contact.person
              and owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
          )
          and not exists (select from case_contact c where c.person_id = may_open_contact.person)
        )
      )
  $$;

-- After a merger a huvudman may have two records of somebody, its own and one that came along: then its own is meant.
create or replace function open_contact_by_number(contact uuid, hash bytea, number text, typed_name text) returns uuid language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
  declare
    known uuid;
    allowed boolean;
  begin
    select p.id,
        case when p.protected_identity is null then name_words(p.name) = name_words(typed_name)
          else acting_case_organisation() in (select acting_protected_access()) end
      into known, allowed from person p
      where p.number_hash = hash and owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) = acting_case_organisation()
      order by p.organisation_id = acting_case_organisation() desc, p.created_at, p.id limit 1;
    if known is null then return null; end if;
    if allowed is not true then
      raise exception 'no contact by this number' using errcode = '23514', constraint = 'contact_by_number_allowed';
    end if;
    insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
      values (contact, known, acting_case_organisation(), acting_case_unit(), number, daterange(acting_today(), null));
    return known;
  end $$;

create or replace function may_protect(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select works_with_person(p.id) and (
      p.protected_identity is null
      or owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) in (select acting_protected_access())
    )
    from person p where p.id = may_protect.person
  $$;

create or replace function emergency_records(hash bytea) returns table (person_id uuid, organisation_id uuid, blocked boolean) language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select p.id, w.owner, p.blocked_since is not null
    from person p cross join lateral (select owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) as owner) w
    where p.number_hash = emergency_records.hash and w.owner <> acting_case_organisation()
      and acting_role() in ('municipal-case-worker', 'regional-clinician') and under_shared_documentation(acting_case_unit())
      and exists (select from case_contact c where c.person_id = p.id and lower(c.valid) <= acting_today()
        and exists (select from unit_on(c.unit_id, acting_today()) as now_unit where under_shared_documentation(now_unit)))
  $$;

alter policy person_read on person using (
  (owner_now(id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation())
    and exists (select from case_contact c where c.person_id = person.id and c.unit_id = any ((select acting_case_units())::uuid[]) and c.valid @> (select acting_today())))
  or exists (select from person_share s where s.person_id = person.id and s.unit_id = (select acting_case_unit()) and s.valid @> (select acting_now()))
  or id in (select acting_emergency_persons())
  or id in (select acting_own_persons())
);
-- Which huvudman made a record is granted to nobody to change.
alter policy person_change on person with check (works_with_person(id));

alter policy person_place_read on person_place using (
  exists (
    select from person p where p.id = person_place.person_id and (
      p.protected_identity is null
      or owner_now(p.id, p.organisation_id, (select gone_organisations(acting_today()))) in (select acting_protected_access())
      or p.id in (select acting_own_persons())
    )
  )
);
alter policy person_place_write on person_place with check (
  works_with_person(person_id) and exists (
    select from person p where p.id = person_place.person_id and (
      p.protected_identity is null or owner_now(p.id, p.organisation_id, (select gone_organisations(acting_today()))) in (select acting_protected_access())
    )
  )
);
alter policy person_place_change on person_place using (
  works_with_person(person_id) and exists (
    select from person p where p.id = person_place.person_id and (
      p.protected_identity is null or owner_now(p.id, p.organisation_id, (select gone_organisations(acting_today()))) in (select acting_protected_access())
    )
  )
);

-- A contact is seen by its unit for as long as the record is its huvudman's.
alter policy case_contact_read on case_contact using (
  (unit_id = any ((select acting_case_units())::uuid[])
    and owner_now(person_id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation()))
  or person_id in (select acting_own_persons())
);
alter policy case_contact_end on case_contact using (
  unit_id = any ((select acting_case_units())::uuid[]) and valid @> (select acting_today())
  and owner_now(person_id, organisation_id, (select gone_organisations(acting_today()))) = (select acting_case_organisation())
);

-- The policies above in one question, as before.
create or replace function acting_record(person uuid) returns table (
  id uuid, owner uuid, owner_name text, name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, blocked boolean,
  own boolean, authorised boolean, merged uuid[], address_cipher bytea, whereabouts_cipher bytea, contacts json, shares json, openings json
) language sql stable security definer begin atomic
  select r.id, r.owner,
    coalesce((select o.name from organisation_version o where o.organisation_id = r.owner and o.valid @> r.today), ''),
    r.name, r.number_kind, r.number_cipher, r.protected_identity, r.interpreter_language,
    r.blocked_since is not null, r.own, r.authorised, r.units, l.address_cipher, l.whereabouts_cipher,
    coalesce((
      select json_agg(json_build_object('id', c.id, 'unit', c.unit_id, 'unit_name', coalesce(u.name, ''), 'merged_into', n.name,
        'ended', n.name is null and not coalesce(u.valid @> r.today, false), 'case_number', c.case_number,
        'from', lower(c.valid), 'until', upper(c.valid)) order by lower(c.valid), c.case_number)
      from case_contact c
      left join lateral (
        select v.name, v.valid from unit_version v where v.unit_id = c.unit_id and lower(v.valid) <= r.today order by lower(v.valid) desc limit 1
      ) u on true
      cross join lateral (
        select case when exists (select from succession s where s.from_id = c.unit_id) then (
          select v.name from unit_version v where v.unit_id = (select unit_merged_into(c.unit_id, r.today)) and v.valid @> r.today
        ) end as name offset 0
      ) n
      where c.person_id = r.id and (c.unit_id = any (r.units) or r.own)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('id', s.id, 'unit', s.unit_id, 'from', lower(s.valid), 'until', upper(s.valid)))
      from person_share s where s.person_id = r.id and (s.unit_id = r.case_unit or r.own)
    ), '[]'),
    coalesce((
      select json_agg(json_build_object('account', e.account_id, 'unit', e.unit_id, 'from', e.opened_at, 'until', e.until))
      from emergency_opening e where e.person_id = r.id and ((e.account_id = r.account and e.unit_id = r.case_unit) or r.own)
    ), '[]')
  from (
    select p.id, coalesce(w.owner, p.organisation_id) as owner, p.name, p.number_kind, p.number_cipher, p.protected_identity, p.interpreter_language, p.blocked_since,
      me.account, me.case_unit, me.units, me.today,
      coalesce(me.kind = 'individual' and p.number_hash = me.number_hash, false) as own,
      exists (
        select from protected_access g where g.account_id = me.account and g.organisation_id = me.organisation and g.valid @> me.today
          and g.organisation_id = w.owner
      ) as authorised
    from (
      select a.account_id as account, a.kind, a.number_hash, a.organisation_id as organisation, work.unit as case_unit,
        case when work.unit is null then '{}'
          when exists (select from succession s where s.to_id = work.unit and s.of = 'unit') then merged_units(work.unit, acting_today())
          else array[work.unit] end as units,
        acting_today() as today, acting_now() as now, gone_organisations(acting_today()) as gone
      from acting_row() a
      cross join lateral (select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then a.unit_id end as unit) work
      -- So that it is worked out once, not wherever it is named.
      offset 0
    ) me
    join person p on p.id = acting_record.person
    cross join lateral (
      select case when p.organisation_id = any (me.gone) then owner_on(p.id, p.organisation_id, me.today) else p.organisation_id end as owner offset 0
    ) w
    where (w.owner = me.organisation
        and exists (select from case_contact c where c.person_id = p.id and c.unit_id = any (me.units) and c.valid @> me.today))
      or exists (select from person_share s where s.person_id = p.id and s.unit_id = me.case_unit and s.valid @> me.now)
      or (p.blocked_since is null and exists (
        select from emergency_opening e where e.person_id = p.id and e.account_id = me.account and e.unit_id = me.case_unit
          and e.opened_at <= me.now and e.until > me.now
      ))
      or (me.kind = 'individual' and p.number_hash = me.number_hash)
    offset 0
  ) r
  left join person_place l on l.person_id = r.id and (r.protected_identity is null or r.authorised or r.own);
end;

-- The log of what has come along ---------------------------------------------------------------------------------------------------------------------

create or replace function is_reviewed_person(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from person p where p.id = is_reviewed_person.person and (
        p.organisation_id = any (acting_reviewed_organisations())
        or owner_now(p.id, p.organisation_id, gone_organisations(acting_today())) = acting_reviewed_organisation()
      )
    )
  $$;
comment on function is_reviewed_person(uuid) is 'Is this a record of the huvudman whose log who acts goes through, today: also one that came along from another?';

create function acting_reviewed_origins() returns uuid[] language sql stable security definer begin atomic
  select origins_of(acting_reviewed_organisation(), acting_today());
end;
comment on function acting_reviewed_origins() is 'The huvudman whose log who acts goes through, and every one whose records may have come to it; empty for everyone who is no log reviewer.';

-- Of what was divided a part reads what was done with the records that it got, and nothing else.
alter policy audit_event_review on audit_event using (
  organisation_id = any ((select acting_reviewed_organisations())::uuid[])
  or owner_organisation_id = any ((select acting_reviewed_organisations())::uuid[])
  or (owner_organisation_id is null and person_id is not null and (select acting_reviewed_organisation()) is not null and is_reviewed_person(person_id))
  or (owner_organisation_id = any ((select acting_reviewed_origins())::uuid[]) and person_id is not null and is_reviewed_person(person_id))
);

create or replace function audit_person_facts(persons uuid[]) returns table (person_id uuid, name text, protected boolean, case_numbers text[], staff text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with staff as materialized (
        select a.number_hash, lower(a.name) as name from account a
        where a.kind = 'staff' and a.id in (select accounts_of_organisation(acting_reviewed_organisation(), acting_today()))
      )
    select p.id, p.name, p.protected_identity is not null,
      array(select c.case_number from case_contact c where c.person_id = p.id order by c.case_number),
      case
        when exists (select from staff a where a.number_hash = p.number_hash) then 'yes'
        when exists (select from staff a where a.name = lower(p.name)) then 'same-name'
        when p.number_hash is not null and not exists (select from staff a where a.number_hash is null) then 'no'
        else 'unknown'
      end
    from person p where p.id = any (persons) and is_reviewed_person(p.id)
  $$;

create or replace function audit_persons_by_number(hash bytea) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    with reviewed as materialized (select acting_reviewed_organisations() as ids)
    select p.id from person p, reviewed
    where p.number_hash = hash and (
      is_reviewed_person(p.id)
      or exists (select from audit_event e where e.person_id = p.id and e.organisation_id = any (reviewed.ids))
    )
  $$;

create or replace function audit_persons_by_case_number(number text) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select c.person_id from case_contact c where c.case_number = number and (c.organisation_id = any (acting_reviewed_organisations()) or is_reviewed_person(c.person_id)) $$;

create or replace function audit_names_in_unit(persons uuid[], units uuid[], moments timestamptz[]) returns table (nth bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with looks as materialized (
      select l.nth, l.person, l.unit, (l.moment at time zone 'Europe/Stockholm')::date as day
      from unnest(persons, units, moments) with ordinality as l (person, unit, moment, nth)
    ), names as materialized (
      select distinct d.unit, d.day, lower(a.name) as name
      from (select distinct unit, day from looks where unit is not null) d
      cross join lateral unnest(merged_units(d.unit, d.day)) as part (id)
      join assignment m on m.unit_id = part.id and m.valid @> d.day
      join account a on a.id = m.account_id
    ), known as materialized (
      select p.id, lower(p.name) as name from person p where p.id in (select person from looks) and is_reviewed_person(p.id)
    )
    select l.nth from looks l join known k on k.id = l.person join names n on n.unit = l.unit and n.day = l.day and n.name = k.name
  $$;

-- A question in a consultation goes on to the parts of what was asked -------------------------------------------------------------------------------------

alter table consultation_receiver add column part_of text, add column from_date date,
  add constraint consultation_receiver_part check ((part_of is null) = (from_date is null)),
  add constraint consultation_receiver_part_of foreign key (consultation_id, part_of) references consultation_receiver (consultation_id, receiver);
comment on column consultation_receiver.part_of is 'The receiver that was asked and has been divided since, of which this is a part: it answers for itself. Null for those who were asked.';
comment on column consultation_receiver.from_date is 'The day of the division: from then on the part is asked.';

create function ask_parts(of_consultation uuid, of_receiver text) returns void language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into consultation_receiver (consultation_id, receiver, kind, organisation_id, unit_id, name, part_of, from_date)
    select r.consultation_id, r.kind || ':' || s.to_id, r.kind, case when r.kind <> 'unit' then s.to_id end, case when r.kind = 'unit' then s.to_id end,
      coalesce(
        (select v.name from organisation_version v where r.kind <> 'unit' and v.organisation_id = s.to_id and v.valid @> s.on_date),
        (select v.name from unit_version v where r.kind = 'unit' and v.unit_id = s.to_id and v.valid @> s.on_date),
        r.name
      ), r.receiver, s.on_date
    from consultation_receiver r join succession s on s.how = 'split' and coalesce(r.organisation_id, r.unit_id) in (select came_from(s.from_id, s.on_date))
    where r.consultation_id = ask_parts.of_consultation and r.receiver = ask_parts.of_receiver
      and not is_round_with(r.consultation_id, array['consultations.close', 'consultations.recall'])
      and s.on_date >= coalesce(r.from_date, '-infinity')
    on conflict do nothing
  $$;
comment on function ask_parts(uuid, text) is 'Asks the parts of a receiver that has been, or is to be, divided, from the day of it, as long as the consultation is not over. A part that was asked itself has its own question already.';

create function ask_parts_of_receiver() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform ask_parts(new.consultation_id, new.receiver);
    return null;
  end $$;
comment on function ask_parts_of_receiver() is 'Whoever is asked while a division lies ahead is asked with its parts; and a part that is divided itself with its own.';
-- When all who are asked have been noted: one of them may be a part of another.
create constraint trigger consultation_receiver_parts after insert on consultation_receiver deferrable initially deferred
  for each row execute function ask_parts_of_receiver();

create function ask_parts_of_succession() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform ask_parts(r.consultation_id, r.receiver)
      from consultation_receiver r where coalesce(r.organisation_id, r.unit_id) in (select came_from(new.from_id, new.on_date));
    return null;
  end $$;
comment on function ask_parts_of_succession() is 'A division hands the questions that are open over to its parts.';
create trigger succession_asks_parts after insert on succession for each row when (new.how = 'split') execute function ask_parts_of_succession();
select ask_parts(r.consultation_id, r.receiver) from consultation_receiver r;

create or replace function acting_asked(of_consultation uuid) returns setof text language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.receiver from consultation_receiver r join consultation c on c.id = r.consultation_id, acting_row() a
    where r.consultation_id = of_consultation and (r.from_date is null or r.from_date <= acting_today()) and (
      (r.kind = 'huvudman' and a.role in ('registrar', 'quality-manager') and r.organisation_id in (select came_from(a.organisation_id, acting_today())))
      or (r.kind = 'unit' and a.role = 'unit-manager' and r.unit_id in (select came_from(a.unit_id, acting_today())))
      or (r.kind = 'body' and c.county_code = a.county_code and r.body = a.body and a.role in ('political-body', 'strategy-group', 'district-coordinator'))
      or (r.kind = 'user-organisation' and a.role = 'user-organisation' and r.organisation_id in (select came_from(a.organisation_id, acting_today())))
    )
  $$;

create or replace function rounds_of_drafts(of_drafts uuid[]) returns table (
  draft uuid, id uuid, opened_on date, last_day date, level text, is_public boolean, receivers int, comments int, unanswered int, closed_on date
) language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.draft_id, c.id, (c.opened_at at time zone 'Europe/Stockholm')::date,
      greatest(c.last_day, (select max(e.last_day) from consultation_extension e where e.consultation_id = c.id)), c.level, c.is_public,
      (select count(*)::int from consultation_receiver r where r.consultation_id = c.id and r.part_of is null),
      (select count(*)::int from consultation_comment m where m.consultation_id = c.id),
      (select count(*)::int from consultation_comment m where m.consultation_id = c.id
        and not exists (select from consultation_disposition d where d.comment_id = m.id)),
      (select min(a.effective_on) from act a where a.subject_id = c.id and a.kind = 'consultations.close')
    from consultation c where c.draft_id = any (of_drafts) and c.county_code = (select county_code from acting_row())
      and not is_round_with(c.id, array['consultations.recall'])
    order by c.opened_at, c.id
  $$;

create or replace function heard_before(of_slug text, of_label text) returns json language sql stable security definer set search_path = public, pg_temp
  as $$
    select json_build_object(
      'level', (
        select r.content -> 'influence' ->> 'level' from act given
        join draft_revision r on r.draft_id = given.subject_id and r.number = (given.content ->> 'revision')::int
        where given.subject_id = published.subject_id and given.kind = 'drafts.submit' order by (given.content ->> 'round')::int desc limit 1
      ),
      'rounds', coalesce((
        select json_agg(json_build_object(
          'id', c.id,
          'openedOn', (c.opened_at at time zone 'Europe/Stockholm')::date,
          'lastDay', greatest(c.last_day, (select max(e.last_day) from consultation_extension e where e.consultation_id = c.id)),
          'closedOn', closed.effective_on,
          'level', c.level,
          'isPublic', c.is_public,
          'isPart', coalesce((c.content ->> 'isPart')::boolean, false),
          'asked', coalesce((
            select json_agg(json_build_object(
              'kind', r.kind,
              'name', r.name,
              'comments', (select count(*) from consultation_comment m where m.consultation_id = c.id and m.receiver = r.receiver),
              'stance', (select y.stance from consultation_reply y where y.consultation_id = c.id and y.receiver = r.receiver order by y.at desc, y.act_id desc limit 1)
            ) order by array_position(array['huvudman', 'body', 'unit', 'user-organisation'], r.kind), r.name collate "sv-x-icu", r.receiver)
            from consultation_receiver r where r.consultation_id = c.id and (r.from_date is null or r.from_date <= closed.effective_on)
          ), '[]'),
          'others', (select count(*) from consultation_comment m where m.consultation_id = c.id and m.receiver is null),
          'outcomes', (
            select json_build_object(
              'accepted', count(*) filter (where d.outcome = 'accepted'),
              'in-part', count(*) filter (where d.outcome = 'in-part'),
              'rejected', count(*) filter (where d.outcome = 'rejected'),
              'noted', count(*) filter (where d.outcome = 'noted')
            )
            from consultation_comment m, lateral (
              select d.outcome from consultation_disposition d where d.comment_id = m.id order by d.number desc limit 1
            ) d where m.consultation_id = c.id
          )
        ) order by c.opened_at, c.id)
        from consultation c
        join lateral (
          select a.effective_on from act a where a.subject_kind = 'consultation' and a.subject_id = c.id and a.kind = 'consultations.close' order by a.at limit 1
        ) closed on true
        where c.draft_id = published.subject_id
      ), '[]')
    )
    from agreement_version v join act published on published.id = v.published_act
    where v.slug = of_slug and v.label = of_label
  $$;

-- A turn that was mistyped -----------------------------------------------------------------------------------------------------------------------------

create table membership_correction (
  act_id uuid primary key references act,
  corrects uuid not null references act,
  slug text not null references agreement,
  party text not null check (party ~ '^(region|[0-9]{4})$'),
  reason text not null check (length(reason) between 1 and 1000),
  at timestamptz not null,
  constraint membership_corrected_once unique (corrects)
);
comment on table membership_correction is 'That a party has said that it leaves or joins, and that it was wrong: the act that it corrects counts no more. Never changed or removed.';
comment on column membership_correction.corrects is 'The act by which it was noted that the party leaves or joins (agreement_act).';
comment on column membership_correction.reason is 'Why it was wrong, in the party''s own words. Public.';
grant select, insert on membership_correction to overens_app;
alter table membership_correction enable row level security;
alter table membership_correction force row level security;
do $$ begin execute format('create policy membership_correction_owner on membership_correction to %I using (true) with check (true)', current_user); end $$;
create policy membership_correction_read on membership_correction for select to overens_app using (true);
create policy membership_correction_write on membership_correction for insert to overens_app with check (
  is_own_act(act_id, 'memberships.correct') and (select acting_role()) in ('registrar', 'political-body')
  and exists (select from agreement_act t where t.act_id = membership_correction.corrects and t.slug = membership_correction.slug and t.party = membership_correction.party)
  and exists (
    select from organisation o where o.id = (select acting_organisation()) and o.kind in ('region', 'municipality') and o.county_code = (select acting_county())
      and membership_correction.party = case o.kind when 'region' then 'region' else o.municipality_code end
  )
);
create trigger membership_correction_changed after insert on membership_correction for each row execute function register_changed();

-- One turn of a party on a day, of those that count: what was corrected may be noted anew for the same day.
drop index agreement_act_turn_once;
create index agreement_act_turn on agreement_act (slug, party, on_date) where party is not null;
create function turn_once() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.slug || ' ' || new.party, 25));
    if exists (
      select from agreement_act t where t.slug = new.slug and t.party = new.party and t.on_date = new.on_date
        and not exists (select from membership_correction c where c.corrects = t.act_id)
    ) then
      raise exception 'the party has a turn that day' using errcode = '23505', constraint = 'agreement_act_turn_once';
    end if;
    return new;
  end $$;
comment on function turn_once() is 'No party leaves and joins on the same day, nor twice (agreement_act_turn_once).';
create trigger agreement_act_turn_once before insert on agreement_act for each row when (new.party is not null) execute function turn_once();

do $$
declare
  name text;
begin
  foreach name in array array['gone_organisations(date)', 'owner_on(uuid, uuid, date)', 'owner_now(uuid, uuid, uuid[])', 'cases_of_organisation(uuid, date)', 'part_records(uuid, date, uuid[], uuid[])',
    'acting_reviewed_origins()'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to overens_app', name);
  end loop;
  execute 'revoke all on function records_of(uuid, date), administers_county_of(uuid), origins_of(uuid, date), follow_division(),
    ask_parts(uuid, text), ask_parts_of_receiver(), ask_parts_of_succession(), turn_once() from public';
end $$;
