import type { Actor } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import type { Organisation } from '../../domain/organisations/organisation.ts';
import { lastOf } from '../../domain/organisations/period.ts';
import { mayChangeUnit } from '../../domain/organisations/policies.ts';
import type { Unit, UnitVersion } from '../../domain/organisations/unit.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { stampOf } from './stamp.ts';
import { listUnits, lockForChange } from './units.sql.ts';

export type UnitToChange = { readonly unit: Unit; readonly last: UnitVersion; readonly organisation: Organisation };

export type UnitRefusal = Refusal<'unit-not-found'> | Refusal<'forbidden'> | Refusal<'changed-meanwhile'>;

/**
 * A unit that nobody else can change before this transaction is done. Refuses `unit-not-found`, `forbidden` when it is another organisation's, and
 * `changed-meanwhile` when it is not as it was `seen` (a stamp): whoever was first stands, and the second looks again.
 */
export async function unitToChange(
  tx: Tx,
  by: { actor: Actor; permission: Permission },
  { unit: id, seen }: { unit: string; seen?: string | undefined },
): Promise<UnitToChange | UnitRefusal> {
  await lockForChange(tx, [id]);
  const [unit] = await listUnits(tx, { ids: [id] });
  const last = unit && lastOf(unit.versions);
  const organisation = last && (await findOrganisation(tx, last.organisation));
  if (!unit || !last || !organisation) return refuse('unit-not-found', { id });
  if (!mayChangeUnit(by.actor, by.permission, organisation, id)) return refuse('forbidden', { permission: by.permission });
  if (seen !== undefined && seen !== stampOf(unit)) return refuse('changed-meanwhile', {});
  return { unit, last, organisation };
}
