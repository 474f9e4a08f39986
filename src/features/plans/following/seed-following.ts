import type { ClosingReason } from '../../../domain/plans/closing.ts';
import type { Result } from '../../../domain/plans/follow-up.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { insertDuty } from '../contents/contents.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import type { SeedUnit } from '../seed-plans.ts';
import { insertClosing, insertEvaluation, insertFollowUp } from './following.sql.ts';

/** A follow-up of a fictional plan. `about`: the measures by their order in the plan, and what the person said of each. */
export type SeedFollowUp = {
  readonly plan: string;
  readonly by: SeedUnit & { readonly account: string };
  readonly on: Temporal.PlainDate;
  readonly present: string;
  readonly summary: string;
  readonly ownView: string;
  readonly measures: readonly { readonly result: Result; readonly words: string; readonly person: Result }[];
  /** The next day; or why it is closed. */
  readonly comes: { readonly next: Temporal.PlainDate } | { readonly close: ClosingReason };
};

/** Follows a fictional plan up, once. For demo mode, as the owner. */
export async function seedFollowUp(tx: Tx, keys: KeyRing, one: SeedFollowUp): Promise<void> {
  const { plan, by, on, comes } = one;
  const at = on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '14:00' }).toInstant();
  const id = stableId(`${plan}:follow-up:1`);
  const next = 'next' in comes ? comes.next : null;
  const outcome = next ? 'continue' : 'close';
  const act = { account: by.account, subject: { kind: 'plan', id: plan }, at: at.toString() };
  const content = { number: 1, on: on.toString(), outcome, next: next?.toString() ?? null };
  if (!(await insertSeedAct(tx, { ...act, id: stableId(`${plan}:followed-up`), kind: 'plans.follow-up', content }))) return;
  const writer = { account: by.account, organisation: by.organisation, unit: by.id };
  const words = { present: one.present, whyNot: '', summary: one.summary, ownView: one.ownView };
  const words_cipher = keys.encrypt(JSON.stringify(words), contexts.followUp(id));
  await insertFollowUp(tx, plan, { id, number: 1, on, outcome, next, took_part: true, words_cipher }, writer, at);
  for (const [nth, { result, words: said, person }] of one.measures.entries()) {
    const of = { follow_up: id, about: 'measure' as const, about_id: stableId(`${plan}:measure-of:${nth}`) };
    const own = stableId(`${plan}:evaluated:${nth}`);
    await insertEvaluation(
      tx,
      plan,
      { ...of, id: own, voice: 'staff', result, words_cipher: sealed(keys, said, contexts.evaluation(own)) },
      writer,
      at,
    );
    const noted = stableId(`${plan}:evaluated-noted:${nth}`);
    await insertEvaluation(tx, plan, { ...of, id: noted, voice: 'noted', result: person, words_cipher: null }, writer, at);
  }
  if (next) await insertDuty(tx, plan, { id: stableId(`${plan}:duty:follow-up:1`), sort: 'follow-up', day: next }, by.account, at);
  if (!('close' in comes)) return;
  const closing = { id: stableId(`${plan}:closing`), followUp: id, on, reason: comes.close, words_cipher: null };
  await insertSeedAct(tx, {
    ...act,
    id: stableId(`${plan}:closed`),
    kind: 'plans.close',
    content: { on: on.toString(), followedUp: true },
  });
  await insertClosing(tx, plan, closing, writer, at);
}
