import type { FaultCode, Path } from './check-fault.ts';
import { checkCountyFolder, checkNationalFolder } from './check-folder.ts';
import { change, given } from './check-given.ts';
import type { DataFile } from './check-kinds.ts';
import { nationalIndex } from './check-national-index.ts';

export type Breaking = { readonly path: Path; readonly to?: unknown };

/** One way to break a folder that has no faults, and the one fault that it gives. `to` left out = taken away. */
export type BrokenCase = {
  readonly guarantee: string;
  readonly code: FaultCode;
  readonly folder: 'county' | 'national';
  readonly file: string;
  /** The changes, in order, in `file`. */
  readonly breaking: readonly Breaking[];
  readonly at: Path;
  /** A copy of a file of the folder, changed by `breaking` under its new name, in place of a change to the file itself. */
  readonly copyOf?: string;
  readonly law?: true;
};

export const AGREEMENT = 'agreements/prov-beroende.yaml';
const LOCAL = 'agreements/prov-lokal.yaml';

function inFile(file: string, folder: BrokenCase['folder']) {
  return (guarantee: string, code: FaultCode, path: Path, to?: unknown, at: Path = path, extra: readonly Breaking[] = []): BrokenCase => ({
    guarantee,
    code,
    folder,
    file,
    breaking: [...extra, { path, to }],
    at,
  });
}

export const agreement = inFile(AGREEMENT, 'county');
export const local = inFile(LOCAL, 'county');
export const county = inFile('county.yaml', 'county');
export const activities = inFile('activities.yaml', 'national');
export const situation = inFile('situation.yaml', 'national');
export const law = inFile('law.yaml', 'national');
export const taxonomy = inFile('taxonomy.yaml', 'national');
export const planning = inFile('planning.yaml', 'national');
export const secrecy = inFile('secrecy-rules.yaml', 'national');
export const knowledge = inFile('knowledge/vip-samverkan.yaml', 'national');

export const row = (index: number, ...path: Path): Path => ['responsibilities', index, ...path];
export const ladder = (index: number, ...path: Path): Path => ['terms', 'ladders', index, ...path];

/** The files of a broken folder. */
function brokenFiles({ folder, file, breaking, copyOf }: BrokenCase): DataFile[] {
  const files = given[folder]();
  const source = files.find((candidate) => candidate.file === (copyOf ?? file));
  const all = copyOf ? [...files, { file, value: structuredClone(source?.value) }] : files;
  for (const { path, to } of breaking) change(all, file, path, to);
  return all;
}

/** What the checker says about a broken folder. */
export function checkBroken(broken: BrokenCase) {
  const law = broken.law ? (text: string) => (text.startsWith('SoL') ? ('ok' as const) : ('unknown' as const)) : undefined;
  const files = brokenFiles(broken);
  return broken.folder === 'county' ? checkCountyFolder(files, nationalIndex(given.national()), law) : checkNationalFolder(files, law);
}
