/** Who asks, by the hash of the secret in their cookie. */
export const WHO = `select s.account_id, m.organisation_id, m.unit_id
  from session s join account a on a.id = s.account_id and a.deactivated_at is null
  join assignment m on m.id = s.assignment_id and m.valid @> current_date
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`;

/** The kinds of data that a consent that is not taken back opens to a unit now, for what the plan is used for now. */
const KINDS = `select distinct s.data_kind from consent_scope s join consent c on c.id = s.consent_id
  where s.plan_id = p.id and s.organisation_id = $ORGANISATION and (s.unit_id is null or s.unit_id = $UNIT) and s.permits and s.valid @> now()
    and s.purpose = case when v.id is null then 'planning' else 'carrying-out' end and c.kind = 'lift-secrecy' and c.answer in ('given', 'partly')
    and not exists (select from consent_withdrawal w where w.consent_id = c.id and (w.scope_id is null or w.scope_id = s.id))
    and not exists (select from consent_scope x where x.plan_id = p.id and not x.permits and x.data_kind = s.data_kind and x.purpose = s.purpose
      and x.organisation_id = s.organisation_id and x.valid @> now())`;
const kinds = (organisation: string, unit: string) => KINDS.replace('$ORGANISATION', organisation).replace('$UNIT', unit);

/** One plan, with what is open of it: the plan, the organisation and the unit. */
export const OPEN = `select p.kind, p.county_code, p.municipality_code, r.name, o.name as owner, array(${kinds('$2', '$3')}) as open
  from plan p join person r on r.id = p.person_id
  join plan_party t on t.plan_id = p.id and t.unit_id = $3
  left join plan_version v on v.plan_id = p.id and v.number = 1
  left join organisation_version o on o.organisation_id = p.organisation_id and o.valid @> current_date
  where p.id = $1`;

/** All that the plan says. */
export const CONTENT = `select
  (select json_agg(json_build_object('id', id, 'by', made_by, 'on', on_day, 'cipher', reason_cipher)) from plan_initiative where plan_id = $1) as initiatives,
  (select json_agg(json_build_object('organisation', organisation_id, 'needed', needed, 'at', at)) from plan_assessment where plan_id = $1) as assessments,
  (select json_agg(json_build_object('unit', t.unit_id, 'name', u.name, 'organisation', t.organisation_id)) from plan_party t
    left join unit_version u on u.unit_id = t.unit_id and u.valid @> current_date where t.plan_id = $1) as parties,
  (select json_agg(json_build_object('id', id, 'part', part, 'kind', data_kind, 'voice', voice, 'at', at, 'cipher', text_cipher)) from plan_text where plan_id = $1) as texts,
  (select json_agg(json_build_object('id', id, 'voice', voice, 'horizon', horizon, 'cipher', goal_cipher)) from plan_goal where plan_id = $1) as goals,
  (select json_agg(json_build_object('id', m.id, 'organisation', m.organisation_id, 'unit', m.unit_id, 'unitName', u.name, 'starts', m.starts_on,
      'target', m.target_on, 'agreement', m.agreement, 'row', m.agreement_row, 'cipher', m.words_cipher)) from plan_measure m
    left join unit_version u on u.unit_id = m.unit_id and u.valid @> current_date where m.plan_id = $1) as measures,
  (select json_agg(json_build_object('sort', sort, 'organisation', organisation_id, 'on', on_day)) from plan_duty where plan_id = $1) as duties`;

/** The first page of the plans that a unit takes part in: the organisation and the unit. */
export const LISTED = `select p.id, p.kind, p.county_code, p.municipality_code, o.name as owner, u.name as unit, r.name, v.id is not null as established,
    (select min(i.on_day) from plan_initiative i where i.plan_id = p.id) as since, array(${kinds('$1', '$2')}) as open
  from (select plan_id from plan_party where unit_id = $2 order by plan_id desc limit 51) t
  join plan p on p.id = t.plan_id join person r on r.id = p.person_id
  left join plan_version v on v.plan_id = p.id and v.number = 1
  left join organisation_version o on o.organisation_id = p.organisation_id and o.valid @> current_date
  left join unit_version u on u.unit_id = p.unit_id and u.valid @> current_date
  order by p.id desc`;

/** The first page of the tasks that a unit has and that are not over: the organisation and the unit. */
export const TASKS = `select s.task_id as id, s.plan_id as plan, t.measure_id as measure, s.reached as state, s.number, s.since, s.due_on as due, r.name,
    json_build_object('id', t.requesting_unit_id, 'name', a.name, 'organisation', ao.name) as requester,
    json_build_object('id', t.owning_unit_id, 'name', b.name, 'organisation', bo.name) as owner,
    w.id as words, w.agreement, w.agreement_row as row, w.text_cipher::text as cipher, array(${kinds('$1', '$2')}) as open
  from (select * from plan_task_state where owning_unit_id = $2 and not over order by due_on, task_id limit 21) s
  join plan_task t on t.id = s.task_id join plan_task_words w on w.id = t.words_id
  join plan p on p.id = s.plan_id join person r on r.id = p.person_id
  left join plan_version v on v.plan_id = p.id and v.number = 1
  left join unit_version a on a.unit_id = t.requesting_unit_id and a.valid @> current_date
  left join unit_version b on b.unit_id = t.owning_unit_id and b.valid @> current_date
  left join organisation_version ao on ao.organisation_id = t.requesting_organisation_id and ao.valid @> current_date
  left join organisation_version bo on bo.organisation_id = t.owning_organisation_id and bo.valid @> current_date
  order by s.due_on, s.task_id`;

/** What is said of a measure now: the plan and the measure. */
export const MEASURE = `select m.id, m.organisation_id, m.unit_id, m.agreement, m.agreement_row, m.words_cipher as cipher, u.name
  from plan_measure m left join unit_version u on u.unit_id = m.unit_id and u.valid @> current_date
  where m.plan_id = $1 and m.measure_id = $2 order by m.number desc limit 1`;

/** Asks a task: what is asked, the task and its first move, which a trigger keeps where the task stands of. One statement, committed by itself. */
export const ASK = `with words as (
    insert into plan_task_words (id, plan_id, wording_id, agreement, agreement_row, text_cipher, organisation_id, unit_id, written_by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now()) returning id
  ), task as (
    insert into plan_task (id, plan_id, measure_id, words_id, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id, due_on, asked_by, asked_at)
    select $10, $2, $11, w.id, $7, $8, $12, $13, $14, $9, now() from words w returning id
  )
  insert into plan_task_move (id, task_id, plan_id, number, from_state, to_state, side, has_reason, takes_reason, organisation_id, unit_id, moved_by, at)
  select $15, t.id, $2, 1, 'none', 'requested', 'requester', false, false, $7, $8, $9, now() from task t`;
