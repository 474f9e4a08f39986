-- Consultations, further: more time, those who have gone up into others, and what a published version says of who was asked.

create table consultation_extension (
  act_id uuid primary key references act,
  consultation_id uuid not null references consultation,
  number int not null check (number > 0),
  last_day date not null,
  reason text not null check (length(reason) between 1 and 2000),
  at timestamptz not null,
  constraint consultation_extension_once unique (consultation_id, number)
);
comment on table consultation_extension is 'That those asked were given more time, until which day and why. The latest day holds. Never changed or removed.';
comment on column consultation_extension.number is 'Which in order of the extensions of its consultation.';

alter table consultation_extension enable row level security;
alter table consultation_extension force row level security;
do $$
begin
  execute format('create policy consultation_extension_owner on consultation_extension to %I using (true) with check (true)', current_user);
end $$;
grant select, insert on consultation_extension to overens_app;
create policy consultation_extension_read on consultation_extension for select to overens_app using (
  exists (select from consultation c where c.id = consultation_id)
);
create policy consultation_extension_give on consultation_extension for insert to overens_app with check (
  is_act_in_round(act_id, consultation_id, 'consultations.extend')
  and exists (select from consultation c where c.id = consultation_id and c.opened_by = (select acting_account()))
);

-- Lists show what it is about without opening the text.
alter table consultation add column short text not null generated always as (content ->> 'short') stored;
comment on column consultation.short is 'The short title of what was sent out.';

-- What was sent out by mistake is not left in the open once it is called back.
alter policy consultation_read on consultation using (
  (is_public and not is_round_with(id, array['consultations.recall']))
  or (select acting_oversees(county_code)) or exists (select from acting_asked(id))
);

-- An organisation or unit that has gone up into another is spoken for by that one.
create function came_from(asked uuid, day date) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    with recursive back (id) as (
      select asked where asked is not null
      union
      select s.from_id from back b join succession s on s.to_id = b.id and s.how = 'merge' and s.on_date <= day
    )
    select id from back
  $$;
comment on function came_from(uuid, date) is 'An organisation or unit and all that have gone up into it by a day.';

create function goes_on_as(asked uuid, day date) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    with recursive onwards (id) as (
      select asked
      union
      select s.to_id from onwards o join succession s on s.from_id = o.id and s.how = 'merge' and s.on_date <= day
    )
    select coalesce((
      select o.id from onwards o where not exists (select from succession s where s.from_id = o.id and s.how = 'merge' and s.on_date <= day) limit 1
    ), asked)
  $$;
comment on function goes_on_as(uuid, date) is 'What an organisation or unit has gone up into by a day; itself where it has not.';

create or replace function acting_asked(of_consultation uuid) returns setof text language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.receiver from consultation_receiver r join consultation c on c.id = r.consultation_id, acting_row() a
    where r.consultation_id = of_consultation and (
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
      (select count(*)::int from consultation_receiver r where r.consultation_id = c.id),
      (select count(*)::int from consultation_comment m where m.consultation_id = c.id),
      (select count(*)::int from consultation_comment m where m.consultation_id = c.id
        and not exists (select from consultation_disposition d where d.comment_id = m.id)),
      (select min(a.effective_on) from act a where a.subject_id = c.id and a.kind = 'consultations.close')
    from consultation c where c.draft_id = any (of_drafts) and c.county_code = (select county_code from acting_row())
      and not is_round_with(c.id, array['consultations.recall'])
    order by c.opened_at, c.id
  $$;

-- What anyone may know of how a published version was prepared: who was asked and who answered, and how many views came and what was done with them.
-- Nothing of what anybody said.
create function heard_before(of_slug text, of_label text) returns json language sql stable security definer set search_path = public, pg_temp
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
            from consultation_receiver r where r.consultation_id = c.id
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
comment on function heard_before(text, text) is 'How those concerned took part in a version that was decided here: the declared level, and its closed consultations in numbers. Null for what comes from files.';

revoke all on function came_from(uuid, date), goes_on_as(uuid, date), heard_before(text, text) from public;
grant execute on function goes_on_as(uuid, date), heard_before(text, text) to overens_app;
