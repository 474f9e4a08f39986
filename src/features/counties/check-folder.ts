import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Fault, fault } from '../../domain/counties/check-fault.ts';
import { checkCountyFolder, checkNationalFolder } from '../../domain/counties/check-folder.ts';
import { checkFolderFiles } from '../../domain/counties/check-folder-files.ts';
import { kindOfFile, schemas } from '../../domain/counties/check-kinds.ts';
import type { CheckLawReference } from '../../domain/counties/check-law.ts';
import { nationalIndex } from '../../domain/counties/check-national-index.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { lawReferenceChecker } from './law-reference-checker.ts';
import { type FolderOnDisk, isFolder, type ReadCountyFolder, type ReadNationalFolder, readFolder } from './read-folder.ts';

/** A fault as it is shown: the path of its file from where the person stands, and the line, counted from 1. */
export type ShownFault = { readonly file: string; readonly line: number; readonly fault: Fault };

/** A folder without faults, ready to load. `hash` is of its files: the same hash, the same content. */
export type SoundFolder = { readonly name: string; readonly hash: string } & (
  | { readonly kind: 'county'; readonly read: ReadCountyFolder }
  | { readonly kind: 'national'; readonly read: ReadNationalFolder }
);

export type FolderCheck =
  | { readonly sound: true; readonly folder: SoundFolder }
  | { readonly sound: false; readonly faults: readonly ShownFault[] };

/**
 * `national`: where the national folder is; without it the one beside the county, else the project's own.
 * `checkLawReference`: another judge of law references than the law.yaml of the national folder.
 */
export type CheckOptions = { readonly national?: string | undefined; readonly checkLawReference?: CheckLawReference | undefined };

/**
 * Checks a county folder or the national folder and answers every fault at once, in the order of files and lines, or what
 * the folder holds. A county rests on the national data, so faults there are a fault of the county too.
 * Refuses `folder-not-found` and `national-not-found`.
 */
export async function checkFolder(
  folder: string,
  options: CheckOptions = {},
): Promise<FolderCheck | Refusal<'folder-not-found' | 'national-not-found'>> {
  if (!(await isFolder(folder))) return refuse('folder-not-found', { folder });
  const disk = await readFolder(folder);
  const faults = disk.kind === 'national' ? faultsOfNational(disk, options) : await faultsOfCounty(disk, options);
  if (isRefusal(faults)) return faults;
  return faults.length > 0 ? { sound: false, faults } : { sound: true, folder: sound(disk) };
}

function faultsOfNational(disk: FolderOnDisk, options: CheckOptions): ShownFault[] {
  return shown(disk, checkNationalFolder(disk.files, lawChecker(disk, options)));
}

/** Law references are judged by law.yaml. When that file has faults itself, nothing is said about them. */
function lawChecker(national: FolderOnDisk, { checkLawReference }: CheckOptions): CheckLawReference | undefined {
  if (checkLawReference) return checkLawReference;
  const law = schemas.law.safeParse(national.files.find(({ file }) => file === 'law.yaml')?.value);
  return law.success ? lawReferenceChecker(law.data) : undefined;
}

async function faultsOfCounty(disk: FolderOnDisk, options: CheckOptions): Promise<ShownFault[] | Refusal<'national-not-found'>> {
  const folder = options.national ?? nearestNational(disk.folder);
  if (folder === undefined || !(await isFolder(folder))) return refuse('national-not-found', { folder: folder ?? 'national' });
  const national = await readFolder(folder);
  const count = faultsOfNational(national, options).length;
  const below = count > 0 ? [{ file: folder, line: 1, fault: fault(folder, [], 'national-has-faults', { count }) }] : [];
  return [...below, ...shown(disk, checkCountyFolder(disk.files, nationalIndex(national.files), lawChecker(national, options)))];
}

/** The national folder beside the county's, else the one that comes with the program. */
function nearestNational(folder: string): string | undefined {
  const sibling = join(dirname(resolve(folder)), 'national');
  if (existsSync(sibling)) return relative('.', sibling);
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const own = join(at, 'counties', 'national');
    if (existsSync(own)) return relative('.', own);
    if (dirname(at) === at) return undefined;
  }
}

function shown(disk: FolderOnDisk, checked: readonly Fault[]): ShownFault[] {
  const lineOf = (found: Fault) => disk.files.find(({ file }) => file === found.file)?.lineOf(found.path) ?? 1;
  const all = [
    ...checkFolderFiles(disk.kind, disk.names).map((found) => ({ line: 1, fault: found })),
    ...disk.files.flatMap(({ faults }) => faults),
    ...checked.map((found) => ({ line: lineOf(found), fault: found })),
  ];
  return all
    .map((found) => ({ ...found, file: join(disk.folder, found.fault.file) }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The content of a folder that has no faults. Defaults are filled in, so that readers meet whole files. */
function sound({ kind, name, hash, files }: FolderOnDisk): SoundFolder {
  const value = (file: string) => files.find((candidate) => candidate.file === file)?.value;
  const all = (kindOfMany: 'agreement' | 'knowledge' | 'outline') =>
    files.filter(({ file }) => kindOfFile(kind, file) === kindOfMany).map((file) => file.value);
  if (kind === 'county') {
    const agreements = all('agreement').map((agreement) => schemas.agreement.parse(agreement));
    return { kind, name, hash, read: { county: schemas.county.parse(value('county.yaml')), agreements } };
  }
  const read: ReadNationalFolder = {
    files: {
      law: schemas.law.parse(value('law.yaml')),
      taxonomy: schemas.taxonomy.parse(value('taxonomy.yaml')),
      situation: schemas.situation.parse(value('situation.yaml')),
      activities: schemas.activities.parse(value('activities.yaml')),
      deadlines: schemas.deadlines.parse(value('deadlines.yaml')),
      areas: schemas.areas.parse(value('areas.yaml')),
      synonyms: schemas.synonyms.parse(value('synonyms.yaml')),
      'reserve-numbers': schemas['reserve-numbers'].parse(value('reserve-numbers.yaml')),
      'secrecy-rules': schemas['secrecy-rules'].parse(value('secrecy-rules.yaml')),
      planning: schemas.planning.parse(value('planning.yaml')),
    },
    knowledge: all('knowledge').map((page) => schemas.knowledge.parse(page)),
    outlines: all('outline').map((outline) => schemas.outline.parse(outline)),
  };
  return { kind, name, hash, read };
}
