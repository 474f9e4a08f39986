import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayNote } from '../../../domain/plans/policy.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { type Act, lockSubject, onConstraint } from '../../../platform/index.ts';
import { type Asking, type Loaded, loadPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { findSheet, insertSheet, listSheets, type Sheet } from './sheets.sql.ts';

/** What a sheet is noted with. `seen`: the number of the noting that who writes had before them; 0 = none. */
export type Noting = { readonly key: string; readonly plan: string; readonly seen: number };

/**
 * Notes a sheet of a plan anew, in words that are JSON. Refuses `plan-not-found`, `sheet-rewritten` when somebody else has noted it since it was opened, and
 * `key-taken` for a key under which something else was noted.
 */
export async function keepSheet(
  asking: Asking & { readonly record: (act: Act) => Promise<string> },
  { key, plan, seen }: Noting,
  sheet: Sheet,
  words: object,
): Promise<{ loaded: Loaded } | Refusal> {
  const { tx, actor, now, keys, record } = asking;
  await lockSubject(tx, 'plan', plan);
  const loaded = await loadPlan(asking, plan);
  const assignment = assignmentOf(actor);
  if (!loaded || !assignment?.unit || !mayNote(actor, loaded.reach)) return refuse('plan-not-found');
  const { account } = getLogin(actor);
  const text = JSON.stringify(words);
  const kept = await findSheet(tx, key);
  if (kept) {
    const isSame =
      kept.plan === plan && kept.sheet === sheet && kept.written_by === account && keys.decrypt(kept.cipher, contexts.sheet(key)) === text;
    return isSame ? { loaded } : refuse('key-taken');
  }
  const last = (await listSheets(tx, plan)).find((one) => one.sheet === sheet)?.number ?? 0;
  if (last !== seen) return refuse('sheet-rewritten');
  const by = { account, organisation: assignment.organisation.id, unit: assignment.unit.id };
  const row = { id: key, plan, sheet, number: last + 1, cipher: keys.encrypt(text, contexts.sheet(key)) };
  const taken = await insertSheet(tx, row, by, now).catch((error: unknown) =>
    onConstraint(error, { plan_sheet_pkey: refuse('key-taken'), plan_sheet_noted_once: refuse('sheet-rewritten') }),
  );
  if (taken) return taken;
  await record({ kind: 'plans.note', subject: { kind: 'plan', id: plan }, content: { sheet, number: row.number } });
  return { loaded };
}
