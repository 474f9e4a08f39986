import { createHash } from 'node:crypto';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { seedAnswers } from '../answers/seed-answers.ts';
import { seedHeld } from '../calling/seed-held.ts';
import { seedContent, seedCopies } from '../copies/seed-copies.ts';
import { contexts } from '../sealed.ts';
import type { SeedUnit } from '../seed-plans.ts';
import { insertDuty, insertMeasure, insertSeedVersion } from './contents.sql.ts';

/** What a fictional plan says once it is established: who does what, who answers, and when it is followed up. */
export type SeedEstablished = {
  readonly plan: string;
  readonly by: SeedUnit & { readonly account: string };
  readonly on: Temporal.PlainDate;
  /** Where they met the day before. */
  readonly metAt: string;
  readonly measures: readonly {
    readonly unit: SeedUnit;
    readonly need: string;
    readonly what: string;
    readonly who: string;
    readonly outside: 'not-in-agreement' | 'own-wish';
  }[];
  readonly followUp: Temporal.PlainDate;
};

/** Establishes a fictional plan, once. For demo mode, as the owner. */
export async function seedEstablished(tx: Tx, keys: KeyRing, { plan, by, on, metAt, measures, followUp }: SeedEstablished): Promise<void> {
  const at = on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '11:00' }).toInstant();
  const version = stableId(`${plan}:version:1`);
  const kept = await seedContent(tx, keys, { plan, by, on, measures, followUp });
  const content = JSON.stringify(kept);
  const held = {
    ...{ id: version, number: 1, content_cipher: keys.encrypt(content, contexts.version(version)), reason_cipher: null },
    ...{ content_hash: createHash('sha256').update(content).digest(), follow_up_on: followUp, overall: by.organisation },
  };
  const subject = { kind: 'plan', id: plan };
  const said = { number: 1, hash: held.content_hash.toString('hex'), followUp: followUp.toString() };
  const act = {
    id: stableId(`${plan}:established`),
    kind: 'plans.establish' as const,
    account: by.account,
    subject,
    at: at.toString(),
    content: said,
  };
  if (!(await insertSeedAct(tx, act))) return;
  const writer = { account: by.account, organisation: by.organisation, unit: by.id };
  await seedHeld(tx, keys, plan, writer, at.subtract({ hours: 24 }), metAt);
  for (const [nth, { unit, need, what, who, outside }] of measures.entries()) {
    const wording = stableId(`${plan}:measure:${nth}`);
    const cipher = keys.encrypt(JSON.stringify({ need, what, who, ownPart: '' }), contexts.measure(wording));
    const measure = {
      ...{
        id: stableId(`${plan}:measure-of:${nth}`),
        wording,
        number: 1,
        doer: 'huvudman' as const,
        organisation: unit.organisation,
        unit: unit.id,
      },
      ...{ starts: on, target: followUp, agreement: null, row: null, outside, differs: false, dropped: false, cipher },
    };
    await insertMeasure(tx, plan, measure, writer, at);
  }
  const duties = [
    { sort: 'overall', organisation: by.organisation },
    { sort: 'coordinator', account: by.account },
    { sort: 'follow-up', day: followUp },
    { sort: 'participation', tookPart: true },
    { sort: 'others-asked' },
  ] as const;
  for (const duty of duties) await insertDuty(tx, plan, { id: stableId(`${plan}:duty:${duty.sort}`), ...duty }, by.account, at);
  await seedAnswers(tx, keys, plan, by, at);
  await insertSeedVersion(tx, plan, held, { account: by.account, organisation: by.organisation }, at);
  await seedCopies(tx, keys, { plan, id: version, number: 1, content: kept }, { by, measures }, at);
}
