-- A party leaves an agreement that applies, or joins it: an act of the version, by that party alone.
alter table agreement_act drop constraint agreement_act_kind_check, add constraint agreement_act_kind_check check (kind in (
  'withdrawn', 'followed-up', 'evaluated', 'revised', 'evaluation-begun', 'revision-begun', 'no-successor', 'extended', 'retracted', 'joined', 'left'));
alter table agreement_act
  add column party text check (party ~ '^(region|[0-9]{4})$'),
  add column decided_on date,
  add column decided_by text check (length(decided_by) between 1 and 200),
  add column paragraph text check (length(paragraph) between 1 and 60),
  add constraint agreement_act_turn check (
    (kind in ('joined', 'left')) = (party is not null) and num_nulls(party, decided_on, decided_by, paragraph) in (0, 4)
    and (party is null or (length(registry) > 0 and corrects is null))),
  add constraint agreement_act_turn_days check (decided_on <= on_date);
create unique index agreement_act_turn_once on agreement_act (slug, party, on_date) where party is not null;
comment on column agreement_act.party is 'The party that joins or leaves: region, or the code of a municipality.';
comment on column agreement_act.decided_on is 'The day the party decided it; the day from which it holds is on_date.';
comment on column agreement_act.decided_by is 'The body of the party that decided, as it calls it.';
comment on column agreement_act.paragraph is 'The paragraph of its minutes.';

-- What is registered beside a follow-up is never that somebody leaves.
drop policy agreement_act_register on agreement_act;
create policy agreement_act_register on agreement_act for insert to overens_app with check (
  kind not in ('withdrawn', 'extended', 'joined', 'left')
  and exists (
    select from follow_up f where f.act_id = agreement_act.act_id and f.slug = agreement_act.slug and f.label = agreement_act.label
      and f.account_id = (select acting_account()) and (f.stage = 'retracted') = (agreement_act.kind = 'retracted')
      and f.corrects is not distinct from agreement_act.corrects
  )
);
create policy agreement_act_turn on agreement_act for insert to overens_app with check (
  kind in ('joined', 'left') and is_own_act(act_id, 'memberships.note') and (select acting_role()) in ('registrar', 'political-body')
  and exists (select from agreement g where g.slug = agreement_act.slug and g.county_code = (select acting_county()))
  and exists (
    select from organisation o where o.id = (select acting_organisation()) and o.kind in ('region', 'municipality')
      and agreement_act.party = case o.kind when 'region' then 'region' else o.municipality_code end
  )
);

-- How a local agreement says that things are done is found as what it is.
alter table search_entry drop constraint search_entry_kind_check, add constraint search_entry_kind_check check (kind in (
  'agreement', 'duty', 'section', 'knowledge', 'law', 'county', 'municipality', 'body', 'role', 'related', 'way'));
