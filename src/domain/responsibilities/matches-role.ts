import type { CompiledRow } from './compile-agreement.ts';
import type { Unit, Who } from './who.ts';

/** A professional role at a kind of unit, by the national vocabulary (taxonomy.yaml). Either may be left open. */
export type RoleAtUnit = { readonly performer?: string | undefined; readonly role?: string | undefined };

/**
 * The actors of a row that someone in this role at this kind of unit belongs to. Kind of unit and role must fit one and the same
 * actor: of a group, one of its members. An actor without kinds of unit (a steering group) is reached by its roles alone.
 */
export function actorsForRole({ row, who }: Pick<CompiledRow, 'row' | 'who'>, wanted: RoleAtUnit): Who[] {
  if (row.roles !== undefined && wanted.role !== undefined && !row.roles.includes(wanted.role)) return [];
  return who.filter((one) => unitsOf(one).some((unit) => isIn(unit, wanted)));
}

/** A group is its members where they are spelled out, and itself only where they are not. */
export function unitsOf(who: Who): readonly Unit[] {
  return who.members.some((member) => member.performers.length > 0) ? who.members : [who];
}

function isIn({ performers, roles }: Unit, { performer, role }: RoleAtUnit): boolean {
  if (performers.length === 0 && roles.length === 0) return false;
  const atUnit = performer === undefined || performers.length === 0 || performers.includes(performer);
  return atUnit && (role === undefined || roles.length === 0 || roles.includes(role));
}
