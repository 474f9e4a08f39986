import type { ActivitiesFile } from '../counties/national-files.ts';
import type { ActorRole } from '../counties/responsibility.ts';
import { type Ground, groundOf, isUnconditional } from './compare-ground.ts';
import { byKind, type UnitKey, type UnitKinds, unitKeysOf } from './compare-units.ts';
import type { CompiledAgreement, CompiledRow } from './compile-agreement.ts';

/** The weight of what a kind of unit does, the weightiest first. `responsible` says nothing of others. */
export const PARTS = ['chief', 'responsible', 'takes-part', 'may-offer'] as const;
export type Part = (typeof PARTS)[number];

const PART_OF: Record<ActorRole, Part> = {
  main: 'chief',
  responsible: 'responsible',
  host: 'responsible',
  contributes: 'takes-part',
  refers: 'takes-part',
  'may-offer': 'may-offer',
};

/** A kind of unit on one side of an activity: its weightiest part, by which names, and on what ground. */
export type Presence = {
  readonly unit: UnitKey;
  readonly part: Part;
  readonly names: readonly string[];
  /** Every condition under which it has that part; empty when it has it without condition. */
  readonly grounds: readonly Ground[];
};

export type ComparedRow = { readonly agreement: CompiledAgreement['agreement']; readonly row: CompiledRow };

/** An agreement that has an activity as a term of its own, and where. */
export type ComparedTerm = { readonly agreement: CompiledAgreement['agreement']; readonly cites: readonly string[] };

/**
 * One side of an activity. Where the agreements compared have no row for it: `terms` of theirs that settle it, and rows
 * `elsewhere`, in the county's agreements on other matters.
 */
export type ComparedSide = {
  readonly rows: readonly ComparedRow[];
  readonly presences: readonly Presence[];
  readonly terms: readonly ComparedTerm[];
  readonly elsewhere: readonly ComparedRow[];
};

/** The agreements of a side: those compared, and the county's others. */
export type SideAgreements = { readonly compared: readonly CompiledAgreement[]; readonly others: readonly CompiledAgreement[] };

type Activity = ActivitiesFile['activities'][number];

/** What a side says of an activity. */
export function sideOf(activity: Activity, { compared, others }: SideAgreements, kinds: UnitKinds): ComparedSide {
  const rows = rowsOf(activity.id, compared);
  const missing = rows.length === 0;
  return {
    rows,
    presences: presencesOf(rows, activity, kinds),
    terms: missing ? compared.flatMap(({ agreement }) => termOf(activity, agreement)) : [],
    elsewhere: missing ? rowsOf(activity.id, others) : [],
  };
}

function termOf({ term }: Activity, agreement: ComparedTerm['agreement']): ComparedTerm[] {
  if (term === undefined) return [];
  const { terms } = agreement;
  const cites =
    term === 'deviation-ladder'
      ? terms.ladders.filter(({ kind }) => kind === 'deviation').flatMap(({ steps }) => steps.flatMap((step) => step.cites))
      : (terms[term]?.cites ?? []);
  return cites.length > 0 ? [{ agreement, cites }] : [];
}

function rowsOf(activity: string, agreements: readonly CompiledAgreement[]): ComparedRow[] {
  return agreements.flatMap(({ agreement, rows }) =>
    rows.filter(({ row }) => row.comparable === activity).map((row) => ({ agreement, row })),
  );
}

function presencesOf(rows: readonly ComparedRow[], { about }: Activity, kinds: UnitKinds): Presence[] {
  const found = rows.flatMap(({ row }) => {
    const ground = groundOf(row, about);
    return row.who.flatMap((who) =>
      unitKeysOf(who, kinds).map((unit) => ({ unit, part: PART_OF[who.role], name: who.short ?? who.name, ground })),
    );
  });
  return [...Map.groupBy(found, ({ unit }) => unit)]
    .map(([unit, all]) => {
      const part = PARTS.find((candidate) => all.some((one) => one.part === candidate)) ?? 'takes-part';
      const having = all.filter((one) => one.part === part);
      const grounds = [...new Set(having.map(({ ground }) => ground))];
      const names = [...new Set(having.map(({ name }) => name))];
      return { unit, part, names, grounds: grounds.some(isUnconditional) ? [] : grounds };
    })
    .sort((a, b) => byKind(kinds)(a.unit, b.unit));
}
