import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { CountyFile } from '../../src/domain/counties/county-file.ts';
import { DeadlinesFile } from '../../src/domain/counties/national-files.ts';
import { type CountyPlanning, PlanningFile } from '../../src/domain/counties/planning.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, root), 'utf8'));
const planningOf = (path: string): CountyPlanning | undefined => CountyFile.parse(read(path)).planning;

const agreement = (path: string): AgreementFile => AgreementFile.parse(read(path));

/** The data that comes with the program, as tests of planning read it: national, the two counties and the fictional third. */
export const givenPlanning = {
  national: PlanningFile.parse(read('counties/national/planning.yaml')),
  deadlines: DeadlinesFile.parse(read('counties/national/deadlines.yaml')),
  jonkoping: planningOf('counties/06-jonkoping/county.yaml'),
  dalarna: planningOf('counties/20-dalarna/county.yaml'),
  agreements: {
    jonkoping: ['missbruk-beroende', 'psykiatriska-tillstand'].map((name) => agreement(`counties/06-jonkoping/agreements/${name}.yaml`)),
    dalarna: [agreement('counties/20-dalarna/agreements/missbruk-beroende-2021.yaml')],
  },
  fjallmark: planningOf('tests/counties/99-fjallmark/county.yaml'),
};
