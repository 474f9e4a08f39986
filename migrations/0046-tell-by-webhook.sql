-- A huvudman's own systems are told that something has happened in a plan: which plan, what kind of act and when, and never more. An event is written with
-- the act, in its transaction, for those alone who may know of it then; it is numbered, and sent, only if they may know of it still.

create table webhook (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  kinds text[] not null check (cardinality(kinds) between 1 and 40),
  made_by uuid references account,
  made_at timestamptz not null
);
comment on table webhook is 'An address that a huvudman wants to be told at, and of which kinds of acts.';
create index webhook_of_organisation on webhook (organisation_id);

create table webhook_ending (
  webhook_id uuid primary key references webhook,
  ended_by uuid references account,
  at timestamptz not null
);
comment on table webhook_ending is 'The address is told no more.';

create table webhook_secret (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  secret_cipher bytea not null,
  made_by uuid references account,
  at timestamptz not null,
  nth bigint generated always as identity,
  shown_at timestamptz
);
comment on table webhook_secret is 'What events are signed with. The latest holds, and the one before it for a day more.';
comment on column webhook_secret.secret_cipher is 'Bound to webhook.secret:<id>.';
comment on column webhook_secret.shown_at is 'When it was shown, once; null when it has not been.';
create index webhook_secret_of_webhook on webhook_secret (webhook_id, at);

create table webhook_counter (
  webhook_id uuid primary key references webhook,
  last_number bigint not null
);
comment on table webhook_counter is 'The number that was given last. Whoever gives the next holds the row until it is stored, so that there is no gap and none comes twice.';

create table webhook_event (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  act_id uuid not null references act,
  plan_id uuid not null references plan,
  kind text not null,
  at timestamptz not null,
  nth bigint generated always as identity,
  number bigint check (number > 0),
  withheld_at timestamptz,
  delivered_at timestamptz,
  given_up_at timestamptz,
  constraint webhook_event_once unique (webhook_id, act_id),
  constraint webhook_event_numbered_once unique (webhook_id, number)
);
comment on table webhook_event is 'That an act was done, for one who subscribes. Numbered when it is first to be sent; what may no longer be told then has no number, and is never told.';
comment on column webhook_event.nth is 'In which order they were written, of all.';
comment on column webhook_event.withheld_at is 'When it was found that it may no longer be told.';
comment on column webhook_event.given_up_at is 'When it had been tried as often as it is.';
create index webhook_event_waiting on webhook_event (nth) where delivered_at is null and withheld_at is null and given_up_at is null;

create table webhook_attempt (
  id uuid primary key,
  event_id uuid not null references webhook_event,
  at timestamptz not null,
  answered int check (answered between 100 and 599),
  fault text check (length(fault) between 1 and 40),
  nth bigint generated always as identity,
  constraint webhook_attempt_came_to_something check ((answered is null) <> (fault is null))
);
comment on table webhook_attempt is 'One attempt to deliver: what the address answered, or why it did not. Nothing of what it said is kept.';
create index webhook_attempt_of_event on webhook_attempt (event_id, at);

create table plan_event (
  kind text primary key check (kind ~ '^plans\.[a-z-]+$'),
  data_kind text check (data_kind in ('identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up'))
);
comment on table plan_event is 'The kinds of acts about plans that can be told of, and what whoever is told must be allowed to read. A part that brings new acts adds its own.';
comment on column plan_event.data_kind is 'Null: that goes with what was written.';
insert into plan_event (kind, data_kind) values
  ('plans.open', 'needs'),
  ('plans.point-out', 'needs'),
  ('plans.assess', 'needs'),
  ('plans.write', null),
  ('plans.ask-unit', 'meeting'),
  ('plans.set-meeting', 'meeting'),
  ('plans.summon', 'meeting'),
  ('plans.answer-summons', 'meeting'),
  ('plans.note-meeting', 'meeting'),
  ('plans.decide', 'measures'),
  ('plans.establish', 'measures');
grant select on plan_event to overens_app;

create function plan_event_needs(of_kind text, content jsonb) returns text language sql stable security definer begin atomic
  select case
    when e.data_kind is not null then e.data_kind
    when content ? 'goal' then 'goals'
    when content ? 'measure' then 'measures'
    when content->>'part' in ('questions', 'wanted-there', 'not-wanted-there', 'place-or-video', 'adaptations', 'interpreter', 'purpose-of-meeting', 'long-term-goal') then 'meeting'
    when content->>'part' in ('important-to-me', 'what-works', 'what-does-not', 'not-to-be-said', 'view-of-the-child', 'situation-by-staff') then 'needs'
  end
  from plan_event e where e.kind = of_kind;
end;
comment on function plan_event_needs(text, jsonb) is 'The kind of data that an act of this kind is about. Null: nobody is told of it.';

create function huvudman_plan_kinds(of_plan uuid, of_organisation uuid) returns text[] language sql stable security definer begin atomic
  select coalesce(array_agg(distinct k.data_kind), '{}')
  from plan p
  join person r on r.id = p.person_id
  cross join lateral (select gone_organisations(acting_today()) as gone offset 0) w
  join plan_party t on t.plan_id = p.id and unit_owner_now(t.unit_id, t.organisation_id, w.gone) = of_organisation
  cross join lateral (select t.unit_id as unit union select unit_merged_into(t.unit_id, acting_today()) offset 0) u
  cross join unnest(array['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']) k(data_kind)
  where p.id = of_plan and exists (select from unit_version v where v.unit_id = u.unit and v.valid @> acting_today() and v.organisation_id = of_organisation) and (
    (owner_now(r.id, r.organisation_id, w.gone) = of_organisation and exists (
      select from case_contact c where c.person_id = p.person_id and c.unit_id = t.unit_id and c.valid @> acting_today()
    ))
    -- Every voice by one of its own.
    or exists (
      select from (
        select count(distinct v.voice) as yes
        from voices_for(p.person_id) v
        join consent c on c.giver = v.giver and c.giver_id is not distinct from v.giver_id
        join consent_scope s on s.consent_id = c.id
        where c.plan_id = p.id and s.organisation_id = of_organisation and (s.unit_id is null or s.unit_id = u.unit)
          and s.data_kind = k.data_kind and s.purpose = purpose_in_plan(p.id, k.data_kind) and s.permits and s.valid @> acting_now()
          and c.kind = 'lift-secrecy' and c.answer in ('given', 'partly') and c.given_at <= acting_now() and c.recorded_at <= acting_now()
          and (c.giver <> 'representative' or not person_says_no(p.id))
          and not exists (
            select from consent_withdrawal d where d.consent_id = c.id and (d.scope_id is null or d.scope_id = s.id)
              and d.withdrawn_at <= acting_now() and d.recorded_at <= acting_now()
          )
          and not exists (
            select from consent n where n.plan_id = p.id and n.kind = 'lift-secrecy' and n.giver = c.giver and n.giver_id is not distinct from c.giver_id
              and n.answer = 'declined' and n.given_at >= c.given_at and n.given_at <= acting_now() and n.recorded_at <= acting_now()
          )
          and not exists (
            select from consent_scope x join consent y on y.id = x.consent_id
            where x.plan_id = p.id and y.kind = 'lift-secrecy' and y.given_at <= acting_now() and y.recorded_at <= acting_now()
              and not x.permits and x.data_kind = k.data_kind and x.purpose = s.purpose and x.valid @> acting_now()
              and case when x.unit_id is null then x.organisation_id in (select came_out_of(of_organisation, acting_today()))
                else x.unit_id in (select came_out_of(u.unit, acting_today())) end
              and not exists (
                select from consent_withdrawal d where d.consent_id = y.id and d.scope_id = x.id and d.withdrawn_at <= acting_now() and d.recorded_at <= acting_now()
              )
          )
      ) said
      where said.yes > 0 and said.yes = (select count(distinct o.voice) from voices_for(p.person_id) o)
    )
    or exists (
      select from disclosure_decision d
      where d.plan_id = p.id and d.organisation_id = of_organisation and d.unit_id = u.unit and k.data_kind = any (d.data_kinds)
        and d.valid @> acting_now() and d.at <= acting_now()
        and not exists (select from disclosure_ending e where e.decision_id = d.id and e.at <= acting_now())
    )
  );
end;
comment on function huvudman_plan_kinds(uuid, uuid) is 'The kinds of data of a plan that somebody who works with persons in some unit of a huvudman could read at this moment.';

create function huvudman_may_know(of_organisation uuid, of_plan uuid, of_kind text, content jsonb) returns boolean language sql stable security definer begin atomic
  select coalesce(plan_event_needs(of_kind, content) = any (huvudman_plan_kinds(of_plan, of_organisation)), false)
    -- That a unit is asked or called it learns whatever is shut to it.
    or (of_kind in ('plans.ask-unit', 'plans.summon') and exists (
      select from plan_party t
      where t.plan_id = of_plan and unit_owner_now(t.unit_id, t.organisation_id, gone_organisations(acting_today())) = of_organisation
        and (content->>'unit' = t.unit_id::text or coalesce(content->'units' ? t.unit_id::text, false))
    ));
end;
comment on function huvudman_may_know(uuid, uuid, text, jsonb) is 'May a huvudman know, at this moment, that this act was done in this plan?';

create function note_webhook_events() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    insert into webhook_event (id, webhook_id, act_id, plan_id, kind, at)
    select gen_random_uuid(), w.id, new.id, new.subject_id, new.kind, new.at
    from webhook w
    where new.kind = any (w.kinds) and not exists (select from webhook_ending e where e.webhook_id = w.id)
      and w.organisation_id in (select organisation_id from plan_party where plan_id = new.subject_id
        union select unit_owner_now(unit_id, organisation_id, gone_organisations(acting_today())) from plan_party where plan_id = new.subject_id)
      and huvudman_may_know(w.organisation_id, new.subject_id, new.kind, new.content);
    return null;
  end $$;
-- At the end of the transaction: what an act brings with it, a unit that is called and takes part from then on, stands there then.
create constraint trigger act_tells_webhooks after insert on act deferrable initially deferred for each row
  when (new.subject_kind = 'plan') execute function note_webhook_events();

create function number_webhook_events(of_webhook uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    next bigint;
    one record;
  begin
    select last_number into next from webhook_counter where webhook_id = of_webhook for update;
    for one in
      select e.id, e.plan_id, e.kind, w.organisation_id, t.content from webhook_event e join webhook w on w.id = e.webhook_id join act t on t.id = e.act_id
      where e.webhook_id = of_webhook and e.number is null and e.withheld_at is null order by e.nth
    loop
      if huvudman_may_know(one.organisation_id, one.plan_id, one.kind, one.content) then
        next := next + 1;
        update webhook_event set number = next where id = one.id;
      else
        update webhook_event set withheld_at = acting_now() where id = one.id;
      end if;
    end loop;
    update webhook_counter set last_number = next where webhook_id = of_webhook and last_number <> next;
  end $$;
comment on function number_webhook_events(uuid) is 'Gives those that wait the next numbers, in the order of their acts; what may no longer be told is withheld, and takes no number.';

create function event_to_send(of_event uuid) returns table (
  id uuid, webhook_id uuid, url text, number bigint, plan_id uuid, kind text, at timestamptz
) language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    if acting_program() is distinct from 'send-webhooks' then return; end if;
    perform number_webhook_events(e.webhook_id) from webhook_event e where e.id = of_event and e.number is null and e.withheld_at is null;
    update webhook_event e set withheld_at = acting_now() from webhook w, act t
      where e.id = of_event and w.id = e.webhook_id and t.id = e.act_id and e.withheld_at is null and e.delivered_at is null
        and not huvudman_may_know(w.organisation_id, e.plan_id, e.kind, t.content);
    return query select e.id, e.webhook_id, w.url, e.number, e.plan_id, e.kind, e.at from webhook_event e join webhook w on w.id = e.webhook_id
      where e.id = of_event and e.number is not null and e.withheld_at is null and e.delivered_at is null and e.given_up_at is null
        and not exists (select from webhook_ending g where g.webhook_id = w.id);
  end $$;
comment on function event_to_send(uuid) is 'An event that is to be sent, numbered now if it has no number. Nothing when it has been delivered, may no longer be told, or nobody subscribes any more.';

create function note_webhook_attempt(attempt uuid, of_event uuid, came_to int, because text, last boolean) returns void language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
  begin
    if acting_program() is distinct from 'send-webhooks' then return; end if;
    insert into webhook_attempt (id, event_id, at, answered, fault) values (attempt, of_event, acting_now(), came_to, because);
    if came_to between 200 and 299 then update webhook_event set delivered_at = acting_now() where id = of_event and delivered_at is null;
    elsif last then update webhook_event set given_up_at = acting_now() where id = of_event; end if;
  end $$;
comment on function note_webhook_attempt(uuid, uuid, int, text, boolean) is 'Notes what an attempt came to. last: it is not tried again unless somebody asks for it.';

create function administers_webhook(of_webhook uuid) returns boolean language sql stable security definer begin atomic
  select exists (
    select from webhook w join acting_row() a on a.organisation_id = w.organisation_id where w.id = of_webhook and a.role = 'system-administrator'
  );
end;
comment on function administers_webhook(uuid) is 'Does who acts administer the huvudman that subscribes?';

create function webhook_events_after(of_webhook uuid, after bigint, most int) returns table (
  id uuid, number bigint, kind text, plan_id uuid, at timestamptz
) language sql stable security definer begin atomic
  select e.id, e.number, case when k.known then e.kind end, case when k.known then e.plan_id end, e.at
  from webhook_event e join webhook w on w.id = e.webhook_id join act t on t.id = e.act_id
  cross join lateral (select huvudman_may_know(w.organisation_id, e.plan_id, e.kind, t.content) as known offset 0) k
  where administers_webhook(of_webhook) and e.webhook_id = of_webhook and e.number > after order by e.number limit most;
end;
comment on function webhook_events_after(uuid, bigint, int) is 'The events of a subscriber after a number. Of what may no longer be told nothing is said but that it has the number.';

create function show_webhook_secret(of_secret uuid) returns bytea language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    found bytea;
  begin
    update webhook_secret s set shown_at = acting_now() where s.id = of_secret and s.shown_at is null and administers_webhook(s.webhook_id)
      returning s.secret_cipher into found;
    return found;
  end $$;
comment on function show_webhook_secret(uuid) is 'The secret, the first time that it is asked for; null afterwards, and to others than those who administer.';

create function send_webhook_event_again(of_event uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    update webhook_event e set given_up_at = null where e.id = of_event and e.given_up_at is not null and e.withheld_at is null and administers_webhook(e.webhook_id)
      and not exists (select from webhook_ending g where g.webhook_id = e.webhook_id);
    if not found then return false; end if;
    delete from job.job j where (j.name = 'send-webhook' and j.id = of_event and j.state in ('completed', 'cancelled', 'failed'))
      or (j.name = 'send-webhook-dead' and j.source_id = of_event);
    return true;
  end $$;
comment on function send_webhook_event_again(uuid) is 'Lets what was given up wait to be sent again. Answers false when it was not given up, or is not theirs to see to.';

revoke all on function plan_event_needs(text, jsonb), huvudman_plan_kinds(uuid, uuid), huvudman_may_know(uuid, uuid, text, jsonb), note_webhook_events(),
  number_webhook_events(uuid), event_to_send(uuid), note_webhook_attempt(uuid, uuid, int, text, boolean), administers_webhook(uuid),
  webhook_events_after(uuid, bigint, int), show_webhook_secret(uuid), send_webhook_event_again(uuid) from public;
grant execute on function event_to_send(uuid), note_webhook_attempt(uuid, uuid, int, text, boolean), administers_webhook(uuid),
  webhook_events_after(uuid, bigint, int), show_webhook_secret(uuid), send_webhook_event_again(uuid) to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['webhook', 'webhook_ending', 'webhook_secret', 'webhook_counter', 'webhook_event', 'webhook_attempt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;
create policy webhook_read on webhook for select to overens_app using (administers_webhook(id));
create policy webhook_make on webhook for insert to overens_app with check (
  made_by = (select acting_account()) and organisation_id = (select acting_organisation()) and (select acting_role()) = 'system-administrator'
);
create policy webhook_ending_read on webhook_ending for select to overens_app using (
  administers_webhook(webhook_id) or (select acting_program()) = 'send-webhooks'
);
create policy webhook_ending_make on webhook_ending for insert to overens_app with check (ended_by = (select acting_account()) and administers_webhook(webhook_id));
create policy webhook_secret_read on webhook_secret for select to overens_app using (
  administers_webhook(webhook_id) or (select acting_program()) = 'send-webhooks'
);
create policy webhook_secret_make on webhook_secret for insert to overens_app with check (
  made_by = (select acting_account()) and shown_at is null and administers_webhook(webhook_id)
);
create policy webhook_counter_make on webhook_counter for insert to overens_app with check (last_number = 0 and administers_webhook(webhook_id));
create policy webhook_event_read on webhook_event for select to overens_app using (
  administers_webhook(webhook_id) or (select acting_program()) = 'send-webhooks'
);
create policy webhook_attempt_read on webhook_attempt for select to overens_app using (
  exists (select from webhook_event e where e.id = event_id and administers_webhook(e.webhook_id))
);
grant select, insert on webhook, webhook_ending, webhook_secret to overens_app;
grant insert on webhook_counter to overens_app;
-- Whose the plans are is nothing that who administers has to do with.
grant select (id, webhook_id, kind, at, nth, number, withheld_at, delivered_at, given_up_at) on webhook_event to overens_app;
grant select on webhook_attempt to overens_app;

select job.create_queue('send-webhook-dead', '{"policy": "standard", "deleteAfterSeconds": 2592000}');
select job.create_queue('send-webhook', '{"policy": "standard", "deadLetter": "send-webhook-dead", "retryLimit": 12, "retryDelay": 5, "retryBackoff": true, "retryDelayMax": 21600, "expireInSeconds": 300, "deleteAfterSeconds": 86400}');
