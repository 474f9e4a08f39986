import { createHash, type KeyObject, X509Certificate } from 'node:crypto';

/** Who seals, as its certificate says: the whole of it (X.509, DER) with what is asked of it. */
export type SealCertificate = {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly publicKey: KeyObject;
  /** SHA-256 of the certificate, in hex: which one it is. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly validFrom: Temporal.Instant;
  readonly validTo: Temporal.Instant;
  /** Made by the program itself, for demonstrations: it proves that nothing was changed, and nothing of who stands behind it. */
  readonly selfMade: boolean;
};

/** What the certificates that the program makes for itself say of their holder. */
export const SELF_MADE_NAME = 'Överens demosigill';

/** Reads a certificate: PEM, or the bytes of its DER. Undefined when it is none. */
export function parseCertificate(text: string | Uint8Array): SealCertificate | undefined {
  try {
    const read = new X509Certificate(text);
    const der = Uint8Array.from(read.raw);
    const subject = nameIn(read.subject);
    return {
      der,
      publicKey: read.publicKey,
      fingerprint: createHash('sha256').update(der).digest('hex'),
      subject,
      validFrom: instantOf(read.validFrom),
      validTo: instantOf(read.validTo),
      selfMade: read.subject === read.issuer && subject === SELF_MADE_NAME,
    };
  } catch {
    return undefined;
  }
}

/** The common name, else the organisation, else the whole of it. */
function nameIn(subject: string): string {
  const part = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(subject)?.[1];
  return part('CN') ?? part('O') ?? subject.replaceAll('\n', ', ');
}

function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(text));
}
