-- What has happened in a plan, in one list, for whoever asks: for what is new since they looked, and for the history of the plan. Each row is told of by the same
-- wall as the table that it stands in; what is open is worked out once.

create function plan_happenings(of_plan uuid, since timestamptz, but_by uuid, before timestamptz, before_key text, most int) returns table (
  key text, what text, ref text, says text, number int, at timestamptz, unit text, in_unit text, dropped boolean, kinds text[], mine boolean
) language sql stable security definer begin atomic
  with me as materialized (
    select acting_plan_kinds(of_plan) as kinds, leads_plan(of_plan) as leads, keeps_plan(of_plan) as keeps, owns_plan(of_plan) as owns, coordinates_plan(of_plan) as coordinates,
      takes_part_in_plan(of_plan) as party, acting_case_units() as units, acting_case_organisation() as organisation, gone_organisations(acting_today()) as gone
  ), line as (
    -- wall: kinds, open with the kinds of data; heard, the same for those who take part and the individual, staff, for those who take part; keeps, for those who keep the
    -- record and the individual; leads, for those who lead the plan too; steers, for those who coordinate it too; keeper, for those who keep the record alone; part, for
    -- whoever takes part and the individual; some, for whoever reads anything of it; side, for the unit itself. What is to or from a unit is for that unit as well.
    select 'text' as what, x.part as ref, x.id::text as id, null as says, null::int as number, x.at, x.written_by as by, null::uuid as unit, x.unit_id as in_unit,
      false as dropped, 'kinds' as wall, array[x.data_kind] as kinds, null::uuid as side, null::uuid as side_of, null::uuid as other, null::uuid as other_of
      from plan_text x where x.plan_id = of_plan
    union all select 'initiative', x.id::text, x.id::text, x.made_by, null, x.at, x.written_by, null, x.unit_id, false, 'kinds', array['needs'], null, null, null, null
      from plan_initiative x where x.plan_id = of_plan
    union all select 'assessment', x.organisation_id::text, x.id::text, case when x.needed then 'needed' else 'not-needed' end, null, x.at, x.written_by, null, x.unit_id, false,
      'kinds', array['needs'], null, null, null, null from plan_assessment x where x.plan_id = of_plan
    union all select 'spoken', coalesce(x.goal_id::text, x.measure_id::text, d.sort, x.about), x.id::text, coalesce(x.answer, x.about), x.number, x.at, x.written_by, null, null,
      false, 'heard', array[x.data_kind], null, null, null, null from plan_spoken x left join plan_duty d on d.id = x.duty_id where x.plan_id = of_plan
    union all select 'party', x.unit_id::text, x.id::text, null, null, x.added_at, x.added_by, x.unit_id, null, false, 'kinds', array['meeting'], null, null, null, null
      from plan_party x where x.plan_id = of_plan
    union all select 'goal', x.goal_id::text, x.id::text, null, x.number, x.at, x.written_by, null, x.unit_id, x.dropped, 'kinds', array['goals'], null, null, null, null
      from plan_goal x where x.plan_id = of_plan
    union all select 'measure', x.measure_id::text, x.id::text, null, x.number, x.at, x.written_by, x.unit_id, x.writing_unit_id, x.dropped, 'kinds', array['measures'],
      null, null, null, null from plan_measure x where x.plan_id = of_plan
    union all select 'duty', x.sort, x.id::text, null, null, x.at, x.written_by, null, null, false, 'kinds', array['measures'], null, null, null, null
      from plan_duty x where x.plan_id = of_plan
    union all select 'change-answer', coalesce(x.goal_id::text, x.measure_id::text, d.sort), x.id::text, x.answer, null, x.at, x.written_by, null, x.unit_id, false,
      'kinds', array[case when x.goal_id is null then 'measures' else 'goals' end], null, null, null, null
      from plan_change_answer x left join plan_duty d on d.id = x.duty_id where x.plan_id = of_plan
    union all select 'meeting', x.meeting_id::text, x.id::text, x.turn, null, x.at, x.written_by, null, x.unit_id, false, 'kinds', array['meeting'], null, null, null, null
      from plan_meeting x where x.plan_id = of_plan
    union all select 'attendance', x.held_id::text, x.held_id::text, null, null, max(x.at), x.written_by, null, null, false, 'kinds', array['meeting'], null, null, null, null
      from plan_attendance x where x.plan_id = of_plan group by x.held_id, x.written_by
    union all select 'notes', x.meeting_id::text, max(x.number)::text, null, null, max(x.at), x.account_id, null, x.unit_id, false, 'staff', array['meeting', 'needs'],
      null, null, null, null from plan_note_update x where x.plan_id = of_plan
      group by x.meeting_id, x.account_id, x.unit_id, (x.at at time zone 'Europe/Stockholm')::date
    union all select 'called', x.id::text, x.id::text, x.kind, null, x.sent_at, x.sent_by, x.unit_id, x.from_unit_id, false, 'kinds', array['meeting'],
      x.unit_id, x.organisation_id, null, null from plan_summons x where x.plan_id = of_plan
    union all select 'answer', x.summons_id::text, x.id::text, x.answer, null, x.at, x.written_by, null, x.unit_id, false, 'kinds', array['meeting'],
      x.unit_id, x.organisation_id, null, null from plan_summons_answer x where x.plan_id = of_plan
    union all select 'consent', x.kind, x.id::text, x.answer, null, x.recorded_at, x.taken_by, null, x.unit_id, false, 'keeps', null, null, null, null, null
      from consent x where x.plan_id = of_plan
    union all select 'withdrawal', c.kind, x.id::text, case when x.scope_id is null then 'whole' else 'part' end, null, x.recorded_at, x.withdrawn_by, null, null, false,
      'keeps', null, null, null, null, null from consent c join consent_withdrawal x on x.consent_id = c.id where c.plan_id = of_plan
    union all select 'disclosure', x.id::text, x.id::text, null, null, x.at, x.decided_by, x.unit_id, null, false, 'keeps', null, null, null, null, null
      from disclosure_decision x where x.plan_id = of_plan
    union all select 'disclosure-ended', x.decision_id::text, x.decision_id::text, null, null, x.at, x.ended_by, d.unit_id, null, false, 'keeps', null, null, null, null, null
      from disclosure_decision d join disclosure_ending x on x.decision_id = d.id where d.plan_id = of_plan
    union all select 'disclosure-reviewed', x.decision_id::text, x.decision_id::text, x.verdict, null, x.at, x.reviewed_by, d.unit_id, null, false, 'keeps', null, null, null, null, null
      from disclosure_decision d join disclosure_review x on x.decision_id = d.id where d.plan_id = of_plan
    union all select 'speaker', x.id, x.id, x.says, null, x.at, x.by, null, x.in_unit, false, 'keeper', null, null, null, null, null
      from plan p cross join lateral (
        select g.id::text as id, 'guardian' as says, g.at, g.named_by as by, g.unit_id as in_unit from consent_guardian g where g.person_id = p.person_id
        union all select t.id::text, t.of, t.at, t.written_by, t.unit_id from consent_guardian g join consent_guardian_turn t on t.guardian_id = g.id where g.person_id = p.person_id
        union all select m.id::text, 'maturity', m.at, m.written_by, m.unit_id from consent_maturity m where m.person_id = p.person_id
        union all select r.id::text, 'representative', r.at, r.named_by, r.unit_id from consent_representative r where r.person_id = p.person_id
        union all select 'end.' || e.representative_id, 'ended', e.at, e.ended_by, e.unit_id from consent_representative r
          join consent_representative_end e on e.representative_id = r.id where r.person_id = p.person_id
      ) x where p.id = of_plan and x.at >= p.opened_at
    union all select 'version', x.number::text, x.id::text, null, x.number, x.established_at, x.established_by, null, null, false, 'some', null, null, null, null, null
      from plan_version x where x.plan_id = of_plan
    union all select 'task', x.task_id::text, x.id::text, x.to_state, x.number, x.at, x.moved_by, t.owning_unit_id, x.unit_id, false, 'kinds', array['measures'],
      t.owning_unit_id, t.owning_organisation_id, t.requesting_unit_id, t.requesting_organisation_id
      from plan_task t join plan_task_move x on x.task_id = t.id where t.plan_id = of_plan
    union all select 'copy', x.copy_id::text, x.copy_id::text, x.outcome, c.number, x.at, null, c.unit_id, null, false, 'leads', null,
      case when receives_copy(c.id) then c.unit_id end, c.organisation_id, null, null
      from plan_copy c join plan_copy_outcome x on x.copy_id = c.id where c.plan_id = of_plan
    union all select 'copy-received', x.copy_id::text, x.copy_id::text, null, c.number, x.received_at, x.received_by, c.unit_id, null, false, 'leads', null,
      case when receives_copy(c.id) then c.unit_id end, c.organisation_id, null, null from plan_copy c join plan_copy_receipt x on x.copy_id = c.id where c.plan_id = of_plan
    union all select 'copy-annulled', x.copy_id::text, x.copy_id::text, x.reason, c.number, x.at, x.annulled_by, c.unit_id, null, false, 'leads', null,
      case when receives_copy(c.id) then c.unit_id end, c.organisation_id, null, null from plan_copy c join plan_copy_annulment x on x.copy_id = c.id where c.plan_id = of_plan
    union all select 'sheet', x.sheet, x.id::text, null, x.number, x.at, x.written_by, null, x.unit_id, false, 'staff', array['needs'], null, null, null, null
      from plan_sheet x where x.plan_id = of_plan
    union all select 'adjustment', x.unit_id::text, x.id::text, null, null, x.at, x.written_by, x.unit_id, x.unit_id, false, 'kinds', array['measures'], null, null, null, null
      from plan_adjustment x where x.plan_id = of_plan
    union all select 'follow-up', x.id::text, x.id::text, x.outcome, x.number, x.at, x.written_by, null, x.unit_id, false, 'kinds', array['follow-up'], null, null, null, null
      from plan_follow_up x where x.plan_id = of_plan
    union all select 'own-view', x.about_id::text, x.id::text, x.about, null, x.at, x.written_by, null, null, false, 'kinds',
      array['follow-up', case x.about when 'goal' then 'goals' else 'measures' end], null, null, null, null
      from plan_evaluation x where x.plan_id = of_plan and x.voice = 'own'
    union all select 'hand-over', x.id::text, x.id::text, null, null, x.at, x.offered_by, x.to_unit_id, x.unit_id, false, 'steers', null, x.to_unit_id, x.to_organisation_id, null, null
      from plan_hand_over x where x.plan_id = of_plan
    union all select 'hand-over-answer', x.hand_over_id::text, x.hand_over_id::text, x.answer, null, x.at, x.written_by, h.to_unit_id, x.unit_id, false, 'steers', null,
      h.to_unit_id, h.to_organisation_id, null, null from plan_hand_over h join plan_hand_over_answer x on x.hand_over_id = h.id where h.plan_id = of_plan
    union all select 'survey', x.held_id::text, x.id::text, x.given_to, x.codes, x.at, x.given_by, null, null, false, 'steers', null, null, null, null, null
      from plan_survey_hand_out x where x.plan_id = of_plan
    union all select 'notification', x.id::text, x.id::text, x.duty, null, x.at, x.written_by, null, x.unit_id, false, 'side', null, x.unit_id, x.organisation_id, null, null
      from plan_notification x where x.plan_id = of_plan
    union all select 'closing-wish', 'closing-wish', x.id::text, case when x.wants then 'wants' else 'no-more' end, null, x.at, x.written_by, null, null, false, 'steers', null,
      null, null, null, null from plan_closing_wish x where x.plan_id = of_plan
    union all select 'closing', 'closing', x.id::text, null, null, x.at, x.closed_by, null, x.unit_id, false, 'part', null, null, null, null, null
      from plan_closing x where x.plan_id = of_plan
  ), told as materialized (
    select h.what || '.' || h.id as key, h.*, s.mine
    from line h cross join me
    cross join lateral (
      select coalesce(h.side = any (me.units) and unit_owner_now(h.side, h.side_of, me.gone) = me.organisation, false)
        or coalesce(h.other = any (me.units) and unit_owner_now(h.other, h.other_of, me.gone) = me.organisation, false)
        or (h.wall = 'steers' and me.coordinates) as mine
    ) s
    where (since is null or h.at > since) and (but_by is null or h.by is distinct from but_by)
      and case h.wall
        when 'kinds' then h.kinds <@ me.kinds or s.mine
        when 'heard' then h.kinds <@ me.kinds and (me.party or me.owns)
        when 'staff' then h.kinds <@ me.kinds and me.party
        when 'keeps' then me.keeps or me.owns
        when 'leads' then me.keeps or me.leads or me.owns or s.mine
        when 'steers' then me.keeps or me.leads or me.owns or s.mine
        when 'keeper' then me.keeps
        when 'some' then cardinality(me.kinds) > 0 or me.owns
        when 'part' then me.party or me.owns
        when 'side' then s.mine
        else false end
  ), page as (
    select t.* from told t where before is null or (t.at, t.key) < (before, before_key) order by t.at desc, t.key desc limit most
  )
  select p.key, p.what, p.ref, p.says, p.number, p.at,
    (select v.name from unit_version v where v.unit_id = p.unit and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1),
    (select v.name from unit_version v where v.unit_id = p.in_unit and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1),
    p.dropped, p.kinds, p.mine
  from page p order by p.at desc, p.key desc;
end;
comment on function plan_happenings(uuid, timestamptz, uuid, timestamptz, text, int) is 'What has happened in a plan and who acts may know of, the latest first: after a moment (since) and by others than an account (but_by), each where it is said, and before a row (before, before_key). It lets through what the policies of the tables let through, and of kinds of data only those that are open now.';
revoke all on function plan_happenings(uuid, timestamptz, uuid, timestamptz, text, int) from public;
grant execute on function plan_happenings(uuid, timestamptz, uuid, timestamptz, text, int) to overens_app;

-- The survey: what was asked stands with the answers, small counts leave the database hidden, and only half-years that are over are shown ----------------------

alter table survey_waiting add column asked text[] not null default array['took-part', 'listened', 'right-people', 'who-does-what', 'whom-to-ask', 'will-help'];
alter table survey_answer add column asked text[] not null default array['took-part', 'listened', 'right-people', 'who-does-what', 'whom-to-ask', 'will-help'];
do $$
declare
  one record;
begin
  for one in
    select conrelid::regclass as of_table, conname from pg_constraint
    where conrelid in ('survey_waiting'::regclass, 'survey_answer'::regclass) and contype = 'c' and pg_get_constraintdef(oid) like '%cardinality(said)%'
  loop
    execute format('alter table %s drop constraint %I', one.of_table, one.conname);
    execute format('alter table %s alter column asked drop default', one.of_table);
    execute format('alter table %s add constraint %I check (cardinality(said) between 1 and 12 and cardinality(said) = cardinality(asked) and said <@ array[''yes'', ''partly'', ''no'', ''unsure''])',
      one.of_table, one.of_table || '_says');
  end loop;
end $$;
comment on column survey_answer.asked is 'The questions, by their ids in the data of the county, in the order of said.';
comment on column survey_answer.month is 'The month in which the answer was let out among the others: a half-year that is over gets no more.';

drop function answer_survey(bytea, date, text, uuid, date, text, text, text[]);
create function answer_survey(
  of_code bytea, until date, of_county text, of_organisation uuid, of_month date, of_sex text, of_respondent text, of_questions text[], answers text[]
) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  begin
    insert into survey_code_spent (code_hash, until) values (of_code, answer_survey.until) on conflict do nothing;
    if not found then return false; end if;
    insert into survey_waiting (county_code, organisation_id, month, sex, respondent, asked, said)
      values (of_county, of_organisation, date_trunc('month', of_month), of_sex, of_respondent, of_questions, answers);
    return true;
  end $$;
comment on function answer_survey(bytea, date, text, uuid, date, text, text, text[], text[]) is 'Takes an answer under a code, once. Answers false when the code was used before.';

create or replace function mix_survey_answers(fewest int, on_day date) returns int language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    moved int;
  begin
    if acting_program() is null then return 0; end if;
    with enough as (
      select organisation_id from survey_waiting group by organisation_id having count(*) >= greatest(fewest, 5)
    ), taken as (
      delete from survey_waiting w using enough e where w.organisation_id = e.organisation_id returning w.*
    )
    insert into survey_answer (county_code, organisation_id, month, sex, respondent, said, asked)
      select county_code, organisation_id, date_trunc('month', on_day), sex, respondent, said, asked from taken order by random();
    get diagnostics moved = row_count;
    delete from survey_code_spent where until < on_day;
    return moved;
  end $$;
comment on function mix_survey_answers(int, date) is 'Moves the answers of each huvudman that has enough of them waiting to those that are shown, in no order and as of the month of the day, and forgets codes that have ended. For the program''s own work. Answers how many were moved.';

drop function survey_counts(uuid, date, date);
create function survey_shown(of_organisation uuid, half_year date, fewest int) returns table (sex text, respondent text, answered int, question text, said text, answers int)
  language sql stable security definer begin atomic
  with least as (select greatest(fewest, 5) as n), mine as (
    select a.sex, a.respondent, a.asked, a.said from survey_answer a
    where a.organisation_id = of_organisation and a.month >= half_year and a.month < half_year + interval '6 months'
      and extract(month from half_year) in (1, 7) and extract(day from half_year) = 1 and half_year + interval '6 months' <= acting_today()
      and exists (select from acting_row() r where r.organisation_id = of_organisation)
  ), part as (
    select m.sex, m.respondent, count(*)::int as answered from mine m group by 1, 2
  ), told as (
    select m.sex, m.respondent, q.id as question, w.word, w.nth, count(*) filter (where m.said[q.nth] = w.word)::int as answers, count(*)::int as asked
    from mine m cross join lateral unnest(m.asked) with ordinality q(id, nth)
    cross join (values ('yes', 1), ('partly', 2), ('no', 3), ('unsure', 4)) w(word, nth)
    group by 1, 2, 3, 4, 5
  ), question as (
    select t.sex, t.respondent, t.question, min(t.asked) < l.n as is_few, coalesce(sum(t.answers) filter (where t.word <> 'yes'), 0) as others,
      bool_or(t.word = 'yes' and t.answers between 1 and l.n - 1) as few_yes, bool_or(t.word <> 'yes' and t.answers between 1 and l.n - 1) as few_others
    from told t cross join least l group by t.sex, t.respondent, t.question, l.n
  )
  select p.sex, p.respondent, case when p.answered >= l.n then p.answered end, r.question, r.word,
    case when q.is_few or q.few_yes or (q.few_others and (r.word <> 'yes' or q.others < l.n)) then null else r.answers end
  from part p cross join least l
  left join told r on r.sex = p.sex and r.respondent = p.respondent and p.answered >= l.n
  left join question q on q.sex = r.sex and q.respondent = r.respondent and q.question = r.question
  order by p.sex, p.respondent, r.question, r.nth;
end;
comment on function survey_shown(uuid, date, int) is 'How many said what in a half-year that is over, by sex and who answered, for those who act for the huvudman. Null is hidden: a group of fewer than fewest (never under 5) whole; of a question with a smaller count among the other words all but yes, and yes too where it is smaller, or they are so together. Which counts are hidden beside a small one never depends on how large they are, so that none can be worked out.';
revoke all on function answer_survey(bytea, date, text, uuid, date, text, text, text[], text[]), survey_shown(uuid, date, int) from public;
grant execute on function answer_survey(bytea, date, text, uuid, date, text, text, text[], text[]), survey_shown(uuid, date, int) to overens_app;
