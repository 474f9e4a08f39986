import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { contexts } from '../sealed.ts';
import type { SeedUnit } from '../seed-plans.ts';
import { insertHandOver, insertHandOverAnswer } from './hand-over.sql.ts';

/** A question to answer for the whole of a fictional plan, asked on a day; taken back by the same unit, or not answered yet. */
export type SeedHandOver = {
  readonly plan: string;
  readonly by: SeedUnit & { readonly account: string };
  readonly to: SeedUnit;
  readonly on: Temporal.PlainDate;
  readonly reason: string;
  readonly nth: number;
  readonly isBack: boolean;
};

/** Puts it into the database, once. For demo mode, as the owner. */
export async function seedHandOver(tx: Tx, keys: KeyRing, { plan, by, to, on, reason, nth, isBack }: SeedHandOver): Promise<void> {
  const id = stableId(`${plan}:hand-over:${nth}`);
  const at = on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:30' }).toInstant();
  const writer = { account: by.account, organisation: by.organisation, unit: by.id };
  const about = { account: by.account, subject: { kind: 'plan', id: plan }, at: at.toString() };
  const content = { from: by.organisation, to: to.organisation, unit: to.id };
  if (!(await insertSeedAct(tx, { ...about, id: stableId(`${id}:offered`), kind: 'plans.offer-hand-over', content }))) return;
  const offered = { id, unit: to.id, organisation: to.organisation, from: by.organisation };
  await insertHandOver(tx, plan, { ...offered, reason: keys.encrypt(reason, contexts.handOver(id)) }, writer, at);
  if (!isBack) return;
  const answered = { answer: 'withdrawn', to: to.organisation };
  await insertSeedAct(tx, { ...about, id: stableId(`${id}:withdrawn`), kind: 'plans.answer-hand-over', content: answered });
  await insertHandOverAnswer(tx, plan, { id, answer: 'withdrawn', reason: null }, writer, at.add({ hours: 3 }));
}
