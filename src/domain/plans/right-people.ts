import type { AgreementFile } from '../counties/agreement-file.ts';

/** A kind of unit (performer, taxonomy.yaml) that an agreement gives a responsibility, and that nobody of is called. `rows`: how many responsibilities. */
export type MissingKind = { readonly performer: string; readonly agreement: string; readonly short: string; readonly rows: number };

/** Roles of somebody who answers for a responsibility; who may offer, refer or contribute is not asked for. */
const RESPONSIBLE: ReadonlySet<string> = new Set(['main', 'responsible']);

/**
 * Which kinds of units of the huvudmen answer for something by agreements, and are not among those who take part: help to think of whom to call, by
 * agreement and kind. It says nothing of whether this person needs them. `huvudman`: the performers that are summoned by law.
 */
export function missingKinds(
  agreements: readonly Pick<AgreementFile, 'slug' | 'short' | 'actors' | 'responsibilities'>[],
  there: ReadonlySet<string>,
  huvudman: readonly string[],
): MissingKind[] {
  return agreements.flatMap(({ slug, short, actors, responsibilities }) => {
    const counts = new Map<string, number>();
    for (const row of responsibilities) {
      const responsible = row.actors.filter(({ role }) => RESPONSIBLE.has(role)).flatMap(({ actor }) => actors[actor]?.performers ?? []);
      for (const performer of new Set(responsible)) counts.set(performer, (counts.get(performer) ?? 0) + 1);
    }
    return [...counts]
      .filter(([performer]) => huvudman.includes(performer) && !there.has(performer))
      .map(([performer, rows]) => ({ performer, agreement: slug, short, rows }))
      .sort((a, b) => b.rows - a.rows || a.performer.localeCompare(b.performer, 'sv'));
  });
}
