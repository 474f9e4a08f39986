import { z } from 'zod';
import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import type { ImportFault, ImportRow } from '../../domain/organisations/import-row.ts';
import { unitComesFault } from '../../domain/organisations/organisation-ends.ts';
import { type ImportChange, type ImportPlan, planImport } from '../../domain/organisations/plan-import.ts';
import { refuse } from '../../domain/refusal.ts';
import { parseUnitsCsv } from '../../formats/units-csv.ts';
import { newId, onConstraint, type Tx, type UseCaseContext, useCase } from '../../platform/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';
import { endWithUnits } from './assignments-of-units.ts';
import { findOrganisation } from './organisations.sql.ts';
import { stampOf } from './stamp.ts';
import { toldContacts } from './unit-input.ts';
import { insertUnit, listUnits, lockForChange, updateContacts, writeUnitChange } from './units.sql.ts';

const PERMISSION = 'organisations.import-units';
const LONGEST = 1_000_000;

/** So many faults of a file are told; the rest by their number. */
export const MOST_FAULTS = 50;

/** `more`: how many faults there are besides those told. */
export type ImportPreview = ImportPlan & { readonly stamp: string; readonly more: number };

/** What a file of units would change in one's own organisation, with every fault by row and column. Changes nothing. */
export const previewImport = useCase({
  permission: PERMISSION,
  mode: 'read',
  input: z.strictObject({ text: z.string().max(LONGEST) }),
  run: (context) => planFor(context, context.input.text),
});

/**
 * Does what a file of units asks for: all of it, or nothing. `stamp` is that of the preview that was seen. Answers how many changes. Refuses
 * `import-faulty` (params.faults), `import-empty`, `changed-meanwhile`, `organisation-ends`, `hsa-id-taken` and `assignments-to-come`.
 */
export const importUnits = useCase({
  permission: PERMISSION,
  mode: 'write',
  input: z.strictObject({ text: z.string().max(LONGEST), stamp: z.string().max(64) }),
  run: async (context) => {
    const { tx, actor, input } = context;
    const organisation = assignmentOf(actor)?.organisation.id ?? '';
    await lockForChange(tx, [organisation]);
    const first = await planFor(context, input.text);
    await lockForChange(
      tx,
      first.changes.flatMap((change) => ('unit' in change ? [change.unit] : [])),
    );
    const plan = await planFor(context, input.text);
    if (plan.faults.length > 0) return refuse('import-faulty', { faults: plan.faults satisfies readonly ImportFault[] });
    if (plan.changes.length === 0) return refuse('import-empty');
    if (plan.stamp !== input.stamp) return refuse('changed-meanwhile', {});
    const found = plan.changes.some(({ what }) => what === 'open') ? await findOrganisation(tx, organisation) : undefined;
    const ends = found && unitComesFault(found);
    if (ends) return ends;
    for (const change of plan.changes) {
      const taken = await carryOut(context, organisation, change).catch((error) =>
        onConstraint(error, { unit_hsa_id_key: refuse('hsa-id-taken', {}) }),
      );
      if (taken) return taken;
    }
    return { changes: plan.changes.length };
  },
});

/** The plan of a file, and a stamp of what it met and what it wants. */
async function planFor({ tx, actor, today }: { tx: Tx; actor: Actor; today: Temporal.PlainDate }, text: string): Promise<ImportPreview> {
  const assignment = assignmentOf(actor);
  if (!assignment) return { changes: [], faults: [], more: 0, stamp: '' };
  const { rows, faults } = parseUnitsCsv(text);
  const own = await listUnits(tx, { organisation: assignment.organisation.id });
  const named = await otherUnits(tx, rows);
  const units = [...own, ...named.filter(({ id }) => !own.some((one) => one.id === id))];
  const county = await countyOf(tx, assignment.county);
  const plan = planImport(rows, {
    organisation: assignment.organisation.id,
    units,
    today,
    kinds: new Set((await nationalFile(tx, 'taxonomy')).performers.map(({ id }) => id)),
    municipalities: new Set(county?.municipalities.map(({ code }) => code)),
  });
  const all = [...faults, ...plan.faults];
  const told = all.slice(0, MOST_FAULTS);
  const changes = all.length > 0 ? [] : plan.changes;
  return { changes, faults: told, more: all.length - told.length, stamp: stampOf([units, plan.changes]) };
}

function otherUnits(tx: Tx, rows: readonly ImportRow[]) {
  return listUnits(tx, { hsaIds: rows.map(({ cells }) => cells['hsa-id'].toUpperCase()).filter(Boolean) });
}

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'today' | 'now' | 'record'>;

async function carryOut({ tx, today, now, record }: Context, organisation: string, change: ImportChange) {
  if (change.what === 'open') {
    const id = newId(now);
    const { facts, from, hsaId } = change;
    await insertUnit(tx, { id, hsaId }, { ...facts, from, organisation, confirmedOn: facts.contacts.length > 0 ? today : undefined });
    await record({ kind: PERMISSION, subject: { kind: 'unit', id }, effectiveOn: from, content: { what: 'open', name: facts.name } });
    return;
  }
  const subject = { kind: 'unit', id: change.unit };
  if (change.what === 'contacts') {
    await updateContacts(tx, change.unit, change, today);
    const { what, opening } = change;
    await record({ kind: PERMISSION, subject, content: { what, contacts: toldContacts(change.contacts), opening } });
    return;
  }
  await writeUnitChange(tx, change.unit, change.change);
  const effectiveOn = change.what === 'close' ? change.lastDay.add({ days: 1 }) : change.from;
  if (change.what === 'close') {
    const toCome = await endWithUnits({ tx, now, record }, [change.unit], effectiveOn);
    if (toCome) return toCome;
  }
  await record({ kind: PERMISSION, subject, effectiveOn, content: { what: change.what } });
  return;
}
