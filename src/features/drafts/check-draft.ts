import { checkAgreement } from '../../domain/counties/check-agreement.ts';
import { countyIndex } from '../../domain/counties/check-county-index.ts';
import type { Fault } from '../../domain/counties/check-fault.ts';
import { type DataFile, NATIONAL_NAMES } from '../../domain/counties/check-kinds.ts';
import { checkLawReferences } from '../../domain/counties/check-law.ts';
import { nationalIndex } from '../../domain/counties/check-national-index.ts';
import { checkShape } from '../../domain/counties/check-shape.ts';
import { checkUnique } from '../../domain/counties/check-unique.ts';
import type { Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn } from '../agreements/index.ts';
import { allKnowledge, countyOf, lawReferenceChecker, nationalFile } from '../counties/index.ts';
import type { DraftView } from './load-draft.ts';

/** Every fault that the check of county folders finds in a draft as it stands, among the other agreements of its county. The file is called by its label. */
export async function checkDraft(tx: Tx, { row, draft }: DraftView, today: Temporal.PlainDate): Promise<Fault[]> {
  const [national, knowledge, county, others] = await Promise.all([
    Promise.all(NATIONAL_NAMES.map(async (name): Promise<DataFile> => ({ file: `${name}.yaml`, value: await nationalFile(tx, name) }))),
    allKnowledge(tx),
    countyOf(tx, row.county),
    agreementsOfCountyOn(tx, row.county, today),
  ]);
  // As a file has it: what is not said is not there.
  const value: unknown = JSON.parse(JSON.stringify(draft.text));
  const file = row.label;
  const index = nationalIndex([...national, ...knowledge.map((page) => ({ file: `knowledge/${page.id}.yaml`, value: page }))]);
  const agreements = others.flatMap(({ versions }) =>
    versions.map((version) => ({ file: `agreements/${version.slug}.yaml`, value: version })),
  );
  const own = countyIndex([{ file: 'county.yaml', value: county }, ...agreements, { file: `agreements/${row.slug}.yaml`, value }]);
  return [
    ...checkShape(file, 'agreement', value),
    ...checkUnique(file, 'agreement', value),
    ...checkLawReferences(file, value, lawReferenceChecker(await nationalFile(tx, 'law'))),
    ...checkAgreement({ file, value }, own, index),
  ];
}
