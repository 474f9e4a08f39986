-- Consultations: a text is sent out, those asked say what they think of it place by place, and each view is answered. A round has no status: its acts (in `act`,
-- subject kind `consultation`) and rows tell where it is. Nothing here is changed or deleted.

create table consultation (
  id uuid primary key,
  draft_id uuid not null references draft,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  slug text not null,
  label text not null,
  agreement_kind text not null check (agreement_kind in ('county', 'local', 'supplement', 'routine')),
  municipalities text[] not null,
  revision int not null check (revision > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content json not null,
  level text not null check (level in ('information', 'consultation', 'dialogue', 'influence', 'shared-decision')),
  asks text not null default '' check (length(asks) <= 4000),
  last_day date not null,
  is_public boolean not null,
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  constraint consultation_of_revision foreign key (draft_id, revision) references draft_revision (draft_id, number)
);
comment on table consultation is 'A round of consultation on a working copy: which text, what of it, until which day. Where it is, is computed.';
comment on column consultation.revision is 'The save of the working copy that was sent out; hash is the SHA-256 of its whole text.';
comment on column consultation.content is 'The sections that were sent out, as they read then. json, not jsonb: sentences are keys, and their order is the text.';
comment on column consultation.municipalities is 'Codes of the municipalities that are parties, as of the working copy.';
comment on column consultation.level is 'The level of participation that was declared for the round.';
comment on column consultation.is_public is 'Whether anyone may read what was sent out, and what it led to.';
create index consultation_of_draft on consultation (draft_id);
create index consultation_of_county on consultation (county_code, opened_at);

create table consultation_receiver (
  consultation_id uuid not null references consultation,
  receiver text not null,
  kind text not null check (kind in ('huvudman', 'unit', 'body', 'user-organisation')),
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  body text,
  name text not null check (length(name) between 1 and 200),
  constraint consultation_receiver_once primary key (consultation_id, receiver),
  check ((kind in ('huvudman', 'user-organisation')) = (organisation_id is not null)),
  check ((kind = 'unit') = (unit_id is not null)),
  check ((kind = 'body') = (body is not null)),
  check (receiver = kind || ':' || coalesce(organisation_id::text, unit_id::text, body))
);
comment on table consultation_receiver is 'Who is asked: a huvudman, a unit, a joint body or a user organisation of the register, with the name it had then.';

create table consultation_opening (
  consultation_id uuid not null,
  receiver text not null,
  at timestamptz not null,
  constraint consultation_opening_once primary key (consultation_id, receiver),
  foreign key (consultation_id, receiver) references consultation_receiver (consultation_id, receiver)
);
comment on table consultation_opening is 'That somebody who speaks for a receiver has had the text before them, the first time. Not who.';

create table consultation_comment (
  id uuid primary key,
  act_id uuid not null unique references act,
  consultation_id uuid not null references consultation,
  source text not null check (source in ('receiver', 'letter')),
  receiver text,
  from_whom text not null default '' check (length(from_whom) <= 200),
  came_on date not null,
  section text,
  sentence text,
  words text not null default '',
  text text not null check (length(text) between 1 and 8000),
  account_id uuid not null references account,
  at timestamptz not null,
  foreign key (consultation_id, receiver) references consultation_receiver (consultation_id, receiver),
  check (sentence is null or section is not null),
  check ((source = 'receiver') = (from_whom = '')),
  check (source = 'letter' or receiver is not null)
);
comment on table consultation_comment is 'A view on a sentence, a section or the whole of what was sent out.';
comment on column consultation_comment.words is 'What stood there when it was sent out: the view is about these words, whatever becomes of the text.';
comment on column consultation_comment.source is 'receiver: written here by somebody who speaks for one asked; letter: came another way, and was entered by account_id.';
comment on column consultation_comment.from_whom is 'Whom a letter came from, as its organisation; never the name of a private person.';
create index consultation_comment_of on consultation_comment (consultation_id);

create table consultation_disposition (
  act_id uuid primary key references act,
  comment_id uuid not null references consultation_comment,
  number int not null check (number > 0),
  outcome text not null check (outcome in ('accepted', 'in-part', 'rejected', 'noted')),
  reason text not null check (length(reason) <= 8000),
  at timestamptz not null,
  constraint consultation_disposition_once unique (comment_id, number),
  constraint consultation_disposition_reason check (outcome = 'accepted' or reason <> '')
);
comment on table consultation_disposition is 'What was done with a view, and why. The one with the highest number holds; the others are what it was before.';

create table consultation_reply (
  act_id uuid primary key references act,
  consultation_id uuid not null,
  receiver text not null,
  stance text not null check (stance in ('no-remarks', 'done')),
  on_date date not null,
  at timestamptz not null,
  foreign key (consultation_id, receiver) references consultation_receiver (consultation_id, receiver)
);
comment on table consultation_reply is 'That one asked has said what it wants to say: nothing to remark, or all its views given. The latest holds. It approves nothing.';
create index consultation_reply_of on consultation_reply (consultation_id, receiver);

-- Row-level security of these tables asks each other; these functions ask past it, about who acts alone.
create function acting_asked(of_consultation uuid) returns setof text language sql stable security definer begin atomic
  select r.receiver from consultation_receiver r join consultation c on c.id = r.consultation_id, acting_row() a
  where r.consultation_id = of_consultation and (
    (r.kind = 'huvudman' and r.organisation_id = a.organisation_id and a.role in ('registrar', 'quality-manager'))
    or (r.kind = 'unit' and r.unit_id = a.unit_id and a.role = 'unit-manager')
    or (r.kind = 'body' and c.county_code = a.county_code and r.body = a.body and a.role in ('political-body', 'strategy-group', 'district-coordinator'))
    or (r.kind = 'user-organisation' and r.organisation_id = a.organisation_id and a.role = 'user-organisation')
  );
end;
comment on function acting_asked(uuid) is 'Those asked in a consultation for whom who acts speaks.';

create function acting_oversees(of_county text) returns boolean language sql stable security definer begin atomic
  select exists (select from acting_row() a where a.county_code = of_county and a.role in ('strategy-group', 'district-coordinator', 'registrar'));
end;
comment on function acting_oversees(text) is 'Is who acts among those who may write agreements or keep the records of the county? Which of them, the policies say.';

create function is_round_with(of_consultation uuid, kinds text[]) returns boolean language sql stable security definer begin atomic
  select exists (select from act a where a.subject_kind = 'consultation' and a.subject_id = of_consultation and a.kind = any (kinds));
end;
comment on function is_round_with(uuid, text[]) is 'Has any of these acts been done in a consultation: was it opened, closed, recalled?';

create function is_act_in_round(act uuid, of_consultation uuid, of_kind text) returns boolean language sql stable security definer begin atomic
  select exists (
    select from act a where a.id = is_act_in_round.act and a.subject_kind = 'consultation' and a.subject_id = of_consultation and a.kind = of_kind
      and a.account_id = (select acting_account())
  ) and not is_round_with(of_consultation, array['consultations.close', 'consultations.recall']);
end;
comment on function is_act_in_round(uuid, uuid, text) is 'Is it an act of this kind by who acts, in a consultation that is neither closed nor recalled?';

create function rounds_of_drafts(of_drafts uuid[]) returns table (
  draft uuid, id uuid, opened_on date, last_day date, level text, is_public boolean, receivers int, comments int, unanswered int, closed_on date
) language sql stable security definer begin atomic
  select c.draft_id, c.id, (c.opened_at at time zone 'Europe/Stockholm')::date, c.last_day, c.level, c.is_public,
    (select count(*)::int from consultation_receiver r where r.consultation_id = c.id),
    (select count(*)::int from consultation_comment m where m.consultation_id = c.id),
    (select count(*)::int from consultation_comment m where m.consultation_id = c.id
      and not exists (select from consultation_disposition d where d.comment_id = m.id)),
    (select min(a.effective_on) from act a where a.subject_id = c.id and a.kind = 'consultations.close')
  from consultation c where c.draft_id = any (of_drafts) and c.county_code = (select county_code from acting_row())
    and not is_round_with(c.id, array['consultations.recall'])
  order by c.opened_at, c.id;
end;
comment on function rounds_of_drafts(uuid[]) is 'The consultations of working copies but those that were recalled, to whoever acts in their county: days, level and numbers, nothing of what anybody said.';
revoke all on function acting_asked(uuid), acting_oversees(text), is_round_with(uuid, text[]), is_act_in_round(uuid, uuid, text), rounds_of_drafts(uuid[])
  from public;
grant execute on function acting_asked(uuid), acting_oversees(text), is_round_with(uuid, text[]), is_act_in_round(uuid, uuid, text), rounds_of_drafts(uuid[])
  to overens_app;

grant select, insert on consultation, consultation_receiver, consultation_opening, consultation_comment, consultation_disposition, consultation_reply
  to overens_app;

do $$
declare
  name text;
begin
  foreach name in array array['consultation', 'consultation_receiver', 'consultation_opening', 'consultation_comment', 'consultation_disposition', 'consultation_reply'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to %I using (true) with check (true)', name || '_owner', name, current_user);
  end loop;
end $$;

create policy consultation_read on consultation for select to overens_app using (
  is_public or (select acting_oversees(county_code)) or exists (select from acting_asked(id))
);
create policy consultation_open on consultation for insert to overens_app with check (
  opened_by = (select acting_account()) and (select acting_oversees(county_code)) and exists (select from draft d where d.id = draft_id)
);
-- That a round was opened, closed or recalled is told with it; what else was done in it stands in its rows.
create policy act_of_consultation on act for select to overens_app using (
  subject_kind = 'consultation' and kind in ('consultations.open', 'consultations.close', 'consultations.recall') and exists (select from consultation c where c.id = subject_id)
);
create policy consultation_receiver_read on consultation_receiver for select to overens_app using (
  exists (select from consultation c where c.id = consultation_id)
);
-- Who is asked is settled before the round is opened: nobody is added later.
create policy consultation_receiver_ask on consultation_receiver for insert to overens_app with check (
  exists (select from consultation c where c.id = consultation_id and c.opened_by = (select acting_account()))
  and not is_round_with(consultation_id, array['consultations.open'])
);

-- What those asked have said is read by those who see to the round and by themselves; by everyone who sees the round once it is closed.
create policy consultation_comment_read on consultation_comment for select to overens_app using (
  exists (select from consultation c where c.id = consultation_id and (
    (select acting_oversees(c.county_code)) or exists (select from act a where a.subject_id = c.id and a.kind = 'consultations.close')
  ))
  or receiver in (select acting_asked(consultation_id))
);
create policy consultation_comment_give on consultation_comment for insert to overens_app with check (
  account_id = (select acting_account())
  and is_act_in_round(act_id, consultation_id, case source when 'receiver' then 'consultations.comment' else 'consultations.enter' end)
  and case source
    when 'receiver' then receiver in (select acting_asked(consultation_id))
    else exists (select from consultation c where c.id = consultation_id and (select acting_oversees(c.county_code)))
  end
);
create policy consultation_disposition_read on consultation_disposition for select to overens_app using (
  exists (select from consultation_comment m where m.id = comment_id)
);
create policy consultation_disposition_give on consultation_disposition for insert to overens_app with check (
  exists (
    select from consultation_comment m join consultation c on c.id = m.consultation_id
    where m.id = consultation_disposition.comment_id and (select acting_oversees(c.county_code))
      and is_act_in_round(consultation_disposition.act_id, c.id, 'consultations.dispose')
  )
);
create policy consultation_opening_read on consultation_opening for select to overens_app using (
  exists (select from consultation c where c.id = consultation_id and (select acting_oversees(c.county_code)))
  or receiver in (select acting_asked(consultation_id))
);
create policy consultation_opening_note on consultation_opening for insert to overens_app with check (
  receiver in (select acting_asked(consultation_id))
);
create policy consultation_reply_read on consultation_reply for select to overens_app using (
  exists (select from consultation c where c.id = consultation_id and (
    (select acting_oversees(c.county_code)) or exists (select from act a where a.subject_id = c.id and a.kind = 'consultations.close')
  ))
  or receiver in (select acting_asked(consultation_id))
);
create policy consultation_reply_give on consultation_reply for insert to overens_app with check (
  receiver in (select acting_asked(consultation_id))
  and is_act_in_round(act_id, consultation_id, 'consultations.reply')
);
