import { createHash } from 'node:crypto';
import { type DischargeStep, dischargeRules, dischargeStepsAt, swedishDay } from '../../../domain/plans/discharge.ts';
import { DischargeNotes, eventsOf } from '../../../domain/plans/discharge-notes.ts';
import type { PlanToEstablish } from '../../../domain/plans/establish.ts';
import { municipalPayment, type Payment, paymentRule } from '../../../domain/plans/municipal-payment.ts';
import { mayReadKind } from '../../../domain/plans/policy.ts';
import { holding as held } from '../../../domain/plans/wordings.ts';
import { countyOf, nationalFile } from '../../counties/index.ts';
import { listSheets, type SheetRow } from '../checks/sheets.sql.ts';
import { listMeasures, type MeasureRow } from '../contents/contents.sql.ts';
import type { Asking, Known, Loaded } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { type AdjustmentRow, listAdjustments } from './adjustments.sql.ts';

/** What a plan at discharge has beside others. */
export type ShownDischarge = {
  readonly number: number;
  readonly notes: DischargeNotes;
  /** Empty while nobody has noted when the person was admitted. */
  readonly steps: readonly DischargeStep[];
  readonly payment: Payment | undefined;
  /** The county's own agreement on discharge, where it is known that it has one. */
  readonly agreement: { readonly title: string; readonly note: string | undefined; readonly url: string | undefined } | undefined;
};

/** What a coordinated care plan has beside others. Units are those that answer for measures. */
export type ShownCarePlan = {
  readonly attitude: { readonly number: number; readonly words: string; readonly unit: string; readonly at: Temporal.Instant } | undefined;
  readonly hash: string;
  readonly adjusted: readonly { readonly unit: string; readonly name: string; readonly at: Temporal.Instant }[];
  readonly toAdjust: readonly { readonly unit: string; readonly name: string }[];
};

/** What only plans of its kind have; undefined of an ordinary plan, and where it is shut to the reader. */
export type ShownKind = { readonly discharge?: ShownDischarge | undefined; readonly carePlan?: ShownCarePlan | undefined };

type HeldMeasure = Pick<MeasureRow, 'wording' | 'unit' | 'unit_name'>;

/** The sheets and the adjustments of a plan of its kind, as far as they are for who asks. */
export async function loadKind(asking: Asking, loaded: Loaded, sheets: readonly SheetRow[]): Promise<ShownKind> {
  const { kind } = loaded.row;
  if (kind === 'sip' || !mayReadKind(loaded.reach, 'needs')) return {};
  if (kind === 'discharge') return { discharge: await dischargeOf(asking, loaded, sheets) };
  if (!mayReadKind(loaded.reach, 'measures')) return {};
  return { carePlan: await carePlanOf(asking, loaded, sheets, held(await listMeasures(asking.tx, loaded.row.id))) };
}

async function dischargeOf(asking: Asking, { row }: Loaded, sheets: readonly SheetRow[]): Promise<ShownDischarge> {
  const { tx, now } = asking;
  const found = notesOf(asking, sheets);
  const notes = found?.notes ?? DischargeNotes.parse({ events: {} });
  const [planning, deadlines] = [await nationalFile(tx, 'planning'), await nationalFile(tx, 'deadlines')];
  const county = (await countyOf(tx, row.county_code))?.planning;
  const rules = dischargeRules(planning, deadlines);
  const events = eventsOf(notes);
  const { openCareMissing, compulsory } = notes;
  const facts = events && { ...events, openCareMissing: openCareMissing && openCareMissing === 'yes', compulsory };
  return {
    number: found?.number ?? 0,
    notes,
    steps: events ? dischargeStepsAt(events, rules, now) : [],
    payment: facts && municipalPayment(facts, paymentRule(planning, county), rules),
    agreement: county?.discharge && { title: county.discharge.title, note: county.discharge.note, url: county.discharge.url },
  };
}

function notesOf({ keys }: Pick<Asking, 'keys'>, sheets: readonly SheetRow[]): { number: number; notes: DischargeNotes } | undefined {
  const sheet = sheets.find((one) => one.sheet === 'discharge');
  return sheet && { number: sheet.number, notes: DischargeNotes.parse(JSON.parse(keys.decrypt(sheet.cipher, contexts.sheet(sheet.id)))) };
}

async function carePlanOf(
  { tx, keys }: Asking,
  { row }: Loaded,
  sheets: readonly SheetRow[],
  measures: readonly HeldMeasure[],
): Promise<ShownCarePlan> {
  const sheet = sheets.find((one) => one.sheet === 'attitude');
  const hash = wordingsHash(measures);
  const holding = (await listAdjustments(tx, row.id)).filter((one) => one.hash.equals(hash));
  return {
    attitude: sheet && {
      ...{ number: sheet.number, unit: sheet.unit_name, at: sheet.at },
      words: String(JSON.parse(keys.decrypt(sheet.cipher, contexts.sheet(sheet.id))).words),
    },
    hash: hash.toString('hex'),
    adjusted: holding.map(({ unit, unit_name, at }) => ({ unit, name: unit_name, at })),
    toAdjust: unadjusted(measures, holding),
  };
}

/** What a unit stands by when it adjusts a plan: the measures as they are worded. */
export function wordingsHash(measures: readonly Pick<MeasureRow, 'wording'>[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(measures.map(({ wording }) => wording).toSorted()))
    .digest();
}

function unadjusted(measures: readonly HeldMeasure[], holding: readonly AdjustmentRow[]): { unit: string; name: string }[] {
  const units = new Map(measures.flatMap(({ unit, unit_name }) => (unit ? [[unit, unit_name ?? ''] as const] : [])));
  for (const { unit } of holding) units.delete(unit);
  return [...units].map(([unit, name]) => ({ unit, name }));
}

/** What is asked of a plan of its kind before it is established. Source: LPT 7 a and LRV 12 a; lag (2017:612) 2:5. */
export async function kindFacts(
  asking: Asking,
  { row }: Loaded,
  measures: readonly MeasureRow[],
): Promise<Pick<PlanToEstablish, 'attitude' | 'unitsToAdjust' | 'fixedContact'>> {
  if (row.kind === 'sip') return {};
  const sheets = await listSheets(asking.tx, row.id);
  if (row.kind === 'discharge') return { fixedContact: notesOf(asking, sheets)?.notes.events.fixedContact !== undefined };
  const holding = (await listAdjustments(asking.tx, row.id)).filter((one) => one.hash.equals(wordingsHash(measures)));
  return {
    attitude: sheets.some((one) => one.sheet === 'attitude'),
    unitsToAdjust: unadjusted(measures, holding).map(({ unit }) => unit),
  };
}

/** The day on which the notice that somebody is ready for discharge was sent, of a plan at discharge; for the clock. */
export async function dischargeReadyOn(asking: Asking, { row, reach }: Known): Promise<Temporal.PlainDate | undefined> {
  if (row.kind !== 'discharge' || !mayReadKind(reach, 'needs')) return undefined;
  const ready = notesOf(asking, await listSheets(asking.tx, row.id))?.notes.events.dischargeReady;
  return ready === undefined ? undefined : swedishDay(Temporal.Instant.from(ready));
}
