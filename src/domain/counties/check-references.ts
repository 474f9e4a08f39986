import { RelatedAgreement } from './agreement-file.ts';
import type { AgreementIndex, CountyIndex } from './check-county-index.ts';
import { type Fault, type ReferenceKind, unknownReference } from './check-fault.ts';
import type { NationalIndex } from './check-national-index.ts';
import { pieces, sectionsOf, select, texts, valueAt } from './check-select.ts';

type Names = readonly string[] | undefined;
type Reference = readonly [place: string, kind: ReferenceKind, known: Names];

/** Every name of an agreement that points at something declared: in the file, in its county or nationally. */
export function checkAgreementReferences(
  file: string,
  agreement: unknown,
  own: AgreementIndex,
  county: CountyIndex,
  national: NationalIndex,
): Fault[] {
  const others = county.agreements && [...new Set([...own.related, ...county.agreements])];
  const anyRow = county.agreements && allOrNone([...county.rows.values()]);
  const faults = follow(file, agreement, [
    ['area', 'area', national.areas],
    ['parent', 'agreement', county.agreements?.filter((slug) => slug !== own.slug)],
    ['knowledge.*', 'knowledge', national.knowledge],
    ['terms.parties.municipalities.*', 'municipality', county.municipalities],
    ['terms.target.applies-instead.*.agreement', 'agreement', others],
    ['terms.ladders.*.steps.*.body', 'body', county.bodies && [...county.bodies.keys()]],
    ['actors.*.performers.*', 'performer', national.performers],
    ['actors.*.roles.*', 'role', national.roles],
    ['actors.*.includes.*', 'actor', own.actors],
    ['responsibilities.*.group', 'group', own.groups],
    ['responsibilities.*.actors.*.actor', 'actor', own.actors],
    ['responsibilities.*.roles.*', 'role', national.roles],
    ['responsibilities.*.linked.*', 'agreement', others],
    ['responsibilities.*.conflicts.*.agreement', 'agreement', others],
    ['responsibilities.*.way-forward-rows.*', 'row', anyRow],
    ['responsibilities.*.deadline.catalogue', 'deadline', national.deadlines],
    ['responsibilities.*.more-deadlines.*', 'deadline', national.deadlines],
    ['responsibilities.*.comparable', 'activity', national.activities],
    ['responsibilities.*.knowledge.*', 'knowledge', national.knowledge],
  ]);
  const deepenings = sectionsOf(agreement).flatMap((section) =>
    texts(section.value, 'deepening.*.knowledge').flatMap(({ path, value }) =>
      unknownReference(file, [...section.path, ...path], 'knowledge', value, national.knowledge),
    ),
  );
  const held = heldRelated(file, agreement, county);
  return [...faults, ...deepenings, ...held, ...conflictRows(file, agreement, county), ...localPlaces(file, agreement, own, county)];
}

/** Every name of every list, or undefined when one list could not be read. */
function allOrNone(lists: readonly Names[]): Names {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** A related agreement that is said to be held has a page of its own: it must be in the folder. */
function heldRelated(file: string, agreement: unknown, county: CountyIndex): Fault[] {
  return pieces(agreement, 'related.*', RelatedAgreement).flatMap(({ path, value: { slug, held } }) =>
    held ? unknownReference(file, [...path, 'slug'], 'agreement', slug, county.agreements) : [],
  );
}

/** A conflict with an agreement of the same folder must name a row that is there. */
function conflictRows(file: string, agreement: unknown, county: CountyIndex): Fault[] {
  return texts(agreement, 'responsibilities.*.conflicts.*.row').flatMap(({ path, value }) => {
    const slug = valueAt(agreement, [...path.slice(0, -1), 'agreement']);
    return typeof slug === 'string' ? unknownReference(file, path, 'row', value, county.rows.get(slug), slug) : [];
  });
}

/** How something is done locally is said of a row of the parent, and an answer stands in a section of its own agreement. */
function localPlaces(file: string, agreement: unknown, own: AgreementIndex, county: CountyIndex): Fault[] {
  const parent = valueAt(agreement, ['parent']);
  const known = typeof parent === 'string' && parent !== own.slug ? county.rows.get(parent) : undefined;
  const rows = select(agreement, 'local.rows.*').flatMap(({ path }) =>
    unknownReference(file, path, 'row', String(path.at(-1)), known, typeof parent === 'string' ? parent : undefined),
  );
  const sections = own.sections && [...own.sections.keys()];
  const answers = texts(agreement, 'local.answers.*.section').flatMap(({ path, value }) =>
    unknownReference(file, path, 'section', value, sections),
  );
  return [...rows, ...answers];
}

/** Every name of county.yaml that points at something. */
export function checkCountyReferences(file: string, county: unknown, index: CountyIndex, national: NationalIndex): Fault[] {
  return follow(file, county, [
    ['districts.*.members.*.municipality', 'municipality', index.municipalities],
    ['contacts.*.municipality', 'municipality', index.municipalities],
    ['contacts.*.performers.*', 'performer', national.performers],
    ['local-agreements.*.for', 'agreement', index.agreements],
    ['local-agreements.*.municipalities.*', 'municipality', index.municipalities],
    ['local-agreements.*.district', 'district', index.districts],
  ]);
}

/** Every name of a page of knowledge support that points at the taxonomy. */
export function checkKnowledgeReferences(file: string, page: unknown, national: NationalIndex): Fault[] {
  return follow(file, page, [
    ['tags.performers.*', 'performer', national.performers],
    ['tags.roles.*', 'role', national.roles],
    ['tags.support.*', 'support', national.support],
    ['tags.age-groups.*', 'age-group', national.ageGroups],
    ['tags.severities.*', 'severity', national.severities],
    ['tags.conditions.*', 'diagnosis', national.diagnoses],
  ]);
}

/** Every name of the national files about law, facts, activities and secrecy that points at something. */
export function checkNationalReferences(file: string, value: unknown, national: NationalIndex): Fault[] {
  return follow(file, value, [
    ['next-steps.*.deadline', 'deadline', national.deadlines],
    ['successors.*.old.sfs', 'statute', national.statutes],
    ['successors.*.new.*.sfs', 'statute', national.statutes],
    ['activities.*.about.*', 'fact', national.facts],
    ['units.*.performers.*', 'performer', national.performers],
    ['performers.*.kinds.*', 'performer', national.performers],
  ]);
}

function follow(file: string, value: unknown, references: readonly Reference[]): Fault[] {
  return references.flatMap(([place, kind, known]) =>
    texts(value, place).flatMap((found) => unknownReference(file, found.path, kind, found.value, known)),
  );
}
