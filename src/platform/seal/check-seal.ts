import type { SealCertificate } from './certificate.ts';
import { isDetachedBy } from './cms.ts';

/**
 * What a file says of itself: sealed by one of the certificates, or why not.
 * - `not-pdf`: it does not begin as a PDF
 * - `no-signature`: there is none in it
 * - `added-to`: the signature covers a part of the file alone, or there are several
 * - `not-ours`: signed with another certificate than those asked about
 * - `changed`: signed by us, and something has been changed since
 */
export type SealCheck =
  | { readonly sealed: true; readonly by: SealCertificate }
  | { readonly sealed: false; readonly why: 'not-pdf' | 'no-signature' | 'added-to' | 'not-ours' | 'changed' };

const RANGE = /\/ByteRange *\[ *0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]/g;
const LENGTH_OF_LENGTH = 0x80;
/** Far more than any of ours takes, in signs; what is longer is not read. */
const MOST_SIGNS = 32_768;

/**
 * Tries the seal of a file, which may be anything: the signature covers every byte but itself, is whole, and was made with one of the certificates.
 * Certificates that have expired since they sealed count: what they sealed then is as it was.
 */
export function checkSeal(file: Uint8Array, certificates: readonly SealCertificate[]): SealCheck {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const no = (why: Extract<SealCheck, { sealed: false }>['why']): SealCheck => ({ sealed: false, why });
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return no('not-pdf');
  const ranges = [...bytes.toString('latin1').matchAll(RANGE)];
  const [range] = ranges;
  if (!range) return no('no-signature');
  const [before = 0, after = 0, rest = 0] = range.slice(1).map(Number);
  if (ranges.length > 1 || after < before || after + rest !== bytes.length) return no('added-to');
  const cms = signatureBytes(bytes.subarray(before, after));
  if (!cms) return no('changed');
  const by = certificates.find((certificate) => cms.includes(certificate.der));
  if (!by) return no('not-ours');
  return isDetachedBy(cms, by, Buffer.concat([bytes.subarray(0, before), bytes.subarray(after)])) ? { sealed: true, by } : no('changed');
}

/** The signature within `<…>`: small hexadecimal digits, filled up with zeros, as it was written. Undefined when it is anything else. */
function signatureBytes(gap: Buffer): Buffer | undefined {
  if (gap.length > MOST_SIGNS) return undefined;
  const text = gap.toString('latin1');
  if (!/^<(?:[0-9a-f]{2})+>$/.test(text)) return undefined;
  const all = Buffer.from(text.slice(1, -1), 'hex');
  const size = sizeOfDer(all);
  if (size === undefined || size > all.length || all.subarray(size).some((byte) => byte !== 0)) return undefined;
  return all.subarray(0, size);
}

/** How many bytes the value is that begins here, its head included (X.690). */
function sizeOfDer(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (first === undefined || first === LENGTH_OF_LENGTH) return undefined;
  if (first < LENGTH_OF_LENGTH) return 2 + first;
  const digits = first - LENGTH_OF_LENGTH;
  if (digits > 3 || bytes.length < 2 + digits) return undefined;
  return 2 + digits + bytes.readUIntBE(2, digits);
}
