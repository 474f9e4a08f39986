import { ActorRole, ResponsibilityRow } from '../counties/responsibility.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What a row is to be called, as typed: the letters in capitals. Refuses `row-name-invalid` when no row can be called so. */
export function rowNameFrom(typed: string): string | Refusal<'row-name-invalid'> {
  const name = typed.trim().toUpperCase();
  return ResponsibilityRow.shape.id.safeParse(name).success ? name : refuse('row-name-invalid');
}

/** Who is in a row, from what was chosen for each actor: nothing chosen is not in it. Refuses `no-actor` when nobody is, and `role-not-found` for what is no role. */
export function rowActorsFrom(
  chosen: readonly { readonly actor: string; readonly role: string }[],
): { actor: string; role: ActorRole }[] | Refusal<'no-actor' | 'role-not-found'> {
  const actors: { actor: string; role: ActorRole }[] = [];
  for (const { actor, role } of chosen) {
    if (role === '') continue;
    const known = ActorRole.safeParse(role);
    if (!known.success) return refuse('role-not-found', { actor });
    actors.push({ actor, role: known.data });
  }
  return actors.length === 0 ? refuse('no-actor', {}) : actors;
}
