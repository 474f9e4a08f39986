import { reachAnswered } from '../../domain/plans/reach-answered.ts';
import { tellRevision } from '../../platform/index.ts';
import { namesOn } from '../organisations/index.ts';
import { type CoreRow, findPlanCore, type NamelessParts } from './core.sql.ts';
import { type Asking, consentsOf, type Known, purposeOfLook } from './load-plan.ts';
import { type CoreParts, partsOf } from './plan-parts.ts';
import { subjectOf } from './subject.ts';

/** What a unit is called, and an organisation. */
type Names = (id: string) => string;

/** A plan and what it says of itself, to staff whose unit takes part in it. */
export type CoreLoaded = Known & { readonly parts: CoreParts };

/** The plan with this id and what it says, in one question; undefined when the unit of who acts takes no part in it. */
export async function loadPlanCore(asking: Asking, id: string): Promise<CoreLoaded | undefined> {
  const found = await findPlanCore(asking.tx, id);
  if (!found) return undefined;
  const names = await namesFor(asking, found);
  return { ...knownTo(asking, found, names), parts: partsOf(withNames(found.parts, names)) };
}

/** The names of the day, under the revision that the row was read at. */
export function namesFor({ tx, today }: Asking, { revision }: Pick<CoreRow, 'revision'>): Promise<Names> {
  tellRevision(tx, revision);
  return namesOn(tx, today);
}

/** How staff stand to a plan, as the database has worked it out. */
export function knownTo({ actor, now }: Pick<Asking, 'actor' | 'now'>, row: CoreRow, names: Names): Known {
  const reach = reachAnswered(actor, { ...row, lead: row.lead ?? undefined });
  return {
    row: { ...row, owner_name: names(row.owner), unit_name: names(row.unit_id) },
    reach,
    subject: subjectOf(row.speakers ?? undefined),
    answered: consentsOf({ id: row.id, consents: row.agreeing ?? [] }),
    purpose: purposeOfLook(actor, reach),
    at: now,
  };
}

function withNames({ parties, assessments, texts, measures, duties, ...parts }: NamelessParts, names: Names) {
  const known = (id: string | null) => (id === null ? null : names(id) || null);
  return {
    ...parts,
    parties: parties?.map((one) => ({ ...one, unit_name: names(one.unit), organisation_name: names(one.organisation) })) ?? null,
    assessments: assessments?.map((one) => ({ ...one, organisation_name: names(one.organisation) })) ?? null,
    texts: texts.map((one) => ({ ...one, unit_name: known(one.unit) })),
    measures: measures?.map((one) => ({ ...one, unit_name: known(one.unit), organisation_name: known(one.organisation) })) ?? null,
    duties: duties?.map((one) => ({ ...one, organisation_name: known(one.organisation) })) ?? null,
  };
}
