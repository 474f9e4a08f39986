import { z } from 'zod';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { writeAgreementDocx } from '../../formats/agreement-docx/write-agreement-docx.ts';
import { writeAgreementPdf } from '../../formats/agreement-pdf/write-agreement-pdf.ts';
import { perRevision, type Tx, useCase } from '../../platform/index.ts';
import { findHeard, versionOn } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { agreementDocument } from './agreement-document.ts';
import { documentTexts } from './document-texts.ts';
import { findSealedBytes, isPublished } from './documents.sql.ts';

type Format = 'pdf' | 'docx';

/** A file to download. `name`: what to call it. */
export type DocumentFileAnswer = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string; readonly sealed: boolean };

/** Setting a document takes a tenth of a second; those that are asked for at the same time are few. */
const KEPT = 8;

const printed = perRevision((tx, key) => {
  const [slug = '', label = '', format = '', day = ''] = key.split('\n');
  return print(tx, { slug, label, format: format === 'docx' ? 'docx' : 'pdf' }, Temporal.PlainDate.from(day));
}, KEPT);

/**
 * A version of an agreement as a file: the sealed PDF where there is one, else our own print, which says on its first page that nobody has signed it; or Word,
 * a copy to work on. The same all day. Refuses `agreement-not-found` and `version-not-found`.
 */
export const readDocument = useCase({
  permission: 'documents.read',
  mode: 'read',
  input: z.strictObject({
    slug: Slug,
    label: z
      .string()
      .min(1)
      .max(60)
      .regex(/^[^\n]+$/),
    format: z.enum(['pdf', 'docx']),
  }),
  run: async ({ tx, today, input: { slug, label, format } }) => {
    const found = await versionOn(tx, { slug, label }, today);
    const sealed = await findSealedBytes(tx, slug, label);
    const name = documentTexts.fileName(slug, label);
    if (sealed && format === 'pdf') return { bytes: sealed, name, sealed: true } satisfies DocumentFileAnswer;
    if (isRefusal(found)) return found;
    const bytes = await printed(tx, [slug, label, format, today.toString()].join('\n'));
    return { bytes, name, sealed: false } satisfies DocumentFileAnswer;
  },
});

async function print(tx: Tx, wanted: { slug: string; label: string; format: Format }, day: Temporal.PlainDate) {
  const found = await versionOn(tx, wanted, day);
  if (isRefusal(found)) throw new Error(`${wanted.slug} ${wanted.label} is no longer there`);
  const { agreement } = found;
  const county = await countyOf(tx, agreement.county);
  if (!county) throw new Error(`county ${agreement.county} is not loaded`);
  const isSealed = (await findSealedBytes(tx, wanted.slug, wanted.label)) !== undefined;
  const document = agreementDocument({
    agreement,
    county,
    decisions: undefined,
    heard: await findHeard(tx, wanted),
    as: isSealed ? 'copy' : (await isPublished(tx, wanted.slug, wanted.label)) ? 'unsealed' : 'own-print',
    madeAt: day.toZonedDateTime('Europe/Stockholm').toInstant(),
  });
  return wanted.format === 'docx' ? writeAgreementDocx(document) : writeAgreementPdf(document);
}
