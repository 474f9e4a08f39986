import { type PreparationPart, preparationParts, type Voice } from '../../domain/plans/parts.ts';
import type { Initiator, PlanKind } from '../../domain/plans/plan-kinds.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../platform/index.ts';
import { type SeedCalling, seedCalling } from './calling/seed-calling.ts';
import { insertSheet, type Sheet } from './checks/sheets.sql.ts';
import { insertGoal } from './contents/contents.sql.ts';
import { insertAssessment, insertInitiative, insertParty, insertPlan, insertText } from './plans.sql.ts';
import { contexts } from './sealed.ts';

export type SeedUnit = { readonly id: string; readonly organisation: string };

/** A fictional plan: whose, who opened it where and when, and what is written in it. */
export type SeedPlan = {
  readonly id: string;
  /** An ordinary plan where it is not said. */
  readonly kind?: PlanKind | undefined;
  /** What is noted of it as of its kind. */
  readonly sheets?: readonly { readonly sheet: Sheet; readonly words: object }[] | undefined;
  readonly person: string;
  readonly county: string;
  readonly municipality: string;
  readonly opener: SeedUnit & { readonly account: string };
  /** The account of the individual, whose own words are written as theirs. */
  readonly individual: string | undefined;
  readonly by: Initiator;
  readonly on: Temporal.PlainDate;
  readonly reason: string;
  readonly needed: boolean | undefined;
  readonly asked: readonly SeedUnit[];
  /** The meeting and those called to it, from the day after; undefined where nobody is called. */
  readonly calling?: SeedCalling | undefined;
  /** Goals in the person's words, as somebody noted them. */
  readonly goals: readonly string[];
  readonly texts: readonly { readonly part: PreparationPart; readonly voice: Voice; readonly text: string }[];
};

/** Puts a fictional plan into the database, once. For demo mode, as the owner. */
export async function seedPlan(tx: Tx, keys: KeyRing, plan: SeedPlan): Promise<void> {
  const { id, person, county, municipality, opener, on, by } = plan;
  const at = on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant();
  const { account, organisation } = opener;
  const written = { account, organisation, unit: opener.id };
  const made = { id, kind: plan.kind ?? ('sip' as const), person, organisation, unit: opener.id, county, municipality, account };
  if (!(await insertPlan(tx, made, stableId(`${id}:opener`), at))) return;
  const initiative = stableId(`${id}:initiative`);
  const reason = keys.encrypt(plan.reason, contexts.initiative(initiative));
  await insertInitiative(tx, { id: initiative, plan: id, madeBy: by, onDay: on, reason }, written, at);
  const content = { kind: made.kind, by, on: on.toString(), needed: plan.needed === undefined ? 'later' : plan.needed ? 'yes' : 'no' };
  await insertSeedAct(tx, {
    id: stableId(`${id}:opened`),
    kind: 'plans.open',
    account,
    subject: { kind: 'plan', id },
    at: at.toString(),
    content,
  });
  if (plan.needed !== undefined) {
    await insertAssessment(tx, { id: stableId(`${id}:assessed`), plan: id, needed: plan.needed, reason: null }, written, at);
  }
  for (const unit of plan.asked) {
    const party = {
      id: stableId(`${id}:asked:${unit.id}`),
      plan: id,
      organisation: unit.organisation,
      unit: unit.id,
      standing: 'asked' as const,
    };
    await insertParty(tx, { ...party, account }, at);
  }
  for (const { sheet, words } of plan.sheets ?? []) {
    const noted = stableId(`${id}:sheet:${sheet}`);
    const cipher = keys.encrypt(JSON.stringify(words), contexts.sheet(noted));
    await insertSheet(tx, { id: noted, plan: id, sheet, number: 1, cipher }, written, at);
  }
  if (plan.calling) await seedCalling(tx, keys, id, written, plan.calling, at.add({ hours: 48 }));
  for (const [nth, goal] of plan.goals.entries()) {
    const wording = stableId(`${id}:goal:${nth}`);
    const cipher = keys.encrypt(JSON.stringify({ goal, sign: '' }), contexts.goalWords(wording));
    const said = {
      id: stableId(`${id}:goal-of:${nth}`),
      wording,
      number: 1,
      voice: 'noted',
      horizon: 'short',
      dropped: false,
      cipher,
    } as const;
    await insertGoal(tx, id, said, written, at);
  }
  for (const { part, voice, text } of plan.texts) {
    const row = stableId(`${id}:${part}:${voice}`);
    const writer = voice === 'own' && plan.individual ? { account: plan.individual, organisation: null, unit: null } : written;
    const { dataKind } = preparationParts[part];
    const own = voice === 'own' && !plan.individual ? 'noted' : voice;
    await insertText(tx, { id: row, plan: id, part, dataKind, voice: own, text: keys.encrypt(text, contexts.text(row)) }, writer, at);
  }
}
