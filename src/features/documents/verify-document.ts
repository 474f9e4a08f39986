import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Status } from '../../domain/agreements/status.ts';
import { type RegisteredSeal, type Verdict, verdictOn } from '../../domain/documents/verdict.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { checkSeal, parseCertificate, type Seal, type SealCertificate, type Tx, useCase } from '../../platform/index.ts';
import { registerOn, versionOn } from '../agreements/index.ts';
import { findCopySeal, findSeal, listCertificates, listSeals } from './documents.sql.ts';

/** A sealed document is a megabyte at most. */
export const MOST_FILE_BYTES = 5_000_000;

export type Verification = {
  readonly verdict: Verdict;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  /** Who sealed it; undefined where nobody of ours has. */
  readonly sealedBy: SealCertificate | undefined;
  /** The agreement that an authentic document is of; undefined where the register no longer holds it. */
  /** `begins`: the first day of the version that the file holds, when it has not come. */
  readonly agreement:
    | { readonly slug: string; readonly short: string; readonly status: Status; readonly begins: string | undefined }
    | undefined;
};

/**
 * Is this file a document that was sealed here, is it as it was, and has another come after? By two proofs that must agree: its fingerprint in the register
 * and the signature within it. Nothing of the file is stored. Takes any bytes.
 */
export const verifyDocument = useCase({
  permission: 'documents.verify',
  mode: 'read',
  input: z.strictObject({ file: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MOST_FILE_BYTES) }),
  run: async ({ tx, today, seal, input: { file } }): Promise<Verification> => {
    const sha256 = createHash('sha256').update(file).digest('hex');
    const [registered, certificates] = [await findSeal(tx, sha256), await certificatesOf(tx, seal)];
    const copy = registered ? undefined : await findCopySeal(tx, sha256);
    const copyCertificate = copy && parseCertificate(copy.certificate);
    const check = checkSeal(file, copyCertificate ? [copyCertificate, ...certificates] : certificates);
    const found = { registered, copy: copy?.seal, finding: check.sealed ? ('sealed' as const) : check.why };
    const known = registered ? await knownOf(tx, registered, today) : { versions: [], sealed: [] };
    return {
      verdict: verdictOn(found, known, today),
      sha256,
      sealedBy: check.sealed ? check.by : undefined,
      agreement: registered && (await agreementOf(tx, registered, today)),
    };
  },
});

/** Those that something was ever sealed with, and that of today. */
async function certificatesOf(tx: Tx, seal: Seal | undefined): Promise<SealCertificate[]> {
  const kept = (await listCertificates(tx)).flatMap((der) => parseCertificate(der) ?? []);
  return seal ? [seal.certificate, ...kept] : kept;
}

async function knownOf(tx: Tx, { slug }: RegisteredSeal, today: Temporal.PlainDate) {
  const entry = (await registerOn(tx, today)).find(({ agreement }) => agreement.slug === slug);
  const versions = (entry?.versions ?? []).map(({ version: { label, from } }) => ({ label, from }));
  return { versions, sealed: await listSeals(tx, slug) };
}

async function agreementOf(tx: Tx, { slug, label }: RegisteredSeal, today: Temporal.PlainDate): Promise<Verification['agreement']> {
  const found = await versionOn(tx, { slug, label }, today);
  if (isRefusal(found)) return undefined;
  const { short, version } = found.agreement;
  return {
    slug,
    short,
    status: found.status,
    begins: version.label === label && version.from > today.toString() ? version.from : undefined,
  };
}
