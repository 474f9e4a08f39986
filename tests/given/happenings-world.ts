import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/index.ts';
import type { WorldPlan } from './plans-world.ts';
import { fillTable, NOW } from './random-parts.ts';

/** Two moments at which things happen, in seconds from now, and the one between them that somebody looked at. */
export const HAPPENED = [-80, -20] as const;
export const LOOKED = -50;

type Row = Record<string, unknown>;

/** Something of every sort in the plans: twice of each, by two accounts. The last unit that takes part is asked, called and sent to. */
export async function fillHappenings(tx: Tx, plans: readonly WorldPlan[], accounts: readonly [string, string]): Promise<void> {
  const words = '\\x00';
  const made = new Map<string, Row[]>();
  const add = (table: string, row: Row) => made.set(table, [...(made.get(table) ?? []), row]);
  const later = '2026-12-01';

  for (const [nth, plan] of plans.entries()) {
    const [first] = plan.parties;
    const other = plan.parties.at(-1);
    if (!first || !other || nth % 6 === 5) continue;
    const [goal, measure, meeting, calling, words_id] = Array.from({ length: 5 }, () => randomUUID());
    const from = { organisation_id: first.organisation, unit_id: first.unit };
    const to = { organisation_id: other.organisation, unit_id: other.unit };
    const duty = randomUUID();
    for (const [turn, seconds] of HAPPENED.entries()) {
      const at = NOW.add({ seconds });
      const by = accounts[turn] ?? '';
      const number = turn + 1;
      const base = () => ({ id: randomUUID(), plan_id: plan.id });
      const said = () => ({ ...base(), written_by: by, at });
      const wording = randomUUID();
      add('plan_assessment', { ...said(), ...from, needed: true });
      add('plan_goal', {
        ...said(),
        ...from,
        goal_id: goal,
        number,
        voice: 'staff',
        horizon: 'short',
        dropped: turn === 1,
        goal_cipher: words,
      });
      add('plan_measure', {
        ...{
          ...said(),
          id: wording,
          measure_id: measure,
          number,
          doer: 'other',
          starts_on: later,
          target_on: later,
          outside_reason: 'own-wish',
        },
        ...{
          differs: false,
          dropped: false,
          words_cipher: words,
          writing_unit_id: first.unit,
          writing_organisation_id: first.organisation,
        },
      });
      add('plan_duty', {
        ...said(),
        id: turn === 0 ? duty : randomUUID(),
        sort: turn === 0 ? 'participation' : 'others-asked',
        took_part: turn === 0 ? true : null,
      });
      add('plan_change_answer', { ...said(), ...from, goal_id: goal, number, answer: 'approved' });
      if (turn === 1) add('plan_change_answer', { ...said(), ...from, duty_id: duty, answer: 'approved' });
      const held = { ...said(), ...from, meeting_id: meeting, turn: turn === 0 ? 'set' : 'held', starts_at: at, minutes: 60, how: 'place' };
      add('plan_meeting', held);
      if (turn === 1) {
        add('plan_attendance', { ...said(), held_id: held.id, who: 'individual', presence: 'present' });
        add('plan_survey_hand_out', { ...base(), held_id: held.id, given_to: 'meeting', codes: 3, given_by: by, at });
      }
      const { written_by: _, ...noted } = said();
      add('plan_note_update', { ...noted, meeting_id: meeting, bytes_cipher: words, source: 'typed', ...from, account_id: by });
      add('plan_sheet', { ...said(), ...from, sheet: 'checks', number, words_cipher: words });
      add('plan_adjustment', { ...said(), ...from, content_hash: `\\x${String(number).padStart(2, '0').repeat(32)}` });
      add('plan_follow_up', {
        ...said(),
        ...from,
        number,
        on_day: '2026-11-20',
        outcome: 'continue',
        next_on: later,
        took_part: true,
        words_cipher: words,
      });
      add('plan_evaluation', {
        ...said(),
        about: turn === 0 ? 'goal' : 'measure',
        about_id: turn === 0 ? goal : measure,
        voice: 'own',
        result: 'partly',
      });
      add('plan_closing_wish', { ...said(), wants: turn === 0 });
      add('plan_notification', { ...said(), ...to, duty: 'orosanmalan', made_at: at });
      if (turn === 0)
        add('plan_calling', { ...base(), id: calling, purpose_cipher: words, questions_cipher: words, ...from, sent_by: by, sent_at: at });
      const act = {
        id: randomUUID(),
        at,
        kind: 'plans.summon',
        account_id: by,
        subject_kind: 'plan',
        subject_id: plan.id,
        effective_on: '2026-11-22',
        content: {},
      };
      add('act', act);
      const summons = {
        ...{ ...base(), calling_id: calling, act_id: act.id, kind: 'summons', ground: 'law', ...to, reply_by: later },
        ...{ from_organisation_id: first.organisation, from_unit_id: first.unit, sent_by: by, sent_at: at },
      };
      add('plan_summons', summons);
      add('plan_summons_answer', { ...said(), ...to, summons_id: summons.id, answer: 'yes' });
      const hand = { ...base(), to_organisation_id: other.organisation, to_unit_id: other.unit, reason_cipher: words };
      add('plan_hand_over', { ...hand, from_organisation_id: first.organisation, ...from, offered_by: by, at });
      add('plan_hand_over_answer', { hand_over_id: hand.id, plan_id: plan.id, answer: 'withdrawn', ...from, written_by: by, at });
      if (turn === 0) {
        add('plan_task_words', { ...said(), id: words_id, wording_id: wording, outside_reason: 'own-wish', text_cipher: words, ...from });
      }
      const task = { ...base(), measure_id: measure, words_id, due_on: later, asked_by: by, asked_at: at };
      const sides = {
        ...{ requesting_organisation_id: first.organisation, requesting_unit_id: first.unit },
        ...{ owning_organisation_id: other.organisation, owning_unit_id: other.unit },
      };
      add('plan_task', { ...task, ...sides });
      add('plan_task_move', {
        ...{
          ...base(),
          task_id: task.id,
          number: 1,
          from_state: 'none',
          to_state: 'requested',
          side: 'requester',
          has_reason: false,
          takes_reason: false,
        },
        ...{ ...from, moved_by: by, at },
      });
    }
    if (nth % 3 === 0)
      add('plan_closing', {
        id: randomUUID(),
        plan_id: plan.id,
        closed_on: '2026-11-22',
        ...from,
        closed_by: accounts[1],
        at: NOW.add({ seconds: HAPPENED[1] }),
      });
  }
  // What rests on others comes after them, and nothing more is written where a plan is closed.
  const last = ['plan_task_words', 'plan_task', 'plan_task_move', 'plan_note_update', 'plan_closing'];
  const tables = ['act', ...[...made.keys()].filter((table) => table !== 'act' && !last.includes(table)), ...last];
  for (const table of tables) await fillTable(tx, table, made.get(table) ?? []);
  await copies(tx, plans, accounts[1]);
}

/** Copies of what is established: one to each unit, received by the first and called back from the last. */
async function copies(tx: Tx, plans: readonly WorldPlan[], by: string): Promise<void> {
  const at = NOW.add({ seconds: HAPPENED[1] });
  for (const { id, parties } of plans)
    for (const [nth, { unit, organisation }] of parties.entries()) {
      const copy = randomUUID();
      const { numAffectedRows } =
        await sql`insert into plan_copy (id, plan_id, version_id, number, attempt, receiver, organisation_id, unit_id, ordered_by, ordered_at)
        select ${copy}::uuid, v.plan_id, v.id, v.number, 1, 'unit', ${organisation}::uuid, ${unit}::uuid, ${by}::uuid, ${at}::timestamptz
        from plan_version v where v.plan_id = ${id}::uuid`.execute(tx);
      if (numAffectedRows !== 1n) continue;
      await sql`insert into plan_copy_outcome (copy_id, plan_id, outcome, at) values (${copy}, ${id}, 'delivered', ${at})`.execute(tx);
      if (nth === 0)
        await sql`insert into plan_copy_receipt (copy_id, plan_id, received_by, received_at) values (${copy}, ${id}, ${by}, ${at})`.execute(
          tx,
        );
      if (nth === parties.length - 1)
        await sql`insert into plan_copy_annulment (copy_id, plan_id, reason, annulled_by, organisation_id, at)
          values (${copy}, ${id}, 'wrong-receiver', ${by}, ${organisation}, ${at})`.execute(tx);
    }
}
