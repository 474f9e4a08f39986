import { checkAgreement } from './check-agreement.ts';
import { checkConditions, conditionPlaces } from './check-conditions.ts';
import { checkCountyFile } from './check-county-file.ts';
import { countyIndex } from './check-county-index.ts';
import { type Fault, fault } from './check-fault.ts';
import { checkFileNames } from './check-folder-files.ts';
import { type DataFile, type FileKind, type FolderKind, kindOfFile } from './check-kinds.ts';
import { type CheckLawReference, checkLawReferences } from './check-law.ts';
import { checkAgeGroups, checkFacts, checkStatutes } from './check-national-files.ts';
import { type NationalIndex, nationalIndex } from './check-national-index.ts';
import { checkCountyPlanning, checkNorms, checkPayment, checkPlanningReferences } from './check-planning.ts';
import { checkCountyReferences, checkKnowledgeReferences, checkNationalReferences } from './check-references.ts';
import { checkSecrecyRules } from './check-secrecy-rules.ts';
import { texts } from './check-select.ts';
import { checkShape } from './check-shape.ts';
import { checkUnique } from './check-unique.ts';
import { checkVersions } from './check-versions.ts';

/**
 * Every fault of a county folder, all at once: shape and meaning. A file with `value` undefined could not be read; it has
 * its own fault already and is passed so that no name in it is called unknown. Empty list = the folder can be loaded.
 */
export function checkCountyFolder(files: readonly DataFile[], national: NationalIndex, law?: CheckLawReference): Fault[] {
  const index = countyIndex(files);
  const agreements = ofKind('county', files, 'agreement');
  return [
    ...checkEach('county', files, law),
    ...ofKind('county', files, 'county').flatMap(({ file, value }) => [
      ...checkCountyFile(file, value),
      ...checkCountyReferences(file, value, index, national),
      ...checkCountyPlanning(file, value, agreements, index, national),
    ]),
    ...agreements.flatMap((agreement) => checkAgreement(agreement, index, national)),
    ...checkVersions(agreements),
    ...rowsAcross(agreements),
  ];
}

/** Every fault of the national folder, all at once. */
export function checkNationalFolder(files: readonly DataFile[], law?: CheckLawReference): Fault[] {
  const index = nationalIndex(files);
  const each = (kind: FileKind, check: (file: string, value: unknown) => Fault[]) =>
    ofKind('national', files, kind).flatMap(({ file, value }) => check(file, value));
  return [
    ...checkEach('national', files, law),
    ...each('situation', (file, value) => [
      ...checkFacts(file, value),
      ...checkConditions(file, value, conditionPlaces.situation, index),
      ...checkNationalReferences(file, value, index),
    ]),
    ...each('law', (file, value) => [...checkStatutes(file, value), ...checkNationalReferences(file, value, index)]),
    ...each('activities', (file, value) => checkNationalReferences(file, value, index)),
    ...each('secrecy-rules', (file, value) => [...checkSecrecyRules(file, value), ...checkNationalReferences(file, value, index)]),
    ...each('taxonomy', checkAgeGroups),
    ...each('planning', (file, value) => [
      ...checkNorms(file, value, 'norms'),
      ...checkPayment(file, value, 'discharge.payment'),
      ...checkPlanningReferences(file, value, index),
    ]),
    ...each('knowledge', (file, value) => checkKnowledgeReferences(file, value, index)),
  ];
}

function ofKind(folder: FolderKind, files: readonly DataFile[], kind: FileKind): DataFile[] {
  return files.filter(({ file, value }) => value !== undefined && kindOfFile(folder, file) === kind);
}

/** What holds for every file of its kind: shape, unique ids, law references, file name. */
function checkEach(folder: FolderKind, files: readonly DataFile[], law: CheckLawReference | undefined): Fault[] {
  const each = files.flatMap(({ file, value }) => {
    const kind = kindOfFile(folder, file);
    if (kind === undefined || value === undefined) return [];
    return [...checkShape(file, kind, value), ...checkUnique(file, kind, value), ...checkLawReferences(file, value, law)];
  });
  return [...each, ...checkFileNames(folder, files)];
}

/** A row id is the county's own: other people's data refers to it. Versions of the same agreement share theirs. */
function rowsAcross(agreements: readonly DataFile[]): Fault[] {
  const first = new Map<string, { slug: string; file: string }>();
  return agreements.flatMap(({ file, value }) => {
    const slug = texts(value, 'slug')[0]?.value ?? file;
    return texts(value, 'responsibilities.*.id').flatMap(({ path, value: id }) => {
      const before = first.get(id);
      if (!before) first.set(id, { slug, file });
      return before && before.slug !== slug ? [fault(file, path, 'duplicate-id', { kind: 'row', id, first: before.file })] : [];
    });
  });
}
