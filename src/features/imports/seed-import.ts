import { createHash } from 'node:crypto';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { stableId, type Tx } from '../../platform/index.ts';
import { findImport, insertImport } from './imports.sql.ts';
import { loadProposals } from './load-proposals.ts';
import { insertReview } from './proposals.sql.ts';
import { structureFile } from './structure-file.ts';
import { seedImportText } from './texts-seed.ts';

/** When the fictional file was read and gone through. */
const AT = Temporal.Instant.from('2026-10-05T09:00:00Z');

/**
 * A fictional agreement of a county that was read from a file, once, with an answer to everything that is proposed for it (`demo:import:<county>`). Answers its
 * id. For demo mode, as the owner.
 */
export async function seedImport(
  tx: Tx,
  county: CountyFile,
  { account, organisation }: { readonly account: string; readonly organisation: string },
): Promise<string> {
  const id = stableId(`demo:import:${county.code}`);
  if (await findImport(tx, id)) return id;
  const bytes = new TextEncoder().encode(seedImportText(county.region.name));
  const read = await structureFile(`overenskommelse-${county.code}.md`, bytes);
  if (isRefusal(read)) throw new Error(`the fictional file is not read: ${read.code}`);
  const { mediaType, text } = read;
  const row = {
    id,
    county: county.code,
    file: `overenskommelse-${county.code}.md`,
    mediaType,
    bytes: bytes.length,
    pages: text.pages.length,
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await insertImport(tx, { ...row, sha256, title: text.title?.text ?? null, organisation, text, at: AT });
  const found = await loadProposals(tx, id, county.code, AT.toZonedDateTimeISO('Europe/Stockholm').toPlainDate());
  for (const { proposal } of found?.items ?? []) {
    const review = { id: stableId(`${id}:${proposal.id}`), importId: id, proposal: proposal.id, number: 1, verdict: 'accept' } as const;
    await insertReview(tx, { ...review, value: undefined, reason: null, account, at: AT });
  }
  return id;
}
