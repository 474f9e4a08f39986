import { createHash } from 'node:crypto';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Decisions } from '../../domain/documents/decisions.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { writeAgreementPdf } from '../../formats/agreement-pdf/write-agreement-pdf.ts';
import { newId, sealPdf, type UseCaseContext } from '../../platform/index.ts';
import { findHeard } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { agreementDocument } from './agreement-document.ts';
import { documentTexts as texts } from './document-texts.ts';
import { insertSeal } from './documents.sql.ts';

/** What sealing needs of the use-case that it is a part of. */
export type SealingContext = Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'seal' | 'record'>;

export type SealedVersion = { readonly id: string; readonly sha256: string };

/**
 * Seals a version that has been decided and signed: sets it as a PDF with its decisions, its signatures and how those concerned took part on the last page, seals the PDF, and keeps it for
 * ever, in the transaction of the use-case that publishes. Writes the act `documents.seal`. Refuses `seal-missing` where the installation has no seal,
 * and `seal-expired` outside the days of its certificate; then nothing is written.
 */
export async function sealVersion(
  { tx, now, seal, record }: SealingContext,
  { agreement, decisions }: { readonly agreement: AgreementFile; readonly decisions: Decisions },
): Promise<SealedVersion | Refusal<'seal-missing' | 'seal-expired'>> {
  if (!seal) return refuse('seal-missing');
  const { certificate } = seal;
  if (!isBetween(now, certificate.validFrom, certificate.validTo)) return refuse('seal-expired');
  const county = await countyOf(tx, agreement.county);
  if (!county) throw new Error(`county ${agreement.county} is not loaded`);
  const { slug, version } = agreement;
  const heard = await findHeard(tx, { slug, label: version.label });
  const pdf = await writeAgreementPdf(agreementDocument({ agreement, county, decisions, heard, as: 'signed', madeAt: now }));
  const bytes = await sealPdf(pdf, seal, { reason: texts.sealReason(agreement.short, version.label), field: texts.sealField }, now);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = newId(now);
  await insertSeal(tx, { id, slug, label: version.label, sha256, sealedAt: now, bytes, certificate: certificate.der });
  const content = { slug, version: version.label, sha256, certificate: certificate.fingerprint };
  await record({ kind: 'documents.seal', subject: { kind: 'sealed-document', id }, content });
  return { id, sha256 };
}

function isBetween(now: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, now) <= 0 && Temporal.Instant.compare(now, to) <= 0;
}
