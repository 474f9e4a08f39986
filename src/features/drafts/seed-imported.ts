import type { CountyFile } from '../../domain/counties/county-file.ts';
import { draftFromImport } from '../../domain/drafts/draft-from-import.ts';
import { insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { acceptedImport, seedImport } from '../imports/index.ts';
import { findDraft, insertDraft, insertRevision } from './drafts.sql.ts';
import { insertImportOrigin } from './import-origin.sql.ts';
import { importWords } from './texts-import.ts';
import { seedImportTexts as words } from './texts-writing.ts';

const DAY = '2026-10-06';
const AT = `${DAY}T09:00:00Z`;

/**
 * A fictional file of a county that was read and gone through, and the working copy that was made of it, once (`demo:imported:<county>`). For demo mode, as
 * the owner. `region`: the organisation of whoever wrote it.
 */
export async function seedImported(tx: Tx, county: CountyFile, { account, region }: { account: string; region: string }): Promise<void> {
  const id = stableId(`demo:imported:${county.code}`);
  if (await findDraft(tx, id)) return;
  const importId = await seedImport(tx, county, { account, organisation: region });
  const accepted = await acceptedImport(tx, importId, county.code, Temporal.PlainDate.from(DAY));
  if (!accepted) return;
  const { row: file, collected, leftOut, counts, reviewers } = accepted;
  const wanted = {
    county: county.code,
    kind: 'county',
    area: 'missbruk-beroende',
    outline: 'egna-rubriker',
    label: '1',
    prefix: 'SY',
  } as const;
  const slug = `sysselsattning-${county.code}`;
  const made = draftFromImport(file.text, collected, { ...wanted, slug, title: words.title, file: file.file }, importWords);
  const municipalities = county.municipalities.map(({ code }) => code);
  const row = { id, slug, county: county.code, kind: 'county', parent: null, outline: wanted.outline, base: null, label: '1' } as const;
  const at = Temporal.Instant.from(AT);
  await insertDraft(tx, { ...row, class: 'major', municipalities }, { account, at });
  await insertRevision(tx, { draft: id, number: 1, place: 'all', content: made.draft, side: 'region', account, at });
  const content = { slug, county: county.code, kind: 'county', label: '1', base: null, class: 'major', side: 'region' };
  await insertSeedAct(tx, {
    id: stableId(`${id}:drafts.open`),
    kind: 'drafts.open',
    account,
    subject: { kind: 'draft', id },
    on: DAY,
    at: AT,
    content,
  });
  const origin = { importId, kind: 'county', file: file.file, sha256: file.sha256, read: file.created, counts, reviewers } as const;
  await insertImportOrigin(tx, id, { ...origin, leftOut: [...leftOut, ...made.leftOut] });
}
