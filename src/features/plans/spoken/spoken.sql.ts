import { sql } from 'kysely';
import type { ChangeAnswer, Changed } from '../../../domain/plans/changes.ts';
import type { Tx } from '../../../platform/index.ts';

/** Somebody whom who acts speaks for, in one huvudman's record, as one guardian or representative. `name`: null where it is shut to them. */
export type SpokenForRow = {
  readonly speaker: string;
  readonly speaks_as: 'guardian' | 'representative';
  readonly person_id: string;
  readonly name: string | null;
  readonly owner: string;
  readonly owner_name: string;
  readonly plans: readonly string[];
};

/** Everybody whom who acts speaks for now. */
export async function listSpokenFor(tx: Tx): Promise<SpokenForRow[]> {
  const { rows } = await sql<SpokenForRow>`select * from acting_spoken_for()`.execute(tx);
  return rows;
}

/** What is said of: how it is, what is to be reached, or a thing in the plan in one wording. */
export const SPOKEN_ABOUT = ['needs', 'goals', 'change'] as const;

export type SpokenRow = {
  readonly id: string;
  readonly speaker: string;
  readonly speaks_as: 'guardian' | 'representative';
  readonly about: (typeof SPOKEN_ABOUT)[number];
  readonly kind: Changed['kind'] | null;
  readonly subject: string | null;
  readonly number: number;
  readonly answer: ChangeAnswer | null;
  readonly cipher: Buffer | null;
  /** Who wrote it, by name; null where it is not for the reader to know whose plan it is. */
  readonly name: string | null;
  readonly own: boolean;
  readonly at: Temporal.Instant;
};

/** What those who speak for the person have said in a plan, as far as it is for who acts to read, the oldest first. */
export async function listSpoken(tx: Tx, plan: string): Promise<SpokenRow[]> {
  const { rows } = await sql<SpokenRow>`
    select s.id, s.speaker_id as speaker, case when s.guardian_id is null then 'representative' else 'guardian' end as speaks_as, s.about,
      case when s.goal_id is not null then 'goal' when s.measure_id is not null then 'measure' when s.duty_id is not null then 'duty' end as kind,
      coalesce(s.goal_id, s.measure_id, s.duty_id) as subject, coalesce(s.number, 1) as number, s.answer, s.words_cipher as cipher, n.name,
      s.written_by = (select acting_account()) as own, s.at
    from plan_spoken s left join speaker_names(${plan}::uuid) n on n.account_id = s.written_by
    where s.plan_id = ${plan} order by s.at, s.id`.execute(tx);
  return rows;
}

type NewSpoken = {
  readonly id: string;
  readonly as: 'guardian' | 'representative';
  readonly speaker: string;
  readonly about: SpokenRow['about'];
  readonly dataKind: 'needs' | 'goals' | 'measures';
  readonly change?: Changed | undefined;
  readonly answer?: ChangeAnswer | undefined;
  readonly cipher: Buffer | null;
};

/** Keeps what somebody who speaks for the person says. Answers false when a row has the id. */
export async function insertSpoken(tx: Tx, plan: string, one: NewSpoken, account: string, now: Temporal.Instant): Promise<boolean> {
  const { id, as, speaker, about, dataKind, change, answer, cipher } = one;
  const by = (sort: NewSpoken['as']) => (as === sort ? speaker : null);
  const of = (kind: Changed['kind']) => (change?.kind === kind ? change.subject : null);
  const number = change && change.kind !== 'duty' ? change.number : null;
  const { numAffectedRows } = await sql`insert into plan_spoken
      (id, plan_id, guardian_id, representative_id, about, data_kind, goal_id, measure_id, number, duty_id, answer, words_cipher, written_by, at)
    values (${id}, ${plan}, ${by('guardian')}, ${by('representative')}, ${about}, ${dataKind}, ${of('goal')}, ${of('measure')}, ${number}, ${of('duty')},
      ${answer ?? null}, ${cipher}, ${account}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
