import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { ResponsibilityRow } from '../../counties/responsibility.ts';
import type { TouchedActor, Touches } from './change.ts';

/** A version as its meaning is compared. */
export type Meant = Pick<AgreementFile, 'terms' | 'actors' | 'responsibilities' | 'local'>;

/** Two versions, and the codes of all municipalities of the county, which "all" stands for. */
export type Both = { readonly from: Meant; readonly to: Meant; readonly municipalities: readonly string[] };

/** The parties among the municipalities, by code. */
export function partiesOf({ terms }: Meant, municipalities: readonly string[]): readonly string[] {
  return terms.parties.municipalities === 'all' ? municipalities : terms.parties.municipalities;
}

/** All municipalities that are parties by either version. */
export function allParties({ from, to, municipalities }: Both): string[] {
  return [...new Set([...partiesOf(from, municipalities), ...partiesOf(to, municipalities)])].sort();
}

/** A change that concerns all parties and, beside them, some bodies. */
export function touchesParties(both: Both, bodies: readonly string[] = []): Touches {
  return { actors: [], bodies: [...new Set(bodies)].sort(), municipalities: allParties(both) };
}

/** An actor with what its members do, since a group is its members. `row`: only the professions that the row names. */
export function touchedActors({ actors }: Meant, ids: readonly string[], row?: Pick<ResponsibilityRow, 'roles'>): TouchedActor[] {
  const spread = (id: string, seen: readonly string[]): string[] =>
    seen.includes(id) ? [] : [id, ...(actors[id]?.includes ?? []).flatMap((member) => spread(member, [...seen, id]))];
  return [...new Set(ids.flatMap((id) => spread(id, [])))].flatMap((actor) => {
    const known = actors[actor];
    if (!known) return [];
    const roles = row?.roles ? row.roles.filter((role) => known.roles.length === 0 || known.roles.includes(role)) : known.roles;
    return [{ actor, name: known.name, authority: known.authority, performers: known.performers, roles }];
  });
}

/** The actors of both versions, each once. */
export function together(...lists: readonly (readonly TouchedActor[])[]): TouchedActor[] {
  return [...new Map(lists.flat().map((one) => [JSON.stringify(one), one])).values()].sort((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  );
}
