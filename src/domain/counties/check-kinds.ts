import type { z } from 'zod';
import { SecrecyRulesFile } from '../consents/secrecy-rules-file.ts';
import { ReserveNumbersFile } from '../persons/reserve-number-rule.ts';
import { AgreementFile } from './agreement-file.ts';
import { CountyFile } from './county-file.ts';
import {
  ActivitiesFile,
  AreasFile,
  DeadlinesFile,
  KnowledgeFile,
  LawFile,
  SituationFile,
  SynonymsFile,
  TaxonomyFile,
} from './national-files.ts';
import { OutlineFile } from './outline-file.ts';
import { PlanningFile } from './planning.ts';

/** A file of a county folder or the national folder as read: its name within the folder and its value, not yet known to be right. */
export type DataFile = { readonly file: string; readonly value: unknown };

/** The schema of every kind of data file. */
export const schemas = {
  county: CountyFile,
  agreement: AgreementFile,
  law: LawFile,
  taxonomy: TaxonomyFile,
  situation: SituationFile,
  activities: ActivitiesFile,
  deadlines: DeadlinesFile,
  areas: AreasFile,
  synonyms: SynonymsFile,
  'reserve-numbers': ReserveNumbersFile,
  'secrecy-rules': SecrecyRulesFile,
  planning: PlanningFile,
  knowledge: KnowledgeFile,
  outline: OutlineFile,
} as const satisfies Record<string, z.ZodType>;
export type FileKind = keyof typeof schemas;

/** A county folder, or the folder with what all counties share. */
export type FolderKind = 'county' | 'national';

/** The single files of the national folder, by name without ending. */
export const NATIONAL_NAMES = [
  'law',
  'taxonomy',
  'situation',
  'activities',
  'deadlines',
  'areas',
  'synonyms',
  'reserve-numbers',
  'secrecy-rules',
  'planning',
] as const;
export type NationalName = (typeof NATIONAL_NAMES)[number];

/** What the national files hold, by name. */
export type National = { readonly [Name in NationalName]: z.output<(typeof schemas)[Name]> };

/** The single files that a folder of each kind must have. */
export const requiredFiles: Record<FolderKind, readonly FileKind[]> = {
  county: ['county'],
  national: NATIONAL_NAMES,
};

/** The folders of files that a folder of each kind may have, one file for each thing. */
export const collections: Record<FolderKind, readonly { readonly folder: string; readonly kind: FileKind }[]> = {
  county: [{ folder: 'agreements', kind: 'agreement' }],
  national: [
    { folder: 'knowledge', kind: 'knowledge' },
    { folder: 'outlines', kind: 'outline' },
  ],
};

/** Which kind of data a file holds, by its name within the folder (`county.yaml`, `agreements/x.yaml`); undefined = none. */
export function kindOfFile(folder: FolderKind, file: string): FileKind | undefined {
  const single = requiredFiles[folder].find((kind) => file === `${kind}.yaml`);
  if (single) return single;
  return collections[folder].find(({ folder: under }) => new RegExp(`^${under}/[^/]+\\.yaml$`).test(file))?.kind;
}
