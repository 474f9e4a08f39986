import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { SituationFile, TaxonomyFile } from '../../src/domain/counties/national-files.ts';
import { compileNavigator } from '../../src/domain/responsibilities/navigator.ts';

const COUNTIES = new URL('../../counties/', import.meta.url);

const read = (path: string): unknown => parse(readFileSync(new URL(path, COUNTIES), 'utf8'));

/** The agreements of the counties that ship, read straight from their files. */
export const agreements = readdirSync(COUNTIES).flatMap((county) => {
  const folder = new URL(`${county}/agreements/`, COUNTIES);
  return existsSync(folder) ? readdirSync(folder).map((file) => AgreementFile.parse(read(`${county}/agreements/${file}`))) : [];
});

export const situationFile = SituationFile.parse(read('national/situation.yaml'));
export const taxonomy = TaxonomyFile.parse(read('national/taxonomy.yaml'));
export const navigator = compileNavigator(
  agreements.map((agreement) => ({ agreement, status: undefined })),
  situationFile,
);
