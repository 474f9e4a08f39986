import { createHash, sign, verify } from 'node:crypto';
import { type AsnType, Constructed, fromBER, Integer, Null, ObjectIdentifier, OctetString, Sequence, Set as SetOf } from 'asn1js';
import type { SealCertificate } from './certificate.ts';
import type { Seal } from './seal-key.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const ECDSA_WITH_SHA_256 = '1.2.840.10045.4.3.2';
const RSA_WITH_SHA_256 = '1.2.840.113549.1.1.11';

/**
 * A detached signature in CMS (RFC 5652) as PAdES asks (ETSI EN 319 142-1, level B-B): SHA-256, the certificate within it and bound to it by the
 * attribute signing-certificate-v2, no time of its own.
 */
export function signDetached(signed: Uint8Array, { key, certificate }: Seal): Uint8Array {
  const digest = sha256(signed);
  return cmsOf(certificate, digest, sign('sha256', derOf(signedAttributes(certificate, digest)), key));
}

/**
 * Is this a signature of ours over the bytes, with this certificate? All of it but its last value follows from the certificate and the bytes, so it is
 * made anew and compared whole: nothing in it can be changed, and nothing foreign in it is ever interpreted.
 */
export function isDetachedBy(cms: Uint8Array, certificate: SealCertificate, signed: Uint8Array): boolean {
  const signature = signatureIn(cms);
  if (!signature) return false;
  const digest = sha256(signed);
  if (!Buffer.from(cms).equals(cmsOf(certificate, digest, signature))) return false;
  return verify('sha256', derOf(signedAttributes(certificate, digest)), certificate.publicKey, signature);
}

function cmsOf(certificate: SealCertificate, digest: Uint8Array, signature: Uint8Array): Uint8Array {
  const signer = new Sequence({
    value: [
      new Integer({ value: 1 }),
      issuerAndSerial(certificate),
      algorithm(SHA_256),
      tagged(signedAttributes(certificate, digest).valueBlock.value),
      certificate.publicKey.asymmetricKeyType === 'ec' ? algorithm(ECDSA_WITH_SHA_256) : algorithm(RSA_WITH_SHA_256, new Null()),
      octets(signature),
    ],
  });
  const content = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new SetOf({ value: [algorithm(SHA_256)] }),
      new Sequence({ value: [oid(DATA)] }),
      tagged([fromBER(certificate.der).result]),
      new SetOf({ value: [signer] }),
    ],
  });
  return derOf(new Sequence({ value: [oid(SIGNED_DATA), tagged([content])] }));
}

/** What the signature is over, in the order that DER puts a set in: content type, digest, certificate. */
function signedAttributes(certificate: SealCertificate, digest: Uint8Array): SetOf {
  const byCertificate = new Sequence({ value: [octets(sha256(certificate.der))] });
  const attributes = [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(digest)),
    // SHA-256 is what it says when it says nothing.
    attribute(SIGNING_CERTIFICATE_V2, new Sequence({ value: [new Sequence({ value: [byCertificate] })] })),
  ];
  return new SetOf({ value: attributes.sort((a, b) => Buffer.compare(derOf(a), derOf(b))) });
}

/** The value of the one signature in it; undefined when it is not built as ours are. */
function signatureIn(cms: Uint8Array): Uint8Array | undefined {
  try {
    const at = (node: unknown, index: number): unknown => (node as Sequence).valueBlock.value[index];
    const signers = at(at(at(fromBER(Uint8Array.from(cms)).result, 1), 0), 4);
    const value = at(at(signers, 0), 5);
    return value instanceof OctetString ? value.valueBlock.valueHexView : undefined;
  } catch {
    return undefined;
  }
}

/** From the certificate itself: the issuer stands fourth in it and the serial number second, after its version. */
function issuerAndSerial({ der }: SealCertificate): Sequence {
  const certificate = fromBER(der).result as Sequence;
  const [, serial, , issuer] = (certificate.valueBlock.value[0] as Sequence).valueBlock.value;
  if (!serial || !issuer) throw new Error('a certificate without issuer or serial number');
  return new Sequence({ value: [issuer, serial] });
}

const oid = (value: string) => new ObjectIdentifier({ value });
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const algorithm = (id: string, ...parameters: AsnType[]) => new Sequence({ value: [oid(id), ...parameters] });
const attribute = (id: string, value: AsnType) => new Sequence({ value: [oid(id), new SetOf({ value: [value] })] });
const tagged = (value: AsnType[]) => new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value });
const derOf = (value: AsnType) => new Uint8Array(value.toBER());
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
