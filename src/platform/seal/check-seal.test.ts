import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenSeal, givenSmallPdf } from '../../../tests/given/seal.ts';
import { checkSeal } from './check-seal.ts';
import { sealPdf } from './seal-pdf.ts';

const at = Temporal.Instant.from('2026-11-22T11:00:00Z');
const words = { reason: 'Prov', field: 'Sigill' };

async function given() {
  const seal = await givenSeal();
  return { seal, sealed: await sealPdf(givenSmallPdf(), seal, words, at), trusted: [seal.certificate] };
}

describe('the seal of a file', () => {
  test('breaks when any byte of it is changed, wherever it stands', async () => {
    const { sealed, trusted } = await given();
    expect(checkSeal(sealed, trusted).sealed).toBe(true);
    const missed: number[] = [];
    for (let index = 0; index < sealed.length; index++) {
      const was = sealed[index] ?? 0;
      sealed[index] = was ^ (1 + (index % 255));
      if (checkSeal(sealed, trusted).sealed) missed.push(index);
      sealed[index] = was;
    }
    expect(missed).toEqual([]);
    expect(sealed.length).toBeGreaterThan(12_000);
  });

  test('breaks when bytes are added, taken away or moved', async () => {
    const { sealed, trusted } = await given();
    const whole = [...sealed];
    expect(checkSeal(Uint8Array.from([...whole, 10]), trusted)).toEqual({ sealed: false, why: 'added-to' });
    expect(checkSeal(Uint8Array.from(whole.slice(0, -1)), trusted)).toEqual({ sealed: false, why: 'added-to' });
    expect(checkSeal(Uint8Array.from([...whole.slice(0, 100), ...whole.slice(101)]), trusted).sealed).toBe(false);
    expect(checkSeal(Uint8Array.from([...whole.slice(0, 100), 32, ...whole.slice(100)]), trusted).sealed).toBe(false);
  });

  test('is not ours when it is sealed anew by somebody else, or once more', async () => {
    const { sealed, trusted } = await given();
    const other = await givenSeal();
    expect(checkSeal(await sealPdf(givenSmallPdf(), other, words, at), trusted)).toEqual({ sealed: false, why: 'not-ours' });
    expect(checkSeal(await sealPdf(sealed, other, words, at), trusted)).toEqual({ sealed: false, why: 'added-to' });
  });

  test('is told by the small digits it was written with alone: a signature written otherwise is changed', async () => {
    const { sealed, trusted } = await given();
    const shouted = Buffer.from(sealed)
      .toString('latin1')
      .replace(/\/Contents <([0-9a-f]+)>/, (all) => all.toUpperCase().replace('CONTENTS', 'Contents'));
    expect(checkSeal(Buffer.from(shouted, 'latin1'), trusted)).toEqual({ sealed: false, why: 'changed' });
  });

  test('is missing in a PDF without one, and in what is no PDF', () => {
    expect(checkSeal(givenSmallPdf(), [])).toEqual({ sealed: false, why: 'no-signature' });
    expect(checkSeal(Buffer.from('PK\u0003\u0004'), [])).toEqual({ sealed: false, why: 'not-pdf' });
    expect(checkSeal(new Uint8Array(), [])).toEqual({ sealed: false, why: 'not-pdf' });
  });

  test('is not looked for in a signature larger than any of ours, however it is built', async () => {
    const { seal, trusted } = await given();
    const nested = Buffer.concat([Buffer.alloc(200_000, 0x30), seal.certificate.der]);
    const hex = nested.toString('hex');
    const head = '%PDF-1.7 /ByteRange [0 ';
    const before = head.length + 30;
    const range = `${head}${before} ${before + hex.length + 2} 1]`.padEnd(before, ' ');
    expect(checkSeal(Buffer.from(`${range}<${hex}>x`), trusted)).toEqual({ sealed: false, why: 'changed' });
  });

  test('answers for any bytes at all, and never throws', async () => {
    const { sealed, trusted } = await given();
    const text = Buffer.from(sealed).toString('latin1');
    const begin = text.indexOf('/Contents <') + 11;
    const range = (a: number, b: number, c: number) => `%PDF-1.7 /ByteRange [0 ${a} ${b} ${c}] `;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(20_000), fc.nat(20_000), fc.nat(20_000), (bytes, a, b, c) => {
        expect(checkSeal(bytes, trusted).sealed).toBe(false);
        expect(checkSeal(Buffer.concat([Buffer.from(range(a, b, c)), bytes]), trusted).sealed).toBe(false);
        const der = Buffer.from(
          `${text.slice(0, begin)}${Buffer.from(bytes).toString('hex')}${text.slice(begin + bytes.length * 2)}`,
          'latin1',
        );
        if (!der.equals(sealed)) expect(checkSeal(der, trusted).sealed).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
