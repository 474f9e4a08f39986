import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { type Party, partyOf } from '../../domain/agreements/parties.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { Slug } from '../../domain/counties/ids.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { readChosenRow } from '../../domain/planned-changes/chosen-rows.ts';
import { isOpen } from '../../domain/planned-changes/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { agreementsOfCountyOn, agreementsWorkedBy, type WorkedBy } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { type ChangeView, loadChange, loadChanges } from './load-change.ts';
import { type Delivery, findUnitNames, insertSeen, listDeliveries, listOwnUnits, type OwnUnit } from './planned-changes.sql.ts';

/**
 * The changes announced in one's county, of one agreement when `slug` is given, the latest first; with the county, for the names of parties, and the
 * agreements (`duties`) that have the duty to inform. Refuses `not-a-party`.
 */
export const listChangesOf = useCase({
  permission: 'planned-changes.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug.optional() }),
  run: async ({ tx, actor, today, input: { slug } }) => {
    const acting = assignmentOf(actor);
    if (!acting || partyOf(acting) === undefined) return refuse('not-a-party', {});
    const views = await loadChanges(tx, actor, { county: acting.county }, today);
    const changes = slug === undefined ? views : views.filter(({ wording }) => wording.rows.some((word) => word.startsWith(`${slug}#`)));
    return { changes, county: await countyOf(tx, acting.county), duties: await dutiesToInform(tx, acting.county, today) };
  },
});

/** The changes that wait for something of one's party, in the same way as `listChangesOf`, and nothing of the others. Refuses `not-a-party`. */
export const listChangesWaiting = useCase({
  permission: 'planned-changes.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const acting = assignmentOf(actor);
    const party = acting && partyOf(acting);
    if (!acting || party === undefined) return refuse('not-a-party', {});
    const waitingFor = { party, organisation: acting.organisation.id };
    const changes = await loadChanges(tx, actor, { county: acting.county, waitingFor }, today);
    return { changes, county: await countyOf(tx, acting.county), duties: await dutiesToInform(tx, acting.county, today) };
  },
});

/** The agreements of a county that have the duty to inform. */
async function dutiesToInform(tx: Tx, county: string, today: Temporal.PlainDate): Promise<Set<string>> {
  const agreements = await agreementsOfCountyOn(tx, county, today);
  return new Set(agreements.filter(({ agreement: { terms } }) => terms['duty-to-inform']).map(({ agreement }) => agreement.slug));
}

/** The open changes that touch an agreement, for whoever may read them; nothing for others. Row id → changes. */
export const openChangesOf = useCase({
  permission: 'planned-changes.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug }),
  run: async ({ tx, actor, today, input: { slug } }) => {
    const county = assignmentOf(actor)?.county;
    const openOf = { slug, on: today };
    const open = county ? (await loadChanges(tx, actor, { county, openOf }, today)).filter(({ process }) => isOpen(process)) : [];
    const touching = new Map<string, ChangeView[]>();
    for (const view of open) {
      for (const word of view.wording.rows) {
        const chosen = readChosenRow(word);
        if (chosen?.agreement === slug) touching.set(chosen.row, [...(touching.get(chosen.row) ?? []), view]);
      }
    }
    return touching;
  },
});

/** A row that a change touches, with the agreement it is in. */
export type TouchedRow = { readonly agreement: AgreementFile; readonly row: ResponsibilityRow };

export type ChangeReading = ChangeView & {
  readonly county: CountyFile | undefined;
  /** The rows as they read today; one that is no longer there is left out of them, and stands in `wording.rows`. */
  readonly touched: readonly TouchedRow[];
  readonly agreements: readonly AgreementFile[];
  readonly deliveries: ReadonlyMap<Party, Delivery>;
  readonly unitNames: ReadonlyMap<string, string>;
  /** The party of whoever asks, and whether they are of it the first to open this wording. */
  readonly own: Party | undefined;
  readonly unseen: boolean;
};

/** One announced change, with the receipts of every party. Refuses `change-not-found`. */
export const readChange = useCase({
  permission: 'planned-changes.read',
  mode: 'read',
  input: z.strictObject({ change: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadChange(tx, actor, input.change, today);
    if (isRefusal(view)) return view;
    const { row, wording, owner } = view;
    const [held, delivered, unitNames, county] = await Promise.all([
      agreementsOfCountyOn(tx, row.county, today),
      listDeliveries(tx, row.id, wording.number),
      findUnitNames(tx, wording.units),
      countyOf(tx, row.county),
    ]);
    const chosen = wording.rows.map(readChosenRow).filter((one) => one !== undefined);
    const slugs = new Set(chosen.map(({ agreement }) => agreement));
    const agreements = held.map(({ agreement }) => agreement).filter(({ slug }) => slugs.has(slug));
    const touched = chosen.flatMap(({ agreement: slug, row: id }) => {
      const agreement = agreements.find((one) => one.slug === slug);
      const found = agreement?.responsibilities.find((one) => one.id === id);
      return agreement && found ? [{ agreement, row: found }] : [];
    });
    const deliveries = new Map(delivered.map((one) => [one.party, one]));
    const acting = assignmentOf(actor);
    const own = acting && partyOf(acting);
    const unseen = own !== undefined && owner.receivers.includes(own) && deliveries.get(own)?.seen === null;
    const reading: ChangeReading = { ...view, county, touched, agreements, deliveries, unitNames, own, unseen };
    return reading;
  },
});

/** Keeps that somebody of one's party has opened a change as it is worded now. Nothing when it is not told them. Refuses `change-not-found`. */
export const noteSeen = useCase({
  permission: 'planned-changes.read',
  mode: 'write',
  input: z.strictObject({ change: z.uuid() }),
  run: async ({ tx, actor, today, now, input }) => {
    const view = await loadChange(tx, actor, input.change, today);
    if (isRefusal(view)) return view;
    const acting = assignmentOf(actor);
    const party = acting && partyOf(acting);
    if (!party || !view.owner.receivers.includes(party)) return { seen: false };
    await insertSeen(tx, { change: view.row.id, number: view.wording.number, party }, now);
    return { seen: true };
  },
});

/** What a change can be announced of: the agreements that one's party works by, and the units of one's organisation, or the one that one manages. */
export type Beginnings = { readonly agreements: readonly WorkedBy[]; readonly units: readonly OwnUnit[]; readonly party: Party };

/** What the form of a change offers. Refuses `not-a-party`. */
export const readChangeBeginnings = useCase({
  permission: 'planned-changes.announce',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const acting = assignmentOf(actor);
    const party = acting && partyOf(acting);
    if (!acting || !party) return refuse('not-a-party', {});
    const [agreements, units] = await Promise.all([
      agreementsWorkedBy(tx, acting.county, party, today),
      listOwnUnits(tx, acting.organisation.id, today),
    ]);
    const only = acting.role === 'unit-manager' ? acting.unit?.id : undefined;
    const found: Beginnings = { agreements, party, units: only === undefined ? units : units.filter(({ id }) => id === only) };
    return found;
  },
});
