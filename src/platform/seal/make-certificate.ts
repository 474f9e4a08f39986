import { randomBytes } from 'node:crypto';
import { BitString, fromBER, Integer, OctetString, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, Time } from 'pkijs';
import { SELF_MADE_NAME } from './certificate.ts';

const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
/** Digital signature and non-repudiation. */
const SIGNS = 0b1100_0000;
const YEARS = 10;

export type KeyKind = EcKeyGenParams | RsaHashedKeyGenParams;

/** A key (P-256 unless told) with a certificate that it signs itself, as PEM: good for ten years from the moment. */
export async function makeSelfMade(
  now: Temporal.Instant,
  kind: KeyKind = { name: 'ECDSA', namedCurve: 'P-256' },
): Promise<{ key: string; certificate: string }> {
  const pair = await crypto.subtle.generateKey(kind, true, ['sign', 'verify']);
  const begins = now.subtract({ hours: 1 });
  const ends = now.toZonedDateTimeISO('UTC').add({ years: YEARS }).toInstant();
  const made = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: Uint8Array.of(0x40, ...randomBytes(15)).buffer }),
    notBefore: timeOf(begins),
    notAfter: timeOf(ends),
    extensions: [
      extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: false }).toSchema().toBER()),
      extension(KEY_USAGE, new BitString({ valueHex: Uint8Array.of(SIGNS).buffer, unusedBits: 6 }).toBER()),
    ],
  });
  for (const name of [made.subject, made.issuer])
    name.typesAndValues.push(new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: SELF_MADE_NAME }) }));
  await made.subjectPublicKeyInfo.importKey(pair.publicKey);
  await made.sign(pair.privateKey, 'SHA-256');
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return { key: pem('PRIVATE KEY', pkcs8), certificate: pem('CERTIFICATE', made.toSchema(true).toBER()) };
}

function extension(extnID: string, value: ArrayBuffer): Extension {
  const { result } = fromBER(value);
  return new Extension({
    extnID,
    critical: true,
    extnValue: new OctetString({ valueHex: value }).valueBlock.valueHex,
    parsedValue: result,
  });
}

function timeOf(instant: Temporal.Instant): Time {
  return new Time({ type: 0, value: new Date(instant.epochMilliseconds) });
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
