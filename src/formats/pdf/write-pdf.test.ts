import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PdfDocument } from './pdf-document.ts';
import { writePdf } from './write-pdf.ts';

const madeAt = Temporal.Instant.from('2026-11-22T11:00:00Z');
const document: PdfDocument = {
  title: 'Prov åäö',
  lead: 'Inledningen.',
  blocks: [
    { kind: 'heading', text: 'Aneby #kommun *inte fet*' },
    { kind: 'paragraph', text: 'Ett stycke med $x$ och #panic("nej").' },
    { kind: 'table', columns: ['När', 'Vad'], widths: [1, 2], rows: [['22 november', 'Läste Övningsholms uppgifter']] },
  ],
  page: { label: 'Sida', of: 'av' },
  madeAt,
};

/** The file as latin-1 text, and everything that is packed in it. */
function open(pdf: Uint8Array) {
  const raw = Buffer.from(pdf).toString('latin1');
  const packed = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return bytes;
    }
  });
  return { raw, packed };
}

/** What is set, read by the map from codes to letters that each font in the file carries for readers: a text for each font, right where it was used. */
function textsOf(pdf: Uint8Array): string[] {
  const { packed } = open(pdf);
  const pages = packed.filter((text) => /\bBT\b/.test(text)).join('\n');
  const shown = pages.match(/<[0-9A-Fa-f]{4,}>|\((?:\\.|[^\\)])*\)/g) ?? [];
  const codes = shown
    .map((one) => (one.startsWith('<') ? one.slice(1, -1) : Buffer.from(unescaped(one.slice(1, -1)), 'latin1').toString('hex')))
    .flatMap((hex) => hex.match(/.{4}/g) ?? []);
  const letter = (map: string, code: string) => new RegExp(`<${code}> <([0-9A-Fa-f]+)>`, 'i').exec(map)?.[1] ?? '003f';
  const read = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return packed
    .filter((text) => text.includes('begincmap'))
    .map((map) =>
      codes
        .map((code) => read(letter(map, code)))
        .join('')
        .replace(/\s+/g, ''),
    );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string) =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, c: string) =>
    /^[0-7]/.test(c) ? String.fromCharCode(Number.parseInt(c, 8)) : (ESCAPES[c] ?? c),
  );

describe('a PDF', () => {
  test('says that it is PDF/UA-1, tagged, in Swedish, with a title', async () => {
    const { raw, packed } = open(await writePdf(document));
    const all = [raw, ...packed].join('\n');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(all).toMatch(/pdfuaid:part>1</);
    expect(all).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(all).toMatch(/\/Lang\s*\(sv/);
    expect(all).toMatch(/\/DisplayDocTitle true/);
    expect(all).toContain('/StructTreeRoot');
    for (const tag of ['/H1', '/H2', '/Table', '/TH', '/TD']) expect(all).toContain(tag);
  });

  test('holds the text as it was written, and never takes any of it for markup', async () => {
    const texts = textsOf(await writePdf(document));
    const has = (part: string) => texts.some((text) => text.includes(part));
    expect(has('Saknas')).toBe(false);
    for (const part of ['Provåäö', 'Aneby#kommun*intefet*', '#panic("nej")', 'LästeÖvningsholmsuppgifter'])
      expect([part, has(part)]).toEqual([part, true]);
  });

  test('is the same, byte for byte, when it is made again', async () => {
    expect(Buffer.from(await writePdf(document)).equals(Buffer.from(await writePdf(document)))).toBe(true);
  });
});
