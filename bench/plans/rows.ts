import { PER_PLAN } from './given.ts';

export type PlansToFill = {
  readonly from: number;
  readonly to: number;
  readonly region: string;
  readonly municipality: string;
  readonly account: string;
  /** The unit of the region that one plan in so many asks; the others ask one of `units`. */
  readonly measured: string;
  readonly share: number;
  readonly units: number;
};

const KINDS = ['identity', 'meeting', 'needs', 'goals', 'measures'];

/** The statements that put plans number `from` up to `to` into the database, as its owner, a person and all that belongs to it with each. */
export function fillPlans({ from, to, region, municipality, account, measured, share, units }: PlansToFill): string[] {
  const opening = `bench_id('opening-unit', (n % ${units})::text)`;
  const asked = `case when n % ${share} = 0 then '${measured}'::uuid else bench_id('asked-unit', (n % ${units})::text) end`;
  const id = (what: string, part = '1') => `bench_id('${what}', n || ':' || ${part})`;
  const plan = `bench_id('plan', n::text)`;
  const all = `generate_series(${from}, ${to - 1}) n`;
  const parts = (many: number) => `${all} cross join generate_series(1, ${many}) k`;
  const at = `now() - interval '20 days'`;
  const cipher = `decode(repeat('00', 120), 'hex')`;
  return [
    `insert into person (id, organisation_id, name, created_at) select ${id('person')}, '${municipality}', 'Person ' || n, ${at} from ${all}`,
    `insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
      select ${id('contact')}, ${id('person')}, '${municipality}', ${opening}, 'PLAN-' || n, daterange('2025-01-01', null) from ${all}`,
    `insert into plan (id, kind, person_id, organisation_id, unit_id, county_code, municipality_code, opened_by, opened_at)
      select ${plan}, 'sip', ${id('person')}, '${municipality}', ${opening}, '06', '0604', '${account}', ${at} from ${all}`,
    `insert into plan_party (id, plan_id, organisation_id, unit_id, standing, added_by, added_at)
      select ${id('party')}, ${plan}, '${municipality}'::uuid, ${opening}, 'opener', '${account}'::uuid, ${at} from ${all}
      union all select ${id('party', "'2'")}, ${plan}, '${region}', ${asked}, 'asked', '${account}', ${at} from ${all}`,
    `insert into plan_initiative (id, plan_id, made_by, on_day, organisation_id, unit_id, reason_cipher, written_by, at)
      select ${id('initiative')}, ${plan}, 'staff', current_date - 20, '${municipality}', ${opening}, ${cipher}, '${account}', ${at} from ${all}`,
    `insert into plan_assessment (id, plan_id, organisation_id, unit_id, needed, written_by, at)
      select ${id('assessment')}, ${plan}, '${municipality}', ${opening}, true, '${account}', ${at} from ${all}`,
    `insert into plan_text (id, plan_id, part, data_kind, voice, organisation_id, unit_id, text_cipher, written_by, at)
      select ${id('text', 'k')}, ${plan}, (array['important-to-me', 'what-works', 'what-does-not', 'questions'])[k],
        case when k = 4 then 'meeting' else 'needs' end, 'noted', '${municipality}', ${opening}, ${cipher}, '${account}', ${at} from ${parts(PER_PLAN.text)}`,
    `insert into plan_goal (id, goal_id, plan_id, number, voice, horizon, goal_cipher, organisation_id, unit_id, written_by, at)
      select ${id('goal', 'k')}, ${id('goals', 'k')}, ${plan}, 1, 'noted', (array['short', 'long'])[k], ${cipher}, '${municipality}', ${opening}, '${account}', ${at}
      from ${parts(PER_PLAN.goal)}`,
    `insert into plan_measure (id, measure_id, plan_id, number, doer, organisation_id, unit_id, starts_on, target_on, agreement, agreement_row, words_cipher,
        written_by, writing_organisation_id, writing_unit_id, at)
      select ${id('measure', 'k')}, ${id('measures', 'k')}, ${plan}, 1, 'huvudman', case when k = 1 then '${municipality}'::uuid else '${region}' end,
        case when k = 1 then ${opening} else ${asked} end, current_date - 10, current_date + 80, 'jonkoping-missbruk-beroende', 'JA-0' || k, ${cipher},
        '${account}', '${municipality}', ${opening}, ${at} from ${parts(PER_PLAN.measure)}`,
    `insert into plan_duty (id, plan_id, sort, organisation_id, account_id, on_day, took_part, written_by, at)
      select ${id('duty', 'k')}, ${plan}, (array['overall', 'coordinator', 'follow-up', 'participation'])[k], case when k = 1 then '${municipality}'::uuid end,
        case when k = 2 then '${account}'::uuid end, case when k = 3 then current_date + 60 end, case when k = 4 then true end, '${account}', ${at}
      from ${parts(4)}`,
    `insert into plan_version (id, plan_id, number, established_at, established_by, organisation_id, content_cipher, content_hash, follow_up_on)
      select ${id('version')}, ${plan}, 1, ${at} + interval '5 days', '${account}', '${municipality}', ${cipher}, '\\x00', current_date + 60
      from ${all} where (n / ${share}) % 2 = 0`,
    `insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, organisation_id, unit_id, recorded_at)
      select ${id('consent', 'k')}, ${plan}, (array['make-plan', 'lift-secrecy'])[k], 'given', 'oral', 'person', ${at}, '${account}', '${municipality}', ${opening}, ${at}
      from ${parts(2)}`,
    `insert into consent_scope (id, consent_id, plan_id, organisation_id, unit_id, data_kind, purpose, permits, valid)
      select ${id('scope', "d || ':' || p")}, ${id('consent', "'2'")}, ${plan}, '${region}', ${asked}, d, p, true, tstzrange(${at}, ${at} + interval '12 months')
      from ${all} cross join unnest(array[${KINDS.map((kind) => `'${kind}'`)}]) d cross join unnest(array['planning', 'carrying-out']) p`,
    `insert into plan_task_words (id, plan_id, wording_id, agreement, agreement_row, text_cipher, organisation_id, unit_id, written_by, at)
      select ${id('task')}, ${plan}, ${id('measure', "'2'")}, 'jonkoping-missbruk-beroende', 'JA-02', ${cipher}, '${municipality}', ${opening}, '${account}', ${at} from ${all}`,
    `insert into plan_task (id, plan_id, measure_id, words_id, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id, due_on,
        asked_by, asked_at)
      select ${id('asked-task')}, ${plan}, ${id('measures', "'2'")}, ${id('task')}, '${municipality}', ${opening}, '${region}', ${asked}, current_date + n % 200 - 40,
        '${account}', ${at} from ${all}`,
    `insert into plan_task_move (id, task_id, plan_id, number, from_state, to_state, side, has_reason, takes_reason, organisation_id, unit_id, moved_by, at)
      select ${id('move')}, ${id('asked-task')}, ${plan}, 1, 'none', 'requested', 'requester', false, false, '${municipality}', ${opening}, '${account}', ${at}
      from ${all}`,
  ];
}
