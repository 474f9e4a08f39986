import { PDFDocument } from '@cantoo/pdf-lib';
import { ContentInfo, SignedData } from 'pkijs';
import { describe, expect, test } from 'vitest';
import { givenSeal, givenSmallPdf, hasPdfsig, popplerSays } from '../../../tests/given/seal.ts';
import { checkSeal } from './check-seal.ts';
import { sealPdf } from './seal-pdf.ts';

const at = Temporal.Instant.from('2026-11-22T11:00:00Z');
const words = { reason: 'Förseglad: Prov, version 1.0', field: 'Sigill' };
const pdf = givenSmallPdf();

/** The parts of a sealed file, found without our own reading of it. */
function partsOf(sealed: Uint8Array) {
  const bytes = Buffer.from(sealed);
  const numbers = /\/ByteRange \[([\d ]+)\]/.exec(bytes.toString('latin1'))?.[1]?.split(' ').map(Number) ?? [];
  const [from = 0, length = 0, second = 0, rest = 0] = numbers;
  const cms = Buffer.from(bytes.subarray(length + 1, second - 1).toString('latin1'), 'hex');
  const signed = Buffer.concat([bytes.subarray(from, length), bytes.subarray(second, second + rest)]);
  const content = ContentInfo.fromBER(Uint8Array.from(cms).buffer);
  return { numbers, signed, data: new SignedData({ schema: content.content }) };
}

const P_384 = { name: 'ECDSA', namedCurve: 'P-384' };
const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };

describe('a sealed PDF', () => {
  test('has every byte of what it was, and is only added to', async () => {
    const sealed = await sealPdf(pdf, await givenSeal(), words, at);
    expect(Buffer.from(sealed.subarray(0, pdf.length - 1)).equals(Buffer.from(pdf.subarray(0, pdf.length - 1)))).toBe(true);
    expect((await PDFDocument.load(sealed)).getPageCount()).toBe(1);
  });

  test('is signed as PAdES asks: whole file, signing-certificate-v2, no time but that of the dictionary', async () => {
    const seal = await givenSeal();
    const sealed = await sealPdf(pdf, seal, words, at);
    const { numbers, data } = partsOf(sealed);
    expect([numbers[0], (numbers[2] ?? 0) + (numbers[3] ?? 0)]).toEqual([0, sealed.length]);
    const text = Buffer.from(sealed).toString('latin1');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(text).toContain('/M (D:20261122110000Z)');
    const attributes = data.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type).sort();
    expect(attributes).toEqual(['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4']);
    expect(Buffer.from(data.certificates?.[0]?.toSchema().toBER() ?? new ArrayBuffer()).equals(seal.certificate.der)).toBe(true);
  });

  test.each([
    ['a key of our own making', undefined],
    ['P-384', P_384],
    ['RSA', RSA],
  ])('is found valid by another library, and by ourselves, with %s', async (_, kind) => {
    const seal = await givenSeal(kind);
    const sealed = await sealPdf(pdf, seal, words, at);
    const { data, signed } = partsOf(sealed);
    expect(await data.verify({ signer: 0, data: Uint8Array.from(signed).buffer, checkChain: false })).toBe(true);
    await expect(data.verify({ signer: 0, data: Uint8Array.from([...signed, 0]).buffer, checkChain: false })).rejects.toThrow();
    expect(checkSeal(sealed, [seal.certificate])).toEqual({ sealed: true, by: seal.certificate });
  });

  test.skipIf(!hasPdfsig())('is valid, and signed in whole, to pdfsig of Poppler (skipped where it is not installed)', async () => {
    for (const seal of [await givenSeal(), await givenSeal(RSA)]) {
      const said = popplerSays('pdfsig', await sealPdf(pdf, seal, words, at));
      expect(said).toContain('Signature Validation: Signature is Valid.');
      expect(said).toContain('Total document signed');
      expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    }
  });

  test('shows nothing on the page, and says what it is to those who ask', async () => {
    const text = Buffer.from(await sealPdf(pdf, await givenSeal(), words, at)).toString('latin1');
    expect(text).toMatch(/\/Rect \[ 0 0 0 0 \]\s+\/F 134/);
    expect(text).toContain('/TU <FEFF');
    expect(text).toContain('/Tabs /S');
  });
});

test('what is no PDF is not sealed', async () => {
  await expect(sealPdf(Buffer.from('hej'), await givenSeal(), words, at)).rejects.toThrow();
});
