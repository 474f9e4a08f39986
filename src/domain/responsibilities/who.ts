import type { AgreementFile } from '../counties/agreement-file.ts';
import type { ActorRole, ResponsibilityRow } from '../counties/responsibility.ts';

type Authority = AgreementFile['actors'][string]['authority'];

/** One actor by itself: its authority, its kinds of unit and its professions. No roles = every role. */
export type Unit = {
  readonly actor: string;
  readonly name: string;
  readonly short?: string;
  readonly authority: Authority;
  readonly performers: readonly string[];
  readonly roles: readonly string[];
};

/** An actor of a row, spelled out, with what it does there and the actors it is a group of. */
export type Who = Unit & { readonly role: ActorRole; readonly members: readonly Unit[] };

/** Where a duty stands in an answer: chief responsibility, shared, takes part, may offer. */
export const GROUPS = ['main', 'joint', 'contributes', 'may-offer'] as const;
export type Group = (typeof GROUPS)[number];
export type Placement = { readonly group: Group; readonly who: readonly Who[] };

/** The actors that one actor stands for: itself and, through `includes`, everyone it is a group of. Each once, itself first. */
export function actorsOf(agreement: Pick<AgreementFile, 'actors'>, id: string, seen: ReadonlySet<string> = new Set()): string[] {
  const actor = agreement.actors[id];
  if (!actor || seen.has(id)) return [];
  const inner = new Set([...seen, id]);
  return [...new Set([id, ...actor.includes.flatMap((member) => actorsOf(agreement, member, inner))])];
}

/** The actors of a row, spelled out. An actor that the file does not define is left out (the county check refuses such a file). */
export function whoOf(agreement: Pick<AgreementFile, 'actors'>, row: ResponsibilityRow): Who[] {
  return row.actors.flatMap(({ actor, role }) => {
    const [itself, ...members] = actorsOf(agreement, actor).flatMap((id) => unitOf(agreement, id));
    return itself ? [{ ...itself, role, members }] : [];
  });
}

function unitOf(agreement: Pick<AgreementFile, 'actors'>, id: string): Unit[] {
  const actor = agreement.actors[id];
  if (!actor) return [];
  const { name, short, authority, performers, roles } = actor;
  return [{ actor: id, name, ...(short === undefined ? {} : { short }), authority, performers, roles }];
}

/**
 * Where a row's actors stand. Responsible alone, named as chief, or host of a unit that is not shared: `main`. Responsible
 * together with others: `joint`, so that a mark in a matrix never reads as "only". Those who refer onward take part.
 */
export function placementsOf(row: ResponsibilityRow, who: readonly Who[]): Placement[] {
  const chief = who.filter((one) => one.role === 'main' || (one.role === 'host' && row.mode !== 'joint'));
  const sharing = who.filter((one) => one.role === 'responsible' || (one.role === 'host' && row.mode === 'joint'));
  const alone = sharing.length === 1 && chief.length === 0 && row.mode !== 'joint';
  const placed: Record<Group, readonly Who[]> = {
    main: alone ? sharing : chief,
    joint: alone ? [] : sharing,
    contributes: who.filter((one) => one.role === 'contributes' || one.role === 'refers'),
    'may-offer': who.filter((one) => one.role === 'may-offer'),
  };
  return GROUPS.flatMap((group) => (placed[group].length > 0 ? [{ group, who: placed[group] }] : []));
}
