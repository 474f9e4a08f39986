-- The record of one person, asked for in the same words with the same answers: into what the unit of a contact has gone was
-- looked for in every contact, by a search of its own, also where the unit has gone into nothing; and the names of all organisations were laid out to find one.
-- Now each is asked for where it is needed.

create or replace function acting_record(person uuid) returns table (
  id uuid, owner uuid, owner_name text, name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, blocked boolean,
  own boolean, authorised boolean, merged uuid[], address_cipher bytea, whereabouts_cipher bytea, contacts json, shares json, openings json
) language sql stable security definer begin atomic
  select r.id, r.organisation_id,
    coalesce((select o.name from organisation_version o where o.organisation_id = r.organisation_id and o.valid @> r.today), ''),
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
    select p.id, p.organisation_id, p.name, p.number_kind, p.number_cipher, p.protected_identity, p.interpreter_language, p.blocked_since,
      me.account, me.case_unit, me.units, me.today,
      coalesce(me.kind = 'individual' and p.number_hash = me.number_hash, false) as own,
      exists (
        select from protected_access g where g.account_id = me.account and g.organisation_id = me.organisation and g.valid @> me.today
          and g.organisation_id = p.organisation_id
      ) as authorised
    from (
      select a.account_id as account, a.kind, a.number_hash, a.organisation_id as organisation, work.unit as case_unit,
        case when work.unit is null then '{}'
          when exists (select from succession s where s.to_id = work.unit and s.of = 'unit') then merged_units(work.unit, acting_today())
          else array[work.unit] end as units,
        acting_today() as today, acting_now() as now
      from acting_row() a
      cross join lateral (select case when a.role in ('municipal-case-worker', 'regional-clinician', 'coordinator') then a.unit_id end as unit) work
      -- So that it is worked out once, not wherever it is named.
      offset 0
    ) me
    join person p on p.id = acting_record.person
    where (p.organisation_id = me.organisation
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
