-- Who may do what to a plan is rows, one for each kind of act, so that a part that brings new acts adds its own.

create table plan_act (
  kind text primary key check (kind ~ '^(plans|consents)\.[a-z-]+$'),
  who text[] not null check (cardinality(who) > 0 and who <@ array[
    'leads', 'own', 'party', 'reads', 'program',
    'reads:identity', 'reads:meeting', 'reads:needs', 'reads:goals', 'reads:measures', 'reads:crisis', 'reads:follow-up'
  ])
);
comment on table plan_act is 'Who may write an act of a kind about a plan. What the acts of a part rest on besides, the policies of its own tables say.';
comment on column plan_act.who is 'Any of these is enough. leads: works with the person for the huvudman whose record the plan rests on; own: it is theirs; party: a unit of theirs takes part; reads, reads:<kind of data>: may read some of the plan, or that kind, now; program: the work of the program itself.';
insert into plan_act (kind, who) values
  ('plans.read-protected', '{reads}'),
  ('plans.open', '{leads,own}'),
  ('plans.point-out', '{leads,own}'),
  ('plans.write', '{leads,own,reads}'),
  ('plans.ask-unit', '{leads}'),
  ('plans.decide', '{leads}'),
  ('plans.establish', '{leads}'),
  ('consents.take', '{leads,own,reads}'),
  ('consents.withdraw', '{leads,own,reads}'),
  ('consents.disclose', '{leads}');
alter table plan_act enable row level security;
alter table plan_act force row level security;
do $$ begin execute format('create policy plan_act_owner on plan_act to %I using (true) with check (true)', current_user); end $$;

create or replace function acts_on_plan(of_kind text, of_plan uuid) returns boolean language sql stable security definer begin atomic
  select case
    when of_kind = 'plans.assess' then takes_part_in_plan(of_plan) and 'needs' = any (acting_plan_kinds(of_plan))
    when of_kind in ('plans.set-meeting', 'plans.note-meeting', 'plans.summon', 'plans.answer-summons') then acts_on_summons(of_kind, of_plan)
    else exists (
      select from plan_act a cross join lateral (select acting_plan_kinds(of_plan) as kinds offset 0) k
      where a.kind = of_kind and (
        ('program' = any (a.who) and acting_program() is not null)
        or ('leads' = any (a.who) and leads_plan(of_plan))
        or ('own' = any (a.who) and owns_plan(of_plan))
        or ('party' = any (a.who) and takes_part_in_plan(of_plan))
        or ('reads' = any (a.who) and cardinality(k.kinds) > 0)
        or exists (select from unnest(a.who) w where split_part(w, ':', 2) = any (k.kinds))
      )
    )
  end;
end;
