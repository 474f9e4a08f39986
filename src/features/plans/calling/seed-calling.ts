import type { SummonsAnswer } from '../../../domain/plans/summons.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { insertParty, type WrittenBy } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { insertAnswer, insertCalling, insertSummons, insertSummonsText } from './calling.sql.ts';
import { insertMeeting } from './meetings.sql.ts';

/** A fictional meeting, and those who are called to it. */
export type SeedCalling = {
  readonly startsAt: Temporal.Instant;
  readonly where: string;
  readonly purpose: string;
  readonly questions: string;
  readonly replyBy: Temporal.PlainDate;
  readonly units: readonly {
    readonly id: string;
    readonly organisation: string;
    readonly contribution: string;
    readonly answer?: { readonly answer: SummonsAnswer; readonly account: string } | undefined;
  }[];
};

/** Puts a meeting, and those called to it, into the database. For demo mode, as the owner. */
export async function seedCalling(
  tx: Tx,
  keys: KeyRing,
  plan: string,
  by: WrittenBy,
  calling: SeedCalling,
  at: Temporal.Instant,
): Promise<void> {
  const named = (what: string) => stableId(`${plan}:${what}`);
  const meeting = named('meeting');
  const where_cipher = keys.encrypt(calling.where, contexts.meeting(meeting));
  const set = { id: meeting, meeting, turn: 'set' as const, starts_at: calling.startsAt, minutes: 60, how: 'place' as const, where_cipher };
  await insertMeeting(tx, set, plan, by, at);
  const act = named('summoned');
  const until = calling.replyBy.toString();
  const content = { units: calling.units.map(({ id }) => id), outside: 0, until };
  await insertSeedAct(tx, {
    id: act,
    kind: 'plans.summon',
    account: by.account,
    subject: { kind: 'plan', id: plan },
    at: at.toString(),
    content,
  });
  const id = named('calling');
  const purpose = keys.encrypt(calling.purpose, contexts.purpose(id));
  const questions = keys.encrypt(calling.questions, contexts.questions(id));
  await insertCalling(tx, { id, plan, purpose, goal: null, questions }, by, at);
  for (const { id: unit, organisation, contribution, answer } of calling.units) {
    const summons = named(`summons:${unit}`);
    await insertParty(tx, { id: named(`asked:${unit}`), plan, organisation, unit, standing: 'asked', account: by.account }, at);
    const one = { id: summons, calling: id, plan, act, calledAs: 'summons' as const, ground: 'law' as const, unit, organisation };
    await insertSummons(tx, { ...one, replyBy: calling.replyBy, forwardedFrom: null }, by, at);
    const bring = keys.encrypt(contribution, contexts.contribution(summons));
    await insertSummonsText(tx, { summons, plan, name: null, contribution: bring });
    if (!answer) continue;
    const written = { account: answer.account, organisation, unit };
    const answered = { id: named(`answer:${unit}`), summons, plan, answer: answer.answer, rightUnit: null, text: null };
    await insertAnswer(tx, answered, written, at.add({ hours: 3 }));
  }
}
