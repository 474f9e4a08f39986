/**
 * Run by the bench, bundled, on a database with counties loaded: reads the largest document as an import does, answers yes to every term that is proposed, makes the
 * working copy of it, gives that what it lacks, and publishes it. Nothing of it is another way than through the pages, but that nobody decides and signs.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AgreementFile } from '../src/domain/counties/agreement-file.ts';
import { CountyFile } from '../src/domain/counties/county-file.ts';
import { LawFile, TaxonomyFile } from '../src/domain/counties/national-files.ts';
import { draftFromImport } from '../src/domain/drafts/draft-from-import.ts';
import { acceptedTerms } from '../src/domain/drafts/left-out.ts';
import { passagesOf } from '../src/domain/imports/proposals/passages.ts';
import { proposeTerms } from '../src/domain/imports/proposals/propose-terms.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { insertStaff } from '../src/features/demo/demo.sql.ts';
import { insertSeedVersion } from '../src/features/drafts/seed.sql.ts';
import { importWords } from '../src/features/drafts/texts-import.ts';
import { structureFile } from '../src/features/imports/structure-file.ts';
import { regionId } from '../src/features/organisations/index.ts';
import { rebuildSearch } from '../src/features/search/index.ts';
import { projectRoot, readConfig } from '../src/platform/config/index.ts';
import { openDatabase, type Tx } from '../src/platform/db/index.ts';
import { stableId } from '../src/platform/ids.ts';
import { createLog } from '../src/platform/log/index.ts';
import { insertSeedAct } from '../src/platform/record.sql.ts';
import { afterLoad } from '../src/prepare-data.ts';
import { IMPORTED_SLUG } from './imported/imported-slug.ts';
import { generatedDocument, largestSource } from './imported/largest-document.ts';

const COUNTY = '06';
const DAY = Temporal.PlainDate.from('2026-11-02');
const AT = '2026-11-02T09:00:00Z';
const WANTED = { county: COUNTY, kind: 'county', area: 'missbruk-beroende', outline: 'egna-rubriker', label: '1', prefix: 'IM' } as const;

const read = async (...path: string[]): Promise<unknown> => parse(await readFile(join(projectRoot, 'counties', ...path), 'utf8'));

/** The agreement as it is published: what the document does not say is as in the shipped agreement of the county, resting on the first section. */
async function importedAgreement(): Promise<AgreementFile> {
  const shipped = AgreementFile.parse(await read('06-jonkoping', 'agreements', 'missbruk-beroende.yaml'));
  const county = CountyFile.parse(await read('06-jonkoping', 'county.yaml'));
  const [taxonomy, law] = [TaxonomyFile.parse(await read('national', 'taxonomy.yaml')), LawFile.parse(await read('national', 'law.yaml'))];
  const { file, bytes } = largestSource() ?? generatedDocument(shipped);
  const structured = await structureFile(file, bytes);
  if (isRefusal(structured)) throw new Error(structured.code);
  const { text } = structured;
  const texts = new Map(passagesOf(text).map(({ address, text: said }) => [address, said]));
  const accepted = proposeTerms(text, { county, taxonomy, law, day: DAY }).map((proposal) => ({
    proposal,
    state: 'accepted' as const,
    value: proposal.value,
    reason: null,
    number: 1,
  }));
  const { collected } = acceptedTerms(accepted, { textOf: (address) => texts.get(address) ?? '', county });
  const title = text.title?.text ?? shipped.title;
  const made = draftFromImport(text, collected, { ...WANTED, slug: IMPORTED_SLUG, title, file }, importWords).draft.text;
  const cites = [made.sections[0]?.id ?? ''];
  const { parties, target, validity, adoption } = shipped.terms;
  const needed = {
    parties: { ...parties, cites },
    target: { ...target, cites },
    validity: { ...validity, cites },
    adoption: adoption.map((step) => ({ ...step, cites })),
  };
  return AgreementFile.parse({
    ...made,
    summary: shipped.summary,
    version: { label: WANTED.label, from: shipped.version.from },
    terms: { ...needed, ...made.terms },
  });
}

async function publish(tx: Tx, file: AgreementFile): Promise<void> {
  await afterLoad(tx);
  const account = stableId('bench:publisher');
  const staff = { id: 'bench-publisher', account, hsaId: 'SE0000000000-BENCH3', name: 'Ida Införd', county: COUNTY, place: '' };
  const organisation = regionId(COUNTY);
  const held = [{ id: stableId('bench:publishing'), role: 'county-administrator', organisation }] as const;
  await insertStaff(tx, { ...staff, home: organisation, assignments: held }, Temporal.Instant.from(AT));
  const act = stableId('bench:imported');
  const subject = { kind: 'draft', id: stableId('bench:draft') };
  const content = { slug: file.slug, label: file.version.label };
  await insertSeedAct(tx, { id: act, kind: 'drafts.publish', account, subject, on: DAY.toString(), at: AT, content });
  await insertSeedVersion(tx, { file, act, at: AT });
  await rebuildSearch(tx);
}

const config = readConfig(process.env);
if (Array.isArray(config)) throw new Error('the configuration has faults');
const agreement = await importedAgreement();
const database = await openDatabase(config, createLog('warn'));
try {
  await database.asOwner((tx) => publish(tx, agreement));
} finally {
  await database.close();
}
